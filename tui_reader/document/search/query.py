"""Search queries as they are typed: words, whose turns to search, or a regular expression.

`quarantine`; `@Ball quarantine`, the word in Ball's turns; `@Ball`, all his turns; `@"George Ball" off`;
`/miss?iles?/`, a regular expression. Case, accents, kinds of quotes and dashes, and white space do not matter in words.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Document, Person
from tui_reader.document.search.search_normalization import folded
from tui_reader.errors import ReaderError
from tui_reader.named_tuple import NamedTuple

LONGEST = 1_000
"""Characters that may be typed."""


class SearchError(ReaderError):
    """A query that cannot be searched for, or that takes too long."""


class Query(NamedTuple):
    """What to search for."""

    words: str
    """Normalized for search; empty for all turns of a speaker, and for an expression."""
    typed: str
    """The words or the expression as typed, without the speaker."""
    speakers: frozenset[str] | None = None
    """The ids of the people whose turns are searched; None for everybody."""
    expression: str = ""
    """A regular expression of Python's `re`, which may be wrong; empty for words."""

    def is_of(self, speaker: str | None) -> bool:
        """Whether the turns of a speaker are searched."""
        return self.speakers is None or speaker in self.speakers


def query_of(typed: str, document: Document) -> Query:
    """The query that was typed. Raises SearchError if it cannot be searched for."""
    speakers, words = None, typed.strip()
    if len(words) > LONGEST:
        raise SearchError(f"Too long to search for: at most {LONGEST:,} characters.")
    if words.startswith("@"):
        name, words = name_and_rest(words[1:])
        speakers = frozenset(person.id for person in people_called(name, document))
        if not speakers:
            raise SearchError(f"Nobody here is called {name}." if name else "Type a name after @, such as @Ball.")
    if len(words) > 1 and words.startswith("/") and words != "//":
        return Query("", words, speakers, words.removeprefix("/").removesuffix("/"))
    if words == "//" or (speakers is None and not folded(words).strip()):
        raise SearchError("Type what to find: a word, @Ball, @Ball and a word, or /an?expression/.")
    return Query(folded(words).strip(), words, speakers)


def people_called(name: str, document: Document) -> list[Person]:
    """The people with that id, label, name or short name; if nobody has it, those with a word that begins with it."""
    wanted = folded(name)
    names = {person: list(_names(person, document)) for person in document.people}
    exact = [person for person, called in names.items() if wanted in called]
    if exact or not wanted:
        return exact
    return [person for person, called in names.items() if any(f" {one}".find(f" {wanted}") >= 0 for one in called)]


def _names(person: Person, document: Document) -> Iterator[str]:
    for name in (person.id, person.name, document.short_name(person.id), *person.labels):
        if name:
            yield folded(name)


def name_and_rest(words: str) -> tuple[str, str]:
    """The name after the @, which may be in quotes, and what is typed after the name."""
    if words.startswith('"'):
        name, _, rest = words[1:].partition('"')
    else:
        name, _, rest = words.partition(" ")
    return name.strip(), rest.strip()
