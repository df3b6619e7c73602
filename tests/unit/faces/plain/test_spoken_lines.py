"""Messages written so that screen readers say them whole and once: in which pieces, and when time passes."""

from __future__ import annotations

import os
from difflib import Differ

import pytest

from tui_reader.faces.plain.spoken_lines import NEWLINE, SpokenLines, felt_behind, pause


def written(lines: SpokenLines, text: str, rows: int = 4) -> list[str]:
    """The pieces of a message."""
    return [piece for piece, _ in lines.pieces(text, rows)]


def test_the_line_feed_goes_first_and_time_passes() -> None:
    lines = SpokenLines(feeds_first=True)
    assert written(lines, "The first.") == ["The first."]
    assert written(lines, "The next.") == [NEWLINE, "The next."]
    assert [seconds > 0 for _, seconds in lines.pieces("Two\nlines.", 4)] == [True, False]


@pytest.mark.parametrize(("load", "seconds"), [(0.1, 0.03), (4.0, 0.03), (8.0, 0.03), (12.0, 0.06), (90.0, 0.12)])
def test_a_terminal_that_waits_for_a_processor_has_longer(
    load: float, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0))
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert pause() == seconds


def test_inside_a_screen_reader_a_message_is_one_piece_behind_a_line_feed() -> None:
    lines = SpokenLines(feeds_first=False)
    assert written(lines, "1\n2\n3") == ["1\n2\n3"]
    assert written(lines, "Two\nlines.") == ["\nTwo\nlines."]
    assert written(lines, "The next.") == ["\nThe next."]


def test_a_message_longer_than_the_screen_is_written_a_screenful_at_a_time_and_whole() -> None:
    pieces = written(SpokenLines(feeds_first=True), "\n".join("123456789"))
    assert [piece.count("\n") for piece in pieces if piece != NEWLINE] == [2, 2, 2]
    assert "".join(pieces).split() == list("123456789")


def test_a_line_does_not_look_like_typing_where_the_cursor_would_move_by_its_length() -> None:
    lines = SpokenLines(feeds_first=False)
    written(lines, f"nine {'x' * 14}", rows=9)
    assert written(lines, "Nine, ok.", rows=9) == ["\nNine, ok. "]
    assert written(lines, "Nine, ok.", rows=9) == ["\nNine, ok."]


def test_a_word_alone_does_not_look_like_typing() -> None:
    lines = SpokenLines(feeds_first=True)
    written(lines, "1\n2\n3\n4")
    assert written(lines, "Brief.") == [NEWLINE, "Brief. "]


def test_the_cursor_is_not_left_behind_a_line_that_fills_the_cells_of_a_braille_display() -> None:
    forty = "Own voice off. Your screen reader reads."
    assert len(forty) == 40 and felt_behind(forty) == "Own voice off. Your screen reader\nreads."
    assert felt_behind(f"One.\n{forty}") == "One.\nOwn voice off. Your screen reader\nreads."
    for text in ("", "One.", forty[:-1], f"{forty}x", f"{forty}\nOne.", "x" * 40, f"{'a ' * 40}\n{'x' * 40}"):
        assert felt_behind(text) == text
    assert felt_behind("a" * 39 + " " + "b" * 40).endswith("a\n" + "b" * 40)


def test_inside_a_screen_reader_the_lines_of_another_width_are_scrolled_away_once() -> None:
    lines = SpokenLines(feeds_first=False)
    written(lines, "The first.")
    assert [piece for piece, _ in lines.pieces("The next.", 4, 60)] == [NEWLINE * 4, "The next."]
    assert [piece for piece, _ in lines.pieces("The last.", 4, 60)] == ["\nThe last."]
    outside = SpokenLines(feeds_first=True)
    written(outside, "The first.")
    assert [piece for piece, _ in outside.pieces("The next.", 4, 60)] == [NEWLINE, "The next."]


TURN = [f"Line {number} of a long turn." for number in range(12)]


@pytest.mark.parametrize("feeds_first", [True, False])
@pytest.mark.parametrize("length", [1, 5, 11, 12])
def test_who_compares_the_lines_of_the_screen_is_told_all_of_what_is_repeated(feeds_first: bool, length: int) -> None:
    lines, rows = SpokenLines(feeds_first), 14
    screen = [*(f"line {number} before" for number in range(1, rows)), ""]
    for message in (*[TURN[:length]] * 3, ["Turn 1 of 2."], *[TURN[:length]] * 20, TURN[3:6], [*TURN, *TURN]):
        told: list[str] = []
        for piece, _ in lines.pieces("\n".join(message), rows):
            before = screen
            first, *others = piece.replace("\r", "").split("\n")
            screen = [*screen[:-1], screen[-1].rstrip() + first, *others][-rows:]
            told += [line[2:].strip() for line in Differ().compare(before, screen) if line[0] == "+"]
        assert [line for line in told if line] == message
