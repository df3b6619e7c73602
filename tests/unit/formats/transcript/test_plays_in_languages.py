"""Plays in plain text as their languages print them: who speaks, and which lines are headings."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, Kind
from tui_reader.formats import parse

SAID = "It was hard in winter, because the wheel froze."


def read(text: str) -> Document:
    return parse(text.encode(), "play.txt")


def names(text: str) -> list[str]:
    return [turn.label.text for turn in read(text).turns]


@pytest.mark.parametrize("shape", ["{}\n{}\n\n", "{}. {}\n\n"])
@pytest.mark.parametrize("people", [
    ["MINERO 1º", "MINERO 2º", "LA TÍA"], ["1. HERR", "2. HERR", "DER WIRT"], ["1-Й ГОСТЬ", "2-Й ГОСТЬ", "ДАМА"],
])  # fmt: skip
def test_people_may_be_counted(people: list[str], shape: str) -> None:
    assert names("".join(shape.format(name, SAID) for name in people * 3)) == people * 3


@pytest.mark.parametrize("shape", ["{}: {}\n\n", "{}. {}\n\n"])
def test_a_name_may_begin_with_an_abbreviated_particle(shape: str) -> None:
    people = ["v. Bernau", "Werner", "Frank"]
    printed = people if ":" in shape else [name.upper() for name in people]
    assert names("".join(shape.format(name, SAID) for name in printed * 3)) == printed * 3


def test_a_letter_may_be_all_of_a_name_in_capitals() -> None:
    people = ["SEÑOR X", "TÍO", "SEÑORA Z"]
    assert names("".join(f"{name}. {SAID}\n\n" for name in people * 3)) == people * 3


@pytest.mark.parametrize("shape", ["{}\n{}\n\n", "{}: {}\n\n"])
def test_the_number_of_a_scene_alone_is_its_heading(shape: str) -> None:
    scene = "".join(shape.format(name, SAID) for name in ("LUKA", "POPOVA", "LUKA"))
    document = read("".join(f"{number}\n\n{scene}" for number in ("I", "II", "III", "IV", "V") * 2))
    assert {turn.label.text for turn in document.turns} == {"LUKA", "POPOVA"}
    assert all(turn.passages[-1].text == SAID for turn in document.turns)


def test_ordinals_of_scenes_may_be_divided() -> None:
    scene = f"LUISE\n{SAID}\n\nFRANZ\n{SAID}\n\n"
    document = read(f"Zweiter Akt\n\n{scene}Drey und zwanzigste Scene\n\n{scene}Vierundzwanzigste Scene\n\n{scene}")
    assert [turn.passages[-1].text for turn in document.turns] == [SAID] * 6


def test_what_a_speech_begins_with_below_a_blank_line_is_a_name_where_only_names_stand_so() -> None:
    often = [f"{name}: {SAID}\n\n" for name in ("Hugo", "Kunigunde", "Faust") * 4]
    once = "Knappe: Als eben ich im Thal nach Wasser ging.\n\nErster Knappe: Ja.\n\nStimmen im Volk: Nein!\n\n"
    text = "".join(often[:6]) + "(Ein Knappe kommt.)\n\n" + once + "".join(often[6:])
    assert names(text)[6:9] == ["Knappe", "Erster Knappe", "Stimmen im Volk"]


def test_quotations_below_blank_lines_are_no_names_where_speeches_have_paragraphs() -> None:
    often = [f"{name}: {SAID}\n\nThe boats were late.\n\n" for name in ("Hugo", "Clara") * 6]
    text = "".join([*often[:6], "One thing is certain: nobody knew.\n\n", *often[6:]])
    assert set(names(text)) == {"Hugo", "Clara"}


@pytest.mark.parametrize("prose", ["One thing is certain", "The question is this", "Remember my words"])
def test_prose_before_a_colon_below_a_blank_line_is_no_name(prose: str) -> None:
    often = [f"{name}: {SAID}\n\n" for name in ("Anna", "Ben", "Clara") * 6]
    assert names("".join([*often[:8], f"{prose}: nobody knew of it.\n\n", *often[8:]])) == ["Anna", "Ben", "Clara"] * 6


def test_the_first_speech_is_no_entry_of_the_cast() -> None:
    cast = "СТАРАЯ МЕЛЬНИЦА\n\nДЕЙСТВУЮЩИЕ ЛИЦА\n\nНина Седов\nПётр Титов\n\n"
    said = "Нина Седов: Вот дверь.\n\nОдно ясно: никто не скажет спасибо.\n\nПётр Титов: Да.\n\n"
    assert names(cast + said * 2) == ["Нина Седов", "Пётр Титов"] * 2


def test_a_title_may_stand_right_above_the_first_speech() -> None:
    speeches = [
        "ANNA ROE: It was hard in",
        "winter, because it froze.",
        "BEN LEE: Yes, it was, and",
        "the wheel froze.",
    ]
    lines = ["A Talk in the Garden", *speeches * 8]
    document = read("".join(f"{number:2}   {line}\n" for number, line in enumerate(lines, 1)))
    assert document.turns[0].label.text == "ANNA ROE"


def test_a_time_alone_on_its_line_ends_there() -> None:
    people = ["NORA ROE", "HUGH VEY"] * 2
    more = "  They showed us the plans, but the plans were ten years\nold. Why did they sell it?\n\n"
    text = "THE MILL      12\n\nThe Mill\n\n" + "".join(
        f"00:0{at}:15\n  {name}: {SAID}\n\n{more}" for at, name in enumerate(people)
    )
    document = read(text + "\nTHE MILL      13\n\n")
    assert [turn.label.text for turn in document.turns] == people
    assert all(one.kind is not Kind.HEADING for turn in document.turns for one in turn.passages)


def test_entries_of_a_cast_with_full_stops_do_not_speak() -> None:
    cast = (
        "THE MILL\n\nPLAYERS:\n\nBen Lee, a carter.\nTHE TEACHER.\nAnn, a maid.\nDON JUAN.\nThe Statue.\n\nACT ONE\n\n"
    )
    people = ["THE TEACHER", "DON JUAN", "ANN"] * 4
    assert names(cast + "".join(f"{name}\n{SAID}\n\n" for name in people)) == people
