"""Messages as they are written to the terminal: whole screens at once, and no more than it keeps."""

from __future__ import annotations

import os
from itertools import count

import pyte
import pytest

from tui_reader.faces.plain import spoken_lines, writing
from tui_reader.faces.plain.writing import CHUNK, MORE, Writing
from tui_reader.settings.values import UNBROKEN


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is written, a write each, to a terminal of 80 by 99."""
    written: list[bytes] = []
    monkeypatch.setattr(os, "write", lambda descriptor, data: written.append(data) or len(data))
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((80, 99)))
    monkeypatch.setattr(writing, "_takes_more", lambda: True)
    for waits in ("pause", "screenful"):
        monkeypatch.setattr(spoken_lines, waits, lambda: 0.0)
    return written


def test_a_screenful_is_one_write(writes: list[bytes]) -> None:
    lines = [
        f"Line {number} is about as long as a line of eighty can be: it has so many, äöü, words."
        for number in range(20)
    ]
    Writing(80, lambda: 0).say("\n".join(line[:79] for line in lines))
    assert len(writes) == 1 and len(writes[0]) > 1500


def test_signs_of_several_bytes_are_never_cut_and_no_write_is_more_than_a_terminal_keeps(writes: list[bytes]) -> None:
    text = "x" + "".join(map(chr, range(0x4E00, 0x4E00 + 1500)))
    Writing(80, lambda: 0).say(text)
    assert all(len(data) <= CHUNK for data in writes) and len(writes) > 1
    assert "".join(data.decode() for data in writes).replace("\n", "").replace(" \r", "") == text


class Cursor:
    """Which row of a small terminal the cursor is on, by what is written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        stream = pyte.ByteStream(self.screen)
        # A terminal that is not raw adds a carriage return.
        monkeypatch.setattr(
            os, "write", lambda descriptor, data: stream.feed(data.replace(b"\n", b"\r\n")) or len(data)
        )
        monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((columns, rows)))
        monkeypatch.setattr(writing, "_takes_more", lambda: True)
        for waits in ("pause", "screenful"):
            monkeypatch.setattr(spoken_lines, waits, lambda: 0.0)

    @property
    def line(self) -> str:
        """The row of the cursor, which is in its first cell."""
        assert self.screen.cursor.x == 0
        return str(self.screen.display[self.screen.cursor.y]).rstrip()


LINES = [f"This is line {number} of all" for number in range(1, 26)]


@pytest.mark.parametrize(("cells", "rows"), [(20, 10), (40, 10), (80, 10), (80, 3), (40, 2), (40, 1), (80, 1)])
def test_a_long_message_is_gone_through_window_by_window_and_back(
    monkeypatch: pytest.MonkeyPatch, cells: int, rows: int
) -> None:
    cursor, written = Cursor(monkeypatch, 80, rows), Writing(cells, lambda: 0, start=True)
    text = " ".join(LINES)
    written.say("Before it.")
    written.say(text)
    windows = [cursor.line]
    while written.step(1):
        windows.append(cursor.line)
    assert " ".join(windows) == text and all(len(window) < cells for window in windows)
    back = [cursor.line]
    while written.step(-1):
        back.append(cursor.line)
    assert back == windows[::-1]
    written.say("After it.")
    assert cursor.line == "After it." and not written.step(-1)


def test_without_breaks_a_paragraph_is_one_line_for_the_terminal_to_break(monkeypatch: pytest.MonkeyPatch) -> None:
    cursor, written = Cursor(monkeypatch, 40, 10), Writing(UNBROKEN, lambda: 0, start=True)
    words = " ".join(LINES[:5])
    written.say(f"{words}\nA second paragraph.")
    assert cursor.line == words[:40].rstrip()
    windows = [words[at : at + 40].rstrip() for at in range(0, len(words), 40)]
    for window in [*windows[1:], "A second paragraph."]:
        assert written.step(1) and cursor.line == window
    assert not written.step(1)


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_without_breaks_a_low_screen_is_given_a_row_at_a_time(
    writes: list[bytes], monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((40, rows)))
    written = Writing(UNBROKEN, lambda: 0)
    written.say(" ".join(LINES))
    while written.rest:
        written.more()
    told = b"".join(writes).decode()
    assert " ".join(told.replace(MORE, "").split()) == " ".join(LINES)


def test_behind_a_message_that_a_key_has_cut_off_no_row_of_the_one_before_is_left(
    writes: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = count()
    written = Writing(80, lambda: next(typed), start=True)
    written.say("One.\nTwo.\nThree.")
    assert written.step(1) and written.step(-1)
    monkeypatch.setattr(writing, "_takes_more", lambda: False)
    written.say("Four.")
    assert not written.step(-1)


def test_where_the_cursor_is_left_at_the_end_no_key_moves_it(writes: list[bytes]) -> None:
    written = Writing(80, lambda: 0)
    written.say("One.\nTwo.")
    assert not written.step(-1) and len(writes) == 1
