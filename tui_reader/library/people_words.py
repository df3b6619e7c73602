"""People across documents in words, for the command line and both faces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.library.people_everywhere import PeopleEverywhere, PersonEverywhere, PlaceOfPerson, TalksWith
from tui_reader.terminal.counts import count

MOST = 20
"""Documents, and people with whom somebody talks, that are told unless all are wanted."""


def person_line(person: PersonEverywhere) -> str:
    """Who somebody is, how much they say where, and when."""
    who = ", ".join(filter(None, (person.name, person.roles[-1] if person.roles else "")))
    return f"{who.rstrip('.')}: {amount(person)}{_when(person)}."


def amount(person: PersonEverywhere) -> str:
    """How much somebody says in how many documents, and in how many more they are spoken of."""
    speaking, spoken_of = len(person.speaking), len(person.rows) - len(person.speaking)
    said = count(person.turns, "turn") if person.turns else count(person.words, "word")
    told = [f"{said} in {count(speaking, 'document')}"] if speaking else []
    if spoken_of:
        told.append(f"spoken of in {spoken_of} more" if speaking else f"spoken of in {count(spoken_of, 'document')}")
    return ", ".join(told)


def _when(person: PersonEverywhere) -> str:
    first, last = person.dates
    return f", {first}" * bool(first) + f" to {last}" * (first != last)


def place_line(place: PlaceOfPerson) -> str:
    """A document in which somebody speaks or is spoken of."""
    row = place.row
    told = count(row.turns, "turn") if row.turns else f"{count(row.said, 'word')} written" if row.said else "spoken of"
    return f"{row.date[:10] or 'no date'}, {place.title.rstrip('.')}: {told}"


def talks_line(talks: TalksWith) -> str:
    """With whom somebody talks, and how much."""
    where = f" in {count(talks.documents, 'document')}" if talks.documents > 1 else ""
    return f"{talks.name}, {count(talks.turns, 'exchange')}{where}"


def person_lines(person: PersonEverywhere, people: PeopleEverywhere, every: bool = False) -> Iterator[str]:
    """All that is known of a person: names, ids, decisions, with whom they talk, the documents."""
    yield person_line(person)
    also = [name for name in person.names if name != person.name]
    if also:
        yield f"Also called {'; '.join(also[: None if every else MOST])}."
    if len(person.roles) > 1:
        yield f"Roles: {'; '.join(person.roles[: None if every else MOST])}."
    if person.references:
        yield f"Known as {', '.join(person.references[: None if every else MOST])}."
    yield from (f"Decided: {decision.line}" for decision in people.about(person))
    talks = people.talks_with(person)
    if talks:
        yield f"Talks with {'; '.join(map(talks_line, talks if every else talks[:MOST]))}."
    places = people.places(person)
    yield from _listed("Speaks in:", [place for place in places if place.row.speaks], every)
    yield from _listed("Is spoken of in:", [place for place in places if not place.row.speaks], every)


def _listed(head: str, places: Sequence[PlaceOfPerson], every: bool) -> Iterator[str]:
    if places:
        yield head
    for place in places if every else places[:MOST]:
        yield f"    {place_line(place)}. {place.path}"
    if len(places) > MOST and not every:
        yield f"    {len(places) - MOST} more; --all lists them."


def person_json(person: PersonEverywhere, people: PeopleEverywhere) -> dict[str, Any]:
    """All that is known of a person, as `people --everywhere --json` prints it."""
    first, last = person.dates
    return {
        "name": person.name,
        "names": list(person.names),
        "roles": list(person.roles),
        "references": list(person.references),
        "known_by": person.known_by,
        "turns": person.turns,
        "words": person.words,
        "first": first or None,
        "last": last or None,
        "talks_with": [one._asdict() for one in people.talks_with(person)],
        "decisions": [one._asdict() for one in people.about(person)],
        "documents": [
            {
                "title": place.title, "path": str(place.path), "key": place.row.document,
                "date": place.row.date or None, "person": place.row.person or None, "turns": place.row.turns,
                "words": place.row.said, "mentions": place.row.mentions,
            }
            for place in people.places(person)
        ],
    }  # fmt: skip
