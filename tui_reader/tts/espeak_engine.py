"""The engine "espeak": espeak-ng in this process.

Sound and word marks stream out of espeak-ng's callback as it synthesises; the first chunk comes within a millisecond.
Text is given as plain text, never as SSML; phoneme mnemonics come from a lexicon alone. The voice's gain is applied.
espeak-ng has one state a process and is not safe with threads, so there is one engine at a time and one call at a time.
Knows no document and no device.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.errors import EngineError
from tui_reader.tts import espeak_library as espeak
from tui_reader.tts.engine import Abilities, Chunk, Take, WordMark
from tui_reader.tts.espeak_languages import espeak_voices
from tui_reader.tts.espeak_scales import SONIC_RATE, rate_for, stretch_for, volume_for
from tui_reader.tts.phoneme_markup import phoneme_markup
from tui_reader.tts.samples import WIDTH
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.slow_speech import SlowSpeech

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice
    from tui_reader.narration.utterance import Sounds

_in_use = threading.Lock()
"""Held while an engine is open."""


class EspeakEngine:
    """A `PhoneticEngine`. Only one can be open in a process."""

    name = "espeak"
    abilities = Abilities(word_marks=True, streams=True, patience=5)

    def __init__(self, library: Path | None = None, data: Path | None = None) -> None:
        """Load espeak-ng from `library` with its `data` folder, by default those of espeakng-loader.

        Raises EngineError when either cannot be used, or when an engine is already open in this process.
        """
        if not _in_use.acquire(blocking=False):
            raise EngineError("espeak is in use already: close that engine first, a process can have only one")
        try:
            self._library, self.sample_rate = espeak.load(library, data)
        except EngineError:
            _in_use.release()
            raise
        self._open = True
        self._speaking = threading.Lock()
        self._voice: tuple[str, str] | None = None
        self._utterance: _Synthesis | None = None
        self._callback = espeak.Callback(self._on_sound)  # referred to here: espeak-ng keeps a pointer to it
        self._library.espeak_SetSynthCallback(self._callback)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says. What `take` raises is raised here, after espeak-ng has stopped."""
        self.pronounce(text, (), voice, speed, take)

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `PhoneticEngine.pronounce` says; only voices of English say the mnemonics."""
        if not self._open:
            raise EngineError("espeak was closed and cannot speak")
        if not self._speaking.acquire(blocking=False):
            raise EngineError("espeak is speaking already: it makes one utterance at a time")
        try:
            self._speak_slowly(sanitize(text), sounds, voice, speed, take)
        finally:
            self._utterance = None
            self._speaking.release()

    def close(self) -> None:
        """Let another engine be opened, which starts with espeak-ng as it is in a new process."""
        if self._open:
            self._open = False
            if self._speaking.acquire(blocking=False):  # else an utterance hangs in it
                espeak.unload()
            _in_use.release()

    def _speak_slowly(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `_speak`, also more slowly than espeak-ng can."""
        stretch = stretch_for(voice.espeak.rate, speed)
        if stretch == 1:
            self._speak(text, sounds, voice, speed, take)
            return
        slow = SlowSpeech(stretch, self.sample_rate, take)
        self._speak(text, sounds, voice, speed, slow.take)
        slow.finish()

    def _speak(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        if not text.strip():
            return
        self._set_voice(voice)
        settings = voice.espeak
        rate = rate_for(settings.rate, speed)
        for parameter, value in (
            (espeak.RATE, rate),
            (espeak.PITCH, settings.pitch),
            (espeak.RANGE, settings.range),
            (espeak.VOLUME, volume_for(settings.gain)),
        ):  # all four each time: they outlive a change of voice
            self._library.espeak_SetParameter(parameter, value, 0)
        buffer = self.sample_rate * espeak.BUFFER_MS // 1000 if rate >= SONIC_RATE else 0
        given, words = phoneme_markup(text, sounds)
        utterance = self._utterance = _Synthesis(words, take, buffer)
        encoded = given.encode()
        flags = espeak.CHARS_UTF8 | (espeak.PHONEMES if sounds else 0)
        with _interrupt_stored(utterance):
            status = self._library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, flags, None, None)
        if utterance.error is not None:
            raise utterance.error
        if status != 0 and not utterance.stopped:
            raise EngineError(f"espeak could not speak (status {status}): {text[:40]!r}")

    def _set_voice(self, voice: Voice) -> None:
        """Set espeak-ng's voice, in the language that the voice reads if espeak-ng has that."""
        wanted = voice.espeak.voice, voice.language
        if wanted == self._voice:
            return
        self._voice = None
        if all(self._library.espeak_SetVoiceByName(name.encode()) != 0 for name in espeak_voices(*wanted)):
            raise EngineError(f"espeak has no voice {wanted[0]!r}, which the voice {voice.id} asks for")
        self._voice = wanted

    def _on_sound(self, wave: int | None, count: int, events: Any) -> int:
        utterance = self._utterance
        if utterance is None:
            return 1
        try:
            utterance.sound(ctypes.string_at(wave, count * WIDTH) if wave and count > 0 else b"", events)
        except BaseException as error:  # noqa: BLE001 - C cannot pass it on; `_speak` raises it
            utterance.error = error
        return int(utterance.stopped or utterance.error is not None)


class _Synthesis:
    """What is kept between the callbacks of one utterance."""

    def __init__(self, words: Sequence[tuple[int, int]], take: Take, shortened_from: int) -> None:
        """`words`: the characters at which each begins in what espeak-ng was given, and in the text.

        `shortened_from`: samples of a chunk before libsonic shortens it; 0 where it does not.
        """
        self.error: BaseException | None = None
        self.stopped = False
        self._take = take
        self._starts = [given for given, _ in words]
        self._offsets = [offset for _, offset in words]
        self._shortened_from = shortened_from
        self._samples = 0
        self._word = -1
        self._mark_at = 0

    def sound(self, pcm: bytes, events: Any) -> None:
        """Hand over a chunk with the marks of the words that begin in it."""
        if self.stopped or self.error is not None:
            return
        count = len(pcm) // WIDTH
        marks = tuple(self._marks(count, events))
        self._samples += count
        if pcm or marks:
            self.stopped = not self._take(Chunk(pcm, marks))

    def _marks(self, count: int, events: Any) -> Iterator[WordMark]:
        """The new words among the events. espeak-ng counts from 1, and has an event for each part of a number."""
        index = 0
        while events[index].type != espeak.EVENT_LIST_TERMINATED:
            event = events[index]
            index += 1
            if event.type != espeak.EVENT_WORD:
                continue
            word = bisect_right(self._starts, event.text_position - 1) - 1
            if word <= self._word:
                continue
            self._word = word
            at = event.sample
            if self._shortened_from:  # the sample is right before libsonic's shortening: scale it inside its chunk
                at = self._samples + (at - self._samples) * count // self._shortened_from
            self._mark_at = max(self._mark_at, at)
            yield WordMark(self._mark_at, self._offsets[word])


@contextmanager
def _interrupt_stored(utterance: _Synthesis) -> Iterator[None]:
    """Store a Ctrl+C that arrives as a callback starts, before its own `try`: ctypes would only print it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = sys.unraisablehook

    def keep(unraisable: sys.UnraisableHookArgs) -> None:
        if isinstance(unraisable.exc_value, KeyboardInterrupt):
            utterance.error = unraisable.exc_value
        else:
            before(unraisable)

    sys.unraisablehook = keep
    try:
        yield
    finally:
        sys.unraisablehook = before
