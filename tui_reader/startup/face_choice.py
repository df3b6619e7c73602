"""Which face the reader shows, and the evidence of a screen reader by which it is chosen. Knows nothing of their looks.

Evidence is never certainty: it is named to the person, and a flag, the variable ACCESSIBLE and the setting stand above
it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from tui_reader.settings import Settings

AROUND = {"yasr": "yasr", "fenrir": "Fenrir", "tdsr": "tdsr"}
"""Screen readers that run the terminal inside themselves: ancestors of this process."""
BESIDE = {"orca": "Orca", "brltty": "BRLTTY"}
"""Screen readers that run beside it, as a process of the same person."""
SPI_GETSCREENREADER = 0x0046
"""Windows' question whether a screen reader says it is there: winuser.h."""
MOST_ANCESTORS = 64


class Face(StrEnum):
    """How the reader appears."""

    FULL = "full"
    """The Textual screen."""
    PLAIN = "plain"
    """Lines that are only ever added, single keys."""
    PRINT = "print"
    """The whole document as plain lines, and the end."""


class Choice(NamedTuple):
    """A face and why it was chosen."""

    face: Face
    why: str
    """What comes after "because": "Orca is running"."""
    found: bool = False
    """Whether it was chosen by evidence alone: then it is said (`line`) and kept as the setting `face`."""

    @property
    def line(self) -> str:
        """The first line of a face that was chosen by evidence; nothing otherwise."""
        return f"Plain mode, because {self.why}. --full for the full screen." if self.found else ""


def choose(
    flag: Face | None,
    stdout_is_terminal: bool,
    environ: Mapping[str, str],
    settings: Settings,
    evidence: Callable[[], str | None],
) -> Choice:
    """The face to show: the first that holds. `evidence` (`screen_reader`) is asked only where nothing else decides."""
    if flag:
        return Choice(flag, f"--{flag} was given")
    if not stdout_is_terminal:
        return Choice(Face.PRINT, "standard output is not a terminal")
    if environ.get("ACCESSIBLE", "").strip().lower() not in ("", "0", "false"):
        return Choice(Face.PLAIN, "ACCESSIBLE is set")
    if settings.face != "auto":
        return Choice(Face(settings.face), f"the setting face is {settings.face}")
    if environ.get("TERM") == "dumb":
        return Choice(Face.PLAIN, "TERM is dumb")
    found = evidence()
    if found:
        return Choice(Face.PLAIN, found, found=True)
    return Choice(Face.FULL, "no screen reader was found")


def screen_reader(environ: Mapping[str, str] = os.environ, root: Path = Path("/")) -> str | None:
    """The evidence of a screen reader, "Orca is running", or None. Never raises.

    Over ssh only one that runs around this program counts, for the others speak on another machine. `root` is where
    /proc and /sys are.
    """
    near = "SSH_CONNECTION" not in environ and "SSH_TTY" not in environ
    try:
        if sys.platform == "win32":
            return _on_windows() if near else None
        if sys.platform == "darwin":
            return _on_macos() if near else None
        found = _around(root / "proc")
        if found or not near:
            return found
        return _beside(root / "proc") or _speakup(root / "sys") or _desktop(environ)
    except OSError:
        return None


def _around(proc: Path) -> str | None:
    """A screen reader among the processes that this one runs in."""
    process = os.getppid()
    for _ in range(MOST_ANCESTORS):
        if process <= 0:
            return None
        try:
            stat = (proc / str(process) / "stat").read_bytes()
            arguments = (proc / str(process) / "cmdline").read_bytes().split(b"\0")
        except OSError:
            return None  # It ended, or may not be looked at.
        name = stat.partition(b"(")[2].rpartition(b")")[0]  # It stands in brackets, and may hold some.
        if name.startswith(b"python") and len(arguments) > 1:
            name = arguments[1].rpartition(b"/")[2]  # "python3 /usr/bin/fenrir"
        found = AROUND.get(os.fsdecode(name).removesuffix(".py"))
        if found:
            return f"it runs inside {found}"
        parent = stat.rpartition(b")")[2].split()[1:2]
        process = int(parent[0]) if parent and parent[0].isdigit() else 0
    return None


def _beside(proc: Path) -> str | None:
    """A screen reader among the processes of this person."""
    names = {os.fsencode(name) + b"\n": shown for name, shown in BESIDE.items()}
    for process in os.listdir(proc):  # noqa: PTH208  pathlib takes five times as long, before the first line is shown
        if process.isdecimal():
            found, owner = _name_and_owner(f"{proc}/{process}/comm")
            if found in names and sys.platform != "win32" and owner == os.getuid():
                return f"{names[found]} is running"
    return None


def _name_and_owner(comm: str) -> tuple[bytes, int]:
    try:
        descriptor = os.open(comm, os.O_RDONLY)
    except OSError:
        return b"", -1  # It has ended.
    try:
        return os.read(descriptor, 32), os.fstat(descriptor).st_uid
    except OSError:
        return b"", -1
    finally:
        os.close(descriptor)


def _speakup(sys_folder: Path) -> str | None:
    """The screen reader in Linux's kernel, where it has something to speak with."""
    try:
        synth = (sys_folder / "accessibility" / "speakup" / "synth").read_text(errors="replace").strip()
    except OSError:
        return None
    return "speakup is loaded" if synth not in ("", "none") else None


def _desktop(environ: Mapping[str, str]) -> str | None:
    """What the desktop of this person says; it may run a screen reader that is none of the above."""
    from tui_reader.terminal.session_bus import says_screen_reader

    return "the desktop says that a screen reader is on" if says_screen_reader(environ) else None


def _on_windows() -> str | None:
    import ctypes

    answer = ctypes.c_int(0)
    try:
        user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
        asked = user32.SystemParametersInfoW(SPI_GETSCREENREADER, 0, ctypes.byref(answer), 0)
    except AttributeError:
        return None
    return "a screen reader is running" if asked and answer.value else None


def _on_macos() -> str | None:
    import subprocess

    command = ["/usr/bin/defaults", "read", "com.apple.universalaccess", "voiceOverOnOffKey"]
    try:
        answer = subprocess.run(command, capture_output=True, timeout=1, check=False).stdout
    except subprocess.SubprocessError:
        return None
    return "VoiceOver is on" if answer.strip() == b"1" else None
