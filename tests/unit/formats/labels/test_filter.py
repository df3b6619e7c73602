"""Which hits of one convention are labels, with the reason for each."""

from __future__ import annotations

import pytest

from tui_reader.formats.labels.conventions import CONVENTIONS
from tui_reader.formats.labels.filter import LabelFilter
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.formats.transcript import parse

COLON = next(one for one in CONVENTIONS if one.name == "colon")


def filtered(*labels: str | None, named: tuple[str, ...] = ()) -> LabelFilter:
    """The filter of paragraphs that each begin with one of the labels, or with none."""
    words = [f"{label}: So it is." if label else "It rained all day." for label in labels]
    text, at, paragraphs = "\n\n".join(words), 0, []
    for one in words:
        paragraphs.append(Paragraph(at, at + len(one), 1, ()))
        at += len(one) + 2
    found = [COLON.match(text, one.start, one.end) for one in paragraphs]
    return LabelFilter(text, COLON, {i: one for i, one in enumerate(found) if one is not None}, paragraphs, (), named)


TALK = ("ANNE", "BEN", "ANNE", "BEN", "ANNE")


@pytest.mark.parametrize(
    ("more", "kept", "reason"),
    [
        ("BEN", True, "used 3 times and printed in capitals"),
        ("CAL", True, "printed in capitals as the other names are"),
        ("ANNE AND BEN", True, "several of the names at once"),
        ("Guest", False, "a field's name, used once"),
        ("so it is", False, "stands once, and no other label looks so"),
    ],
)
def test_each_hit_has_its_verdict_and_its_reason(more: str, kept: bool, reason: str) -> None:
    made = filtered(*TALK, more)
    assert (5 in made.kept, made.reason(5)) == (kept, reason)


def test_a_glossary_has_no_labels() -> None:
    made = filtered("Anchor", "Bollard", "Cleat", "Draft")
    assert not made.kept and made.reason(0) == "words in the order of the alphabet, each explained"


def test_few_labels_in_a_long_text_are_chance_unless_the_title_names_them() -> None:
    long = (None,) * 400
    assert not filtered("Anne", "Ben", *long, "Anne").kept
    assert filtered("Anne", "Ben", "Anne", "Ben", named=("anne", "ben")).kept


def test_a_name_far_from_the_dialogue_is_not_a_label() -> None:
    assert 0 not in filtered("Anne", *(None,) * 200, *TALK * 4).kept


def test_a_name_that_comes_once_is_one_if_built_as_the_others() -> None:
    talk = ("Abg. Holm", None, None, None, "Abg. Roe", None, None, None) * 3
    assert 24 in filtered(*talk, "Abg. Vance", *talk).kept
    assert 24 not in filtered(*talk, "Rainy Day", *talk).kept


def test_a_glossary_may_explain_a_word_twice() -> None:
    assert not filtered("Anchor", "Bow", "Bow", "Keel", "Keel", "Stern").kept


@pytest.mark.parametrize("field", ["Monday", "Monday, 3 May 1993", "Option A", "Step 2", "5000A"])
def test_a_day_or_a_counted_thing_among_speeches_is_no_name(field: str) -> None:
    assert 5 not in filtered(*TALK, field, *TALK).kept


def test_a_name_in_capitals_above_an_interview_is_its_title() -> None:
    interview = ("Ann Lee", "Bo Holm") * 4
    assert [one.text for one in filtered("ANN LEE", None, *interview).kept.values()] == list(interview)


def test_settings_with_short_values_are_no_dialogue() -> None:
    text = "Agent: *\n\nDisallow: /a/\n\n" * 6
    labels = [turn.label.text for turn in parse(text, "settings.txt", "0" * 64).turns]
    assert not labels


def test_a_page_who_speaks_often_is_a_speaker_and_a_number_of_a_page_is_none() -> None:
    spoken = [f"{who}: That is {word} of us." for word in ("all", "some", "most", "each") for who in ("PAGE", "KING")]
    assert [turn.label and turn.label.text for turn in parse("\n\n".join(spoken), "a.txt", "").turns] == [
        "PAGE",
        "KING",
    ] * 4
    numbered = [f"PAGE: {i}\n\nANNE: That is all.\n\nKING: So it is." for i in range(1, 6)]
    assert {turn.label and turn.label.text for turn in parse("\n\n".join(numbered), "a.txt", "").turns} == {
        "ANNE",
        "KING",
    }
