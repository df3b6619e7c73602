"""Cue splitting: what is read aloud as captions of at most two lines, each with its times and its speaker.

Captions that keep the times of their own file are not split, because no time is known within them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui_reader.export.rendering import Rendering
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.timeline import TimedUtterance, Timeline

WIDTH = 42
"""Characters of a line, as broadcasters have it; a longer word has a line to itself and may exceed it."""
_CAPTIONS = ("vtt", "srt", "ass")
"""Formats of documents that are captions already."""
_PHRASE_END = re.compile(r"[.,;:?!…—–][\"'”’)\]]*$")
_SHORTEST = 0.001
"""Seconds: the finest resolution of caption formats."""


class CueWord(NamedTuple):
    """A word of a cue."""

    start: float
    """Seconds from the start of the timeline."""
    end: float | None
    """Seconds from the start of the timeline; None if only the start is known."""
    text: str


class Cue(NamedTuple):
    """Words that are shown together: a sentence, or a piece of a long one."""

    start: float
    """Seconds from the start of the timeline."""
    end: float
    """Seconds from the start of the timeline; later than `start`."""
    speaker: str
    """Short name. Like the lines, it holds words of the document: to be escaped."""
    lines: tuple[str, ...]
    """One or two; more where the caption was longer in the document's own file."""
    words: tuple[CueWord, ...]
    """The words of the lines in order; not the name before them."""


def cues(rendering: Rendering, named: bool = False) -> Iterator[Cue]:
    """The cues of everything that is heard, in order; their times never go back.

    `named`: whether each begins with its speaker's name and a colon, for formats that have no field for it.
    """
    is_whole = not rendering.is_spoken and rendering.document.format in _CAPTIONS
    for timed, stop in _with_ends(rendering.timeline):
        found = list(re.finditer(r"\S+", timed.utterance.shown))
        words = [word[0] for word in found]
        frames = [_frame(timed, word.start()) for word in found]
        starts = [rendering.seconds(timed.start + frame) for frame in frames]
        known = {word.frame: rendering.seconds(timed.start + word.until) for word in timed.words if word.until}
        ends = [known.get(frame) for frame in frames]
        name = rendering.name(timed)
        head = [" ".join(f"{name}:".split())] if named else []
        begin, at = 0, rendering.seconds(timed.start)
        while begin < len(words):
            fitting = len(words) if is_whole else _fitting([*head, *words[begin:]], len(head)) - len(head)
            end = begin + fitting
            until = max(starts[end] if end < len(words) else rendering.seconds(stop), at + _SHORTEST)
            some = zip(starts[begin:end], ends[begin:end], words[begin:end], strict=True)
            heard = tuple(
                CueWord(_within(at, start, until), None if last is None else _within(at, last, until), word)
                for start, last, word in some
            )
            yield Cue(at, until, name, _lines([*head, *words[begin:end]], len(head)), heard)
            begin, at = end, until


def _within(first: float, time: float, last: float) -> float:
    return min(max(time, first), last)


def _with_ends(timeline: Timeline) -> Iterator[tuple[TimedUtterance, int]]:
    """Each utterance with the frame until which it is shown: its end, or, if nothing of it is said, the next start."""
    starts = [timed.start for timed in timeline.entries[1:]] + [timeline.frames]
    for timed, following in zip(timeline.entries, starts, strict=False):
        yield timed, timed.end if timed.end > timed.start else following


def _fitting(words: Sequence[str], head: int) -> int:
    """How many of the words make a cue: all, else as many as end a phrase, else as many as fit.

    The first `head` words are a name, which is never a cue by itself.
    """
    room = head + 1
    while room < len(words) and _breaks(words[: room + 1]):
        room += 1
    if room == len(words):
        return room
    ends = (count for count in range(room, max(room // 2, head), -1) if _PHRASE_END.search(words[count - 1]))
    return next(ends, room)


def _lines(words: Sequence[str], head: int) -> tuple[str, ...]:
    """The words in one line, or in two, broken at the end of a phrase or else near the middle; more if they must be."""
    whole = " ".join(words)
    if len(whole) <= WIDTH or len(words) == 1:
        return (whole,)
    breaks = _breaks(words)
    if not breaks:  # a name or a word that is too long, or a caption that is kept whole
        return _filled(words)
    best = max(breaks, key=lambda at: (at > head and bool(_PHRASE_END.search(words[at - 1])), -_uneven(words, at)))
    return " ".join(words[:best]), " ".join(words[best:])


def _filled(words: Sequence[str]) -> tuple[str, ...]:
    """The words in as many lines as they need."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _breaks(words: Sequence[str]) -> list[int]:
    """The places, as counts of words, where a break leaves both lines short enough; the second may be empty."""
    return [
        at
        for at in range(1, len(words) + 1)
        if len(" ".join(words[:at])) <= WIDTH and len(" ".join(words[at:])) <= WIDTH
    ]


def _uneven(words: Sequence[str], at: int) -> int:
    return abs(len(" ".join(words[:at])) - len(" ".join(words[at:])))


def _frame(timed: TimedUtterance, offset: int) -> int:
    """When the word at `offset` of what is shown is heard, in frames from the start of the sentence.

    By the word times of the engine; without them, estimated by its share of the characters.
    """
    utterance = timed.utterance
    starts: list[int] = []
    frames: list[int] = []
    for word in timed.words:
        if not starts or word.start > starts[-1]:
            starts.append(word.start)
            frames.append(word.frame)
    if not starts:
        return (timed.end - timed.start) * offset // len(utterance.shown)
    return frames[max(0, bisect_right(starts, _printed(utterance, offset)) - 1)]


def _printed(utterance: Utterance, offset: int) -> int:
    """The index in `printed` of the character at `offset` of `shown`."""
    for piece in utterance.pieces:
        length = len(piece.shown(utterance.printed))
        if offset < length:
            return piece.start if piece.added else piece.start + offset
        offset -= length
    return len(utterance.printed)
