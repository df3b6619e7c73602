"""Lists whose heads are printed as labels are: no speakers, each in a text of its own."""

from __future__ import annotations

import pytest

from tui_reader.formats.labels.lists import is_glossary, why_a_list
from tui_reader.formats.transcript import parse

MEALS = ("oats with milk and an apple", "soup with bread and cheese", "fish with rice and beans")


def labels(text: str) -> list[str]:
    return [turn.label.text for turn in parse(text, "t.txt", "0" * 64).turns]


def under_headings(headings: tuple[str, ...], *lines: str) -> str:
    return "\n\n".join("\n\n".join((heading, *lines)) for heading in headings)


FIELDS = {
    "meals": under_headings(
        ("Monday", "Tuesday", "Wednesday"),
        "\n".join(f"- {name}: {meal}" for name, meal in zip(("Breakfast", "Lunch", "Dinner"), MEALS, strict=True)),
    ),
    "tasks": under_headings(
        ("Paint the hall", "Mend the roof"),
        "- Owner: Anna Lee and her brother\n- Due: the first week of May\n- Cost: two hundred pounds in all",
    ),
    "tasks, some without a field": "Paint the hall\n\n- Owner: Anna Lee.\n- Due: In May.\n- Cost: It is much.\n\n"
    "Mend the roof\n\n- Owner: Ben Stone.\n- Cost: It is little.\n\nSweep\n\n- Owner: Ida Elm.\n- Due: In June.",
    "matches": under_headings(("Saturday", "Sunday"), "- Home: The Rovers won.\n- Away: The Town had no luck."),
    "crews": under_headings(
        ("The Swan", "The Heron"), "- Captain: John, of Holm.\n- Mate: Tom, his son.\n- Cook: Ann, from the inn."
    ),
    "jobs before tabs": under_headings(
        ("This week", "Next week"), "Kitchen\tPaint the walls before winter.\nBathroom\tMend the tap, which drips."
    ),
    "a life before tabs": "A life in short\n\nAnna Lee\t12 High Street\nPhone\t555 0123\nWork\tTeacher at Holm\n"
    "Work\tWriter\nPhone\t555 0199\nSchool\tHolm",
    "jobs of which some come again": "Jobs\n\nBar\tPaint the walls.\nBath\tMend it.\nBar\tSweep.\nHall\tSweep.",
    "rules before tabs": "Rules\n\nFee\tTen pounds.\nVote\tOne vote.\nFee\tNo fee for a child.\nVote\tSo be it.",
    "things to buy": "Shopping\n\n- Milk: some\n- Bread: one loaf, brown\n- Eggs: twelve\n- Milk: one more for Ben",
    "lettered headings": under_headings(
        ("I.", "II.", "III."), "A. FACTS. The parties met.", "They drank.", "B. LAW. The statute is old."
    ),
    "lettered headings in parts": under_headings(
        ("PART ONE", "PART TWO"), "A. GENERAL. This is about boats.", "B. FORM. A boat is long."
    ),
}


@pytest.mark.parametrize("text", FIELDS.values(), ids=FIELDS)
def test_fields_that_come_again_under_each_heading_do_not_talk(text: str) -> None:
    assert labels(text) == []


def test_people_behind_bullets_and_tabs_talk_in_any_order() -> None:
    said = (("Anna", "We go now."), ("Ben", "Why is that?"), ("Anna", "It rains a lot."), ("Ben", "So we stay here."))
    bulleted = under_headings(("Monday", "Tuesday"), "\n".join(f"- {who}: {words}" for who, words in said))
    assert labels(bulleted) == ["Anna", "Ben"] * 4
    tabbed = "A day by the sea\n\n" + "\n".join(f"{who}\t{words}" for who, words in said)
    assert labels(tabbed) == ["Anna", "Ben"] * 2


def test_people_who_speak_once_in_each_act_are_no_fields() -> None:
    casts = (("Nina", "Egor", "Sofia"), ("Nina", "Egor", "Boris"), ("Nina", "Ada"))
    acts = ("\n\n".join(f"{who}\tI saw the roof of the mill." for who in cast) for cast in casts)
    text = "\n\n".join(f"ACT {number}\n\n{act}" for number, act in zip(("ONE", "TWO", "THREE"), acts, strict=True))
    assert labels(text) == [who for cast in casts for who in cast]
    titled = under_headings(("SCENE 1", "SCENE 2"), "- MR. OAK: We go now.\n- MS. ELM: Why is that?")
    assert labels(titled) == ["MR. OAK", "MS. ELM"] * 2
    assert labels(">> Anna: Hi there\n>> Ben: Hello\n>> Anna: Yes\n>> Ben: No") == ["Anna", "Ben"] * 2


def test_initials_of_people_are_no_letters_of_a_list() -> None:
    said = "A. HOLM. Shall we go?\n\nB. REED. We shall.\n\n"
    assert labels(f"{said}They went out.\n\n{said}") == ["A. HOLM", "B. REED"] * 2


def test_a_glossary_has_each_word_once_in_the_order_of_the_alphabet() -> None:
    assert is_glossary(["anchor", "bollard", "cleat", "draft"])
    assert not is_glossary(["speaker 1", "speaker 2", "speaker 3", "speaker 4"])
    assert why_a_list([["anchor", "bollard"], ["cleat", "draft"]], listed=False)


def test_a_title_and_words_of_a_sentence_are_no_office_and_name() -> None:
    talk = ["Anna: What is it?\n\nBen: Read it.", "{}: be kind to all.", "Anna: It is good.\n\nBen: It is."]
    for rule in ("General rules for the New Member", "General advice for New Members", "Chair cover in Red Silk"):
        assert labels("\n\n".join(talk).format(rule)) == ["Anna", "Ben"] * 2
    office = "Ministr zdravotnictví ČR Petr Černý"
    assert labels("\n\n".join(talk).format(office)) == ["Anna", "Ben", office, "Anna", "Ben"]
