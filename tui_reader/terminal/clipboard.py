"""The system's clipboard, reached by a program of the system. Text goes in through a pipe, never as an argument."""

from __future__ import annotations

import os
import sys
import threading

PROGRAMS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""By the environment variable that says that the display they need is there."""
MACOS = ("/usr/bin/pbcopy",)
WINDOWS = (os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "clip.exe"),)  # noqa: PTH118
"""By its path: Windows looks for programs in the current folder first."""
PATIENCE = 5.0
"""The seconds that a program may take."""


def program() -> tuple[str, ...] | None:
    """The command that takes text for the clipboard; None if there is no such program, or over ssh."""
    from shutil import which

    if "SSH_CONNECTION" in os.environ:
        return None
    if sys.platform in ("darwin", "win32"):
        return MACOS if sys.platform == "darwin" else WINDOWS
    there = (command for name, command in PROGRAMS if os.environ.get(name) and which(command[0]))
    return next(there, None)


def copy(text: str) -> None:
    """Put text into the system's clipboard, if there is one, without waiting for it."""
    command = program()
    if command:
        threading.Thread(target=_give, args=(command, text), name="clipboard", daemon=True).start()


def _give(command: tuple[str, ...], text: str) -> None:
    import subprocess

    encoding = "utf-16" if command == WINDOWS else "utf-8"
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            process.communicate(text.encode(encoding, "replace"), timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
