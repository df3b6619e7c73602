"""The full screen's state: an action takes it and returns the next; nothing else changes it."""

from __future__ import annotations

import pytest

from tests.support.app_driver import MEMORANDUM, running_app
from tui_reader.document.model import Position
from tui_reader.faces.tui.state import LAYOUTS, MARKED, first_state
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.settings import Settings
from tui_reader.terminal.commands import COMMANDS, FULL, CommandId

STATE = first_state(Settings(), ["Welcome."])


def test_a_key_takes_away_the_message_that_is_shown_and_shows_the_next() -> None:
    state = STATE.saying("Turn 2.", None, "", "Turn 3.")
    assert state.messages == ("Welcome.", "Turn 2.", "Turn 3.")
    assert state.after_key().messages == ("Turn 2.", "Turn 3.")
    assert STATE.after_key().after_key().messages == ()


def test_a_setting_is_what_is_shown_now_and_others_leave_that_alone() -> None:
    state = STATE._replace(layout="scroll", marking="none", notes_open=True)
    assert state.with_setting("width", 60).layout == "scroll"
    assert state.with_setting("layout", "sentence").layout == "sentence"
    assert state.with_setting("mark", "both").marking == "both"
    assert not state.with_setting("show_notes", False).notes_open


def test_the_other_face_goes_on_with_what_commands_have_changed() -> None:
    settings = STATE._replace(layout="scroll", marking="none", notes_open=True).settings_shown(muted=True)
    assert (settings.layout, settings.mark, settings.show_notes, settings.sound) == ("scroll", "none", True, False)


def test_a_selection_begun_by_a_key_reaches_to_the_place_and_another_does_not() -> None:
    assert STATE.selected_to(MEMORANDUM, Position(0, 9)) == STATE
    selected = STATE._replace(anchor=Position(0, 0)).selected_to(MEMORANDUM, Position(0, 9)).selection
    assert selected and selected.start == Position(0, 0) and selected.end > Position(0, 9)
    assert STATE._replace(anchor=Position(0, 0), selection=selected).deselected() == STATE


@pytest.mark.parametrize(("command", "field", "choices"), [("layout", "layout", LAYOUTS), ("mark", "marking", MARKED)])
async def test_an_action_returns_the_next_choice_and_changes_nothing_itself(
    command: CommandId, field: str, choices: dict[str, str]
) -> None:
    async with running_app() as driver:
        before = state = driver.app.controller.state
        seen = []
        for _ in choices:
            state = driver.app.controller.actions.run(command, state)
            seen.append(getattr(state, field))
        assert sorted(seen) == sorted(choices)
        assert list(state.messages) == [choices[name] for name in seen] and driver.app.controller.state is before


async def test_every_command_of_the_full_screen_has_something_that_runs_it() -> None:
    async with running_app() as driver:
        actions = driver.app.controller.actions
        run = {*actions._of_screen, *READING_COMMANDS}
        assert run == {command.id for command in COMMANDS if FULL in command.faces}
        assert set(actions._of_screen) & set(READING_COMMANDS) == set()
