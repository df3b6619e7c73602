"""Headings of acts, scenes, parts and casts in many languages: which lines are some, and that nobody speaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.divisions import cast_heading, division
from tui_reader.document.model import Document, Kind
from tui_reader.formats.headings import is_division

SCENES = """Scène première.|SCENE PREMIERE|Scène XIII et dernière|Acte II, Scène 3|Acte II - Scène 3|Zweite Szene
2. Szene|Zweiter Auftritt|ESCENA ÚLTIMA|Scena Prima.|ATTO SECONDO. SCENA TERZA.|Cena II|Scena druga|Явление 2
Сцена первая|Výstup 3|Derde tooneel|Actus Primus. Scæna Prima.|Scène II. Les mêmes, Luc.|SCÈNE PREMIÈRE.—ORGON
Erste Szene: Ein Wald|Явление II. Те же и Анна.|SCENE|Scene II. Another room.
Acte Premier--Scène Première|Scena II--Gli stessi"""
ACTS = """Acte premier|Acte I.|Acte 1er|2e acte|Deuxième partie|Erster Akt|1. Akt|Akt I|II. Akt|Dritter Theil
Fünfter und letzter Aufzug|Teil zwei|Zweite Sitzung|ACTO PRIMERO|Primer acto|Jornada primera|Atto I|Atto primo
Ato primeiro|Akt pierwszy|Odsłona 2|Действие первое|ДѢЙСТВІЕ ПЕРВОЕ|1-е действие|II действие|Jednání první
První jednání|Eerste bedrijf|Actus primus|Épilogue|Пролог|Act I. A street.|CHAPTER XL|ACT THE FIRST|Book One
Afternoon Session"""
OTHERS = """Akt|Szene!|Un acte.|Il libro.|3 actes|Akt ist gut.|Das war der zweite Akt.|Zwei Akte|La première scène
Zweiter Teil, ja|Und Akt zwei|Часть первая, я думаю|Lui e la scena|Handlung und Bild|Tableau 1. Les prix
Zweiter Teil. Wir gingen.|Akt zwei ist lang.|Act now.|Scene change|Part company|It was the second act|act two"""


@pytest.mark.parametrize("line", SCENES.replace("\n", "|").split("|"))
def test_scenes_are_told_from_acts(line: str) -> None:
    assert division(line) == "scene" and not is_division(line)


@pytest.mark.parametrize("line", ACTS.replace("\n", "|").split("|"))
def test_acts_and_parts_are_told_in_the_order_of_each_language(line: str) -> None:
    assert division(line) == "act"


@pytest.mark.parametrize("line", OTHERS.replace("\n", "|").split("|"))
def test_a_sentence_with_such_words_is_no_heading(line: str) -> None:
    assert division(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Personnages", ""), ("PERSONEN:", ""), ("Personen: Odile, Nils", " Odile, Nils"), ("Dramatis personæ.", ""),
        ("Действующие лица:", ""), ("Personen im Raum", None), ("Osoby dramatu", ""),
    ],
)  # fmt: skip
def test_the_heading_of_a_cast_says_where_its_names_begin(line: str, names: str | None) -> None:
    found = cast_heading(line)
    assert (found if found is None else line[found:]) == names


PLAYS = [
    ("Personnages :", "ACTE PREMIER.", "SCÈNE PREMIÈRE. — Marta, Nils.", "SCÈNE II. — Les mêmes.", "ACTE II."),
    ("Personen", "Erster Akt.", "Erster Auftritt. Marta, Nils.", "Zweiter Auftritt. Marta allein.", "Zweiter Akt."),
    ("Personas", "ACTO PRIMERO", "Escena primera", "Escena II", "ACTO SEGUNDO"),
    ("Personaggi:", "Atto I", "Scena prima", "Scena II. Nils.", "Atto secondo"),
    ("Personagens", "Ato primeiro", "Cena I", "Cena II", "Ato segundo"),
    ("Personen", "Eerste bedrijf", "Eerste toneel", "Tweede toneel", "Tweede bedrijf"),
    ("Действующие лица", "Действие первое", "Явление первое", "Явление 2", "Действие второе"),
    ("Osoby", "Jednání první", "Výstup 1", "Výstup 2", "Jednání druhé"),
    ("Osoby", "Akt pierwszy", "Scena pierwsza", "Scena druga", "Akt II"),
    ("Dramatis personae", "Actus primus", "Scena prima", "Scena secunda", "Actus secundus"),
]
SPEAKERS = ["Marta", "Nils", "Marta", "Nils", "Nils", "Marta", "Nils", "Marta"]
WORDS = "Good evening, the door is open."
CONVENTIONS = ["{}: {}", "{}. {}", "{}\n{}", "{} — {}"]


def check(document: Document, headings: tuple[str, ...]) -> None:
    assert [turn.label.text for turn in document.turns] == SPEAKERS
    spoken = {passage.text for turn in document.turns for passage in turn.passages if passage.kind is Kind.SPEECH}
    assert spoken == {WORDS}
    printed = [part.heading.text for part in document.parts if part.heading]
    printed += [passage.text for part in document.parts for passage in part.body]
    assert {*headings} <= {*printed}


@pytest.mark.parametrize("play", PLAYS)
@pytest.mark.parametrize("convention", CONVENTIONS)
def test_headings_of_plays_are_nobodys_words(tmp_path: Path, play: tuple[str, ...], convention: str) -> None:
    cast, act, scene, second_scene, second_act = play
    turns = [convention.format(name, WORDS) for name in SPEAKERS]
    blocks = ["The mill", cast, "Marta, a miller", "Nils, a carter", act, scene, *turns[:4], second_scene]
    text = "\n\n".join([*blocks, *turns[4:6], second_act, *turns[6:]])
    check(read_text(tmp_path, text, "play.txt"), (second_scene, second_act))


def test_a_cast_between_turns_is_an_aside(tmp_path: Path) -> None:
    turns = [f"{name}: {WORDS}" for name in SPEAKERS]
    check(read_text(tmp_path, "\n\n".join([*turns[:4], "Personen: Marta, Nils", *turns[4:]]), "play.txt"), ())


MARKUP = {
    "talk.html": ("<h1>The mill</h1>{}", "<p><b>{}:</b> {}</p>", "<p>{}</p>"),
    "talk.md": ("# The mill\n\n{}", "**{}:** {}\n\n", "**{}**\n\n"),
    "talk.xml": (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>{}</div></body></text></TEI>',
        '<p><hi rend="strong">{}:</hi> {}</p>',
        "<p>{}</p>",
    ),
}


@pytest.mark.parametrize("name", MARKUP)
@pytest.mark.parametrize(
    "headings", [("Act II", "Scene II"), ("Acte II", "Scène II. Les mêmes."), ("2. Akt", "Prolog")]
)
def test_headings_that_markup_does_not_tell_are_nobodys_words(
    tmp_path: Path, name: str, headings: tuple[str, ...]
) -> None:
    page, turn, paragraph = MARKUP[name]
    turns = [turn.format(speaker, WORDS) for speaker in SPEAKERS]
    body = "".join([*turns[:4], *map(paragraph.format, headings), *turns[4:]])
    check(read_text(tmp_path, page.format(body), name), headings)
