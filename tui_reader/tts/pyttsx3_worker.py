"""The process that runs pyttsx3: calls `main` with a folder as its one argument.

pyttsx3 can deadlock, crash or lose an utterance, so it never runs where the screen is drawn. This process takes one
utterance a line on standard input, saves it to a file and answers with a line; when its input ends it clears FOLDER
away and ends. It knows nothing of voices but what the driver calls them.

First it says what it has: {"driver": "espeak", "voices": [{"id", "name", "gender", "languages"}, ...]}.
Asked {"text", "file", "properties": {"voice": id, "rate": n, ...}} it answers {} once the file is written.
Either answer may be {"error": one line} instead.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterable
from typing import IO, Any


def lend_espeak() -> None:
    """Give pyttsx3 the espeak-ng that espeakng-loader carries: it asks the linker for libespeak-ng.so.1, and a library
    of that name that is loaded already is what it gets. Without espeakng-loader, it finds the system's own.
    """
    if sys.platform in {"win32", "darwin"}:
        return
    import ctypes

    try:
        import espeakng_loader

        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        ctypes.CDLL(espeakng_loader.get_library_path())
    except (ImportError, OSError, RuntimeError):
        os.environ.pop("ESPEAK_DATA_PATH", None)


class Pyttsx3Speaker:
    """pyttsx3 with its system's driver, an utterance at a time."""

    def __init__(self) -> None:
        lend_espeak()
        import pyttsx3

        self._engine: Any = pyttsx3.init()
        self.driver: str = self._engine.driver_name
        self._finished = threading.Event()
        self._error: Exception | None = None
        self._engine.connect("finished-utterance", self._on_finished)
        self._engine.connect("error", self._on_error)
        if self.driver == "espeak":
            self._engine.runAndWait()  # until it has run once it only queues what it is told

    def voices(self) -> list[dict[str, Any]]:
        """What the driver has, in plain data."""
        return [
            {
                "id": voice.id,
                "name": voice.name or "",
                "gender": str(voice.gender or ""),
                "languages": [str(language) for language in voice.languages or ()],
            }
            for voice in self._engine.getProperty("voices")
        ]

    def save(self, text: str, file: str, properties: dict[str, str | float]) -> None:
        """Write the sound of `text` to `file`. Raises what the driver raised."""
        self._finished.clear()
        self._error = None
        self._settle()
        for name, value in properties.items():
            self._engine.setProperty(name, value)
        self._settle()
        self._engine.save_to_file(text, file)
        self._engine.runAndWait()
        if self.driver == "espeak" and self._error is None:
            self._finished.wait()  # the other drivers have finished when runAndWait returns
        if self._error is not None:
            raise self._error

    def _settle(self) -> None:
        """Wait until espeak's own thread is idle: runAndWait begins by cancelling what that has yet to do, and so loses
        a rate or a pitch that was set just before it.
        """
        if self.driver == "espeak":
            from pyttsx3.drivers import _espeak

            while _espeak.IsPlaying():
                time.sleep(0.001)

    def _on_finished(self, name: str | None = None, completed: bool = True) -> None:
        self._finished.set()

    def _on_error(self, name: str | None = None, exception: Exception | None = None) -> None:
        self._error = exception or RuntimeError("pyttsx3 reports an error without a word on it")
        self._finished.set()


def serve(requests: Iterable[str], answers: IO[str]) -> None:
    """Say what there is, then answer each request with a line until there are no more."""

    def answer(value: dict[str, Any]) -> None:
        answers.write(json.dumps(value) + "\n")
        answers.flush()

    try:
        speaker = Pyttsx3Speaker()
        answer({"driver": speaker.driver, "voices": speaker.voices()})
    except Exception as error:  # noqa: BLE001 - whatever a driver raises is for the other process to report
        answer({"error": _line(error)})
        return
    for request in requests:
        try:
            speaker.save(**json.loads(request))
            answer({})
        except Exception as error:  # noqa: BLE001
            answer({"error": _line(error)})


def _line(error: Exception) -> str:
    """An error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def main() -> None:
    """Serve standard input, with an output that the drivers' own printing cannot reach."""
    folder = sys.argv[1]
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        serve(sys.stdin, answers)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
