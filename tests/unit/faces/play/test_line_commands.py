"""Lines that are typed while a document is read aloud without a screen, and what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.reading_driver import ReadingDriver, turn_of
from tui_reader.faces.play.line_commands import OWN_COMMANDS, LineCommands
from tui_reader.library import Library
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.settings import Settings
from tui_reader.terminal.commands import COMMANDS, PLAIN

KNOWN = {*OWN_COMMANDS, *READING_COMMANDS, "help", "quit"}


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[ReadingDriver]:
    library = Library(tmp_path / "library.db")
    driver = ReadingDriver(library)
    driver.reading.place.keep()
    yield driver
    driver.reading.close()
    library.close()


@pytest.fixture
def lines(driver: ReadingDriver) -> LineCommands:
    return LineCommands(driver.reading, Settings())


def test_while_it_is_paused_a_move_tells_the_place(lines: LineCommands) -> None:
    assert lines.do("12") == ["Turn 12 of 23."]
    assert lines.do("n") == ["Turn 13 of 23."]
    assert lines.do("previous turn") == ["Turn 12 of 23."]


@pytest.mark.parametrize(
    ("line", "turn"), [("12", 12), ("g 3", 3), ("go to 50%", 14), ("G", 23), ("last turn", 23), ("", 2), ("5 g", 5)]
)
def test_a_line_goes_where_it_goes_in_plain_text_mode(lines: LineCommands, line: str, turn: int) -> None:
    lines.do(line)
    assert turn_of(lines.reading) == turn


def test_a_pause_tells_where_and_space_goes_on(driver: ReadingDriver, lines: LineCommands) -> None:
    lines.do("3")
    assert lines.do(" ") == []
    assert driver.reading.playback.playing
    assert lines.do("stop") == ["Stopped at turn 3."]
    assert lines.do("stop") == ["It has stopped."]
    assert lines.do("play") == [] and driver.reading.playback.playing


def test_a_move_while_it_reads_is_heard_and_not_told(driver: ReadingDriver, lines: LineCommands) -> None:
    lines.do(" ")
    assert lines.do("n") == [] and driver.reading.playback.playing


def test_words_are_found(lines: LineCommands) -> None:
    assert "First, turn 1, Stevenson: I wonder" in lines.do("/meeting")[0]
    assert "Hit 2 of 5" in lines.do("next hit")[0]
    assert lines.do("/") == ["Type the words with it: /castro"]


def test_a_bookmark_is_saved_and_found(lines: LineCommands) -> None:
    lines.do("7")
    lines.do("b")
    lines.do("1 g")
    assert turn_of(lines.reading) == 1
    lines.do("1 '")
    assert turn_of(lines.reading) == 7
    assert lines.do("' first") == ["There is no bookmark first."]


def test_what_is_no_command_is_told(lines: LineCommands) -> None:
    assert lines.do("xyzzy") == ["Unknown command xyzzy. h for help."]
    assert lines.do("people")[0].startswith("Speakers: only in")


def test_help_lists_each_command_that_can_be_done_and_no_other(lines: LineCommands) -> None:
    told = "\n".join(lines.do("?"))
    assert lines.do("h") == lines.do("?")
    for command in COMMANDS:
        if PLAIN in command.faces and not command.pair:
            assert (f": {command.words}." in told) == (command.id in KNOWN), command.id


@pytest.mark.parametrize("line", ["q", "quit", "exit"])
def test_some_lines_quit(lines: LineCommands, line: str) -> None:
    assert lines.is_quit(line)


def test_keys_of_the_persons_own_are_taken(driver: ReadingDriver) -> None:
    lines = LineCommands(driver.reading, Settings(keymap="vi"))
    lines.do("3")
    lines.do("j")
    assert turn_of(lines.reading) == 4
