"""Which events are due at a position in the track, each once, and when the next is. Knows no thread and no clock."""

from __future__ import annotations

from tui_reader.playback.events import Began, Event, WordHeard
from tui_reader.playback.track import TrackPosition, TrackStretch

LONGEST = 0.05
"""Seconds between two looks at the clock, at most: new sound may have come with new words."""
UNHEARD = 0.005
"""Seconds to the next look before the first sound is heard."""


class DueEvents:
    """Remembers which events of a run of playing have been given."""

    def __init__(self) -> None:
        self._serial = -1
        self._stretch: TrackStretch | None = None
        self._word = 0

    def at(self, serial: int, position: TrackPosition | None, sample_rate: int) -> tuple[list[Event], float]:
        """The events that are due at `position` (None before the first sound), and the seconds until the next look.

        `sample_rate` in Hz.
        """
        if serial != self._serial:
            self._serial, self._stretch, self._word = serial, None, 0
        if position is None:
            return [], UNHEARD
        events: list[Event] = []
        while self._stretch is not position.stretch:
            self._stretch = self._stretch.next if self._stretch and self._stretch.next else position.stretch
            events.append(Began(serial, self._stretch.utterance))
            self._word = 0
        words = position.stretch.words
        reached = self._word
        while self._word < len(words) and words[self._word].frame <= position.frame:
            self._word += 1
        if self._word > reached:
            word = words[self._word - 1]
            events.append(WordHeard(serial, position.stretch.utterance, word.start, word.end, word.is_estimated))
        if self._word < len(words):
            wait = (words[self._word].frame - position.frame) / sample_rate
        elif position.stretch.done:
            wait = (position.stretch.frames - position.frame) / sample_rate
        else:
            wait = LONGEST
        return events, min(LONGEST, max(0.001, wait))
