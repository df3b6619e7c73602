"""The real program in a real terminal: tmux, its keys and its captured screen."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

PATIENCE = 60.0
"""Seconds in which a screen shows what it is to show, also on a machine that is busy with much else."""
READER = [sys.executable, "-m", "tui_reader"]


def write_settings(environment: Mapping[str, str], toml: str) -> None:
    """Put settings into the home that the environment names."""
    folder = Path(environment["XDG_CONFIG_HOME"]) / "tui-reader"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(toml)


class Terminal:
    """A separate tmux server with one window of `columns` by `rows`, running a command."""

    def __init__(self, command: list[str], environment: dict[str, str], columns: int = 100, rows: int = 30) -> None:
        self._name = f"reader-{uuid.uuid4().hex[:12]}"
        words = [f"{name}={value}" for name, value in environment.items()]
        # Readline, where a process of tests has imported it, says in its environment how large a terminal is.
        line = shlex.join(["env", "-u", "NO_COLOR", "-u", "COLUMNS", "-u", "LINES", *words, *command])
        line += "; exec sleep 600"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), line)
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("set-option", "-g", "escape-time", "0")
        self.resize(columns, rows)

    def _tmux(self, *words: str) -> str:
        run = subprocess.run(
            ["tmux", "-L", self._name, *words],
            capture_output=True, text=True, check=True, timeout=PATIENCE, env={**os.environ, "TERM": "xterm-256color"},
        )  # fmt: skip
        return run.stdout

    def keys(self, *keys: str) -> None:
        """Press keys, named as tmux names them."""
        self._tmux("send-keys", *keys)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def screen(self, styled: bool = False) -> str:
        """What the window shows; with escape sequences where `styled`."""
        return self._tmux("capture-pane", "-p", *(["-e"] if styled else []))

    def wait_for(self, what: str | Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """The screen, once it holds the words or meets the condition."""
        end = time.monotonic() + seconds
        while True:
            screen = self.screen()
            if what in screen if isinstance(what, str) else what(screen):
                return screen
            assert time.monotonic() < end, f"{what!r} did not come; the screen was:\n{screen}"
            time.sleep(0.05)

    def rest(self) -> str:
        """The screen, once it has stayed the same for a fifth of a second."""
        end, before, screen = time.monotonic() + PATIENCE, "", self.screen()
        while screen != before:
            assert time.monotonic() < end, f"it goes on changing; the screen was:\n{screen}"
            time.sleep(0.2)
            before, screen = screen, self.screen()
        return screen

    def wait_for_change(self, before: str) -> str:
        """The screen, once it is another than the one before."""
        return self.wait_for(lambda screen: screen != before)

    def process(self) -> int:
        """The process id of the program in the window."""
        pane = int(self._tmux("display-message", "-p", "#{pane_pid}"))
        children = Path(f"/proc/{pane}/task/{pane}/children").read_text().split()
        return int(children[0]) if children else pane

    def close(self) -> None:
        """End the window and what runs in it."""
        subprocess.run(["tmux", "-L", self._name, "kill-server"], capture_output=True, check=False, timeout=PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
