"""What is typed to search one document, understood: the words, whose turns, a regular expression.

`quarantine`; `@Ball quarantine`, the word in Ball's turns; `@Ball`, his turns; `@"George Ball" off`; `/miss?iles?/`, a
regular expression. Plain words are meant whatever their case, accents, quotes, dashes and white space.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.model import Document, Person
from tui_reader.document.search.search_normalization import folded
from tui_reader.errors import ReaderError

if TYPE_CHECKING:
    from regex import Pattern


class SearchError(ReaderError):
    """What was typed cannot be searched for, or takes too long."""


class Query(NamedTuple):
    """What is searched for."""

    words: str
    """Folded; empty for all turns of a speaker, and for an expression."""
    typed: str
    """The words as they were typed, without the speaker."""
    speakers: frozenset[str] | None = None
    """The ids of those whose turns are searched; None for everybody."""
    expression: Pattern[str] | None = None


def query_of(typed: str, document: Document) -> Query:
    """What is meant by what was typed. Raises SearchError where it cannot be searched for."""
    speakers, words = None, typed.strip()
    if words.startswith("@"):
        name, words = name_and_rest(words[1:])
        speakers = frozenset(person.id for person in people_called(name, document))
        if not speakers:
            raise SearchError(f"Nobody here is called {name}." if name else "A name follows @: @Ball.")
    if len(words) > 1 and words.startswith("/"):
        return Query("", words, speakers, _expression(words.removeprefix("/").removesuffix("/")))
    if speakers is None and not folded(words).strip():
        raise SearchError("Type what is to be found: a word, @Ball, @Ball with a word, /an?expression/.")
    return Query(folded(words).strip(), words, speakers)


def people_called(name: str, document: Document) -> list[Person]:
    """Those whose id, label, name or short name it is; else those one of whose words begins with it."""
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
    """The name behind the @, which may stand in quotes, and what is typed behind it."""
    if words.startswith('"'):
        name, _, rest = words[1:].partition('"')
    else:
        name, _, rest = words.partition(" ")
    return name.strip(), rest.strip()


def _expression(written: str) -> Pattern[str]:
    import regex  # Unlike re, it stops when its time is over.

    try:
        return regex.compile(written, regex.IGNORECASE)
    except (regex.error, OverflowError, RecursionError) as error:
        raise SearchError(f"{written}: no regular expression ({error}).") from None
