"""Screenplays in columns: who speaks, and what is action, scene or furniture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.model import NARRATOR, Document, Kind


def printed(*lines: tuple[int, str]) -> str:
    return "\n".join(" " * indent + words for indent, words in lines) + "\n"


def said(document: Document) -> list[tuple[str, str]]:
    """Each label and what is spoken, without directions."""
    return [
        (turn.label.text, " ".join(one.text for one in turn.passages if one.kind is Kind.SPEECH).replace("\n", " "))
        for turn in document.turns
    ]


SCRIPT = printed(
    (15, "12   INT. QUAY - NIGHT   12"), (0, ""),
    (15, "IDA looks at the water. She"), (15, "waits for somebody."), (0, ""),
    (37, "IDA (V.O.)"), (25, "Who is it? I have waited"), (25, "so long."), (0, ""),
    (37, "OTTO"), (30, "(low, looking"), (30, "back)"), (25, "A friend."), (0, ""),
    (37, "(MORE)"), (60, "13."), (15, "CONTINUED:"), (0, ""),
    (37, "OTTO (CONT'D)"), (25, "Let me in."), (0, ""), (25, "It is cold."), (0, ""),
    (15, "She opens."), (0, ""), (60, "CUT TO:"), (0, ""), (15, "EXT. STREET - DAY"), (0, ""),
    (37, "IDA"), (25, "Come."),
)  # fmt: skip


def test_names_speeches_and_action_are_told_by_their_columns(tmp_path: Path) -> None:
    document = read_text(tmp_path, SCRIPT, "play.txt")
    assert document.format == "screenplay"
    assert said(document) == [
        ("IDA", "Who is it? I have waited so long."), ("OTTO", "A friend."), ("OTTO", "Let me in. It is cold."),
        ("IDA", "Come."),
    ]  # fmt: skip
    assert [part.heading.text for part in document.parts if part.heading] == ["INT. QUAY - NIGHT", "EXT. STREET - DAY"]
    asides = [one.text for turn in document.turns for one in turn.passages if one.kind is Kind.ASIDE]
    assert asides == ["(low, looking back)", "She opens.", "CUT TO:"]
    assert {rest.text for rest in document.residue} >= {"(MORE)", "13.", "CONTINUED:", "12"}
    assert document.lost is None
    assert NARRATOR not in {turn.speaker for turn in document.turns}


def test_action_may_stand_right_beside_the_speeches_and_tabs_are_columns(tmp_path: Path) -> None:
    lines = [(26, "IDA"), (11, "So it is."), (0, ""), (10, "She goes."), (0, ""), (26, "OTTO"), (11, "No."), (0, "")]
    assert said(read_text(tmp_path, printed(*lines * 3), "play.txt")) == [("IDA", "So it is."), ("OTTO", "No.")] * 3
    tabs = "She goes.\n\n\t\t\t\tIDA\n\t\tSo it is.\n\nHe goes.\n\n\t\t\t\tOTTO\n\t\tNo.\n\n" * 3
    assert said(read_text(tmp_path, tabs, "play.txt")) == [("IDA", "So it is."), ("OTTO", "No.")] * 3


@pytest.mark.parametrize(
    "lines",
    [
        [
            (20, "THE SEA"),
            (4, "O sea, be still,"),
            (4, "be still."),
            (0, ""),
            (20, "THE QUAY"),
            (4, "O quay,"),
            (0, ""),
        ],
        [(20, "IDA"), (0, "To sail, or not to sail."), (0, ""), (20, "OTTO"), (0, "My lord."), (0, "")],
    ],
)
def test_poems_and_plays_with_names_in_the_middle_are_no_screenplays(
    tmp_path: Path, lines: list[tuple[int, str]]
) -> None:
    assert read_text(tmp_path, printed(*lines * 4), "play.txt").format == "transcript"


def test_a_title_page_in_the_middle_of_its_lines_is_no_screenplay(tmp_path: Path) -> None:
    page = printed(
        (20, "THE LAMP"), (36, "BY"), (31, "A. NOBODY"), (0, ""), (36, "TO"), (32, "MRS. HALE"), (0, ""),
        (36, "BY"), (22, "HER EXECUTOR"), (0, ""), (33, "PAGE"), (0, "THE LAMP                  1"), (0, ""),
    )  # fmt: skip
    talk = "ANN.  Is it dark?\n\nBEN.  It is, and it is cold.\n\nANN.  Then come in.\n\nBEN.  Thank you.\n"
    document = read_text(tmp_path, page + talk, "play.txt")
    assert [turn.label.text for turn in document.turns] == ["ANN", "BEN", "ANN", "BEN"]
