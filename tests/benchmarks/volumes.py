"""Volumes in the form of FRUS, the documents of American foreign policy, made for measuring an archive.

    python -m tests.benchmarks.volumes FOLDER [VOLUMES]

Each volume has a list of persons, a glossary and documents that point to them: telegrams, memoranda, and conversations
in which persons speak by turns. The same number always gives the same bytes.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

DOCUMENTS, PERSONS, TERMS = 300, 300, 150
"""In each volume."""
_COMMON = """
    the of to and in that a he was for on it with as be this not by is had would at from we which an but they have our
    his or are said should could if their been were all any no one has there will more Soviet government United States
    President Secretary Department question position proposal agreement meeting missile forces
"""
"""The words that are used most, the most frequent first."""
_SYLLABLES = """
    ba ce di fo gu ha je ki lo mu na pe ri so tu va wo ya ze bra cle dri sto plu ment tion ter ness ing
"""
_SURNAMES = """
    Ball Acheson Rusk Bundy Thompson Wałęsa Sørensen Gromyko Kissinger Čapek Núñez Adenauer Yost Đilas
"""
_FORENAMES = """
    George Dean McGeorge Llewellyn Lech Andrei Henry Karel José Konrad Milovan Charles Maria Anne
"""
_CITIES = """
    Washington Moscow Bonn London Paris Łódź Cairo Algiers
"""
_VOCABULARY = 12_000


class _Person(NamedTuple):
    id: str
    forename: str
    surname: str
    role: str

    @property
    def mention(self) -> str:
        """The surname in the text, with its pointer to the list."""
        return f'<persName corresp="#{self.id}">{self.surname}</persName>'


class _Volume:
    """One volume while it is written."""

    def __init__(self, number: int, documents: int, persons: int, terms: int) -> None:
        self.number, self._documents = number, documents
        self._dice = Random(number)
        self._words = [*_COMMON.split(), *_vocabulary()]
        self._weights = [*accumulate(1 / (rank + 3) for rank in range(len(self._words)))]
        self._persons = [self._person(index) for index in range(persons)]
        self._terms = [f"T{index}{self._dice.choice('ABCDEFGH')}" for index in range(terms)]
        self._day = datetime(1961, 1, 20, 9) + timedelta(days=40 * (number % 100))

    def parts(self) -> Iterator[str]:
        """The file, piece by piece."""
        title = f"Foreign Relations of the United States, 1961–1963, Volume {self.number}, Generated"
        yield (
            '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>'
            f'<titleStmt><title type="complete">{title}</title></titleStmt><publicationStmt><idno type="frus">'
            f"generated{self.number}</idno></publicationStmt></fileDesc></teiHeader>\n<text><front>\n"
            '<div type="section" xml:id="terms"><head>Abbreviations and Terms</head>\n<list type="terms">\n'
        )
        for term in self._terms:
            strong = f'<hi rend="strong"><term xml:id="t_{term}_1">{term}</term>, </hi>'
            yield f"<item>{strong}{self._some(4)}</item>\n"
        yield '</list></div>\n<div type="section" xml:id="persons"><head>Persons</head>\n<list type="names">\n'
        for one in self._persons:
            name = f'<persName xml:id="{one.id}">{one.surname}, {one.forename}</persName>'
            yield f'<item><hi rend="strong">{name},</hi> {one.role}</item>\n'
        yield '</list></div></front>\n<body><div type="chapter" xml:id="ch1"><head>Documents</head>\n'
        for number in range(1, self._documents + 1):
            yield self._document(number)
        yield "</div></body></text></TEI>\n"

    def _document(self, number: int) -> str:
        dice, cities = self._dice, _CITIES.split()
        self._day += timedelta(hours=dice.randrange(1, 60))
        present = dice.sample(self._persons, min(5, len(self._persons)))
        kind = dice.choices(("telegram", "memorandum", "conversation", "telephone"), (50, 20, 22, 8))[0]
        subject, others = present[0], present[1:]
        heads = {
            "telegram": f"Telegram From the Embassy in {dice.choice(cities)} to the Department of State",
            "memorandum": f"Memorandum From {subject.forename} {subject.surname} to President Kennedy",
            "conversation": "Memorandum of Conversation",
            "telephone": f"Memorandum of Telephone Conversation Between the President and {subject.surname}",
        }
        source = (
            f'<note n="1" xml:id="d{number}fn1" type="source"><p>Source: Department of State, Central Files, '
            f"{dice.randrange(100, 999)}.{dice.randrange(10, 99)}. Secret. Drafted by {subject.mention}.</p></note>"
        )
        body = (
            self._paragraphs(dice.randrange(5, 22), present)
            if kind in ("telegram", "memorandum")
            else self._turns(dice.randrange(12, 40), [subject, *others[: 1 if kind == "telephone" else 3]])
        )
        participants = "" if kind != "conversation" else self._participants(present[:4])
        return (
            f'<div type="document" n="{number}" xml:id="d{number}">\n<head>{number}. {heads[kind]}{source}</head>\n'
            f'<dateline><placeName>{dice.choice(cities)}</placeName>, <date when="{self._day:%Y-%m-%dT%H:%M:%S}">'
            f"{self._day:%B} {self._day.day}, {self._day.year}, {self._day:%H%M}Z</date>.</dateline>\n"
            f'{participants}{body}<pb n="{number}" xml:id="pg_{number}"/>\n</div>\n'
        )

    def _participants(self, present: list[_Person]) -> str:
        listed = "".join(f"<item>{one.forename} {one.mention}, {one.role}</item>" for one in present)
        return f'<list type="participants"><head>PARTICIPANTS</head>{listed}</list>\n'

    def _paragraphs(self, count: int, present: list[_Person]) -> str:
        return "".join(
            f"<p>{number}. {self._some(30)} {self._dice.choice(present).mention} {self._some(25)} "
            f"{self._gloss()} {self._some(25)}.</p>\n"
            for number in range(1, count + 1)
        )

    def _turns(self, count: int, present: list[_Person]) -> str:
        return "".join(
            f"<p><hi rend='italic'>{'Mr. ' * (number % 3 == 0)}{one.mention}</hi>: {self._some(18)}, "
            f"{self._gloss()} {self._some(18)}.</p>\n"
            for number in range(count)
            for one in (present[number % len(present)],)
        )

    def _gloss(self) -> str:
        term = self._dice.choice(self._terms)
        return f'<gloss target="#t_{term}_1">{term}</gloss>'

    def _some(self, words: int) -> str:
        return " ".join(self._dice.choices(self._words, cum_weights=self._weights, k=words))

    def _person(self, index: int) -> _Person:
        known = _SURNAMES.split()
        surname = known[index] if index < len(known) else self._dice.choice(self._words[100:]).capitalize()
        role = f"{self._some(3)} of {self._some(4)} from {1955 + index % 8} until {1964 + index % 9}"
        return _Person(f"p_P{index}_1", self._dice.choice(_FORENAMES.split()), surname, role)


def _vocabulary() -> list[str]:
    dice, syllables = Random(0), _SYLLABLES.split()
    made = dict.fromkeys("".join(dice.choices(syllables, k=dice.randrange(2, 5))) for _ in range(2 * _VOCABULARY))
    return [*made][:_VOCABULARY]


def volume(number: int, documents: int = DOCUMENTS, persons: int = PERSONS, terms: int = TERMS) -> str:
    """A volume of about two megabytes."""
    return "".join(_Volume(number, documents, persons, terms).parts())


def write_volumes(folder: Path, count: int, documents: int = DOCUMENTS) -> None:
    """Write volumes 1 to `count` into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        (folder / f"volume{number:03}.xml").write_text(volume(number, documents), encoding="utf-8")


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m tests.benchmarks.volumes", description="Writes volumes in FRUS' form.")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="Where they are written; it is made.")
    parser.add_argument("volumes", metavar="VOLUMES", nargs="?", type=int, default=20, help="20 if not given.")
    asked = parser.parse_args()
    write_volumes(asked.folder, asked.volumes)
