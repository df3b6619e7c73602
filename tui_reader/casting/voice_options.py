"""The voices that a person of a document may have: what each is, and how well it goes with those around.

Both faces list them, and `people --voice` finds one by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from tui_reader.casting.cast import Cast, exchanges, voices_in
from tui_reader.casting.similarity import CLEAR, CONFUSABLE, distance
from tui_reader.casting.voice import Voice
from tui_reader.casting.voice_set import VoiceSet
from tui_reader.document.model import NARRATOR, Document
from tui_reader.named_tuple import NamedTuple

ACCENTS = {
    "en-us-nyc": "New York", "en-us": "American", "en-gb-scotland": "Scottish", "en-gb-x-gbclan": "Lancashire",
    "en-gb-x-gbcwmd": "Midlands", "en-gb": "British", "en-029": "Caribbean", "en": "British",
}  # fmt: skip
"""By the beginning of espeak-ng's name of a voice, the longest that fits."""


class VoiceOption(NamedTuple):
    """One voice, as it is offered to a person."""

    voice: Voice
    fit: str
    """How it goes with the voices of those whom the person talks to, in words."""

    @property
    def speech(self) -> str:
        """Its accent, or the tag of its language."""
        name = self.voice.espeak.voice.partition("+")[0]
        accent = next((words for begin, words in ACCENTS.items() if f"{name}-".startswith(f"{begin}-")), name)
        return self.voice.language or accent

    def engine(self, usual: str) -> str:
        """The engine that speaks it, where `usual` is the one in use."""
        return "piper" if self.voice.piper.model else usual

    @property
    def said(self) -> str:
        """The voice in a sentence: "Henry, man, British, distinct"."""
        return ", ".join(filter(None, (self.voice.name, self.voice.kind, self.speech, self.fit)))

    def has(self, words: Sequence[str]) -> bool:
        """Whether all these words, in small letters, begin words of what is told of it: "man" is not "woman"."""
        told = f"{self.said} {self.voice.about}".casefold().replace(",", " ").replace(".", " ").split()
        return all(any(one.startswith(word) for one in told) for word in words)


def voice_options(document: Document, cast: Cast, voices: VoiceSet, person: str) -> list[VoiceOption]:
    """All voices of the document's language for a person, in their order; of others, where there is none."""
    beside = {NARRATOR: 0} if person != NARRATOR else {}
    for pair, times in exchanges(document).items():
        if person in pair:
            beside[pair[0] if pair[1] == person else pair[1]] = times
    others = sorted(beside, key=lambda one: -beside[one])
    fitting = voices_in(document.language, voices).values()
    return [VoiceOption(voice, _fit(voice, document, cast, others)) for voice in fitting]


def _fit(voice: Voice, document: Document, cast: Cast, others: Iterable[str]) -> str:
    """How a voice goes with those of others: the nearest of them tells."""
    nearest = [(distance(voice, cast.voice(one)), one) for one in others]
    apart, other = min(nearest, key=lambda one: one[0], default=(CLEAR, ""))
    if apart >= CLEAR:
        return "distinct"
    name = document.short_name(other)
    if cast.voice(other).id == voice.id:
        return f"{name}'s voice"
    return f"like {name}" if apart < CONFUSABLE else f"a bit like {name}"


def voice_named(voices: VoiceSet, typed: str) -> Voice:
    """The voice of an id or a name, whatever its case. Raises LookupError with the id that is probably meant, or ""."""
    by_name = {voice.name.casefold(): id for id, voice in voices.items()} | {id.casefold(): id for id in voices}
    wanted = " ".join(typed.casefold().split())
    if wanted in by_name:
        return voices[by_name[wanted]]
    near = get_close_matches(wanted, by_name, 1, 0.6)
    raise LookupError(by_name[near[0]] if near else "")
