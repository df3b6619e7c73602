"""An engine that plays a document's recording, and has another engine say what the recording lacks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tui_reader.casting.voice import Voice
from tui_reader.errors import EngineError, ReaderError, RecordingFailed
from tui_reader.narration.utterance import Sounds, Utterance
from tui_reader.playback.recording.alignment import Alignment, RecordedSpan
from tui_reader.playback.recording.length_check import length_warning
from tui_reader.playback.recording.matched_voice import MatchedVoice, gain_for
from tui_reader.playback.recording.part_reader import FADE, Part, PartReader
from tui_reader.playback.recording.recording import Recording
from tui_reader.playback.recording.silences import Silence, silences
from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.terminal.counts import length
from tui_reader.tts import samples
from tui_reader.tts.engine import Engine, PhoneticEngine, Take
from tui_reader.tts.render import ALONE, Neighbours, Sound, SpeechStyle, Word
from tui_reader.tts.samples import FRAME_BYTES

LONGEST_GAP = 60.0
"""Seconds between two utterances that are played through: music, laughter. What is longer is left out."""
LEAD = 0.03
"""Seconds that are heard before the first word and after the last, where no other words are: times are not exact."""
KEPT = 0.3
"""Seconds that are left of a silence that is shortened."""
WINDOW = 20.0
"""Seconds of the recording in which silences are looked for at once."""


def with_recording(
    open_engine: Callable[[], Engine], recording: Recording, tell: Callable[[str], None], is_heard: bool = True
) -> Engine:
    """Open an engine with a recording; alone where that cannot be opened, which `tell` is given a line for.

    `tell` is also given a line that it is heard, unless voices are heard instead. Raises what `open_engine` raises.
    """
    from tui_reader.playback.recording.open_sound import open_sound

    engine = open_engine()
    try:
        source = open_sound(recording.path)
    except ReaderError as error:
        tell(f"{error} Voices read the document.")
        return engine
    is_first, recording.seconds = recording.seconds is None, source.frames / source.sample_rate
    if is_heard:
        tell(f"With the recording {recording.path.name}, {length(recording.seconds)}.")
    if is_first and (warning := length_warning(recording.alignment, recording.seconds)):
        tell(warning)
    return RecordingEngine(engine, recording, source)


class RecordingEngine:
    """An `Engine` and a `RecordedEngine`, at the recording's sample rate."""

    def __init__(
        self,
        engine: Engine,
        recording: Recording,
        source: SoundSource,
        whole: bool = False,
    ) -> None:
        """`engine` says what `recording` lacks; `source` is the opened recording. Both are closed with this one.

        `whole`: what is before the first words and after the last is heard too, and every pause as long as it is.
        """
        self.name = engine.name
        self.sample_rate = source.sample_rate
        timed = any(time.is_word for time in recording.alignment.document.times)
        self.abilities = replace(engine.abilities, word_marks=timed, streams=True)
        self._engine, self._recording, self._source = engine, recording, source
        self._whole, self._longest_gap = whole, math.inf if whole else LONGEST_GAP
        self._reader = PartReader(source)
        self._silences = lru_cache(maxsize=4)(self._silences_of)
        self._gain: float | None = None
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
            return self._silence(utterance, style, take) if self._is_left_silent(alignment, utterance, style) else None
        part = self._part(alignment, utterance, span, style, start, neighbours)
        if style.skip_silence:
            part = part._replace(left_out=self._left_out(part))
        words = self._words(span, utterance, start, part, style.speed)
        given = 0
        for pcm in self._read(part, style.speed):
            frames = len(pcm) // FRAME_BYTES
            here = tuple(word for word in words if given <= word.frame < given + frames)
            given += frames
            if not take(Sound(pcm if style.stereo else samples.centred(pcm), here)):
                return given
        if not given and not part.goes_on:  # words of no length, where others speak: a reading must begin with a sound
            given = 1
            take(Sound(bytes(FRAME_BYTES), tuple(words)))
        speech = min(given, part.heard_at(part.speech_end, style.speed))
        self._reached = None if part.is_left else (utterance, part.end)
        if part.is_left:
            take(Sound(bytes(FRAME_BYTES * style.pause_frames(utterance, self.sample_rate)), ()))
        return speech

    def _is_left_silent(self, alignment: Alignment, utterance: Utterance, style: SpeechStyle) -> bool:
        """Whether nothing is to be heard for an utterance, because the recording lacks it."""
        if self._failed or utterance.beside or not (style.recording and style.unrecorded_silent):
            return False
        pages = alignment.document.pages
        return not (0 <= utterance.page < len(pages) and pages[utterance.page].speaker in style.voiced)

    def _silence(self, utterance: Utterance, style: SpeechStyle, take: Callable[[Sound], bool]) -> int:
        """Nothing but the pause after an utterance."""
        take(Sound(bytes(FRAME_BYTES * max(1, style.pause_frames(utterance, self.sample_rate))), ()))
        return 0

    def _left_out(self, part: Part) -> tuple[Silence, ...]:
        """Of each silence in a part what is more than `KEPT`. Raises RecordingFailed."""
        kept, window, edge = (round(seconds * self.sample_rate) for seconds in (KEPT, WINDOW, FADE))
        found: list[Silence] = []
        for number in range(part.begin // window, part.end // window + 1):
            for silence in self._silences(number, window):
                begin, end = max(part.begin, silence.begin + kept), min(part.end - edge, silence.end)
                if begin < end:
                    found.append(Silence(begin, end))
        return tuple(found)

    def _silences_of(self, number: int, window: int) -> list[Silence]:
        """The silences in one of the windows, of so many frames each, into which the recording is divided."""
        try:
            return silences(self._source, number * window, min((number + 1) * window, self._source.frames))
        except EngineError as error:
            self._failed = True
            raise RecordingFailed(str(error)) from None

    def _matched(self, take: Take) -> Take:
        """Takes chunks of the other engine, and hands them on at the recording's rate, as loud as its speech."""
        if self._gain is None:
            self._gain = gain_for(self._recording.alignment, self._source)
        return MatchedVoice(self._engine.sample_rate, self.sample_rate, self._gain, take)

    def _span(self, alignment: Alignment, utterance: Utterance | None, style: SpeechStyle) -> RecordedSpan | None:
        """Where an utterance is in the recording; None where it is not to be heard from there."""
        if utterance is None or self._failed or not style.recording:
            return None
        pages = alignment.document.pages
        if not 0 <= utterance.page < len(pages) or pages[utterance.page].speaker in style.voiced:
            return None
        span = alignment.span(utterance)
        return span if span and self._frame(span.begin) < self._source.frames and self._frame(span.until) > 0 else None

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
    ) -> Part:
        """What is played for an utterance that is in the recording at `span`."""
        begin, until = self._frame(span.begin), self._frame(span.until)
        lead, trail = (round(min(LEAD, room) * self.sample_rate) for room in alignment.room(span))
        before = self._span(alignment, neighbours.before, style)
        reached = self._reached[1] if self._reached and self._reached[0] == neighbours.before else None
        goes_on = start == 0 and before is not None and reached is not None and alignment.joins(before, span)
        if start:
            place = utterance.printed_at(start)[0]
            begin = next((self._frame(word.begin) for word in span.words if word.end > place), begin)
        elif goes_on and reached is not None:
            begin = reached
        elif self._whole and neighbours.before is None and alignment.is_earliest(span):
            begin = 0
        else:
            begin = max(0, begin - lead)
        until = max(begin, until)
        after = self._span(alignment, neighbours.after, style)
        longest = self._longest_gap * self.sample_rate
        if after and alignment.joins(span, after) and self._frame(after.begin) - until <= longest:
            return Part(begin, until, max(until, self._frame(after.begin)), goes_on, False)
        end = min(until + trail, self._source.frames)
        if self._whole and neighbours.after is None and alignment.is_latest(span):
            return Part(begin, until if until > begin else end, self._source.frames, goes_on, True)
        return Part(begin, end, end, goes_on, True)

    def _read(self, part: Part, speed: float) -> Iterator[bytes]:
        """The sound of a part, piece by piece. Raises RecordingFailed."""
        try:
            yield from self._reader.read(part, speed)
        except EngineError as error:
            self._failed = True
            raise RecordingFailed(str(error)) from None

    def _words(self, span: RecordedSpan, utterance: Utterance, start: int, part: Part, speed: float) -> list[Word]:
        """When the words are heard, in frames from the part's beginning; from character `start` of the spoken text."""
        first = utterance.printed_at(start)[0] if start else 0
        last = max(0, part.heard_at(part.end, speed) - 1)

        def frame(seconds: float) -> int:
            return min(last, part.heard_at(self._frame(seconds), speed))

        guessed = not span.has_word_times
        return [
            Word(frame(word.begin), word.start, word.end, frame(word.until), guessed)
            for word in span.words
            if word.end > first
        ]
