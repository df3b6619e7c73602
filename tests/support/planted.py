"""A folder of transcripts with modules and programs beside them that must never be run: each leaves its name."""

from __future__ import annotations

import os
import sys
from importlib import metadata
from pathlib import Path

START = "import sys\nfrom tui_reader.cli.main import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
"""The program's start, as the command that pip installs has it."""
PROGRAMS = (
    "afplay", "aplay", "cc", "clip", "clip.exe", "dbus-launch", "espeak", "espeak-ng", "ffmpeg", "file", "gcc", "gs",
    "ifconfig", "ip", "ld", "ldconfig", "mbrola", "nvidia-smi", "objdump", "paplay", "pbcopy", "pulseaudio", "sh",
    "spd-say", "speech-dispatcher", "stty", "tmux", "tput", "uname", "which", "wl-copy", "xclip", "xdg-open", "xsel",
)  # fmt: skip
"""Programs that the reader or a library might start."""


class Planted:
    """The folder, and what was run of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "transcripts"
        self.folder.mkdir()
        self._ran = folder / "ran"
        ours = {"tui_reader", "sitecustomize", "usercustomize", "conftest"}
        for name in {*sys.stdlib_module_names, *metadata.packages_distributions(), *ours}:
            (self.folder / f"{name}.py").write_text(
                f"with open({str(self._ran)!r}, 'a') as ran: ran.write('{name} ')\n"
            )
        for name in PROGRAMS:
            program = self.folder / name
            program.write_text(f"#!/bin/sh\necho '{name} ' >> '{self._ran}'\n")
            program.chmod(0o755)
        start = folder / "bin" / "tui-reader"
        start.parent.mkdir()
        start.write_text(START)
        self.reader = [sys.executable, str(start)]
        """The command that starts the program."""
        self.environment = {**os.environ, "PATH": f".::{os.environ['PATH']}", "TERM": "xterm-256color"}
        """An environment that takes programs from the current folder."""

    @property
    def ran(self) -> set[str]:
        """The names of the modules and programs that were run."""
        return set(self._ran.read_text().split()) if self._ran.exists() else set()

    def write(self, name: str, text: str) -> None:
        """Put a transcript there."""
        (self.folder / name).write_text(text, encoding="utf-8")
