"""What does each command: the reading for all faces, or the plain face itself. The full screen's is in tests/faces."""

from __future__ import annotations

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.reading_driver import silent_reading
from tui_reader.faces.plain.plain_commands import KEEP_READING, OWN_COMMANDS, TELL_AFTER
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.settings import Settings
from tui_reader.terminal.commands import COMMANDS, PLAIN, CommandId

OF_THE_TABLE = {command.id for command in COMMANDS}
OF_PLAIN = {command.id for command in COMMANDS if PLAIN in command.faces}
INSTEAD_OF_THE_READING = {
    "aside", "go_back", "go_forward", "in_step", "last_turn", "next_hit", "play_or_pause", "prompt",
    "show_words", "sound",
}  # fmt: skip
"""What the plain face does in its own way, because it also prints, takes a number, or opens another document."""


def test_every_command_of_plain_text_mode_has_one_doer() -> None:
    assert {*OWN_COMMANDS, *READING_COMMANDS} >= OF_PLAIN
    assert set(OWN_COMMANDS) <= OF_PLAIN
    assert set(OWN_COMMANDS) & set(READING_COMMANDS) == INSTEAD_OF_THE_READING


def test_groups_of_commands_name_commands_of_the_table() -> None:
    assert set(READING_COMMANDS) <= OF_THE_TABLE
    assert set(TELL_AFTER) <= set(READING_COMMANDS) and set(KEEP_READING) <= set(OWN_COMMANDS)


@pytest.mark.parametrize("id", sorted(set(READING_COMMANDS) - {"play_or_pause", "aside"}))
def test_a_command_of_the_reading_opens_no_sound_and_says_a_line_or_moves(id: CommandId, library: Library) -> None:
    reading = silent_reading(read(MEMORANDUM), MEMORANDUM, library)
    reading.jumps.to_turn(9)
    reading.place.go(reading.place.position._replace(offset=30))
    before = reading.place.position
    assert READING_COMMANDS[id](reading) or reading.place.position != before


def test_where_nothing_is_read_by_itself_a_line_says_why_and_what_reads_it(library: Library) -> None:
    reading = silent_reading(read(MEMORANDUM), MEMORANDUM, library)
    reading.spoken.choose(reading.spoken.options._replace(only=frozenset({"GB"})))
    assert reading.spoken.why_silent().startswith("Only ")
    reading.spoken.one_side()
    assert reading.spoken.why_silent().endswith("which is read when asked for: r, then Space.")


def test_that_line_names_the_keys_of_the_person(library: Library) -> None:
    reading = silent_reading(read(MEMORANDUM), MEMORANDUM, library)
    reading.take_settings(Settings(keys={"repeat": "Q", "play_or_pause": "%", "one_side": "K"}))
    assert reading.spoken.why_silent().endswith("which is read when asked for: Q, then %.")
    reading.spoken.choose(reading.spoken.options._replace(only=frozenset({"GB"})))
    assert reading.spoken.why_silent().endswith("K lets everybody be heard.")
