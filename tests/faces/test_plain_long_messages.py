"""Long messages of the plain face, on a pseudo-terminal: a part for each key, and ended by any key."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.plain_program import Plain
from tui_reader.faces.plain.spoken_lines import NEWLINE, PAUSE
from tui_reader.faces.plain.writing import AT_ONCE, MORE

NUMBERS = [f"Point {number} was made, and nobody objected." for number in range(1, 24_000)]
ANSWER = "\nTurn 2 of 3, BEN."


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Plain]:
    """A talk whose second turn has a million characters."""
    talk = tmp_path / "talk.txt"
    talk.write_text(f"A Talk\n\nANNE: Good morning.\n\nBEN: {' '.join(NUMBERS)}\n\nANNE: Then we walk.\n")
    assert talk.stat().st_size > 1_000_000
    program = Plain(talk, "--no-sound", columns=41)
    program.told(quiet=0.3)
    yield program
    program.close()


def test_a_long_turn_comes_in_parts_with_a_key_for_each(plain: Plain) -> None:
    plain.press(b"n")
    first = plain.told(quiet=0.4)
    assert first.endswith(f"\n{MORE}") and AT_ONCE - 100 < len(first) < AT_ONCE + 100
    plain.press(b"\r")
    second = plain.told(quiet=0.4)
    assert second.endswith(f"\n{MORE}")
    said = f"{first.removesuffix(MORE)} {second.removesuffix(MORE)}".split()
    assert said == f"BEN: {' '.join(NUMBERS)}".split()[: len(said)]
    plain.press(b"n")
    assert plain.told() == "\nANNE: Then we walk."
    plain.press(b"\r")
    assert plain.told().startswith("\nEnd of document.")


def test_any_key_ends_a_message_and_r_says_it_again(plain: Plain) -> None:
    plain.press(b"n")
    while len(plain.output) < 500:
        time.sleep(0.002)
    plain.press(b"w")
    told = plain.told(quiet=0.4)
    turn, answer, _ = told.partition(ANSWER)
    assert answer and len(turn) < AT_ONCE - 1000 and MORE not in turn
    plain.press(b"r")
    again = plain.told(quiet=0.4)
    assert again.lstrip("\n").startswith("BEN: Point 1 was made") and again.endswith(MORE)


def test_a_key_is_answered_while_the_terminal_takes_nothing(plain: Plain) -> None:
    """What is written stays in the terminal until it is taken, and a key ends the rest."""
    plain.press(b"\x13")  # Ctrl+S
    time.sleep(0.1)
    plain.press(b"n")
    time.sleep(0.5)
    plain.press(b"w")
    time.sleep(0.2)
    plain.press(b"\x11")  # Ctrl+Q
    told = plain.told(quiet=0.4)
    assert ANSWER in told and len(told) < AT_ONCE


def test_in_a_terminal_on_a_desktop_the_line_feed_before_a_message_goes_first(talk: Path) -> None:
    """A terminal that scrolls would else tell Orca of the line above once more."""
    with Plain(talk, "--no-sound", terminal="xterm-256color") as program:
        program.wait_for(b"Good morning.")
        written = len(program.output)
        key = program.press(b"n")
        text = program.wait_for(b"BEN: Yes.")
        assert program.output[written:].startswith(NEWLINE.replace("\n", "\r\n").encode())
        feed = next(at for at, data in program.writes if at >= key)
        assert text - feed > PAUSE / 2
