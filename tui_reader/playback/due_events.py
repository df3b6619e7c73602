"""Works out which events are due at a place in the sound, each once. Knows no thread and no clock."""

from __future__ import annotations

from tui_reader.playback.events import Began, Event, WordHeard
from tui_reader.playback.track import HeardWord, TrackStretch

LONGEST = 0.05
"""Seconds between two looks at the clock at most: new sound may have come with new words."""


class DueEvents:
    """Remembers what was told of a run of playing."""

    def __init__(self) -> None:
        self._serial = -1
        self._stretch: TrackStretch | None = None
        self._word = 0

    def events(self, serial: int, place: HeardWord | None, sample_rate: int) -> tuple[list[Event], float]:
        """The events that are due at `place`, and the seconds until the next is."""
        if serial != self._serial:
            self._serial, self._stretch, self._word = serial, None, 0
        if place is None:
            return [], 0.005
        events: list[Event] = []
        while self._stretch is not place.stretch:
            self._stretch = self._stretch.next if self._stretch and self._stretch.next else place.stretch
            events.append(Began(serial, self._stretch.utterance))
            self._word = 0
        words = place.stretch.words
        reached = self._word
        while self._word < len(words) and words[self._word].frame <= place.frame:
            self._word += 1
        if self._word > reached:
            word = words[self._word - 1]
            events.append(WordHeard(serial, place.stretch.utterance, word.start, word.end))
        if self._word < len(words):
            wait = (words[self._word].frame - place.frame) / sample_rate
        elif place.stretch.done:
            wait = (place.stretch.frames - place.frame) / sample_rate
        else:
            wait = LONGEST
        return events, min(LONGEST, max(0.001, wait))
