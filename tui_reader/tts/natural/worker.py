"""The process that makes the sound of human voices: calls `main`.

Loading them keeps a processor busy for most of a second, in which no other thread of the same process would run; so it
is never done where the screen is drawn. One request a line comes on standard input; a new one ends the one before it,
and the end of input ends the process at once. Each answer is a line, and as many bytes of sound as that says:

    {"word_times": true}                                          it is ready
    {"serial": 3, "bytes": 88200, "marks": [[0, 0], [9000, 4]]}   a part of the sound that request 3 asks for
    {"serial": 3}                                                 all of it was given
    {"serial": 3, "error": "..."}                                 or cannot be made
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from tui_reader.casting.voice import NaturalSettings
from tui_reader.errors import EngineError
from tui_reader.narration.utterance import Sounds
from tui_reader.tts.natural.human_speech import HumanSpeech


class _Requests:
    """The requests that have come in, of which only the newest counts."""

    def __init__(self, lines: BinaryIO) -> None:
        self.newest = 0
        """The serial of the newest."""
        self.superseded: Callable[[], None] = lambda: None
        """Called when another request comes, by another thread."""
        self._waiting: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(lines,), name="requests", daemon=True).start()

    def next(self) -> dict[str, Any]:
        """The next one that counts, as soon as there is one."""
        while (request := self._waiting.get())["serial"] != self.newest:
            pass
        return request

    def _read(self, lines: BinaryIO) -> None:
        for line in lines:
            request = json.loads(line)
            self.newest = request["serial"]
            self.superseded()
            self._waiting.put(request)
        os._exit(0)


def serve(requests: _Requests, answers: BinaryIO) -> None:
    """Answer requests until the process is ended."""

    def answer(head: dict[str, Any], pcm: bytes = b"") -> None:
        answers.write(json.dumps(head).encode() + b"\n" + pcm)
        answers.flush()

    try:
        speech = HumanSpeech()
    except EngineError as error:
        answer({"error": str(error)})
        return
    requests.superseded = speech.stop
    answer({"word_times": speech.times_words})
    while True:
        request = requests.next()
        serial = request["serial"]
        sounds = [Sounds(*sound) for sound in request["sounds"]]
        try:
            for pcm, marks in speech.say(
                request["text"], sounds, NaturalSettings(**request["voice"]), request["speed"]
            ):
                if requests.newest != serial:
                    break
                answer({"serial": serial, "bytes": len(pcm), "marks": marks}, pcm)
        except Exception as error:  # noqa: BLE001 - whatever a library raises is for the other process to report
            if requests.newest != serial:
                continue
            known = isinstance(error, EngineError)
            answer({"serial": serial, "error": str(error) if known else f"{type(error).__name__}: {error}"})
        else:
            answer({"serial": serial})


def main() -> None:
    """Serve standard input, with an output that the libraries' own printing cannot reach."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(BrokenPipeError):
        serve(_Requests(sys.stdin.buffer), answers)
    os._exit(0)  # a thread waits for input, without which Python would not end
