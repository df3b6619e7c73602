"""An utterance as finished sound: trimmed, placed in stereo, with the exact pause after it and the times of its words.

The player and every export use this function, so that what is heard live and what is in a file are the same. Engines
put silence around an utterance; it is cut off here, so that the only pause is the chosen one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from tui_reader.casting.voice import Voice
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Delivery, Sounds, Utterance
from tui_reader.tts import earcon_sounds, samples
from tui_reader.tts.engine import Chunk, Engine, PhoneticEngine, WordMark
from tui_reader.tts.voiced_stretches import FASTEST, QUICKER, VoicedStretch, lower, stretches_of

EDGE = 0.004
"""Seconds kept before the first and after the last loud sample, faded, so that a soft consonant is not clipped."""

JOIN = 0.05
"""Seconds of silence between words in one language and words of the same sentence in another."""

BESIDE_PARENTHESIS = 0.1
"""Seconds of silence before and after a parenthesis at speed 1, besides what engines put before their words."""

ASIDE = 0.85
"""The position in stereo of notes, and of what is said beside the talk: further right than any voice."""


WHISPER = 0.25
"""The height of whispered speech as a part of that of other speech: 12 dB below it."""


class Word(NamedTuple):
    """When a word is heard, and where it is printed."""

    frame: int
    """Frames from the start of the utterance's sound."""
    start: int
    """Characters into `Utterance.printed`."""
    end: int
    until: int | None = None
    """The frame at which it ends, if that is known."""
    is_estimated: bool = False
    """Whether the time is a guess from the sentence's, so that the sentence is marked and not the word."""


class Sound(NamedTuple):
    """A part of an utterance's finished sound, in order."""

    pcm: bytes
    """Signed 16-bit stereo frames."""
    words: tuple[Word, ...]


class Neighbours(NamedTuple):
    """What is heard right before and right after an utterance in the same run; None where nothing is."""

    before: Utterance | None = None
    after: Utterance | None = None


ALONE = Neighbours()
"""Of an utterance by itself."""


@runtime_checkable
class RecordedEngine(Protocol):
    """An engine that has a recording of some utterances; the others are synthesised by it."""

    def play_recorded(
        self,
        utterance: Utterance,
        style: SpeechStyle,
        take: Callable[[Sound], bool],
        start: int = 0,
        neighbours: Neighbours = ALONE,
    ) -> int | None:
        """As `render` does, from the recording; None, with nothing handed over, where it has not this utterance.

        Nothing is trimmed, and where the next utterance follows in the recording, so does what is heard between them.
        """


class Casting(Protocol):
    """Who has which voice; `casting.Cast` is one."""

    def voice(self, speaker: str) -> Voice:
        """The voice of a person, by id, or of "narrator"."""


@dataclass(frozen=True, slots=True)
class SpeechStyle:
    """How it is read: speed, stereo and pauses, as the person set them."""

    speed: float = 1.0
    """0.5 to 4 times the voices' own speed."""
    stereo: bool = True
    """Whether each voice has its position in stereo; otherwise all are in the middle."""
    pauses: Mapping[Pause, int] | None = None
    """Milliseconds at speed 1 by cause, after a sentence of the usual length; missing ones are 0."""
    recording: bool = True
    """Whether the document's recording is heard, where there is one."""
    voiced: frozenset[str] = frozenset()
    """Whose turns are read by voices although there is a recording: people, by id."""
    unrecorded_silent: bool = False
    """Whether nothing is heard for what a recording lacks."""
    skip_silence: bool = False
    """Whether long silences of a recording are shortened."""

    def pause_frames(self, utterance: Utterance, sample_rate: int) -> int:
        """Frames of silence after an utterance, at `sample_rate` Hz; fewer the faster it is read."""
        return round(self.pause_seconds(utterance) * sample_rate)

    def pause_seconds(self, utterance: Utterance) -> float:
        """Seconds of silence after an utterance; fewer the faster it is read."""
        return (self.pauses or {}).get(utterance.pause, 0) * utterance.pause_scale / 1000 / self.speed


def render(
    utterance: Utterance,
    engine: Engine,
    casting: Casting,
    style: SpeechStyle,
    take: Callable[[Sound], bool],
    start: int = 0,
    neighbours: Neighbours = ALONE,
) -> int:
    """Make the sound of an utterance from character `start` of its spoken text, and hand it to `take` as it comes.

    A recording goes on without a break from one of its `neighbours` and to the other, where they follow in it.
    Returns the number of frames of speech and earcons; the pause after them is handed over last and does not count.
    `take` returns False when no more is wanted. Raises EngineError.
    """
    if utterance.delivery is not Delivery.SPOKEN:
        take = _delivered(utterance.delivery, take)
    if isinstance(engine, RecordedEngine):
        recorded = engine.play_recorded(utterance, style, take, start, neighbours)
        if recorded is not None:
            return recorded
    voice = casting.voice(utterance.voice)
    pan, rate = _pan(utterance, voice, style), engine.sample_rate
    trimmer = _Trimmer(utterance, engine, pan, take)
    if start == 0:
        trimmer.insert(earcon_sounds.beside(utterance.earcons, True, rate))
    for stretch in stretches_of(utterance, start):
        _speak(utterance, engine, voice, style.speed, trimmer, stretch)
        if not trimmer.wanted:
            break
    if trimmer.wanted:
        trimmer.finish()
    if trimmer.wanted:
        trimmer.insert(earcon_sounds.beside(utterance.earcons, False, rate))
    if trimmer.wanted:
        take(Sound(bytes(samples.FRAME_BYTES * style.pause_frames(utterance, rate)), ()))
    return trimmer.frames


def _delivered(delivery: Delivery, take: Callable[[Sound], bool]) -> Callable[[Sound], bool]:
    """Hands sound on as it is to be heard: quietly, or as silence of the same length, in which no word is heard."""
    if delivery is Delivery.LEFT:
        return lambda sound: take(Sound(bytes(len(sound.pcm)), ()))
    return lambda sound: take(sound._replace(pcm=samples.scale(sound.pcm, WHISPER)))


def _speak(
    utterance: Utterance, engine: Engine, voice: Voice, speed: float, trimmer: _Trimmer, stretch: VoicedStretch
) -> None:
    """Have the engine say a stretch of the spoken text."""
    first, last = stretch.start, stretch.end
    sounds = [Sounds(at - first, end - first, said) for at, end, said in utterance.sounds if first <= at < last]
    trimmer.begin(first, BESIDE_PARENTHESIS / speed if stretch.beside_parenthesis else JOIN)
    if stretch.language:
        voice = replace(voice, language=stretch.language)
    if stretch.in_parenthesis:
        voice, speed = lower(voice), min(FASTEST, speed * QUICKER)
    text = stretch.given(utterance.spoken)
    if sounds and isinstance(engine, PhoneticEngine):
        engine.pronounce(text, sounds, voice, speed, trimmer.chunk)
    else:
        engine.synthesise(text, voice, speed, trimmer.chunk)


def _pan(utterance: Utterance, voice: Voice, style: SpeechStyle) -> float:
    """The position of an utterance in stereo, -1 left to 1 right."""
    if not style.stereo:
        return 0.0
    return ASIDE if utterance.note or utterance.beside else voice.pan


class _Trimmer:
    """Cuts off the silence before and after the speech while the sound comes in."""

    def __init__(self, utterance: Utterance, engine: Engine, pan: float, take: Callable[[Sound], bool]) -> None:
        self.wanted = True
        self.frames = 0
        self._utterance, self._pan, self._take = utterance, pan, take
        self._start = 0  # the character of the spoken text at which the engine's text begins
        self._made = self._made_before = 0  # samples of the speech, and those of them before the engine's text
        self._rate = engine.sample_rate
        self._edge = int(EDGE * engine.sample_rate)
        self._silent = samples.SILENT if engine.abilities.audible else -1  # a height that every sample is above
        self._before = 0  # frames of what was put before the speech
        self._dropped = 0  # samples cut off before the speech
        self._began = False
        self._held = b""  # silence that may turn out to be the end
        self._marks: list[WordMark] = []

    def insert(self, mono: bytes) -> None:
        """Hand over a sound that is not speech, before or after it."""
        if mono:
            self._before = len(mono) // 2
            self.frames += self._before
            self.wanted = self._take(Sound(samples.pan(mono, self._pan), ()))

    def begin(self, start: int, silence: float) -> None:
        """The engine is given a text that begins at the character `start` of the spoken text.

        Of the silence at the end of the text before, `silence` seconds are left.
        """
        self._start, self._made_before = start, self._made
        join = int(silence * self._rate)
        left_out = len(self._held) // 2 - join
        if self._began and left_out > 0:
            self._held = self._held[: 2 * join]
            self._dropped += left_out

    def chunk(self, chunk: Chunk) -> bool:
        before, start = self._made_before, self._start
        self._marks += (WordMark(before + mark.sample, start + mark.offset) for mark in chunk.marks)
        pcm = chunk.pcm
        self._made += len(pcm) // 2
        if not self._began:
            pcm = self._held + pcm
            silent = samples.leading_silence(pcm, self._silent)
            if 2 * silent >= len(pcm):
                self._held = pcm
                return self.wanted
            cut = max(0, silent - self._edge)
            self._dropped = cut
            pcm = samples.fade(pcm[2 * cut :], min(self._edge, silent - cut), up=True)
            self._began, self._held = True, b""
        silent = samples.trailing_silence(pcm, self._silent)
        if 2 * silent >= len(pcm):
            self._held += pcm
            return self.wanted
        loud = len(pcm) - 2 * silent
        sound, self._held = self._held + pcm[:loud], pcm[loud:]
        return self._give(sound)

    def finish(self) -> None:
        """End the speech: a short faded edge of the silence that was held back is handed over, the rest is cut off."""
        if self._began:
            edge = self._held[: 2 * self._edge]
            self._give(samples.fade(edge, len(edge) // 2, up=False), last=True)

    def _give(self, mono: bytes, last: bool = False) -> bool:
        end = self.frames + len(mono) // 2
        words: list[Word] = []
        later: list[WordMark] = []
        for mark in self._marks:
            frame = self._before + max(0, mark.sample - self._dropped)
            if frame < end or last:
                words.append(Word(min(frame, max(0, end - 1)), *self._utterance.printed_at(mark.offset)))
            else:
                later.append(mark)
        self._marks = later
        self.frames = end
        self.wanted = self._take(Sound(samples.pan(mono, self._pan), tuple(words)))
        return self.wanted
