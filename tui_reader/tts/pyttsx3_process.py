"""The process that runs pyttsx3, seen from the reader: started, asked with a deadline, ended by force if it must be.

What is asked and answered: `pyttsx3_worker`. Knows no voice of the reader.
"""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from collections.abc import Sequence
from typing import Any

from tui_reader.errors import EngineError
from tui_reader.terminal.isolation import python_command
from tui_reader.tts.pyttsx3_folder import PrivateFolder
from tui_reader.tts.system_voices import SystemVoice

STARTS_IN = 30.0
"""Seconds the process has to start: SAPI5 builds its bindings when it is first used."""
COMMAND = python_command("tui_reader.tts.pyttsx3_worker", "main")


class ProcessLost(Exception):
    """The process hangs, has died or gave no sound; the message goes on from "pyttsx3 "."""


class Pyttsx3Process:
    """The process and its private folder."""

    def __init__(self, command: Sequence[str], patience: float) -> None:
        """Start it by `command`, to which its folder is added; it has `patience` seconds to answer.

        Raises EngineError when it does not start.
        """
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        try:
            self._private = PrivateFolder()
        except OSError as error:
            raise EngineError(f"pyttsx3 needs a temporary folder for its sound and cannot make one: {error}") from error
        self.folder = self._private.path
        try:
            self._process = subprocess.Popen(
                [*command, str(self.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                start_new_session=True,  # a Ctrl+C in the terminal is for the reader
            )
        except OSError as error:
            self._private.close()
            raise EngineError(f"pyttsx3's process cannot be started: {error}") from error
        self._reader = threading.Thread(target=self._read, name="pyttsx3 answers", daemon=True)
        self._reader.start()
        try:
            hello = self._answer(patience)
        except ProcessLost as error:
            self.close()
            raise EngineError(f"pyttsx3 {error} as it starts; try --engine espeak") from error
        if "error" in hello:
            self.close()
            raise EngineError(f"pyttsx3 does not start: {hello['error']}")
        self.driver: str = hello["driver"]
        self.voices = tuple(SystemVoice(**voice) for voice in hello["voices"])

    def ask(self, request: dict[str, Any], patience: float) -> dict[str, Any]:
        """The answer to a request. Raises ProcessLost when none comes within `patience` seconds."""
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:  # ValueError: it was closed, and no other could be started
            raise ProcessLost("has died") from error
        return self._answer(patience)

    def close(self) -> None:
        """End the process, by force if it must be, and delete its folder."""
        assert self._process.stdin
        with contextlib.suppress(OSError):  # it died with the last request unread
            self._process.stdin.close()
        try:
            self._process.wait(0.2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._private.close()

    def _answer(self, patience: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=patience)
        except queue.Empty:
            raise ProcessLost(f"has not answered for {patience:.0f} seconds") from None
        if line is None:
            raise ProcessLost("has died")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _read(self) -> None:
        assert self._process.stdout
        with self._process.stdout as lines:
            for line in lines:
                self._lines.put(line)
        self._lines.put(None)
