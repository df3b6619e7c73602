"""Who of a document is a man or a woman, a child, old, or several people, and what says so.

What the document or the person states goes before a title ("Mrs."), a title before a description ("her son"), that
before a noun ("WAITRESS"), a noun before a first name. Where two of one kind contradict each other nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile

from tui_reader.casting import first_names, word_evidence
from tui_reader.casting.person_words import NARRATORS, NEUTRAL, NO_NAMES, ORDINARY, VOICE, Words, words_of
from tui_reader.document.model import Document, Person
from tui_reader.document.people.label_parts import take_apart
from tui_reader.document.people.sex_and_age import KINDS, SexAndAge, with_article
from tui_reader.formats import cast_lists
from tui_reader.named_tuple import NamedTuple

_OWNER = re.compile(r"['’]s$", re.IGNORECASE)
_INITIALS = 2
"""Letters of a label that is hardly a name."""


class Told(NamedTuple):
    """What is told of a person."""

    is_what: SexAndAge = SexAndAge()
    because: str = ""
    """What says the sex, in words: `the title "mrs"`; empty where nothing says or contradicts it."""

    @property
    def words(self) -> str:
        """What voice the person needs and why, in a sentence; empty where any will do."""
        kinds = [kind for kind, what in KINDS.items() if what == self.is_what]
        kinds = kinds or [kind for kind, what in KINDS.items() if what.sex == self.is_what.sex and self.is_what.sex]
        if not kinds:
            return ""
        return f"Needs the voice of {with_article(kinds[0])}{f', by {self.because}' if self.because else ''}."


def sexes_and_ages(document: Document) -> Mapping[str, Told]:
    """What is told of each person, by id."""
    is_known = document.language_evidence.source != "default"
    words = words_of(document.language if is_known else "")
    listed = cast_lists.entries(document)
    told = {person.id: _by_words(person, listed.get(person.id, ()), words) for person in document.people}
    names = {person.id: _first_name(person, words) for person in document.people if not told[person.id].because}
    wanted: dict[str, bool] = {}
    for name, is_full in names.values():
        for word in (name, name.partition("-")[0]):
            wanted[word] = wanted.get(word, False) or is_full
    known = first_names.sexes(wanted, document.language)
    for id, (name, _) in names.items():
        sex = known.get(name) or known.get(name.partition("-")[0])
        if sex and not told[id].is_what.crowd:
            told[id] = Told(told[id].is_what._replace(sex=sex), f'the first name "{name}"')
    return told


def is_narrator(person: Person) -> bool:
    """Whether the person's labels are the narrator's: "NARRATOR", "Erzähler"."""
    return bool(person.labels) and all(take_apart(label).base in NARRATORS for label in person.labels)


def _by_words(person: Person, listed: Sequence[cast_lists.Entry], words: Words) -> Told:
    """What is stated, and what titles, the role and descriptions of the lists of persons, and nouns tell."""
    labels = (label for label in person.labels or (person.id,) if not _is_of_name(label, person.name or ""))
    names = dict.fromkeys((person.name or "", *labels))
    alone = (entry.name for entry in listed if not word_evidence.is_crowd(entry.name, words))
    pieces = [piece for name in (*names, *alone) for piece in word_evidence.pieces(name)]
    roles = (person.role or "", *(entry.about for entry in listed))
    segments = [segment for role in roles for segment in word_evidence.segments(role)]
    ages = (
        *(word_evidence.age(segment, words, in_role=True) for segment in segments),
        *(word_evidence.age(piece, words) for piece in pieces),
    )
    age = person.stated.age or next(filter(None, ages), "")
    is_whole = bool(person.stated.sex and person.stated.age)
    crowd = person.stated.crowd or (not is_whole and any(word_evidence.is_crowd(name, words) for name in names if name))
    if person.stated.sex:
        return Told(SexAndAge(person.stated.sex, age, crowd), "what the file or you say")
    described = (word_evidence.described(segment, words) for segment in segments)
    for kind, found in (
        ("title", [word_evidence.title(piece, words) for piece in pieces]),
        ("description", [next((one for one in described if one[0]), word_evidence.NO_SEX)]),
        ("noun", [word_evidence.noun(piece, words) for piece in pieces]),
        ("form of the name", [word_evidence.name_form(piece, words) for piece in pieces]),
    ):
        sexes = {sex for sex, _ in found if sex}
        if sexes:
            word = next(word for sex, word in found if sex)
            is_mixed = len(sexes) > 1 or (crowd and kind == "title")
            return Told(SexAndAge("" if is_mixed else sexes.pop(), age, crowd), f'the {kind} "{word}"')
    return Told(SexAndAge("", age, crowd))


def _is_of_name(label: str, name: str) -> bool:
    """Whether a label is the surname of a whole name or its beginning, and so no title or noun.

    "KING" for Martha King, "CHILD" for Julia Child, "Pop." for Poppaea.
    """
    words, short = name.casefold().split(), label.casefold().rstrip(".")
    is_beginning = len(words) == 1 and len(short) < len(words[0]) and words[0].startswith(short)
    return is_beginning or (len(words) > 1 and short == words[-1])


def _first_name(person: Person, told: Words) -> tuple[str, bool]:
    """The first name of a person, of a full name or a label of one word, and whether it is of a full name.

    Empty where there is none.
    """
    for printed in (person.name or "", *person.labels):
        surname, comma, given = next(word_evidence.pieces(printed)).partition(",")
        whole = (given if given.strip() else surname).replace(".", ". ").split()
        if whole[1:] and whole[-1].casefold() in VOICE:  # "BILL'S VOICE"
            whole = [_OWNER.sub("", word) for word in whole[:-1]]
        words = list(dropwhile(lambda word: word.rstrip(".").casefold() in NEUTRAL, whole))
        is_short = not comma and len(words) == 1
        if (
            not words
            or words[0].casefold() in ORDINARY | told.articles.keys()
            or " ".join(words[1:2]).casefold() == "of"
        ):
            continue
        words = [word for word in words if len(word.rstrip(".")) > 1 or is_short]
        if not words or _OWNER.search(words[0]) or (is_short and _is_no_name(words[0], words != whole)):
            continue
        return words[0].strip(".:'\"“”‘’").capitalize(), not is_short
    return "", False


def _is_no_name(word: str, is_titled: bool) -> bool:
    """Whether a label of one word is a surname behind a title, initials, or a trade."""
    return is_titled or len(word) <= _INITIALS or word.casefold() in NO_NAMES
