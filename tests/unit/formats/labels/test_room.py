"""The room for labels knows no format; each of its questions is asked once, for all of them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tui_reader.document.model import Kind, Label, Passage, Span, Turn
from tui_reader.formats import labels
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.cue_labels import choose_cue_sign, in_cues
from tui_reader.formats.labels.dialogue import is_spoken, is_talk, mostly_spoken, take_turns
from tui_reader.formats.labels.emphasis_labels import EmphasisLabels, are_fields, choose_emphasis, is_plain_print
from tui_reader.formats.labels.frequency import NEVER, HowOften, times, used
from tui_reader.formats.labels.groups import is_group
from tui_reader.formats.labels.marked_names import elements
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.verdicts import Verdict, overrule, record, recorded

FOLDER = Path(labels.__file__).parent
FORMATS = {path.name for path in FOLDER.parent.iterdir() if path.is_dir()} - {"labels"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: str(path.name))
def test_the_room_imports_no_format(path: Path) -> None:
    nodes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    imported = {f"{node.module}.{alias.name}" for node in nodes for alias in node.names}
    of_formats = {name.split(".")[2] for name in imported if name.startswith("tui_reader.formats.")}
    assert of_formats & FORMATS == set()


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("MR. PRICE", "printed with a title"), ("The President", "printed as an office"),
        ("GWB", "printed in capitals"), ("ANNE LEE", "printed in capitals"), ("Anne", "printed as a name"),
        ("Anne Lee (SPD)", "printed with a party or an office behind it"),
        ("Anne Lee, Minister for Water", "printed with a party or an office behind it"),
        ("World Water Office (WWO)", "printed as a name"), ("1 Source", "a field's name"),
        ("CC/CDR", "printed in capitals"),
        ("either/or", "not printed as a name"), ("SOUND", "a cue for a sound or music"),
        ("so it goes", "not printed as a name"), ("Guest", "a field's name"), ("Note", "a field's name"),
        ("She said", "ends in a verb of saying"), ("Who?", "has signs that no name has"),
        ("Dear Sir", "a salutation"), ("12", "has no letters"),
    ],
)  # fmt: skip
def test_a_shape_is_told_in_words(label: str, words: str) -> None:
    assert shape(label).words == words


def test_how_often_a_label_must_be_used_depends_on_its_shape() -> None:
    often = HowOften(strong=1, named=2, other=3, field=4)
    assert [often.needed(shape(label)) for label in ("GWB", "Anne", "so it goes", "Guest")] == [1, 2, 3, 4]
    assert often.needed(shape("Guest"), sure=True) == 2
    assert HowOften().needed(shape("so it goes")) == NEVER
    assert (times(1), times(2), times(1200)) == ("used once", "used twice", "used 1,200 times")
    assert used(4, shape("GWB")) == "used 4 times and printed in capitals"


def test_words_are_spoken_by_a_stop_or_by_their_number() -> None:
    assert is_spoken("No.") and is_spoken("four words and more") and not is_spoken("9 November 1962")
    assert mostly_spoken(["No.", "1962", "a boat"], 3) and not mostly_spoken(["No.", "1962", "a boat"], 2)


def test_people_of_a_dialogue_take_turns() -> None:
    assert take_turns(["a", "b", "a"]) and not take_turns(["a", "b"]) and not take_turns(["a", "a"])
    assert is_talk(["Anne", "Ben", "Anne", "Ben"], set(), 90) and not is_talk(["Anne", "Ben"], set(), 90)
    assert is_talk(["Anne", "Ben"], {"ben"}, 90)


def test_a_group_is_of_known_names() -> None:
    assert is_group("jack and algernon", {"jack", "algernon"}) and is_group("a, b & c", {"a", "b", "c"})
    assert not is_group("jack and jill", {"jack", "algernon"}) and not is_group("jack", {"jack"})


def candidates(mark: str, *said: tuple[str, str]) -> list[MarkedCandidate]:
    return [MarkedCandidate(name, 2 * place, words, mark) for place, (name, words) in enumerate(said)]


def test_the_terms_of_a_list_are_labels_where_they_take_turns_and_speak() -> None:
    talk = candidates("term", ("Anne", "Good day."), ("Ben", "No."), ("Anne", "Yes."))
    assert elements(talk, 6) == {0, 2, 4}
    fields = candidates("term", ("Size", "9 feet"), ("Weight", "4 pounds"), ("Size", "2 feet"))
    with recorded() as made:
        assert elements(fields, 6) == set()
    assert {one.reason for one in made} == {"no two take turns, or what follows the names is not said"}


def test_emphasis_is_a_label_in_a_dialogue_and_not_before_values() -> None:
    talk = candidates("sign", ("Anne", "Good day."), ("Ben", "No."), ("Anne", "Yes."))
    assert choose_emphasis(talk, 3) == EmphasisLabels(frozenset({"Anne", "Ben"}), None, frozenset({0, 2, 4}))
    fields = candidates("sign", ("Size", "9"), ("Weight", "4"), ("Size", "2"))
    assert choose_emphasis(fields, 3) == EmphasisLabels(frozenset(), None, frozenset())


def test_names_in_emphasis_that_are_not_labels_have_a_reason_each() -> None:
    talk = candidates("sign", ("Anne", "Good day."), ("Ben", "No."), ("Anne", "Yes."), ("Ben", "It is."))
    listed = MarkedCandidate("Anne", 20, "Good day.", listed=True)
    alone = MarkedCandidate("Anne Lee", 22, "words", level=0)
    italic = MarkedCandidate("Ben Elm", 24, "words", level=0, single=True)
    heading = MarkedCandidate("what it was about", 26, "words", level=2)
    with recorded() as made:
        chosen = choose_emphasis([*talk, listed, alone, italic, heading], 9)
    assert chosen.places == {0, 2, 4, 6}
    assert [one.reason for one in made[4:]] == [
        "an item of a list, where labels are not",
        "alone on its line; the labels here have a colon or a time",
        "in single emphasis, without a colon or a time",
    ]


def turns(*labels: str) -> list[Turn]:
    words = Passage(Kind.SPEECH, "It is so, as I said.", ())
    return [Turn(number, label, Label(label, Span(0, 0)), (words,)) for number, label in enumerate(labels, 1)]


def test_plain_print_wins_over_names_alone_where_there_are_more_labels_and_other_names() -> None:
    alone = [MarkedCandidate("Anne" if at % 2 else "Ben", at, "It is so.", level=0) for at in range(6)]
    chosen = choose_emphasis(alone, 12)
    assert chosen.names == {"Anne", "Ben"} and chosen.level == 0
    with recorded() as made:
        choose_emphasis(alone, 12)
        assert is_plain_print(chosen, turns(*["Cal", "Dora"] * 4), 12)
    assert {(one.kept, one.reason) for one in made} == {(False, "most labels here are in plain print")}
    assert not is_plain_print(chosen, turns("Cal", "Dora", "Cal"), 12)
    assert not is_plain_print(chosen, [], 12)


def test_plain_labels_of_markdown_without_emphasis_are_a_talk_or_nobodys() -> None:
    nobody = EmphasisLabels(frozenset(), None, frozenset())
    assert is_plain_print(nobody, turns("Cal", "Dora", "Cal"), 12)
    assert not is_plain_print(nobody, turns("Cal", "Cal", "Cal"), 12)
    assert not is_plain_print(nobody, turns("Cal", "Dora", "Cal"), 400)


def test_names_in_emphasis_that_few_turns_have_are_fields_between_plain_labels() -> None:
    assert are_fields({"Topic"}, turns("Cal", "Dora", "Cal", "Topic"))
    assert not are_fields({"Cal"}, turns("Cal", "Dora", "Cal", "Dora"))
    assert not are_fields(set(), turns("Cal", "Dora"))


def test_brackets_in_captions_hold_sounds_or_names() -> None:
    cues = candidates("cue", ("Music playing", "la"), ("Anne", "Good day."), ("Ben", "No."), ("Anne", "Yes."))
    with recorded() as made:
        assert in_cues(cues, 20, "square") == {"anne", "ben"}
    assert made[0] == Verdict("Music playing", False, "a sound, and no name", "Music playing la", source="square")
    assert in_cues(cues, 20, "round") == frozenset()


def test_the_first_sign_that_marks_names_is_chosen_and_the_others_are_told_why_not() -> None:
    colons = candidates("cue", ("Anne", "Good day."), ("Ben", "No."), ("Anne", "Yes."))
    brackets = candidates("cue", ("Cal", "Good day."), ("Music playing", "la"))
    with recorded() as made:
        assert choose_cue_sign([("colon", colons), ("square", brackets)], 20) == ("colon", frozenset({"anne", "ben"}))
    assert [one.reason for one in made if one.source == "square"] == [
        "in square brackets; the names in these captions are before a colon", "a sound, and no name",
    ]  # fmt: skip
    assert choose_cue_sign([("round", brackets)], 20) == ("", frozenset())


def test_a_verdict_is_replaced_by_a_later_one_and_may_be_overruled() -> None:
    with recorded() as made:
        record("a", [Verdict("Anne", True, "first")])
        record("b", [Verdict("Ben", True, "other")])
        record("a", [Verdict("Anne", True, "second")])
        overrule("no", {"Ben"})
    assert made == [Verdict("Ben", False, "no", source="b"), Verdict("Anne", True, "second", source="a")]
