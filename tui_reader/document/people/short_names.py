"""What each person of a document is called in a word or two: the printed label, or the surname."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui_reader.document.people.label_parts import take_apart
from tui_reader.document.people.names import name_words
from tui_reader.document.people.person import Person
from tui_reader.lazy_re import lazy_re

_PERSONAL_NAME = lazy_re(
    r"(?:(?:(?:[^\W\d_]\.)+|[^\W\d_a-z](?!\.)[^\W\d_]*(?:['’-][^\W\d_]+)*\.?"
    r"|de|da|di|del|van|von|der|den|la|le|bin|al)(?:,? |$))+"
)
"""Words with capitals: not "Ghost of the father", "User 12"."""


def told_apart(people: Sequence[Person]) -> dict[str, str]:
    """What each person is called, by id: several of one label by their names, or with a number from the second on."""
    short = {person.id: _short_name(person) for person in people}
    often = Counter(short.values())
    names: dict[str, str] = {}
    used: Counter[str] = Counter()
    for person in people:
        called = short[person.id]
        if often[called] > 1 and person.name and _PERSONAL_NAME.fullmatch(person.name):
            called = person.name
        used[called] += 1
        names[person.id] = called if used[called] == 1 else f"{called} {used[called]}"
    return names


def _short_name(person: Person) -> str:
    label = person.labels[0] if person.labels else person.id
    if person.name and (person.given or take_apart(label).letters):
        last = name_words(person.name)[-1:]
        is_name = _PERSONAL_NAME.fullmatch(person.name)
        return last[0] if last and is_name else person.name
    return label
