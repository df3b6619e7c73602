"""Puts a terminal right that a program left as it used it, because it was killed: raw input, mouse, other screen.

Nothing is written unless something tells that it is needed: plain text mode writes no escape sequence otherwise.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any

RESET = (
    "\x1b[?1047l"  # the alternate screen, without moving the cursor
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l"  # the mouse, and who has the focus
    "\x1b[?2004l\x1b[?1l\x1b>\x1b[<u"  # marks around pasted text; arrow keys, the number pad and all keys by codes
    "\x1b[?25h\x1b[?7h\x1b[0m\x1b(B"  # the cursor, wrapping, colours, letters
)
"""Turns off what programs turn on."""
IN_TMUX = ("tmux", "display-message", "-p", "#{alternate_on}#{mouse_any_flag}")
"""Asks tmux what is on; no other terminal can be asked without an escape sequence."""
PATIENCE = 0.5
"""Seconds that tmux may take to answer."""


def put_right(descriptor: int) -> None:
    """Put the terminal at a descriptor right, where its settings or tmux tell that it was left wrong."""
    if os.isatty(descriptor) and os.name == "posix" and (_made_sane(descriptor) or _is_on_in_tmux()):
        reset(descriptor)


def reset(descriptor: int) -> None:
    """Turn off what programs turn on."""
    if os.environ.get("TERM") != "dumb":
        with suppress(OSError):
            os.write(1 if os.isatty(1) else descriptor, RESET.encode())


def _made_sane(descriptor: int) -> bool:
    """Whether keys were neither shown nor gathered into lines; then they are, as in a shell."""
    import termios

    mode: Any = termios.tcgetattr(descriptor)
    if mode[3] & (termios.ICANON | termios.ECHO):
        return False
    mode[0] |= termios.ICRNL | termios.IXON | termios.BRKINT
    mode[1] |= termios.OPOST | termios.ONLCR
    mode[3] |= termios.ICANON | termios.ECHO | termios.ECHOE | termios.ECHOK | termios.ISIG | termios.IEXTEN
    with suppress(termios.error):
        termios.tcsetattr(descriptor, termios.TCSADRAIN, mode)
    return True


def _is_on_in_tmux() -> bool:
    """Whether tmux says that the alternate screen or the mouse is on, which no shell uses."""
    if not os.environ.get("TMUX"):
        return False
    import subprocess
    from shutil import which

    program = which(IN_TMUX[0])
    if not program:
        return False
    target = ("-t", pane) if (pane := os.environ.get("TMUX_PANE")) else ()
    with suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run(
            (program, *IN_TMUX[1:3], *target, IN_TMUX[3]), stdin=subprocess.DEVNULL, capture_output=True,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
        return b"1" in told.stdout
    return False
