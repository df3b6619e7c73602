"""The engine "pyttsx3": the system's own voices, by pyttsx3 in a worker process.

These are SAPI5 on Windows and NSSpeechSynthesizer on macOS; on Linux pyttsx3 speaks through espeak-ng. Its own word
events come before the sound, so words are spread over the sound by their length. A process that hangs or dies is
replaced and the utterance is tried once more. Knows no document and no device.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.errors import EngineError
from tui_reader.tts.chunks import in_chunks
from tui_reader.tts.engine import Abilities, Take
from tui_reader.tts.espeak_languages import espeak_voices
from tui_reader.tts.espeak_scales import rate_for, volume_for
from tui_reader.tts.pyttsx3_process import COMMAND, STARTS_IN, ProcessLost, Pyttsx3Process
from tui_reader.tts.samples import WIDTH, leading_silence
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.sound_file import SoundFileError, read_mono
from tui_reader.tts.system_voices import choose
from tui_reader.tts.word_marks import spread_over_speech

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice

SAMPLE_RATE = 22_050
LONGEST = 2000
"""Characters in one call: pyttsx3's espeak driver crashes on very long texts."""


def deadline_for(text: str) -> float:
    """Seconds within which the process must answer: speech is written to a file ten times faster than this."""
    return 10 + len(text) / 20


class Pyttsx3Engine:
    """An `Engine`."""

    name = "pyttsx3"
    sample_rate = SAMPLE_RATE
    abilities = Abilities(word_marks=False, streams=False)

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        deadline: Callable[[str], float] = deadline_for,
        start: float = STARTS_IN,
    ) -> None:
        """Start the process by `command`, to which its folder is added; it must answer within `start` seconds.

        `deadline` gives the seconds for a text. Raises EngineError when the process does not start.
        """
        self._command, self._deadline, self._start = tuple(command), deadline, start
        self._closed = False
        self._worker = Pyttsx3Process(self._command, self._start)
        atexit.register(self.close)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says; the sound comes when up to LONGEST characters are made."""
        if self._closed:
            raise EngineError("pyttsx3 was closed and cannot speak")
        before = 0
        for start, stretch in _stretches(text):
            pcm = self._make(stretch, voice, speed)
            marks = [mark._replace(offset=mark.offset + start) for mark in spread_over_speech(stretch, pcm)]
            if not in_chunks(pcm, marks, take, before):
                return
            before += len(pcm) // WIDTH

    def close(self) -> None:
        """End the process and delete its folder."""
        self._closed = True
        atexit.unregister(self.close)
        self._worker.close()

    def _make(self, text: str, voice: Voice, speed: float) -> bytes:
        """The sound of a text, by a new process if the old one hangs or has died."""
        try:
            return self._ask(text, voice, speed)
        except ProcessLost:
            self._worker.close()
        try:
            self._worker = Pyttsx3Process(self._command, self._start)
            return self._ask(text, voice, speed)
        except ProcessLost as error:
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
            raise ProcessLost(f"wrote no sound ({error})") from error
        finally:
            file.unlink(missing_ok=True)
        if leading_silence(pcm, 0) * WIDTH == len(pcm) and any(character.isalnum() for character in text):
            raise ProcessLost("wrote a file without sound")
        return pcm


def _properties(worker: Pyttsx3Process, voice: Voice, speed: float) -> dict[str, str | float]:
    """pyttsx3's properties for a voice: espeak-ng's settings, or one of the system's voices."""
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


def _espeak_voice(worker: Pyttsx3Process, voice: Voice) -> str:
    """espeak-ng's voice in the language that the voice reads, if it has one."""
    languages = {language for known in worker.voices for language in known.languages}
    names = espeak_voices(voice.espeak.voice, voice.language)
    return next((name for name in names if name.partition("+")[0] in languages), names[-1])


def _stretches(text: str) -> list[tuple[int, str]]:
    """The text in stretches of at most LONGEST characters, cut at blanks, each with its offset; without blank ones."""
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
