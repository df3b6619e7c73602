"""Copies text to the clipboards that programs reach: the system's and tmux's. Text goes in through a pipe.

A program is waited for, so that only what was really done is told. Knows no escape sequence: what a terminal takes by
one (OSC 52) is left to the full screen.
"""

from __future__ import annotations

import os
import sys

PROGRAMS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""By the environment variable that says that the display they need is there."""
MACOS = ("/usr/bin/pbcopy",)
WINDOWS = (os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "clip.exe"),)  # noqa: PTH118
"""By its path: Windows looks for programs in the current folder first."""
TMUX = ("tmux", "load-buffer", "-w", "-", ";", "display-message", "-p", "#{client_termfeatures} #{set-clipboard}")
"""Gives the text to tmux, which hands it on to its terminal by itself (-w), and asks whether the terminal takes it."""
PATIENCE = 1.0
"""The seconds that a program may take."""


def programs() -> list[tuple[str, ...]]:
    """The commands that take text for the system's clipboard, the best first; none over ssh."""
    from shutil import which

    if "SSH_CONNECTION" in os.environ:
        return []
    if sys.platform in ("darwin", "win32"):
        return [MACOS if sys.platform == "darwin" else WINDOWS]
    return [command for name, command in PROGRAMS if os.environ.get(name) and which(command[0])]


def copy(text: str) -> str:
    """Copy text to the system's clipboard, and within tmux to its buffer.

    Returns where it is now, in words: "the clipboard"; empty where there is no clipboard that took it.
    """
    took = next((command for command in programs() if _run(command, text) is not None), None)
    in_tmux = _to_tmux(text) if os.environ.get("TMUX") else ""
    return "the clipboard" if took else in_tmux


def _to_tmux(text: str) -> str:
    from shutil import which

    if not which("tmux"):
        return ""
    told = _run(TMUX, text)
    if told is not None:
        features, _, setting = told.strip().rpartition(" ")
        reaches = "clipboard" in features and setting != "off"
        return "tmux and the terminal's clipboard" if reaches else "the buffer of tmux"
    return "the buffer of tmux" if _run(("tmux", "load-buffer", "-"), text) is not None else ""  # before tmux 3.2


def _run(command: tuple[str, ...], text: str) -> str | None:
    """Give text to a program; what it prints, or None where it failed or did not end in time."""
    import subprocess

    encoding = "utf-16" if command == WINDOWS else "utf-8"
    is_asked = command is TMUX
    # What stays behind to serve the clipboard, as xclip does, would hold the pipe open.
    output = subprocess.PIPE if is_asked else subprocess.DEVNULL
    try:
        done = subprocess.run(
            command, input=text.encode(encoding, "replace"), stdout=output, stderr=subprocess.DEVNULL,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout or b"").decode("utf-8", "replace") if done.returncode == 0 else None
