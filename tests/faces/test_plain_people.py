"""The people in the plain face: listed by number, and put right in typed lines."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.plain_program import Plain
from tests.support.sound import HandDevice, PlainEngine
from tests.support.voices import shared_voices
from tui_reader.faces.plain.people_words import change, list_labels, people_rows
from tui_reader.formats import read
from tui_reader.library import Library, library_path
from tui_reader.playback.player import Player
from tui_reader.reading import Reading
from tui_reader.settings import Settings

TALK = """A Talk

ANN: Good morning.

ROBERTS: Yes. It is.

ROBERST: Quite so.

ANN: We walk.

THE GUIDE: I see none.

ROBERTS: Nor I.

THE GUIDE: Still none.
"""


@pytest.fixture
def plain(talk: Path) -> Iterator[Plain]:
    program = Plain(talk, "--no-sound")
    program.told()
    yield program
    program.close()


@pytest.fixture
def reading(talk: Path) -> Iterator[Reading]:
    with Library(None) as library:
        yield Reading(
            read(talk), talk, library, Settings(), shared_voices,
            lambda casting, style: Player([PlainEngine], lambda rate: (HandDevice(), None), casting, style, print),
        )  # fmt: skip


def typed(plain: Plain, line: str) -> str:
    """Type a line and Enter; what is written for both."""
    plain.press(line.encode())
    echo = plain.told(quiet=0.1)
    assert echo == line
    return plain.ask("enter")


def test_a_line_typed_behind_c_changes_people_and_escape_leaves(plain: Plain) -> None:
    listed = plain.ask("k", "c")
    assert listed.startswith("\n1 ANN: ANN 2.\n2 ROBERTS: ROBERTS 2.\n3 ROBERST: ROBERST 1.\n")
    assert "Suggestion 1: perhaps one, ROBERTS and ROBERST: " in listed and listed.endswith("\nChange: ")
    assert typed(plain, "merge ROBERST 2") == "\nROBERST is ROBERTS now.\nChange: "
    assert typed(plain, "undo") == "\nTaken back: ROBERST was merged with ROBERTS by you.\nChange: "
    assert plain.ask("escape") == "\nBack at turn 1."
    assert plain.ask("n") == "\nROBERTS: Yes. It is."
    assert b"\x1b" not in plain.output


def test_what_is_typed_can_be_rubbed_out_and_the_rest_is_said(plain: Plain) -> None:
    plain.ask("k", "c")
    plain.press(b"undoo")
    plain.told(quiet=0.1)
    assert plain.ask("\x7f") == "\nChange: undo"
    assert plain.ask("enter") == "\nThere is nothing to take back.\nChange: "


def test_a_place_stays_at_its_words_and_the_next_start_knows(plain: Plain, talk: Path) -> None:
    plain.ask("5", "g")
    plain.ask("k", "c")
    assert typed(plain, "unmark the guide") == "\nTHE GUIDE is not a label now.\nChange: "
    assert plain.ask("escape") == "\nBack at turn 4."
    assert plain.ask("w").startswith("\nTurn 4 of 5, ANN.")
    with Plain(talk, "--no-sound") as again:
        assert "Back at turn 4 of 5." in again.told()


def test_of_more_than_nine_people_each_has_a_number(tmp_path: Path) -> None:
    file = tmp_path / "many.txt"
    names = ["ADA", "BEA", "CAL", "DOT", "EVE", "FAY", "GUS", "HAL", "IDA", "JIM", "KAY", "LEE"]
    file.write_text("Many\n\n" + "\n\n".join(f"{name}: Word {n}." for n in range(2) for name in names) + "\n")
    with Plain(file, "--no-sound") as plain:
        plain.told()
        plain.ask("k")
        plain.press(b"12")
        assert plain.told().endswith("\nLEE: Word 0.")  # behind the echo of the first figure
        plain.ask("k")
        plain.press(b"1\r")
        assert plain.told().endswith("\nADA: Word 1.")
        plain.ask("k")
        assert plain.ask("3") == "\nCAL: Word 1."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("merge ROBERST 2", "ROBERST is ROBERTS now."),
        ("merge 3 2", "ROBERST is ROBERTS now."),
        ("merge 2 2", "ROBERTS is ROBERTS already."),
        ("merge roberst", "Type a label or number, then the number of who it is: merge GB 2."),
        ("merge Zed 2", "There is no label Zed."),
        ("split ANN", "ANN is a separate person already."),
        ("split", "Type a label, as it is printed."),
        ("name 1 Ann  Bee", "ANN has the name Ann Bee now."),
        ("name Ann", "Type the number of a person, then the name: name 2 George Ball."),
        ("role 1 Chair", "ANN has the role Chair now."),
        ("unmark THE GUIDE", "THE GUIDE is not a label now."),
        ("take 1", "ROBERST is ROBERTS now."),
        ("take 7", "There is no suggestion 7."),
        ("why 1", "Only the label itself says so."),
        ("why", "Type the number of a person: why 2."),
        ("undo", "There is nothing to take back."),
        ("forget", "0 decisions taken back."),
        (
            "dance",
            "Not understood: dance. Type one of: merge, split, name, role, unmark, take, correct, keep, why, undo, "
            "forget.",
        ),
    ],
)
def test_each_line_is_answered(reading: Reading, line: str, said: str) -> None:
    assert change(reading, line) == said


def test_a_merged_label_that_names_the_person_can_be_split_off_or_unmarked_alone(reading: Reading) -> None:
    change(reading, "merge ANN 2")
    assert people_rows(reading)[:1] == ["ROBERTS, 4 turns."] and len(people_rows(reading)) == 3
    assert "1 ROBERTS: ROBERTS 2, ANN 2." in list_labels(reading)
    assert change(reading, "split ROBERTS") == "ROBERTS is a separate person now."
    assert [turn.speaker for turn in reading.document.turns[:2]] == ["ANN", "ROBERTS"]
    assert change(reading, "forget") == "2 decisions taken back."
    change(reading, "merge ANN 2")
    assert change(reading, "unmark ROBERTS").endswith("ROBERTS is not a label now.")
    assert [turn.label.text for turn in reading.document.turns[:2]] == ["ANN", "ROBERST"]


def test_what_cannot_be_saved_is_told_and_reading_goes_on(plain: Plain) -> None:
    with closing(sqlite3.connect(library_path(), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reason = "what you do now is not saved (another program is using it)."
        plain.ask("k", "c")
        assert " ".join(typed(plain, "merge ROBERST 2").split()).endswith(f"{reason} Change:")
        plain.ask("escape")
        assert "ROBERTS: Yes. It is." in plain.ask("n")
        assert " ".join(plain.ask("b").split()).endswith(reason)
    assert plain.ask("n") == "\nROBERST: Quite so."
    assert plain.ask("b") == "\nBookmark 1 at turn 3."
    assert plain.quit() == "\nStopped at turn 3; place saved.\n"
