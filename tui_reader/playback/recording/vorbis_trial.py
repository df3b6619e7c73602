"""Tries in another process whether miniaudio can read a file of Ogg Vorbis.

stb_vorbis, by which it does, was seen to end the process at damaged headers (miniaudio 1.71). Its other decoders were
not, with many thousand damaged files.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tui_reader.terminal.isolation import python_command

_PATIENCE = 10
"""Seconds."""


def can_be_read(name: str) -> bool:
    """Whether the file of that name is read in another process, at two places."""
    try:
        tried = subprocess.run(
            python_command(__name__, "read_two_places", name),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


def read_two_places() -> int:
    """Read the file that the command line names, and return the exit status."""
    from tui_reader.playback.recording.miniaudio_source import MiniaudioSource

    path = Path(sys.argv[1])
    with path.open("rb") as file:
        source = MiniaudioSource(file, path, "vorbis")
        for place in (0, source.frames // 2):
            source.read(place, 4096)
    return 0
