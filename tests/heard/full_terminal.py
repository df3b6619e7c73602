"""A program before a listener in a terminal that is full of other lines, as that of a shell is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.heard import fenrir, orca, yasr
from tests.heard.listener import Listener, wait

AFTER_OTHERS = ("sh", "-c", 'seq 1 50; : > "$HOME/filled"; read line; exec "$@"', "sh")
"""Runs a command, at Enter, in a terminal that is full of lines; a file in HOME says that it is."""
READERS: dict[str, Callable[..., Listener]] = {"yasr": yasr.Yasr, "Fenrir": fenrir.Fenrir, "Orca": orca.Orca}
"""The real screen readers."""
NEEDED: dict[str, tuple[str, ...]] = {
    "yasr": (yasr.PROGRAM,), "Fenrir": (fenrir.PROGRAM,), "Orca": orca.NEEDED, "differ": (),
}  # fmt: skip
"""The programs that each listener is made of."""


def listener_of(name: str) -> Callable[..., Listener]:
    """How a program is started with a listener: a screen reader, the `differ` or the `braille` window."""
    if name in READERS:
        return READERS[name]
    from tests.heard.models import BrailleWindow, Differ  # they need pyte

    return Differ if name == "differ" else BrailleWindow


def listen(
    name: str, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
) -> Listener:
    """The program, started behind fifty lines of others, which were said."""
    listener = listener_of(name)([*AFTER_OTHERS, *command], environment, columns, rows)
    try:
        wait((Path(environment["HOME"]) / "filled").exists, "the fifty lines")
        while listener.silence(1.0):  # Orca says them now and then
            pass
        listener.press("enter")
    except BaseException:
        listener.close()
        raise
    return listener
