"""Names that come once or twice, and words that only look like names: told by how the other labels are printed."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, Kind
from tui_reader.formats import parse


def labels(text: str, name: str = "play.txt") -> list[str]:
    return [turn.label.text for turn in read(text, name).turns]


def read(text: str, name: str = "play.txt") -> Document:
    return parse(text.encode(), name)


VERSE = "".join(
    f"  {('Rolf', 'Inga', 'Tove')[at % 3]}. The wind is up, the boats come in\nThe long grey road of day, we say\n\n"
    for at in range(12)
)


def test_a_name_that_comes_once_is_a_label_where_speeches_are_set_in() -> None:
    assert (
        labels(f"{VERSE}  Skald. I bring a word from far\nThat none have heard before\n\n{VERSE}").count("Skald") == 1
    )


def test_a_word_of_speech_that_is_set_in_is_none() -> None:
    assert "Surely" not in labels(f"{VERSE}  Surely. It was surely so\nAs they have told\n\n{VERSE}")


@pytest.mark.parametrize("cue", ["Exeunt. Rolf and Inga", "Flourish. Enter Tove", "Thunder. Enter two Hags"])
def test_a_direction_of_an_old_play_is_no_speaker(cue: str) -> None:
    assert set(labels(f"{VERSE}  {cue}\n\n".join(["", *[VERSE] * 4]))) == {"Rolf", "Inga", "Tove"}


@pytest.mark.parametrize(
    ("people", "sign"),
    [
        (["MANET", "MONET", "DEGAS"], ":"),
        (["MANET", "MONET", "DEGAS"], "."),
        (["THUNDER", "WIND", "RAIN"], ":"),
        (["Exit Poll Expert", "Anna", "Ben"], ":"),
        (["Anna", "Exit Officer Roe", "Ben"], ":"),
    ],
)
def test_a_word_for_a_cue_may_be_the_name_of_who_takes_turns(people: list[str], sign: str) -> None:
    assert labels("".join(f"{name}{sign} The wind is up, the boats come in.\n\n" for name in people * 4)) == people * 4


@pytest.mark.parametrize("number", ["I", "V", "X"])
def test_a_letter_alone_is_a_name_where_no_other_roman_number_is(number: str) -> None:
    talk = "".join(f"{name}\nThe wind is up, the boats come in.\n\n" for name in (number, "B") * 6)
    assert labels(talk) == [number, "B"] * 6
    assert number not in labels(f"{talk}II\n\n{talk}")


def test_a_painter_at_the_start_of_a_paragraph_is_no_direction() -> None:
    talk = "ANNA: Who painted it?\n\nBEN: I do not know.\n\nManet: it was he who did it.\n\nManet did.\n\n" * 3
    assert all(one.kind is Kind.SPEECH for turn in read(talk).turns for one in turn.passages)


def test_verse_whose_speeches_often_follow_without_an_empty_line_has_speakers() -> None:
    blocks = [
        f"{gap}  {('Rolf', 'Inga', 'Tove')[at % 3]}. The wind is up, the boats are in,\nThe long road\nof day is done\n"
        for at, gap in enumerate(("\n", "\n", "\n", "") * 6)
    ]
    assert len(labels("".join(blocks))) == len(blocks)


RECORD = "".join(
    f"  {('Präsident Dr. Anders Holm', 'Ute Roe (SPD)', 'Jan Berg (BÜNDNIS 90/DIE GRÜNEN)')[at % 3]}:\n"
    f"  Ich danke Ihnen für Ihre Frage. Sie war gut, und ich antworte gern darauf.\n(Beifall)\n"
    for at in range(12)
)


def test_parties_with_figures_belong_to_a_name() -> None:
    assert set(labels(RECORD)) == {"Präsident Dr. Anders Holm", "Ute Roe (SPD)", "Jan Berg (BÜNDNIS 90/DIE GRÜNEN)"}


def test_a_long_office_belongs_to_a_name() -> None:
    office = "Dr. Ida von der Au, Bundesministerin für Wasser, Wald und Landwirtschaft"
    assert office in labels(f"{RECORD}  {office}:\n  Das ist eine gute Frage, Herr Kollege.\n{RECORD}")


@pytest.mark.parametrize(
    "words",
    [
        "  Frau Roe, Sie haben drei Dinge genannt: Wasser, Wald und Feld.\n",
        "Überweisungsvorschlag:\nAusschuss für Wasser (f)\nAusschuss für Wald\n",
        "  Erstens: Wir haben Wasser.\n  Erstens: Wir haben Wald.\n",
    ],
)
def test_words_before_a_colon_that_do_not_stand_as_the_names_do_are_none(words: str) -> None:
    assert len(set(labels(words.join(["", *[RECORD] * 4])))) == 3


def test_the_first_speech_of_a_record_may_be_long() -> None:
    speech = "  Das ist eine lange Rede, und sie geht noch weiter.\n" * 80
    said = labels(f"  Nils Falk, Minister für Wald und Feld:\n{speech}{RECORD}")
    assert said[0] == "Nils Falk, Minister für Wald und Feld"


QUARREL = "".join(f"{('FRANK', 'SUSAN', 'DOLLY')[at % 3]}. I will not hear another word of it.\n\n" for at in range(9))
ASIDES = "FRANK [ASIDE]. She knows it.\n\nSUSAN [TAKING THE BAG. ASIDE]. So it is.\n\nDOLLY [WITHIN]. Who comes?\n\n"


def test_capitals_in_brackets_behind_names_that_mostly_stand_alone_are_directions() -> None:
    document = read(QUARREL + ASIDES + QUARREL)
    assert {person.name for person in document.people} == {"FRANK", "SUSAN", "DOLLY"}
    assert "SUSAN" in labels(QUARREL + ASIDES + QUARREL)


@pytest.mark.parametrize("places", [["Iowa", "Ohio"], ["North Dakota"], ["Iowa", "Isle of Man"]])
def test_places_behind_a_name_tell_who_speaks(places: list[str]) -> None:
    talk = "".join(f"{('SMITH', 'JONES')[at % 2]}: I will not hear another word of it.\n\n" for at in range(8))
    members = [f"SMITH ({place})" for place in places]
    text = "".join(f"{member}: So it is.\n\n{talk}" for member in members * 3)
    assert {*labels(text)} == {"SMITH", "JONES", *members}


@pytest.mark.parametrize("how", ["Aside", "Rising", "To Susan", "Taking The Bag"])
def test_directions_may_begin_with_capitals(how: str) -> None:
    asides = "".join(f"{name} [{how}]. So it is.\n\n" for name in ("FRANK", "SUSAN", "DOLLY"))
    assert {*labels(QUARREL + asides + QUARREL)} == {"FRANK", "SUSAN", "DOLLY"}


def test_an_open_bracket_is_no_part_of_a_label() -> None:
    broken = (
        "FRANK (coming out of the house with some people whom he leaves\n\nwith bows and greetings): Good night.\n\n"
    )
    assert all("(" not in label for label in labels((QUARREL + broken + QUARREL).replace(". ", ": ")))


def test_parties_behind_names_are_none() -> None:
    record = "".join(f"{('Ann Lee (SPD)', 'Bo Roe (FDP)')[at % 2]}: We have heard it.\n\n" for at in range(8))
    assert set(labels(record)) == {"Ann Lee (SPD)", "Bo Roe (FDP)"}


def test_a_glossary_in_capitals_below_a_play_has_no_speakers() -> None:
    glossary = "GLOSSARY\n\nJOINED (JOINT)-STOOL, folding stool.\n\nPATTEN, (?) Fr. patin, a shoe.\n\n"
    said = labels(QUARREL + "FRANK [rising] Good day.\n\nSUSAN [laughing] Good day.\n\n" + QUARREL + glossary)
    assert set(said) == {"FRANK", "SUSAN", "DOLLY"}


def test_titles_in_small_capitals_are_names_as_others_are() -> None:
    names = ("lord grey", "mrs. vane", "lady holm")
    rows = "".join(
        f'<p><span class="smcap">{names[at % 3]}</span>. You are very kind to say so.</p>' for at in range(9)
    )
    assert labels(f"<html><body>{rows}</body></html>", "play.html").count("mrs. vane") == 3


def test_headings_with_a_time_do_not_outweigh_names_in_bold_above_lists() -> None:
    talk = "".join(f"**{('Ola', 'Eva', 'Kim')[at % 3]}**\n* We have a plan for it. Yes.\n\n" for at in range(12))
    text = f"# Call 7\n\n# Boats [21:26](https://x.org/7)\n\n{talk}# Ropes [26:02](https://x.org/8)\n\n{talk}"
    assert set(labels(text, "call.md")) == {"Ola", "Eva", "Kim"}


def test_lists_of_links_below_a_heading_in_bold_are_no_turns() -> None:
    talk = "".join(f"**{('Ola Berg', 'Eva Holm')[at % 2]}:** We have a plan for it. Yes.\n\n" for at in range(8))
    links = "**News:**\n\n- [Boats](https://x.org)\n\n**Resources:**\n\n- [Ropes](https://x.org)\n\n"
    assert set(labels(links + talk, "talk.md")) == {"Ola Berg", "Eva Holm"}
