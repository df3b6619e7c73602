"""Puts a transcript's times in step with its recording, where they are off: the person marks what is heard where.

Each change is saved at once, and holds for the document from then on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.document.model import Position
from tui_reader.reading.place import Place
from tui_reader.reading.playback import Playback
from tui_reader.reading.recorded_sound import RecordedSound
from tui_reader.terminal.counts import clock

if TYPE_CHECKING:
    from tui_reader.library import Library
    from tui_reader.narration.utterance import Utterance
    from tui_reader.playback.recording.alignment import Alignment
    from tui_reader.playback.recording.recording import Recording
    from tui_reader.playback.recording.time_correction import SyncPoint, TimeCorrection

ASK_SHIFT = "Seconds heard later (1.5) or earlier (-0.3); back undoes, 0 clears: "
"""What a face asks for `shift`."""
MOST = 86_400.0
"""Seconds: a day, the most that is typed."""
_FRAME_RATES = ((23.976, 24), (23.976, 25), (24, 25), (29.97, 30), (25, 29.97))
"""Frames a second, which captions and recordings are confused between."""
_ALIKE = 0.0004
"""Difference of a stretch from one of these up to which it is told."""
_DRIFT = 0.1
"""Seconds an hour from which on a stretch is told."""


class RecordingTimes:
    """The times of the document of a place; each method returns a line for the person."""

    def __init__(self, place: Place, library: Library, recorded: RecordedSound, playback: Playback) -> None:
        self._place, self._library, self._recorded, self._playback = place, library, recorded, playback
        self._marked: tuple[str, float] | None = None
        """The key of the document, and the moment of the recording in seconds that was marked in it."""
        self._before: list[tuple[str, tuple[SyncPoint, ...]]] = []
        """The places as they were before each change, with the key of the document."""
        playback.started.add(self._forget_mark)

    def _forget_mark(self) -> None:
        self._marked = None

    def in_step(self, key: str = "I") -> str:
        """Mark the moment that is heard now, and pause; asked again, put the sentence at the place there.

        Playing on in between forgets the mark. `key` is that of the command.
        """
        recording = self._recorded.recording
        if recording is None:
            return self._recorded.why_none
        if self._marked is None or self._marked[0] != self._place.whole.key:
            heard = self._heard(recording.alignment)
            if heard is None:
                return f"The recording is not heard now. Play it, and press {key} when a sentence begins."
            if self._playback.playing:
                self._playback.play_or_pause()
            self._marked = self._place.whole.key, heard
            return f"Marked {clock(heard)} in the recording. Go to the sentence that began there and press {key} again."
        utterance, heard = self._playback.utterance_here(), self._marked[1]
        time = _time_of(recording.alignment, utterance)
        if utterance is None or utterance.offset is None or time is None:
            return f"This has no time in the recording. Go to a sentence that has, and press {key} again."
        from tui_reader.playback.recording.time_correction import SyncPoint, with_point

        self._marked = None
        self._playback.seek(Position(utterance.page, utterance.offset))
        points = with_point(self._points, SyncPoint(time, heard))
        further = "" if len(points) > 1 else " If they drift, do the same at a place far from this one."
        return f"{self._keep(recording, points)}{further}"

    def shift(self, typed: str) -> str:
        """Take all words as heard so many seconds later, negative ones earlier.

        "back" takes the last change back; 0 takes the times as the file has them.
        """
        recording = self._recorded.recording
        if recording is None:
            return self._recorded.why_none
        typed = typed.strip().casefold().removesuffix("s").strip().replace(",", ".").replace("\u2212", "-")
        if typed == "back":
            return self._take_back(recording)
        try:
            seconds = float(typed)
        except ValueError:
            seconds = MOST + 1
        if not abs(seconds) <= MOST:
            return "Type seconds, such as 1.5 or -0.3; back takes the last change back, 0 all of them."
        if seconds == 0:
            return self._keep(recording, ())
        from tui_reader.playback.recording.time_correction import shifted

        time = _time_of(recording.alignment, self._playback.utterance_here())
        return self._keep(recording, shifted(self._points, seconds, time or 0.0))

    @property
    def _points(self) -> tuple[SyncPoint, ...]:
        return self._library.recordings.points(self._place.whole.key)

    def _take_back(self, recording: Recording) -> str:
        key = self._place.whole.key
        while self._before and self._before[-1][0] != key:
            self._before.pop()
        if not self._before:
            return "There is no change of the times to take back; 0 takes those of the file."
        told = self._keep(recording, self._before.pop()[1])
        self._before.pop()
        return told

    def _keep(self, recording: Recording, points: Sequence[SyncPoint]) -> str:
        """Take these places from now on, and save them; what is so now."""
        from tui_reader.library.library_errors import LibraryError
        from tui_reader.playback.recording.time_correction import correction_by

        key, unsaved = self._place.whole.key, ""
        self._before.append((key, self._points))
        try:
            self._library.recordings.keep_points(key, points)
        except LibraryError as error:
            unsaved = f" {error}"
        recording.correct(correction_by(points))
        self._recorded.changed.tell()
        return f"{told(recording.alignment.correction)}{unsaved}"

    def _heard(self, alignment: Alignment) -> float | None:
        """The moment of the recording that is heard now, or was last before the pause, in seconds."""
        playback = self._playback
        heard = playback.playing or playback.paused
        if not (heard and self._recorded.is_heard and playback.saying and alignment.span(playback.saying)):
            return None
        begin = alignment.seconds_at(self._place.position)
        return None if begin is None else begin + playback.heard_for


def told(correction: TimeCorrection) -> str:
    """What a correction does, in words."""
    shift, drift = correction.shift, (correction.stretch - 1) * 3600
    if correction == (0, 1):
        return "The times are those of the file."
    off = f"Words are heard {_off(shift)} than in the file" if abs(shift) >= 0.05 else "Words are heard as in the file"
    if correction.stretch == 1:
        return f"{off}."
    if abs(drift) < _DRIFT:
        return f"{off}, without drift."
    return f"{off} at its beginning, and with each hour {_off(drift)}{_frame_rates(correction.stretch)}."


def _off(seconds: float) -> str:
    return f"{abs(seconds):.1f} s {'later' if seconds >= 0 else 'earlier'}"


def _frame_rates(stretch: float) -> str:
    """Between which two numbers of frames a second times are stretched so, in words; empty where that is none."""
    for one, other in _FRAME_RATES:
        for made_for, runs_at in ((one, other), (other, one)):
            if abs(stretch - made_for / runs_at) < _ALIKE:
                return f": the times are for {made_for:g} frames a second, the recording runs at {runs_at:g}"
    return ""


def _time_of(alignment: Alignment, utterance: Utterance | None) -> float | None:
    """When a sentence begins by the times of the file; None where it has no time."""
    span = alignment.span(utterance) if utterance else None
    shift, stretch = alignment.correction
    return (span.begin - shift) / stretch if span else None
