"""The voices that people have in every document, by the person's full name and not by a label.

A chosen voice goes before one in which a person was only heard first. The last choice is the one for all documents,
but a choice made for one document stays in that document. Knows SQL, and no voices.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tui_reader.document.model import Person
from tui_reader.document.people.identity import Identity, identity, identity_of, only_fit
from tui_reader.document.search.search_normalization import folded
from tui_reader.library.stored_values import stored_text
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database


class Registered(NamedTuple):
    """A person in the registry."""

    name: str
    voice: str
    """The voice's id."""
    chosen: bool
    """Whether the voice was chosen; otherwise it is the one in which the person was first heard."""


class KnownVoices(NamedTuple):
    """The voices that people of a document have in all documents, by person id; the newer ones first."""

    chosen: dict[str, str]
    heard: dict[str, str]
    """In which they were first heard, where none was chosen."""


class VoiceRegistry:
    """The registry of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library."""
        self._database = database

    def everybody(self) -> list[Registered]:
        """All people, by name."""
        rows = self._database.rows("SELECT name, voice, chosen FROM register ORDER BY person")
        return [Registered(name, voice, bool(chosen)) for name, voice, chosen in rows]

    def voices(self, people: Iterable[Person]) -> KnownVoices:
        """The voices of those people who are known."""
        wanted = {person.id: who for person in people if (who := identity_of(person))}
        known: dict[str, list[Identity]] = defaultdict(list)
        rows: dict[str, tuple[int, str, bool]] = {}
        for place, (words, voice, chosen) in enumerate(self._rows() if wanted else ()):
            if who := identity(words):
                known[who.surname].append(who)
                rows[who.words] = place, voice, bool(chosen)
        found = {id: only_fit(who, known[who.surname]) for id, who in wanted.items()}
        found |= self._by_decisions(wanted, found, rows)
        ranked = sorted((*rows[who.words], id) for id, who in found.items() if who)
        return KnownVoices(
            {id: voice for _, voice, chosen, id in ranked if chosen},
            {id: voice for _, voice, chosen, id in ranked if not chosen},
        )

    def _by_decisions(
        self,
        wanted: Mapping[str, Identity],
        found: Mapping[str, Identity | None],
        rows: Mapping[str, tuple[int, str, bool]],
    ) -> dict[str, Identity | None]:
        """Those people who were decided to be one with somebody whose voice comes before their own."""
        same = self._same_names() if rows else {}
        better: dict[str, Identity | None] = {}
        for id, who in wanted.items() if same else ():
            own, names = found[id], same.get(folded(who.words), frozenset())
            others = [words for words in rows if folded(words) in names] + ([own.words] if own else [])
            if names and others:
                better[id] = identity(min(others, key=rows.__getitem__))
        return better

    def _same_names(self) -> dict[str, frozenset[str]]:
        """By full name, folded, the names of the same person by decisions."""
        same: dict[str, frozenset[str]] = {}
        for one, other in self._database.rows("SELECT one, other FROM same_people"):
            pair = {name.removeprefix("name:") for name in (one, other) if name.startswith("name:")}
            if len(pair) == 2:
                together = frozenset().union(pair, *(same.get(name, ()) for name in pair))
                same.update(dict.fromkeys(together, together))
        return same

    def choose(self, name: str | None, voice: str) -> None:
        """Give a person with a full name a voice in every document, inside a transaction of the library."""
        if who := identity(name or ""):
            known = [one for words, *_ in self._rows() if (one := identity(words))]
            self._put(only_fit(who, known) or who, name or "", voice, True)

    def keep_heard(self, voices: Mapping[Person, str], misheard: Container[str] = ()) -> None:
        """Remember the voices in which people were first heard, unless they have one that is not `misheard`, by id."""
        before = self.voices(voices)
        kept = {*before.chosen, *(id for id in before.heard if id not in misheard)}
        new = {person: voice for person, voice in voices.items() if person.id not in kept and identity_of(person)}
        if new:
            with self._database.in_passing(), self._database.kept():
                known = [one for words, *_ in self._rows() if (one := identity(words))]
                for person, voice in new.items():
                    if who := identity_of(person):
                        self._put(only_fit(who, known) or who, person.name or "", voice, False)

    def forget(self, name: str | None) -> int:
        """Remove a person, or everybody (None). Returns how many were removed.

        Raises LibraryError where it cannot be saved.
        """
        who = identity(name) if name else None
        known = [one for words, *_ in self._rows() if (one := identity(words))]
        gone = known if name is None else [one] if who and (one := only_fit(who, known)) else []
        with self._database.kept():
            for one in gone:
                self._database.write("DELETE FROM register WHERE person = ?", one.words)
        return len(gone)

    def _rows(self) -> list[Any]:
        return self._database.rows(
            "SELECT person, voice, chosen FROM register ORDER BY chosen DESC, kept_at DESC, person"
        )

    def _put(self, who: Identity, name: str, voice: str, chosen: bool) -> None:
        self._database.write(
            "INSERT INTO register VALUES (?, ?, ?, ?, ?) ON CONFLICT (person) DO UPDATE SET "
            "voice = excluded.voice, chosen = excluded.chosen, kept_at = excluded.kept_at "
            "WHERE excluded.chosen OR NOT register.chosen",
            who.words, stored_text(name), voice, chosen, time.time(),
        )  # fmt: skip
