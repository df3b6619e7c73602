"""The stretches of a sentence that an engine is given one by one: each in one language, within a parenthesis or not.

A parenthesis is said a little lower and quicker, as a reader does. Knows no engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from tui_reader.casting.voice import Voice
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.parentheses import parentheses
from tui_reader.narration.utterance import ForeignStretch, Utterance

QUICKER = 1.08
"""The speed of a parenthesis, as a multiple."""
FASTEST = 4.0
"""The highest speed that an engine is given."""
LOWER = 0.93
"""The pitch of a parenthesis, as a multiple."""
_LOWER_STEPS = 8
"""The same in espeak-ng's steps: measured on seven voices, 5 to 9 per cent."""
_SIGNS = ".,;:!?…"


class VoicedStretch(NamedTuple):
    """Characters `start` to `end` of a spoken text, which a voice says in one way."""

    start: int
    end: int
    language: str = ""
    """BCP 47; empty for the voice's own."""
    in_parenthesis: bool = False
    beside_parenthesis: bool = False
    """Whether it is the first after the start or the end of a parenthesis."""
    goes_on: bool = False
    """Whether the sentence goes on after it in the same language, so that a voice stays up."""

    def given(self, spoken: str) -> str:
        """What an engine is given: the text, with a comma at its end where the sentence goes on."""
        text = spoken[self.start : self.end]
        said = text.rstrip()
        return f"{said}," if self.goes_on and said and said[-1] not in _SIGNS else text


def lower(voice: Voice) -> Voice:
    """The voice as it says a parenthesis, for engines whose pitch can be set."""
    espeak = replace(voice.espeak, pitch=max(0, voice.espeak.pitch - _LOWER_STEPS))
    return replace(voice, espeak=espeak, natural=replace(voice.natural, pitch=LOWER * voice.natural.pitch))


def stretches_of(utterance: Utterance, start: int) -> Iterator[VoicedStretch]:
    """The stretches of the spoken text from character `start` on; what has no words is with the words before it."""
    spoken = utterance.spoken
    beside = [_with_signs(spoken, *found) for found in parentheses(spoken)]
    edges = {edge for found in beside for edge in found}
    for first, last, language in by_language(spoken, utterance.foreign, start):
        cuts = [first, *sorted(edge for edge in edges if first < edge < last), last]
        for at, end in pairwise(cuts):
            if end == last and not spoken[at:end].strip():
                continue
            inside = any(begin <= at < to for begin, to in beside)
            yield VoicedStretch(at, end, language, inside, at in edges, end in edges and end < len(spoken))


def _with_signs(spoken: str, start: int, end: int) -> tuple[int, int]:
    """A parenthesis with the signs right behind it; to the end where no words follow."""
    if not any(map(str.isalnum, spoken[end:])):
        return start, len(spoken)
    while spoken[end] in _SIGNS:
        end += 1
    return start, end


def by_language(spoken: str, foreign: Iterable[ForeignStretch], at: int = 0) -> Iterator[tuple[int, int, str]]:
    """The stretches of a spoken text from character `at`, each in one language; empty for the voice's own."""
    for first, last, language in foreign:
        if last <= at:
            continue
        if any(map(str.isalnum, spoken[at:first])):
            yield at, first, ""
            at = first
        end = last
        while end < len(spoken) and not spoken[end].isalnum():
            end += 1
        yield at, end, language
        at = end
    if spoken[at:].strip():
        yield at, len(spoken), ""
