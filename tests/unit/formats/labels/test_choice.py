"""Which convention a plain print uses for its labels, and the labels that it finds."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tui_reader.formats.labels.choice import choose, choose_marked
from tui_reader.formats.labels.verdicts import recorded
from tui_reader.formats.paragraphs import Paragraph


def printed(words: Sequence[str]) -> tuple[str, list[Paragraph]]:
    paragraphs, at = [], 0
    for one in words:
        paragraphs.append(Paragraph(at, at + len(one), 1, ()))
        at += len(one) + 2
    return "\n\n".join(words), paragraphs


@pytest.mark.parametrize(
    ("convention", "words", "labels"),
    [
        ("colon", ["ANNE: One.", "BEN: Two.", "ANNE: Three."], ["ANNE", "BEN", "ANNE"]),
        ("dash", ["Ball--One.", "Elm--Two.", "Ball--Three.", "Elm--Four."], ["Ball", "Elm", "Ball", "Elm"]),
        ("stop", ["Mr. LEE. One.", "Ms. ELM. Two.", "Mr. LEE. Three."], ["Mr. LEE", "Ms. ELM", "Mr. LEE"]),
        ("bracketed", ["[Anne] One.", "[Ben] Two.", "[Anne] Three.", "[Ben] Four."], ["Anne", "Ben", "Anne", "Ben"]),
        ("emphasized", ["_Anne._ One.", "_Ben._ Two.", "_Anne._ Three."], ["Anne", "Ben", "Anne"]),
        ("question", ["Q. Where?", "A. Here.", "Q. When?", "A. Now."], ["Q", "A", "Q", "A"]),
        ("unsigned", ["ANNE", "One two.", "BEN", "Three.", "ANNE", "Four.", "BEN", "Five."], ["ANNE", "BEN"] * 2),
        (None, ["It rained all day.", "Nobody came.", "The ferry was late: it rained."], []),
    ],
)  # fmt: skip
def test_the_convention_that_fits_best_is_chosen(convention: str | None, words: list[str], labels: list[str]) -> None:
    labelling = choose(*printed(words))
    assert (labelling.convention.name if labelling.convention else None) == convention
    assert [found.text for found in labelling.at.values()] == labels


def test_questions_stand_beside_names_and_a_time_before_them() -> None:
    talk = [
        "THE COURT: Go on.",
        *["Q. Where?", "A. Here."] * 3,
        "MR. LEE: No.",
        "THE COURT: Overruled.",
        "MR. LEE: So.",
    ]
    assert len(choose(*printed(talk)).at) == len(talk)
    timed = choose(*printed(["[00:01] ANNE: One.", "[00:05] BEN: Two.", "[00:09] ANNE: Three."]))
    assert timed.timed and [found.text for found in timed.at.values()] == ["ANNE", "BEN", "ANNE"]


def test_paragraphs_of_markup_have_labels_only_in_a_talk_and_no_numbers() -> None:
    talk = printed(["Anne: One.", "Ben: Two.", "Anne: Three.", "Ben: Four."])
    assert [found.text for found in choose_marked(*talk).values()] == ["Anne", "Ben", "Anne", "Ben"]
    with recorded() as made:
        assert choose_marked(*printed(["SUBJECT: Boats.", "It rained.", "SUBJECT: Ropes.", "It rained."])) == {}
    assert not any(one.kept for one in made)


def test_what_stands_in_brackets_may_be_any_words() -> None:
    words = ["[Anne Lee] One.", "[Ben Ash of oak] Two."] * 3
    assert {found.text for found in choose(*printed(words)).at.values()} == {"Anne Lee", "Ben Ash of oak"}
