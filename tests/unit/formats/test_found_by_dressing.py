"""Markup whose turns were read wrong when an invented dialogue was printed so: one test for each kind."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Kind
from tui_reader.formats import parse

DIRECTION = "(walks to the window, looks out for a while and then draws the curtain)"


def read(text: str, name: str) -> list[tuple[str, str]]:
    return [
        (turn.label.text, " ".join(one.text for one in turn.passages if one.kind is not Kind.ASIDE))
        for turn in parse(text.encode(), name).turns
    ]


def test_a_direction_between_a_bold_name_and_its_colon_is_no_speech() -> None:
    lines = [("Gloria", ": No."), ("Diego", ": Yes."), ("Gloria", f" {DIRECTION}: Never."), ("Diego", ": Well, now.")]
    page = "".join(f"<p><strong>{name}</strong>{words}</p>" for name, words in lines)
    markdown = "\n\n".join(f"**{name}**{words}" for name, words in lines)
    wanted = [("Gloria", "No."), ("Diego", "Yes."), ("Gloria", "Never."), ("Diego", "Well, now.")]
    assert read(f"<html><body>{page}</body></html>", "talk.html") == wanted
    assert read(markdown, "talk.md") == wanted


def test_a_name_of_one_sign_in_a_class_is_a_speaker() -> None:
    lines = "".join(f'<p><span class="speaker">{name}</span> 船が帰ってきました。</p>' for name in ("母", "花子") * 2)
    assert [name for name, _ in read(f"<html><body>{lines}</body></html>", "talk.html")] == ["母", "花子"] * 2


def test_a_paragraph_in_brackets_between_turns_of_markdown_is_a_remark() -> None:
    text = "**Anna:** Good morning.\n\n(Applause in the hall.)\n\n**Ben:** Thank you.\n\n**Anna:** Well now.\n"
    assert read(text, "talk.md")[0] == ("Anna", "Good morning.")


def test_a_time_between_a_bold_name_and_its_colon_is_no_speech() -> None:
    text = "**Anna** [00:01:05]: Good morning.\n\n**Ben** [00:01:09]: Yes.\n\n**Anna** [00:02:00]: Then we go.\n"
    assert read(text, "talk.md") == [("Anna", "Good morning."), ("Ben", "Yes."), ("Anna", "Then we go.")]


def test_capitals_alone_in_bold_are_labels_also_where_some_come_once() -> None:
    names = ["RUTH ROE", "IRIS LANE", "NORA DORN", "RUTH ROE", "IRIS LANE", "HUGH VEY"]
    text = "# The Mill\n\n" + "".join(f"**{name}**\n\nThe committee met twice in March.\n\n" for name in names)
    assert [name for name, _ in read(text, "talk.md")] == names


def test_a_direction_in_brackets_in_a_speaker_of_tei_is_no_part_of_the_name() -> None:
    speech = '<sp who="#a"><speaker>Anna (sitting down).</speaker><p>Yes.</p></sp>'
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>{speech}</div></body></text></TEI>'
    document = parse(text.encode(), "play.xml")
    assert [turn.label.text for turn in document.turns] == ["Anna"]
    assert [one.text for one in document.turns[0].passages] == ["(sitting down).", "Yes."]


@pytest.mark.parametrize("names", [
    ["Mrs. Dorn", "Prof. Roe", "Mr. Lane", "Mrs. Dorn", "Dr. Holm", "Prof. Roe"],
    ["Carla Dorn", "Hugh Roe", "Iris Lane", "Carla Dorn", "Ben Holm", "Hugh Roe"],
    ["司会", "小林", "高橋", "はるえ", "司会", "高橋"],
])  # fmt: skip
def test_many_people_of_a_list_in_bold_may_speak_once_or_twice(names: list[str]) -> None:
    text = "# The Mill\n\n" + "".join(f"- **{name}:** The committee met twice in March.\n" for name in names)
    assert [name for name, _ in read(text, "talk.md")] == names


def test_the_kinds_of_changes_in_a_list_are_no_speakers() -> None:
    kinds = ["Added", "Fixed", "Changed", "Added", "Fixed", "Added", "Removed", "Changed", "Fixed"]
    text = "# Changes\n\n" + "".join(f"- **{kind}:** The window closes when it is asked to.\n" for kind in kinds)
    assert read(text, "changes.md") == []


def test_where_each_paragraph_begins_with_a_name_in_bold_half_may_speak_once() -> None:
    names = ["Anna", "Ben", "Mother", "Anna", "Carl", "Ben"]
    text = "# The Mill\n\n" + "".join(f"**{name}.** The boats came in late.\n\n" for name in names)
    assert [name for name, _ in read(text, "talk.md")] == names


def test_names_in_bold_and_italics_at_once_are_speakers() -> None:
    text = "# The Mill\n\n***Anna Lane:*** Good morning.\n\n***Ben:*** Thank you.\n\n***Anna Lane:*** Well now.\n"
    assert [name for name, _ in read(text, "talk.md")] == ["Anna Lane", "Ben", "Anna Lane"]
