"""The speakers in the plain face: a numbered list, and typed lines that correct who is who.

Each typed line is answered in a message. Knows no terminal.
"""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Person
from tui_reader.formats.doubts import Doubt, doubts
from tui_reader.library import LibraryError
from tui_reader.reading import Reading
from tui_reader.reading.speakers import SpeakerSummary, merge, merge_label, speakers, split, take, told, unmark
from tui_reader.terminal.counts import count

HOW = (
    "merge GB 2, split GB, name 2 George Ball, role 2 Chair, unmark GB, take 1 for a suggestion, correct 1 or keep 1 "
    "for a doubt, why 2, undo or forget; then Enter. Enter alone goes back."
)


def people_rows(reading: Reading) -> list[str]:
    """The speakers, each with how often they speak."""
    names = reading.document.short_names
    return [f"{names[one.person.id]}, {count(one.turns, 'turn')}." for one in _speaking(reading)]


def people_hint(reading: Reading) -> str:
    """The worst doubt, where there is one, and how to change who is who."""
    doubted = doubts(reading.document)
    worst = f"{count(len(doubted), 'doubt')}. {doubted[0].told} " if doubted else ""
    return f"{worst}c to change them, e for one in all documents."


def people(reading: Reading) -> list[Person]:
    """The speakers in the order of their numbers."""
    return [one.person for one in _speaking(reading)]


def _speaking(reading: Reading) -> list[SpeakerSummary]:
    return [one for one in speakers(reading.document) if one.turns]


def list_labels(reading: Reading) -> str:
    """The lines that list the labels of each person and the suggestions, with numbers, and how to change them."""
    names = reading.document.short_names
    lines = []
    for number, one in enumerate(_speaking(reading), 1):
        labels = ", ".join(f"{label} {turns}" for label, turns in one.labels)
        lines.append(f"{number} {names[one.person.id]}: {labels}.")
    for number, hint in enumerate(reading.document.suggestions, 1):
        lines.append(f"Suggestion {number}: perhaps one, {' and '.join(hint.labels)}: {hint.because}")
    for number, doubt in enumerate(doubts(reading.document), 1):
        lines.append(f"Doubt {number}: {doubt.told}")
    return "\n".join([*lines, HOW])


def change(reading: Reading, typed: str) -> str:
    """Do what a typed line asks for; returns a message about the result, or why it could not be saved."""
    try:
        return _change(reading, typed)
    except LibraryError as error:
        return str(error)


def _change(reading: Reading, typed: str) -> str:
    word, _, rest = typed.strip().partition(" ")
    done: dict[str, Callable[[Reading, str], list[Decision] | str]] = {
        "merge": _merge, "split": _split, "name": _name, "role": _role, "unmark": _unmark, "take": _take,
        "correct": _correct, "keep": _keep, "why": _why, "undo": _undo, "forget": _forget,
    }  # fmt: skip
    act = done.get(word.casefold())
    if act is None:
        return f"Not understood: {typed.strip()}. Type one of: {', '.join(done)}."
    decided = act(reading, " ".join(rest.split()))
    if isinstance(decided, str):
        return decided
    reading.labels.decide(*decided)
    lines = " ".join(told(decision) for decision in decided)
    return f"{lines}{reading.labels.part_told}" if lines else "Nothing to change."


def _merge(reading: Reading, rest: str) -> list[Decision] | str:
    subject, _, number = rest.rpartition(" ")
    other = _person(reading, number)
    if other is None or not subject:
        return "Type a label or number, then the number of who it is: merge GB 2."
    one = _person(reading, subject)
    if one:
        return merge(reading.document, one.id, other.id)
    label = _label(reading, subject)
    return merge_label(reading.document, label, other.id) if label else _no_label(subject)


def _split(reading: Reading, rest: str) -> list[Decision] | str:
    label = _label(reading, rest)
    return split(reading.document, label) if label else _no_label(rest)


def _unmark(reading: Reading, rest: str) -> list[Decision] | str:
    label = _label(reading, rest)
    return unmark(reading.document, label) if label else _no_label(rest)


def _name(reading: Reading, rest: str) -> list[Decision] | str:
    return _word(reading, rest, Verb.NAME)


def _role(reading: Reading, rest: str) -> list[Decision] | str:
    return _word(reading, rest, Verb.ROLE)


def _word(reading: Reading, rest: str, verb: Verb) -> list[Decision] | str:
    number, _, words = rest.partition(" ")
    person = _person(reading, number)
    if person is None or not words:
        return f"Type the number of a person, then the {verb}: {verb} 2 George Ball."
    return [Decision(verb, person.id, words)]


def _take(reading: Reading, rest: str) -> list[Decision] | str:
    hints = reading.document.suggestions
    if not (rest.isascii() and rest.isdecimal() and 0 < int(rest[:9]) <= len(hints)):
        return f"There is no suggestion {rest}." if hints else "There are no suggestions."
    return take(reading.document, hints[int(rest) - 1])


def _correct(reading: Reading, rest: str) -> list[Decision] | str:
    doubt = _doubt(reading, rest)
    return doubt if isinstance(doubt, str) else [doubt.correction]


def _keep(reading: Reading, rest: str) -> list[Decision] | str:
    doubt = _doubt(reading, rest)
    return doubt if isinstance(doubt, str) else [Decision(Verb.KEEP, doubt.about)]


def _doubt(reading: Reading, number: str) -> Doubt | str:
    """The doubt of that number, or a line that says that there is none."""
    found = doubts(reading.document)
    if not (number.isascii() and number.isdecimal() and 0 < int(number[:9]) <= len(found)):
        return f"There is no doubt {number}." if found else "Nothing is in doubt."
    return found[int(number) - 1]


def _why(reading: Reading, rest: str) -> str:
    person = _person(reading, rest)
    if person is None:
        return "Type the number of a person: why 2."
    role = f"{person.role.rstrip('.')}." if person.role else ""
    return " ".join(filter(None, (role, *person.evidence))) or "Only the label itself says so."


def _undo(reading: Reading, rest: str) -> str:
    return reading.labels.undo()


def _forget(reading: Reading, rest: str) -> str:
    return f"{count(reading.labels.forget(), 'decision')} taken back.{reading.labels.part_told}"


def _person(reading: Reading, number: str) -> Person | None:
    found = people(reading)
    if not (number.isascii() and number.isdecimal() and 0 < int(number[:9]) <= len(found)):
        return None
    return found[int(number) - 1]


def _label(reading: Reading, words: str) -> str | None:
    """The label with these words: exactly as printed, or else the only one that differs in case alone."""
    labels = [label for person in reading.document.people for label in person.labels]
    if words in labels:
        return words
    alike = [label for label in labels if label.casefold() == words.casefold()]
    return alike[0] if len(alike) == 1 else None


def _no_label(words: str) -> str:
    return f"There is no label {words}." if words else "Type a label, as it is printed."
