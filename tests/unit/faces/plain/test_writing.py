"""Messages as they are written to the terminal: whole screens at once, and no more than it keeps."""

from __future__ import annotations

import os

import pytest

from tui_reader.faces.plain import writing
from tui_reader.faces.plain.writing import CHUNK, Writing


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is written, a write each, to a terminal of 80 by 99."""
    written: list[bytes] = []
    monkeypatch.setattr(os, "write", lambda descriptor, data: written.append(data) or len(data))
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((80, 99)))
    monkeypatch.setattr(writing, "_takes_more", lambda: True)
    monkeypatch.setattr(writing, "pause", lambda: 0.0)
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
