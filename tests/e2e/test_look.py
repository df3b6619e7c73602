"""The look of the full screen in a real terminal: the turn in its place, names, notes, the shape of the talk."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.terminal import Terminal, write_settings

pytestmark = pytest.mark.e2e

Reader = Callable[..., Terminal]
Home = dict[str, str]
LONG = " ".join(f"Word{number} and so on." for number in range(400))


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """Sixty turns of two people, of which the thirty-first is long."""
    path = tmp_path / "talk.txt"
    said = (LONG if number == 31 else f"This is turn {number}." for number in range(1, 61))
    path.write_text("".join(f"{('ANNE', 'BEN')[at % 2]}: {words}\n\n" for at, words in enumerate(said)))
    return path


def bar(screen: str) -> int:
    """The first row with the bar."""
    return next(row for row, line in enumerate(screen.splitlines()) if "▌" in line)


def at(terminal: Terminal, number: int) -> str:
    """The screen, once it is at a turn."""
    return terminal.wait_for(lambda screen: f"Turn {number} of 60" in screen and "▌" in screen)


@pytest.mark.parametrize("size", [(100, 30), (200, 60)], ids=str)
def test_the_turn_stands_at_a_steady_place_and_small_windows_show_it_alone(
    size: tuple[int, int], talk: Path, reader: Reader, home: Home
) -> None:
    terminal = reader(["--full", "--no-sound", str(talk)], home, *size)
    terminal.wait_for("This is turn 1.")
    terminal.keys("g", "1", "5", "Enter")
    row = bar(at(terminal, 15))
    for number in range(16, 20):
        terminal.keys("n")
        screen = at(terminal, number)
        assert bar(screen) == row and all(f"This is turn {near}." in screen for near in range(number - 2, number + 3))
    terminal.resize(80, 24)
    screen = terminal.wait_for(lambda screen: "▌" not in screen and "This is turn 19." in screen)
    assert "This is turn 18." not in screen
    terminal.resize(*size)
    assert bar(at(terminal, 19)) == row


def test_the_name_stays_in_sight_while_a_long_speech_is_read(talk: Path, reader: Reader, home: Home) -> None:
    terminal = reader(["--full", "--no-sound", str(talk)], home, 100, 30)
    terminal.wait_for("This is turn 1.")
    terminal.keys("g", "3", "1", "Enter")
    at(terminal, 31)
    for key in ("NPage", "NPage", "PPage"):
        before = terminal.rest()
        terminal.keys(key)
        terminal.wait_for_change(before)
        lines = [line for line in terminal.rest().splitlines() if "▌" in line]
        assert "ANNE" in lines[0] and len(lines) > 15 and sum("ANNE" in line for line in lines) == 1


def test_notes_stand_beside_the_talk_and_a_setting_shows_the_turn_alone(reader: Reader, home: Home) -> None:
    terminal = reader(["--full", "--no-sound", str(MEMORANDUM)], home, 120, 35)
    screen = terminal.wait_for("I wonder if you would care")
    line = next(line for line in screen.splitlines() if "submit this afternoon" in line)
    assert "(1) The Executive" in line and "Adlai E. Stevenson" in screen
    terminal.close()
    write_settings(home, 'layout = "page"\nshape = false\n')
    terminal = reader(["--full", "--no-sound", str(MEMORANDUM)], home, 120, 35)
    screen = terminal.wait_for("I wonder if you would care")
    assert not set("▌▲▂▆") & set(screen) and "I think the meeting" not in screen


def test_a_click_on_the_shape_of_the_talk_goes_there(talk: Path, reader: Reader, home: Home) -> None:
    terminal = reader(["--full", "--no-sound", str(talk)], home, 100, 30)
    terminal.wait_for("This is turn 1.")
    line = terminal.wait_for("▲").splitlines()[28]
    middle = (len(line) - len(line.lstrip()) + len(line)) // 2
    for end in "Mm":
        terminal.keys("-l", f"\x1b[<0;{middle + 1};29{end}")
    at(terminal, 31)
    assert terminal.screen().splitlines()[28][middle] == "▲"


def test_without_colour_heights_and_the_bar_are_there(talk: Path, reader: Reader, home: Home) -> None:
    terminal = reader(["--full", "--no-sound", str(talk)], home | {"NO_COLOR": "1"}, 100, 30)
    screen = terminal.wait_for("▌")
    assert {"▂", "▆", "▌"} <= set(screen)


def test_stats_draw_bars_in_a_terminal_of_80_columns(home: Home) -> None:
    command = [sys.executable, "-m", "tui_reader", "stats", str(MEMORANDUM)]
    with Terminal(command, home, 80, 24) as terminal:
        screen = terminal.wait_for("estimated")
        rows = [line for line in screen.splitlines() if "█" in line]
        assert [row.split()[0] for row in rows] == ["Stevenson", "Ball"]
        assert rows[0].count("█") > rows[1].count("█") and all(len(row) < 80 for row in rows)
