"""Which person of a document has which voice. The same document, voices and choices always give the same cast.

What the person chose for the document comes first, then the voice that somebody has in every document, then a voice
that is made for somebody; the other voices go in their order to the speakers in theirs, if they differ clearly from
those of their neighbours. Men's voices go to men and women's to women where it is told who is who, and in turn where it
is not; children, old people and crowds have voices of their own. If there are more speakers than voices some share one,
but not two who answer each other, if that can be avoided. Who speaks once gets what is left.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from tui_reader.casting.sex_and_age import Told, is_narrator, sexes_and_ages
from tui_reader.casting.similarity import CONFUSABLE, distance, drawback
from tui_reader.casting.voice import Voice
from tui_reader.casting.voice_set import VoiceSet
from tui_reader.document.columnar import speakers
from tui_reader.document.model import NARRATOR, Document, Person
from tui_reader.document.people.sex_and_age import SexAndAge

NOTHING_CHOSEN: Mapping[str, str] = {}
FEW = 8
"""Voices that a listener can tell apart: up to as many all differ clearly, more differ from their neighbours only."""
ENOUGH = 3
"""Voices of a sex with which two neighbours of that sex can differ from each other and from the narrator."""


@dataclass(frozen=True)
class Cast:
    """Who has which voice."""

    voices: Mapping[str, Voice]
    """By person id, and the narrator's by "narrator"."""
    misheard: frozenset[str] = frozenset()
    """The ids of people whom the voice in which they were first heard does not fit, by what is told of them now."""

    def voice(self, speaker: str) -> Voice:
        """The voice of a person, by id, or of "narrator"; an unknown id has the narrator's voice."""
        return self.voices.get(speaker) or self.voices[NARRATOR]


def cast(
    document: Document,
    voices: VoiceSet,
    chosen: Mapping[str, str] = NOTHING_CHOSEN,
    known: Mapping[str, str] = NOTHING_CHOSEN,
    heard: Mapping[str, str] = NOTHING_CHOSEN,
) -> Cast:
    """Give everybody a voice of `voices`. Chosen voices that are no longer there are passed over.

    `chosen` is what was chosen for this document, voice id by person id or "narrator"; it changes nobody else's voice
    but that of whoever had the chosen voice before. `known` are the voices that were chosen for people everywhere,
    `heard` those in which they were first heard, the strongest first: of two who answer each other in one voice the
    later gets another, and a voice that was only heard must fit what is told of the person.
    """
    voices = voices_in(document.language, voices)
    builder = _CastBuilder(document, voices)
    builder.give_narrator()
    known, heard = (
        {speaker: id for speaker, id in some.items() if speaker in builder.people and id in voices}
        for some in (known, heard)
    )
    misheard = frozenset(speaker for speaker, id in heard.items() if not builder.fits(speaker, id))
    builder.give_known({**known, **{speaker: id for speaker, id in heard.items() if speaker not in misheard}})
    builder.give_made_for()
    builder.give_rest()
    builder.give_chosen({speaker: id for speaker, id in chosen.items() if speaker in builder.people and id in voices})
    given = {speaker: voices[id] for speaker, id in builder.given.items()}
    if not document.in_english:  # which the voices are made for
        given = {
            speaker: voice if voice.language else replace(voice, language=document.language)
            for speaker, voice in given.items()
        }
    return Cast(given, misheard)


def voices_in(language: str, voices: VoiceSet) -> VoiceSet:
    """The voices of a language (BCP 47) and those of none in particular; all of them where there is no such voice."""
    primary = language.lower().partition("-")[0]
    fitting = {id: one for id, one in voices.items() if one.language.lower().partition("-")[0] in ("", primary)}
    return fitting or voices


class _CastBuilder:
    """Builds a cast, one kind of choice after the other."""

    def __init__(self, document: Document, voices: VoiceSet) -> None:
        self.voices = voices
        self.given: dict[str, str] = {}
        self.people = _speakers(document)
        self._told = sexes_and_ages(document)
        narrators = (id for id, person in self.people.items() if person and is_narrator(person))
        self._narrator = next(narrators, NARRATOR)
        """The person of the document whose label is the narrator's, or the narrator."""
        genders = Counter(voice.gender for voice in voices.values())
        self._enough = {gender for gender, number in genders.items() if number >= ENOUGH}
        self._order = {id: place for place, id in enumerate(self.people)}
        self._turns, self._neighbours = _dialogue(document)
        self._said: Counter[str] = Counter()
        """Turns that each voice has so far."""
        self._open: Counter[str] = Counter()
        """How many of those whose sex is not told have a voice of each sex so far."""
        self._made_for: dict[str, str] = {}
        for voice in voices.values():
            for name in voice.people:
                self._made_for.setdefault(_plain(name), voice.id)
        self._apart = {one.id: {other.id: distance(one, other) for other in voices.values()} for one in voices.values()}
        self._nearest: dict[frozenset[str], dict[str, float]] = {}

    def give_narrator(self) -> None:
        """Give the narrator a voice; where nobody else speaks, a human one if there is any."""
        default = NARRATOR if NARRATOR in self.voices else next(iter(self.voices))
        human = (id for id, voice in self.voices.items() if voice.piper.model and len(self.people) == 1)
        for id in {NARRATOR, self._narrator}:
            self._give(id, next(human, self._made_for.get(NARRATOR, default)))

    def give_known(self, known: Mapping[str, str]) -> None:
        """Give people their voices from other documents, except one that a neighbour or the narrator has."""
        for id, voice_id in known.items():
            around = (self.given.get(other) for other in (NARRATOR, *self._neighbours[id]))
            if id not in self.given and voice_id not in around:
                self._give(id, voice_id)

    def give_made_for(self) -> None:
        """Give voices to the people that they name."""
        taken = set(self.given.values())
        for id, person in self.people.items():
            names = (person.id, person.name or "", *person.labels) if person and id not in self.given else ()
            fitting = (self._made_for[_plain(name)] for name in names if _plain(name) in self._made_for)
            voice_id = next((voice for voice in fitting if voice not in taken), None)
            if voice_id and self.fits(id, voice_id):
                self._give(id, voice_id)
                taken.add(voice_id)

    def give_rest(self) -> None:
        """Give everybody else a voice: first those with most different voices around them, then in order.

        This is colouring a graph (D. Brélaz, New methods to color the vertices of a graph, 1979).
        """
        around: dict[str, set[str]] = defaultdict(set)
        for id, voice_id in self.given.items():
            for other in self._neighbours[id]:
                around[other].add(voice_id)
        heap = [(self._rank(id), -len(around[id]), self._order[id], id) for id in self.people if id not in self.given]
        heapq.heapify(heap)
        while heap:
            *_, id = heapq.heappop(heap)
            if id in self.given:
                continue
            voice_id = self._best(id)
            self._give(id, voice_id)
            for other in self._neighbours[id]:
                if other not in self.given and voice_id not in around[other]:
                    around[other].add(voice_id)
                    heapq.heappush(heap, (self._rank(other), -len(around[other]), self._order[other], other))

    def _rank(self, id: str) -> int:
        """Whose turn it is to get a voice: who needs a rare one, then who speaks often, then who speaks once."""
        is_what = self._is_what(id)
        return 0 if is_what.age in ("child", "old") or is_what.crowd else 1 if self._turns[id] != 1 else 2

    def give_chosen(self, chosen: Mapping[str, str]) -> None:
        """Give what the person chose; anybody who had such a voice gets another, if there is one."""
        before = dict(self.given)
        if NARRATOR in chosen:
            chosen = {self._narrator: chosen[NARRATOR], **chosen}
        for id, voice_id in chosen.items():
            self._give(id, voice_id)
        taken = {voice_id for id, voice_id in chosen.items() if before[id] != voice_id}
        for id, voice_id in before.items():
            if voice_id in taken and id not in chosen:
                self._give(id, self._best(id))

    def _give(self, id: str, voice_id: str) -> None:
        if id in self.given:
            self._said[self.given[id]] -= self._turns[id] + 1
            self._open[self.voices[self.given[id]].gender] -= self._is_open(id)
        self._said[voice_id] += self._turns[id] + 1
        self._open[self.voices[voice_id].gender] += self._is_open(id)
        self.given[id] = voice_id

    def fits(self, id: str, voice_id: str) -> bool:
        """Whether a voice is not of the other sex than what is told of a person, and an adult's for an adult."""
        is_what, voice = self._is_what(id), self.voices[voice_id]
        is_other = {is_what.sex, voice.gender} == {"male", "female"}
        return not is_other and (voice.crowd, voice.age == "child") == (is_what.crowd, is_what.age == "child")

    def _is_what(self, id: str) -> SexAndAge:
        return self._told.get(id, Told()).is_what

    def _best(self, id: str) -> str:
        """The best voice for a person; the first of several.

        It is of their sex, where there are enough such that neighbours can differ; least heard beside this speaker;
        not like others; of their age; of the sex that has had fewer of those of whom none is told; least used; clear of
        others and well understood.
        """
        beside: Counter[str] = Counter()
        for other, times in self._neighbours[id].items():
            if other in self.given:
                beside[self.given[other]] += times
        beside[self.given.get(NARRATOR, "")] += 1  # the narrator may speak between any two turns
        near = self._distances(frozenset(beside))
        far = self._distances(frozenset(self.given.values())) if len(self.given) <= FEW else near
        is_what = self._is_what(id)

        def badness(voice_id: str) -> tuple[float, ...]:
            voice = self.voices[voice_id]
            is_other = {is_what.sex, voice.gender} == {"male", "female"}
            return (
                is_other and is_what.sex in self._enough,
                beside[voice_id],
                is_other,
                voice.crowd != is_what.crowd,
                (voice.age == "child") != (is_what.age == "child"),
                near[voice_id] < CONFUSABLE,
                (voice.age == "old") != (is_what.age == "old"),
                self._open[voice.gender] if self._is_open(id) else 0,
                self._said[voice_id],
                drawback(voice, far[voice_id]),
            )

        return min((one for one in self.voices if one != self.given.get(id) or len(self.voices) == 1), key=badness)

    def _is_open(self, id: str) -> bool:
        """Whether a person's sex is not told."""
        return id not in (NARRATOR, self._narrator) and not self._is_what(id).sex

    def _distances(self, voices: frozenset[str]) -> dict[str, float]:
        """The distance of each voice to the nearest of `voices`."""
        if voices not in self._nearest:
            others = voices & self._apart.keys()
            self._nearest[voices] = {
                id: min((apart[other] for other in others), default=math.inf) for id, apart in self._apart.items()
            }
        return self._nearest[voices]


def _speakers(document: Document) -> dict[str, Person | None]:
    """The narrator, all who speak in the order in which they first do, and the other people; by id."""
    speaking = chain.from_iterable(chain((part.author,), speakers(part)) for part in document.parts)
    ids = dict.fromkeys(chain((NARRATOR,), filter(None, speaking), (person.id for person in document.people)))
    return {id: document.person(id) for id in ids}


def _dialogue(document: Document) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How many turns each person has, and how often each two speak one after the other."""
    neighbours: dict[str, Counter[str]] = defaultdict(Counter)
    for (one, other), times in exchanges(document).items():
        neighbours[one][other] = neighbours[other][one] = times
    return Counter(chain.from_iterable(map(speakers, document.parts))), neighbours


def exchanges(document: Document) -> Counter[tuple[str, str]]:
    """How often each two speak one after the other, in either order; a pair has the order of its first exchange."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one, other in pairwise(chain.from_iterable(map(speakers, document.parts))):
        if one != other:
            pairs[(other, one) if (other, one) in pairs else (one, other)] += 1
    return pairs


def _plain(name: str) -> str:
    """A name or label for comparing, without case, extra blanks and the sign at its end."""
    return " ".join(name.casefold().split()).strip(" .:,")
