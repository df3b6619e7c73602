"""More silence at the end of a long clause within a sentence: a reader takes breath there.

An engine pauses as long after every comma. It is added where the engine pauses already, before the word that begins the
next clause, so only an engine that tells its words has it. Knows no engine.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, Take, WordMark
from tui_reader.tts.samples import WIDTH

SHORT, LONG = 30, 90
"""Characters of a clause up to which nothing is added, and from which on all is."""
_CLAUSE_END = re.compile(r"(?:[,;:—–]|--|\s-)[\"'”’»)]?\s+")
_EARLIER, _LATER, _STEP = 0.08, 0.03, 0.005
"""Seconds before and after a word's mark in which silence is looked for, and in which steps."""


class ClausePauses:
    """Stands between an engine and a `Take`."""

    def __init__(self, text: str, longest: float, sample_rate: int, take: Take) -> None:
        """`longest` is what is added after a long clause, in seconds; `text` is what the engine is given."""
        starts = [0, *(sign.end() for sign in _CLAUSE_END.finditer(text))]
        self._starts = starts[1:]
        self._parts = [min(1.0, max(0.0, (end - start - SHORT) / (LONG - SHORT))) for start, end in pairwise(starts)]
        self._longest, self._rate, self._take = longest, sample_rate, take
        self._before = self._added = 0
        """Samples of the engine that were taken, and silent ones that were added."""
        self._step = max(1, round(_STEP * sample_rate))
        self._ended_silent = False
        """Whether the chunk before ended in silence."""

    def take(self, chunk: Chunk) -> bool:
        """A chunk of the engine's sound."""
        pcm, marks, done = b"", list[WordMark](), 0
        for mark in chunk.marks:
            length = self._silence_before(mark.offset)
            at = self._silent_place(chunk.pcm, mark.sample - self._before, done) if length else None
            if at is not None:
                pcm += chunk.pcm[done * WIDTH : at * WIDTH] + bytes(length * WIDTH)
                done = at
                self._added += length
            marks.append(mark._replace(sample=mark.sample + self._added))
        self._before += len(chunk.pcm) // WIDTH
        self._ended_silent = samples.peak(chunk.pcm[-self._step * WIDTH :]) <= samples.SILENT
        return self._take(Chunk(pcm + chunk.pcm[done * WIDTH :], tuple(marks)))

    def _silence_before(self, offset: int) -> int:
        """Samples that are added before the word at a character, once: 0 where it begins no clause."""
        clause = bisect_right(self._starts, offset) - 1
        if clause < 0 or not self._parts[clause]:
            return 0
        part, self._parts[clause] = self._parts[clause], 0.0
        return round(part * self._longest * self._rate)

    def _silent_place(self, pcm: bytes, near: int, least: int) -> int | None:
        """The sample of a chunk, not before `least`, that is nearest to `near` and in silence; None without one."""
        first, end = near - round(_EARLIER * self._rate), near + round(_LATER * self._rate) + 1
        for place in sorted(range(first, end, self._step), key=lambda place: abs(place - near)):
            here = pcm[place * WIDTH : (place + self._step) * WIDTH] if place >= least else b""
            if len(here) == self._step * WIDTH and samples.peak(here) <= samples.SILENT:
                return place
        return 0 if self._ended_silent and least == 0 and first <= 0 < end else None
