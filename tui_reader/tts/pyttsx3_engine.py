"""The engine "pyttsx3": the system's own voices, by pyttsx3 in a worker process.

The door to SAPI5 on Windows and NSSpeechSynthesizer on macOS; on Linux pyttsx3 speaks through espeak-ng. Its own word
events come before the sound, so words are spread over the sound by their length. A worker that hangs or dies is
replaced and the utterance tried once more. Knows no document and no device.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.errors import EngineError
from tui_reader.tts.engine import Abilities, Chunk, Take
from tui_reader.tts.espeak_languages import espeak_voices
from tui_reader.tts.espeak_scales import rate_for, volume_for
from tui_reader.tts.samples import WIDTH, leading_silence, trailing_silence
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.sound_file import SoundFileError, read_mono
from tui_reader.tts.system_voices import SystemVoice, choose
from tui_reader.tts.word_marks import spread

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice

SAMPLE_RATE = 22_050
STARTS_IN = 30.0
"""Seconds a worker has to start: SAPI5 builds its bindings when it is first used."""
LONGEST = 2000
"""Characters in one call: pyttsx3's espeak driver crashes on very long texts."""
CHUNK = 4096
"""Samples handed on at once, so that `take` can stop the rest."""
SILENT = 100
"""A sample up to this is silence, as in `tts.render`: words are spread over what is not."""

COMMAND = (sys.executable, "-P", "-m", "tui_reader.tts.pyttsx3_worker")
"""-P: nothing is imported from the folder the reader was started in."""


def deadline_for(text: str) -> float:
    """Seconds after which a worker that has not answered hangs: real speech is ten times faster into a file."""
    return 10 + len(text) / 20


class Pyttsx3Engine:
    """Engine of `tts.engine`."""

    name = "pyttsx3"
    sample_rate = SAMPLE_RATE
    abilities = Abilities(word_marks=False, streams=False)

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        deadline: Callable[[str], float] = deadline_for,
        start: float = STARTS_IN,
    ) -> None:
        """Start the worker by `command`, to which its folder is added. Raises EngineError when it does not start."""
        self._command, self._deadline, self._start = tuple(command), deadline, start
        self._closed = False
        self._worker = _Worker(self._command, self._start)
        atexit.register(self.close)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says; each chunk comes when the whole utterance is made."""
        if self._closed:
            raise EngineError("pyttsx3 was closed and cannot speak")
        before = 0
        for start, stretch in _stretches(text):
            pcm = self._make(stretch, voice, speed)
            length = len(pcm) // WIDTH
            first, last = leading_silence(pcm, SILENT), length - trailing_silence(pcm, SILENT)
            marks = [
                mark._replace(sample=mark.sample + before, offset=mark.offset + start)
                for mark in spread(stretch, min(first, last), last)
            ]
            for at in range(0, length, CHUNK):
                end = before + at + CHUNK
                here = tuple(mark for mark in marks if before + at <= mark.sample < end)
                if not take(Chunk(pcm[at * WIDTH : (at + CHUNK) * WIDTH], here)):
                    return
            before += length

    def close(self) -> None:
        """End the worker and clear its folder away."""
        self._closed = True
        atexit.unregister(self.close)
        self._worker.close()

    def _make(self, text: str, voice: Voice, speed: float) -> bytes:
        """The sound of a stretch, with a new worker where the old one hangs or has died."""
        try:
            return self._ask(text, voice, speed)
        except _Lost:
            self._worker.close()
        try:
            self._worker = _Worker(self._command, self._start)
            return self._ask(text, voice, speed)
        except _Lost as error:
            raise EngineError(f"pyttsx3 {error}, twice, at {text[:40]!r}; try --engine espeak") from error

    def _ask(self, text: str, voice: Voice, speed: float) -> bytes:
        worker = self._worker
        file = worker.folder / "utterance.wav"
        request = {
            "text": sanitize(text, worker.driver),
            "file": str(file),
            "properties": _properties(worker, voice, speed),
        }
        try:
            answer = worker.ask(request, self._deadline(text))
            if "error" in answer:
                raise EngineError(f"pyttsx3 cannot speak as {voice.id}: {answer['error']}")
            pcm = read_mono(file, SAMPLE_RATE)
        except SoundFileError as error:
            raise _Lost(f"wrote no sound ({error})") from error
        finally:
            file.unlink(missing_ok=True)
        if leading_silence(pcm, 0) * WIDTH == len(pcm) and any(character.isalnum() for character in text):
            raise _Lost("wrote a file without sound")
        return pcm


class _Lost(Exception):
    """The worker hangs, is dead or gave nothing; the message goes on from "pyttsx3 "."""


class _Worker:
    """A worker process and its private folder."""

    def __init__(self, command: Sequence[str], patience: float) -> None:
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        try:
            self.folder = Path(tempfile.mkdtemp(prefix="tui-reader-"))
        except OSError as error:
            raise EngineError(f"pyttsx3 needs a temporary folder for its sound and cannot make one: {error}") from error
        try:
            self._process = subprocess.Popen(
                [*command, str(self.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                encoding="utf-8",
                start_new_session=True,  # a Ctrl+C in the terminal is for the reader
            )
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise EngineError(f"pyttsx3's process cannot be started: {error}") from error
        self._reader = threading.Thread(target=self._read, name="pyttsx3 answers", daemon=True)
        self._reader.start()
        try:
            hello = self._answer(patience)
        except _Lost as error:
            self.close()
            raise EngineError(f"pyttsx3 {error} as it starts; try --engine espeak") from error
        if "error" in hello:
            self.close()
            raise EngineError(f"pyttsx3 does not start: {hello['error']}")
        self.driver: str = hello["driver"]
        self.voices = tuple(SystemVoice(**voice) for voice in hello["voices"])

    def ask(self, request: dict[str, Any], patience: float) -> dict[str, Any]:
        """The answer to a request. Raises _Lost when there is none in time."""
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:  # ValueError: it was closed, and none could be started after it
            raise _Lost("has died") from error
        return self._answer(patience)

    def close(self) -> None:
        """End the process, by force where it must be, and clear the folder away."""
        assert self._process.stdin
        with contextlib.suppress(OSError):  # it died with the last request unread
            self._process.stdin.close()
        try:
            self._process.wait(0.2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answer(self, patience: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=patience)
        except queue.Empty:
            raise _Lost(f"has not answered for {patience:.0f} seconds") from None
        if line is None:
            raise _Lost("has died")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _read(self) -> None:
        assert self._process.stdout
        with self._process.stdout as lines:
            for line in lines:
                self._lines.put(line)
        self._lines.put(None)


def _properties(worker: _Worker, voice: Voice, speed: float) -> dict[str, str | float]:
    """pyttsx3's properties for a voice: the settings of espeak-ng, or a voice that the system has."""
    settings = voice.espeak
    if worker.driver == "espeak":
        return {
            "voice": _espeak_voice(worker, voice),
            "rate": rate_for(settings.rate, speed),
            "pitch": settings.pitch,
            "volume": volume_for(settings.gain) / 100,
        }
    rate = round(settings.rate * speed)
    if worker.driver == "sapi5":
        # pyttsx3 turns the rate into SAPI's steps of 1.11 from 156.63 words a minute; SAPI has ten each way.
        rate = min(444, max(56, rate))
    wanted = voice.sapi5 if worker.driver == "sapi5" else voice.nsss
    if voice.language:
        wanted = replace(wanted, language=voice.language)
    chosen = choose(worker.voices, wanted)
    return {"voice": chosen.id, "rate": rate} if chosen else {"rate": rate}


def _espeak_voice(worker: _Worker, voice: Voice) -> str:
    """The voice of espeak-ng in the language that it reads, where there is one."""
    languages = {language for known in worker.voices for language in known.languages}
    names = espeak_voices(voice.espeak.voice, voice.language)
    return next((name for name in names if name.partition("+")[0] in languages), names[-1])


def _stretches(text: str) -> list[tuple[int, str]]:
    """The text in stretches of LONGEST characters at most, cut at blanks, each with its offset; blank ones left out."""
    stretches, start = [], 0
    while start < len(text):
        end = len(text)
        if end - start > LONGEST:
            end = start + LONGEST
            end = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1 or end
        if text[start:end].strip():
            stretches.append((start, text[start:end]))
        start = end
    return stretches


def _environment() -> dict[str, str]:
    """This process's environment, in which the worker finds this package."""
    package = str(Path(__file__).parent.parent.parent)
    paths = [package, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}
