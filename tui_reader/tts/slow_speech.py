"""Speech made longer than its engine can make it, the pitch kept, while it streams.

Now and then the sound goes back by a period of the voice, where it is most like itself, and goes on from there (SOLA:
S. Roucos and A. Wilgus, High quality time-scale modification for speech, 1985). Meant for factors up to 2.
"""

from __future__ import annotations

import math

from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, Take, WordMark
from tui_reader.tts.samples import WIDTH

LEAST, MOST = 0.005, 0.021
"""Seconds that the sound goes back at once: somewhere between lies a period of the lowest voice, 16 ms."""
FADE = 0.005
"""Seconds in which the sound before fades into that after going back."""


class SlowSpeech:
    """Stands between an engine and a `Take`: `take` takes the engine's chunks, `finish` hands on what is left."""

    def __init__(self, factor: float, sample_rate: int, take: Take) -> None:
        """`factor`: how many times longer the sound becomes."""
        self._factor = factor
        self._least, self._most, self._fade = (round(seconds * sample_rate) for seconds in (LEAST, MOST, FADE))
        self._take, self._wanted = take, True
        self._held = b""
        """The engine's sound, from twice `_most` samples before what was handed on to what came last."""
        self._at = 0
        """Samples of `_held` that were handed on."""
        self._owed = 0.0
        """Samples by which what is handed on will be too short when it goes back next."""
        self._run = 0
        """Samples to hand on until then."""
        self._plan(self._most)
        self._given = 0

    def take(self, chunk: Chunk) -> bool:
        """A chunk of the engine's sound."""
        self._held += chunk.pcm
        made = b"".join(self._ready())
        end = self._given + len(made) // WIDTH
        marks = tuple(
            WordMark(min(end, max(self._given, round(mark.sample * self._factor))), mark.offset) for mark in chunk.marks
        )
        self._given = end
        if made or marks:
            self._wanted = self._take(Chunk(made, marks))
        return self._wanted

    def finish(self) -> None:
        """Hand on what was kept to fade into, unless no more was wanted."""
        rest = self._held[self._at * WIDTH :]
        if rest and self._wanted:
            self._take(Chunk(rest))

    def _ready(self) -> list[bytes]:
        """The sound that can be handed on by now."""
        made: list[bytes] = []
        while (ready := len(self._held) // WIDTH - self._fade - self._at) > 0:
            run = min(ready, self._run)
            made.append(self._cut(self._at, run))
            self._at += run
            self._run -= run
            if not self._run:
                made.append(self._go_back())
        kept = min(self._at, 2 * self._most)
        self._held = self._held[(self._at - kept) * WIDTH :]
        self._at = kept
        return made

    def _go_back(self) -> bytes:
        """Go back to where the sound is most like what comes next; the sound that fades over to there."""
        coming = self._cut(self._at, self._fade)
        place = samples.place_of(coming, self._cut(self._at - self._most, self._most - self._least + self._fade))
        back = (self._least + self._most) // 2 if place is None else self._most - place
        again = self._cut(self._at - back, self._fade)
        self._at += self._fade - back
        self._owed += self._factor * (self._fade - back) - self._fade
        self._plan(1)
        return samples.mix(samples.fade(coming, self._fade, up=False), samples.fade(again, self._fade, up=True))

    def _plan(self, least: int) -> None:
        """Go on, by `least` samples or more, until going back by a usual step sets the length right."""
        enough = self._factor * (self._least + self._most) / 2
        self._run = max(math.ceil((enough - self._owed) / (self._factor - 1)), least)
        self._owed += self._run * (self._factor - 1)

    def _cut(self, start: int, length: int) -> bytes:
        return self._held[start * WIDTH : (start + length) * WIDTH]
