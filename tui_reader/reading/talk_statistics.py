"""Who spoke how much: turns, words, time, interruptions and the longest turn of each speaker. Knows no face.

The time is the document's own, where it has times (captions, recordings); otherwise it is estimated from the pace of
reading aloud.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from tui_reader.document.model import Document, Kind, Turn
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.pauses import is_cut_off
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+(?:['’.,-][^\W_{_IDEOGRAPHS}]+)*")
"""A word, a number, or a character of a script without blanks between its words."""
_CUTS_IN = re.compile(r"(?i)\b(?:interrupt|interpos|cutting in|breaking in)")
"""How a direction says that somebody interrupts."""
_LAST = 2.0
"""Seconds of the last caption, where the file does not say when it ends."""


class SpeakerStatistics(NamedTuple):
    """What one speaker said."""

    id: str
    name: str
    """The whole name, or the label where the document does not tell it."""
    short_name: str
    turns: int = 0
    words: int = 0
    seconds: float = 0.0
    interruptions: int = 0
    """How often this speaker began while another was speaking."""
    longest: int = 0
    """The number of the longest turn."""
    longest_words: int = 0


class TalkStatistics(NamedTuple):
    """A document's speakers, the one who said most first."""

    speakers: tuple[SpeakerStatistics, ...]
    is_timed: bool
    """Whether the time is the document's own, and not an estimate."""

    @property
    def words(self) -> int:
        """The words of all."""
        return sum(one.words for one in self.speakers)

    def share(self, speaker: SpeakerStatistics) -> float:
        """A speaker's part of all words, from 0 to 1."""
        return speaker.words / max(1, self.words)


def statistics_of(document: Document) -> TalkStatistics:
    """The statistics of all turns, but for those of parts that are read only on demand."""
    found: dict[str, SpeakerStatistics] = {}
    times = _seconds_by_turn(document)
    before: Turn | None = None
    for part in document.parts:
        for turn in () if part.on_demand else part.turns:
            words = sum(len(_WORD.findall(text)) for text in _said(turn))
            characters = sum(map(len, _said(turn)))
            one = found.get(turn.speaker) or SpeakerStatistics(
                turn.speaker, _name(document, turn.speaker), document.short_name(turn.speaker)
            )
            longer = words > one.longest_words or not one.longest
            found[turn.speaker] = one._replace(
                turns=one.turns + 1,
                words=one.words + words,
                seconds=one.seconds + (times.get(turn.number, 0.0) if times else characters / CHARACTERS_A_SECOND),
                interruptions=one.interruptions + _interrupts(turn, before),
                longest=turn.number if longer else one.longest,
                longest_words=words if longer else one.longest_words,
            )
            before = turn
    ordered = sorted(found.values(), key=lambda one: -one.words)
    return TalkStatistics(tuple(ordered), bool(times))


def _name(document: Document, speaker: str) -> str:
    person = document.person(speaker)
    return (person.name or person.labels[0] if person and (person.name or person.labels) else speaker) or speaker


def _said(turn: Turn) -> list[str]:
    """The words of a turn without its stage directions and headings."""
    return [passage.text for passage in turn.passages if passage.kind not in (Kind.ASIDE, Kind.HEADING)]


def _interrupts(turn: Turn, before: Turn | None) -> bool:
    """Whether a turn begins while another speaker is speaking: that one breaks off, or a direction says so."""
    if before is None or before.speaker == turn.speaker:
        return False
    said = _said(before)
    first = turn.passages[0] if turn.passages else None
    told = f"{turn.label.text} {first.text if first and first.kind is Kind.ASIDE else ''}"
    return bool(said and is_cut_off(said[-1])) or bool(_CUTS_IN.search(told))


def _seconds_by_turn(document: Document) -> dict[int, float]:
    """How long each turn takes by the document's own times; empty for a document without.

    A caption with words of several turns is divided among them by the length of these words.
    """
    captions = sorted((one for one in document.times if not one.is_word), key=lambda one: one.place)
    if not captions:
        return {}
    spans = sorted(_spans(document))
    found: dict[int, float] = {}
    for caption, following in pairwise([*captions, None]):
        assert caption
        after = following.start if following and following.start >= caption.start else caption.start + _LAST
        seconds = max(0.0, (after if caption.end is None else caption.end) - caption.start)
        until = following.place if following else len(document.text)
        said: dict[int, int] = {}
        for at in range(max(0, bisect_right(spans, (caption.place,)) - 1), bisect_left(spans, (until,))):
            start, end, number = spans[at]
            said[number] = said.get(number, 0) + max(0, min(end, until) - max(start, caption.place))
        for number, length in said.items():
            found[number] = found.get(number, 0.0) + seconds * length / max(1, sum(said.values()))
    return found


def _spans(document: Document) -> Iterator[tuple[int, int, int]]:
    """Where the words of each turn are in the document's text: start, end and the turn's number."""
    for part in document.parts:
        for turn in part.turns:
            for passage in turn.passages:
                yield from ((*span, turn.number) for span in passage.spans)
