"""An engine that plays a document's recording, and has another engine say what the recording lacks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from tui_reader.casting.voice import Voice
from tui_reader.errors import EngineError, ReaderError, RecordingFailed
from tui_reader.narration.utterance import Sounds, Utterance
from tui_reader.playback.recording.alignment import Alignment, RecordedSpan
from tui_reader.playback.recording.length_check import length_warning
from tui_reader.playback.recording.recording import Recording
from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.terminal.counts import length
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, Engine, PhoneticEngine, Take
from tui_reader.tts.render import ALONE, Neighbours, Sound, SpeechStyle, Word
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

LONGEST_GAP = 60.0
"""Seconds between two utterances that are played through: music, laughter. What is longer is left out."""
FADE = 0.008
"""Seconds of a fade where the recording is begun or left."""
LEAD = 0.03
"""Seconds that are heard before the first word and after the last, where no other words are: times are not exact."""
LISTENED = 10
"""Seconds of speech by which the recording's loudness is known."""
VOICES = -22.0
"""dBFS (RMS) of the voices."""
SOFTEST, LOUDEST = 0.25, 1.6
"""The factors within which voices are made as loud as the recording."""
SILENCE = -60.0
"""dBFS (RMS) below which a recording's loudness says nothing."""
BLOCK = 16_384
"""Frames that are read at once."""


def with_recording(open_engine: Callable[[], Engine], recording: Recording, tell: Callable[[str], None]) -> Engine:
    """Open an engine with a recording; alone where that cannot be opened, which `tell` is given a line for.

    Raises what `open_engine` raises.
    """
    from tui_reader.playback.recording.open_sound import open_sound

    engine = open_engine()
    try:
        source = open_sound(recording.path)
    except ReaderError as error:
        tell(f"{error} Voices read the document.")
        return engine
    is_first, recording.seconds = recording.seconds is None, source.frames / source.sample_rate
    if is_first and (warning := length_warning(recording.alignment, recording.seconds)):
        tell(warning)
    return RecordingEngine(engine, recording, source)


class _Part(NamedTuple):
    """What is played of the recording for an utterance, in its frames."""

    begin: int
    speech_end: int
    """From here on there are no words of the utterance."""
    end: int
    goes_on: bool
    """Whether it goes on from what was played before."""
    is_left: bool
    """Whether the recording is left after it."""


class RecordingEngine:
    """An `Engine` and a `RecordedEngine`, at the recording's sample rate."""

    def __init__(self, engine: Engine, recording: Recording, source: SoundSource, whole: bool = False) -> None:
        """`engine` says what `recording` lacks; `source` is the opened recording. Both are closed with this one.

        `whole`: what is before the first words and after the last is heard too, and every pause as long as it is.
        """
        self.name = engine.name
        self.sample_rate = source.sample_rate
        seconds = source.frames / source.sample_rate
        notice = f"With the recording {recording.path.name}, {length(seconds)}. {engine.abilities.notice}"
        timed = any(time.is_word for time in recording.alignment.document.times)
        self.abilities = replace(engine.abilities, word_marks=timed, streams=True, notice=notice.rstrip())
        self._engine, self._recording, self._source = engine, recording, source
        self._whole, self._longest_gap = whole, math.inf if whole else LONGEST_GAP
        self._failed = False
        self._reached: tuple[Utterance, int] | None = None
        """The last utterance after which the recording went on, and the frame up to which it was played."""

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says, by the other engine."""
        self._engine.synthesise(text, voice, speed, self._matched(take))

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `PhoneticEngine.pronounce` says; by the spelling where the other engine takes no sounds."""
        if not isinstance(self._engine, PhoneticEngine):
            self.synthesise(text, voice, speed, take)
            return
        self._engine.pronounce(text, sounds, voice, speed, self._matched(take))

    def close(self) -> None:
        """Close the engine and the recording."""
        self._engine.close()
        self._source.close()

    def play_recorded(
        self,
        utterance: Utterance,
        style: SpeechStyle,
        take: Callable[[Sound], bool],
        start: int = 0,
        neighbours: Neighbours = ALONE,
    ) -> int | None:
        """As `RecordedEngine.play_recorded` says. Raises RecordingFailed."""
        alignment = self._recording.alignment
        span = self._span(alignment, utterance, style)
        if span is None:
            return None
        part = self._part(alignment, utterance, span, style, start, neighbours)
        words = _words(span, utterance, start, part, self.sample_rate)
        given = 0
        for pcm in self._read(part, style):
            frames = len(pcm) // FRAME_BYTES
            here = tuple(word for word in words if given <= word.frame < given + frames)
            given += frames
            if not take(Sound(pcm, here)):
                return given
        speech = min(given, part.speech_end - part.begin)
        self._reached = None if part.is_left else (utterance, part.end)
        if part.is_left:
            take(Sound(bytes(FRAME_BYTES * style.pause_frames(utterance, self.sample_rate)), ()))
        return speech

    def _matched(self, take: Take) -> Take:
        """Takes chunks of the other engine, and hands them on at the recording's rate, as loud as its speech."""
        return _Matched(self._engine.sample_rate, self.sample_rate, self._gain, take)

    @cached_property
    def _gain(self) -> float:
        """By how much voices are made louder, to be as loud as the recording's first speech."""
        pcm, wanted = b"", LISTENED * self.sample_rate * FRAME_BYTES
        seconds = self._recording.alignment.correction.seconds
        try:
            for time in self._recording.alignment.document.times:
                if not time.is_word and time.end is not None and len(pcm) < wanted:
                    begin, end = self._frame(seconds(time.start)), self._frame(seconds(time.end))
                    pcm += self._source.read(begin, min(max(0, end - begin), LISTENED * self.sample_rate))
        except EngineError:  # told when it is to be heard
            pcm = b""
        level = samples.rms_dbfs(pcm)
        return min(LOUDEST, max(SOFTEST, 10 ** ((level - VOICES) / 20))) if level > SILENCE else 1.0

    def _span(self, alignment: Alignment, utterance: Utterance | None, style: SpeechStyle) -> RecordedSpan | None:
        """Where an utterance is in the recording; None where it is not to be heard from there."""
        if utterance is None or self._failed or not style.recording:
            return None
        pages = alignment.document.pages
        if not 0 <= utterance.page < len(pages) or pages[utterance.page].speaker in style.voiced:
            return None
        span = alignment.span(utterance)
        return span if span and self._frame(span.begin) < self._source.frames else None

    def _frame(self, seconds: float) -> int:
        """The frame of the recording at a time, within its length."""
        return min(max(0, round(seconds * self.sample_rate)), self._source.frames)

    def _part(
        self,
        alignment: Alignment,
        utterance: Utterance,
        span: RecordedSpan,
        style: SpeechStyle,
        start: int,
        neighbours: Neighbours,
    ) -> _Part:
        """What is played for an utterance that is in the recording at `span`."""
        begin, until = self._frame(span.begin), self._frame(span.until)
        lead, trail = (round(min(LEAD, room) * self.sample_rate) for room in alignment.room(span))
        before = self._span(alignment, neighbours.before, style)
        reached = self._reached[1] if self._reached and self._reached[0] == neighbours.before else None
        goes_on = start == 0 and before is not None and before.joins(span) and reached is not None
        if start:
            place = utterance.printed_at(start)[0]
            begin = next((self._frame(word.begin) for word in span.words if word.end > place), begin)
        elif goes_on and reached is not None:
            begin = reached
        elif self._whole and neighbours.before is None:
            begin = 0
        else:
            begin = max(0, begin - lead)
        until = max(begin, until)
        after = self._span(alignment, neighbours.after, style)
        if after and span.joins(after) and self._frame(after.begin) - until <= self._longest_gap * self.sample_rate:
            return _Part(begin, until, max(until, self._frame(after.begin)), goes_on, False)
        if self._whole and neighbours.after is None:
            return _Part(begin, until, self._source.frames, goes_on, True)
        end = min(until + trail, self._source.frames)
        return _Part(begin, end, end, goes_on, True)

    def _read(self, part: _Part, style: SpeechStyle) -> Iterator[bytes]:
        """The recording's sound of a part, block by block, faded where it is begun and left."""
        at, fade = part.begin, round(FADE * self.sample_rate)
        while at < part.end:
            frames = min(BLOCK, part.end - at)
            if part.end - at - frames < fade:
                frames = part.end - at
            pcm = self._source_frames(at, frames)
            if at == part.begin > 0 and not part.goes_on:
                pcm = samples.fade(pcm, fade, up=True, channels=CHANNELS)
            at += frames
            if at == part.end < self._source.frames and part.is_left:
                pcm = samples.fade(pcm, fade, up=False, channels=CHANNELS)
            yield pcm if style.stereo else samples.centred(pcm)

    def _source_frames(self, at: int, frames: int) -> bytes:
        """That many frames of the recording, with silence for what is missing at its end."""
        try:
            pcm = self._source.read(at, frames)
        except EngineError as error:
            self._failed = True
            raise RecordingFailed(str(error)) from None
        return pcm + bytes(frames * FRAME_BYTES - len(pcm))


def _words(span: RecordedSpan, utterance: Utterance, start: int, part: _Part, sample_rate: int) -> list[Word]:
    """When the words of a part are heard, in frames from its beginning; only those from character `start` spoken on."""
    first = utterance.printed_at(start)[0] if start else 0
    guessed = not span.has_word_times
    last = max(0, part.end - part.begin - 1)

    def frame(seconds: float) -> int:
        return min(last, max(0, round(seconds * sample_rate) - part.begin))

    return [
        Word(frame(word.begin), word.start, word.end, frame(word.until), guessed)
        for word in span.words
        if word.end > first
    ]


class _Matched:
    """Takes an engine's chunks and hands them on at another sample rate, louder by a factor."""

    def __init__(self, rate: int, wanted: int, gain: float, take: Take) -> None:
        self._rate, self._wanted, self._gain, self._take = rate, wanted, gain, take
        self._state: samples.ResamplerState = None

    def __call__(self, chunk: Chunk) -> bool:
        pcm = samples.scale(chunk.pcm, self._gain)
        if self._rate != self._wanted:
            pcm, self._state = samples.resampled(pcm, 1, self._rate, self._wanted, self._state)
        marks = (mark._replace(sample=mark.sample * self._wanted // self._rate) for mark in chunk.marks)
        return self._take(Chunk(pcm, tuple(marks)))
