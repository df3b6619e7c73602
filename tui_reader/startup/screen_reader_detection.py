"""Detects a running screen reader: in the processes around and beside this one, the kernel, the desktop's settings.

What is found is evidence and never certain; `face_choice` says what comes before it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

AROUND = {"yasr": "yasr", "fenrir": "Fenrir", "tdsr": "tdsr"}
"""Screen readers that run the terminal inside themselves, as ancestors of this process: process name, shown name."""
BESIDE = {"orca": "Orca", "brltty": "BRLTTY"}
"""Screen readers that run beside it, as processes of the same person: process name, shown name."""
SPI_GETSCREENREADER = 0x0046
"""Windows' question whether a screen reader is running, in winuser.h."""
MOST_ANCESTORS = 64
"""Ancestors of this process that are looked at."""


def find_screen_reader(environ: Mapping[str, str] = os.environ, root: Path = Path("/")) -> str | None:
    """The evidence of a screen reader, "Orca is running", or None. Never raises.

    Over ssh, only a screen reader that runs the terminal inside itself counts: others speak on another machine. `root`
    is the folder of /proc and /sys.
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


def finds_braille_display(environ: Mapping[str, str] = os.environ, root: Path = Path("/")) -> bool:
    """Whether BRLTTY runs on this machine, whosever process it is, as a service of the system often is. Never raises.

    Not over ssh: the display is at the other end then.
    """
    if sys.platform != "linux" or "SSH_CONNECTION" in environ or "SSH_TTY" in environ:
        return False
    try:
        processes = [name for name in os.listdir(root / "proc") if name.isdecimal()]  # noqa: PTH208
    except OSError:
        return False
    return any(_name_and_owner(f"{root}/proc/{process}/comm")[0] == b"brltty\n" for process in processes)


def on_accessibility_bus(environ: Mapping[str, str] = os.environ, root: Path = Path("/")) -> bool:
    """Whether a screen reader may hear of this terminal by the desktop's bus, as Orca does, here or at the other end.

    False on Linux's console, and inside a screen reader that runs the terminal itself. Never raises.
    """
    return environ.get("TERM") != "linux" and _around(root / "proc") is None


def _around(proc: Path) -> str | None:
    """A screen reader among the ancestors of this process."""
    process = os.getppid()
    for _ in range(MOST_ANCESTORS):
        if process <= 0:
            return None
        try:
            stat = (proc / str(process) / "stat").read_bytes()
            arguments = (proc / str(process) / "cmdline").read_bytes().split(b"\0")
        except OSError:
            return None  # it ended, or cannot be read
        name = stat.partition(b"(")[2].rpartition(b")")[0]  # it is in brackets, and may hold some
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
        return b"", -1  # it ended
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
    """What the desktop of this person says, which may run a screen reader that is not listed above."""
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
