"""The process of human voices, seen from the reader: started, asked with a deadline, ended by force if it must be.

What is asked and answered: `worker`.
"""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tui_reader.errors import EngineError
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.isolation import python_command
from tui_reader.tts.engine import WordMark

if TYPE_CHECKING:
    from tui_reader.casting.voice import NaturalSettings
    from tui_reader.narration.utterance import Sounds

STARTS_IN = 60.0
"""Seconds the process has to load its model: it takes less than one where nothing else keeps the processors busy."""
ANSWERS_IN = 20.0
"""Seconds it has for each part of a sound."""


def worker_command() -> list[str]:
    """How it is started."""
    return python_command("tui_reader.tts.natural.worker", "main")


class _Answer(NamedTuple):
    """A line of the process, and the sound after it."""

    head: dict[str, Any]
    pcm: bytes


class NaturalProcess:
    """The process, which makes one sound at a time."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """Start it and wait until it is ready. Raises EngineError when it does not start."""
        self._serial = 0
        self._answers: queue.SimpleQueue[_Answer | None] = queue.SimpleQueue()
        try:
            self._process = subprocess.Popen(
                command or worker_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # a Ctrl+C in the terminal is for the reader
            )
        except OSError as error:
            raise EngineError(f"The process of the human voices cannot be started: {error}.") from error
        self._reader = threading.Thread(target=self._read, name="human voices", daemon=True)
        self._reader.start()
        try:
            self.times_words = bool(self._answer(STARTS_IN).head["word_times"])
            """Whether the model tells when words are heard."""
        except EngineError:
            self.close()
            raise

    def say(
        self, text: str, sounds: Sequence[Sounds], voice: NaturalSettings, speed: float
    ) -> Iterator[tuple[bytes, list[WordMark]]]:
        """The sound of a text in parts, as they are made, with marks from the start of each part.

        What is left of it is not made once another is asked for. Raises EngineError.
        """
        assert self._process.stdin
        self._serial += 1
        request = {"serial": self._serial, "text": text, "sounds": sounds, "voice": asdict(voice), "speed": speed}
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError):
            raise EngineError("The process of the human voices has ended.") from None
        while True:
            head, pcm = self._answer(ANSWERS_IN)
            if head["serial"] == self._serial:
                if "marks" not in head:
                    return
                yield pcm, [WordMark(*mark) for mark in head["marks"]]

    def close(self) -> None:
        """End the process, by force if it must be."""
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(0.5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()

    def _answer(self, patience: float) -> _Answer:
        """The next answer; one that is an error is raised."""
        try:
            answer = self._answers.get(timeout=patience)
        except queue.Empty:
            self._process.kill()
            raise EngineError(f"The human voices have not responded for {patience:g} seconds.") from None
        if answer is None:
            self._answers.put(None)  # for whoever asks next
            raise EngineError("The process of the human voices has ended.")
        if "error" in answer.head and answer.head.get("serial", self._serial) == self._serial:
            raise EngineError(answer.head["error"])
        return answer

    def _read(self) -> None:
        assert self._process.stdout
        with self._process.stdout as answers, contextlib.suppress(ValueError, OSError):
            while line := answers.readline():
                head = json.loads(line)
                self._answers.put(_Answer(head, answers.read(head.get("bytes", 0))))
        self._answers.put(None)
