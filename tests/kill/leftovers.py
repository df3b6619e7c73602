"""What a killed process may leave behind outside its folder: other processes, and shared memory (Linux)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

MARK = "TUI_READER_KILL"
"""The variable by which the processes of a run are known; all children inherit it."""
_SHARED = Path("/dev/shm")


def processes(mark: str) -> dict[int, str]:
    """The living processes with this mark, with their command lines."""
    wanted, found = f"{MARK}={mark}".encode(), {}
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdecimal() and wanted in (folder / "environ").read_bytes().split(b"\0"):
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    return found


def shared_memory(mark: str) -> set[Path]:
    """What the living processes with this mark have mapped in shared memory."""
    found = set()
    for number in processes(mark):
        with suppress(OSError):
            for line in Path(f"/proc/{number}/maps").read_text(errors="replace").splitlines():
                name = line.partition(f"{_SHARED}/")[2]
                if name and not name.endswith(" (deleted)"):
                    found.add(_SHARED / name)
    return found
