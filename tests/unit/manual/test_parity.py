"""The manual's table of both modes has every command, and nothing in it is empty."""

from __future__ import annotations

from tests.support.manual.parity import FURTHER, HEARD, INSTEAD, parity
from tui_reader.faces.tui.screens.help import OTHERS
from tui_reader.manual import page
from tui_reader.terminal.commands import COMMANDS, FULL, PLAIN


def test_every_command_has_a_row_and_what_is_heard() -> None:
    assert list(HEARD) == [command.id for command in COMMANDS]
    assert set(INSTEAD) == {command.id for command in COMMANDS if set(command.faces) != {FULL, PLAIN}}


def test_nothing_in_it_is_empty() -> None:
    rows = list(parity())
    assert all(len(row) == 4 and all(cell.strip() for cell in row) for row in rows)
    assert len(rows) == len(COMMANDS) + len(FURTHER)


def test_what_the_full_screen_understands_beside_the_commands_has_a_row() -> None:
    in_full = " ".join(full for _, full, *_ in FURTHER).casefold()
    assert all(key.casefold() in in_full for keys, _ in OTHERS for key in keys.split(", "))


def test_the_table_is_in_the_page_on_screen_readers() -> None:
    told = page("screen-readers")
    assert all(f"| {command.words} | " in told for command in COMMANDS)
