"""Plain texts whose labels were not seen, or read wrong, when an invented dialogue was printed so."""

from __future__ import annotations

import textwrap

import pytest

from tui_reader.formats import parse

WORDS = (
    "We walked along the river until it was dark.",
    "Is there anything left for us to do?",
    "Nobody asked me. What do you think of it?",
    "The committee met twice in March and once in April.",
)


def labels(text: str) -> list[str]:
    return [turn.label.text for turn in parse(text.encode(), "talk.txt").turns]


def printed(names: list[str], form: str) -> str:
    """Each name with words in this form, an empty line between."""
    lines = (form.format(name=name, words=WORDS[at % 4], number=at + 1) for at, name in enumerate(names))
    return "\n\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("names", "form"),
    [
        (["J. HOLM", "A. DE LA CRUZ", "J. HOLM", "B. R. LEE", "A. DE LA CRUZ"], "{name}. {words}"),
        (["J. HOLM (sits down)", "A. LEE", "J. HOLM", "A. LEE"], "{name}. {words}"),
        (["L. VOSS", "M. GROSS", "L. VOSS", "A. BERG", "A. BERG"], "{name}--{words}"),
        (["Anna Lane", "Ben Roth", "Anna Lane", "Carla", "Ben Roth"], ">> {name}: {words}"),
        (["Anna Lane", "Ben Roth", "Anna Lane", "Carla", "Ben Roth"], "- {name}: {words}"),
        (["Anna", "Ben", "Anna", "Carla", "Ben"], "{name}\t{words}"),
        (["INT", "RES1", "INT", "RES2", "RES1"], "{name}: {words}"),
        (["Anna Lane (Lab)", "Ben Roth (Con)", "Anna Lane (Lab)", "Carla Vey (D-OH)"], "{name}: {words}"),
    ],
)
def test_each_of_these_is_a_label(names: list[str], form: str) -> None:
    assert labels(printed(names, form)) == [name.partition(" (sits")[0] for name in names]


def test_a_direction_behind_a_party_is_no_part_of_the_label() -> None:
    names = ["Anna Lane (CDU)", "Ben Roth (SPD) (laughs)", "Anna Lane (CDU)", "Ben Roth (SPD)"]
    assert labels(printed(names, "{name}: {words}")) == ["Anna Lane (CDU)", "Ben Roth (SPD)"] * 2


@pytest.mark.parametrize("form", ["{name}. {words}", "- {name}: {words}"])
def test_items_of_a_list_are_no_speakers(form: str) -> None:
    names = ["A. BOATS", "B. ROPES", "C. SAILS"] if form[0] == "{" else ["Salt", "Bread", "Oil", "Beer"]
    assert labels(printed(names, form)) == []


def test_scenes_inside_are_no_speakers() -> None:
    assert labels("INT. HOUSE. DAY. A man.\n\nINT. STREET. NIGHT. He goes.\n\nINT. HOUSE. DAY. He is back.\n") == []


def test_a_sign_of_captions_begins_a_line_also_where_the_line_above_was_full() -> None:
    lines = [">> ANNA: The price went up by five per", "cent in a month, and nobody said a word.", ">> BEN: Why?"]
    text = "\n".join([*lines, *lines, *lines, ">> CARL: The committee met in March and", "in April."])
    assert labels(text) == ["ANNA", "BEN"] * 3 + ["CARL"]


def test_numbers_of_pages_are_left_out_also_where_cues_are_numbered() -> None:
    cues = [f"{number}   {name}: {WORDS[number % 4]}\n" for number, name in enumerate(["ANNA", "BEN"] * 12, 1)]
    for page in (1, 2):
        cues[page * 8] = f"\n{' ' * 40}{page + 11}\n\n" + cues[page * 8]
    document = parse("\n".join(cues).encode(), "talk.txt")
    assert [turn.label.text for turn in document.turns] == ["ANNA", "BEN"] * 12
    assert not any("12" in turn.text or "13" in turn.text for turn in document.turns)


def test_what_follows_a_colon_behind_a_time_is_no_part_of_the_name() -> None:
    lines = [f"[00:00:{at * 15:02}] {('R. MARINO', 'A. LONGO')[at % 2]}: {WORDS[at % 2][:16]}" for at in range(4)]
    text = "\n\n".join(f"{line}\n    and so on, and nobody said\n    a word of it." for line in lines)
    assert labels(text) == ["R. MARINO", "A. LONGO"] * 2


@pytest.mark.parametrize(("once", "word"), [("O. Lis", "o"), ("A. Lane", "a")])
def test_an_initial_is_no_word_of_the_language(once: str, word: str) -> None:
    names = ["C. Berg", "M. Roth", "C. Berg", "M. Roth", once, "C. Berg", "M. Roth"]
    text = printed(names, "{name}: {words} And " + word + " wind.\n\nSo it went on that day.")
    assert labels(text) == names


def test_where_times_stand_before_names_a_sentence_with_a_colon_is_none() -> None:
    names = ["DR ROE", "M. VEY"] * 6
    lines = [f"[00:00:{at * 4:02}] {name}: {WORDS[at % 4]} {WORDS[3]}" for at, name in enumerate(names)]
    turns = [*lines[:1], "One thing is sure: nobody will thank us.", *lines[1:]]
    assert labels("\n\n".join(textwrap.fill(turn, 40) for turn in turns)) == names
