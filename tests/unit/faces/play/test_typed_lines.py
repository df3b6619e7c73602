"""Whose lines on standard input are: those of whoever listens, or somebody else's."""

from __future__ import annotations

import os
import sys

import pytest

from tui_reader.faces.play import _typed_lines
from tui_reader.startup.reading_options import ReadingOptions, SoundStream
from tui_reader.terminal.keyboard import HANG_UP, Inbox, TypedLine

STREAM = ReadingOptions(stream=SoundStream(1, "wav"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
def test_in_the_background_of_a_terminal_lines_are_the_shells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "isatty", lambda descriptor: True)
    monkeypatch.setattr(os, "tcgetpgrp", lambda descriptor: os.getpgrp() + 1)
    for options in (ReadingOptions(), STREAM):
        with _typed_lines(Inbox(), options) as keyboard:
            assert keyboard is None


@pytest.mark.parametrize("options", [ReadingOptions(), STREAM._replace(piped=b"ANNE: Yes.")])
def test_no_line_is_taken_of_a_pipe_that_holds_something_else(options: ReadingOptions) -> None:
    with _typed_lines(Inbox(), options) as keyboard:
        assert keyboard is None


@pytest.mark.skipif(sys.platform == "win32", reason="descriptor 0 is read by another way")
def test_lines_of_a_pipe_are_taken_with_a_stream() -> None:
    before, (seen, written) = os.dup(0), os.pipe()
    os.dup2(seen, 0)
    os.write(written, b"n\nlast")
    os.close(written)
    inbox = Inbox()
    try:
        with _typed_lines(inbox, STREAM):
            assert [inbox.get(5) for _ in range(3)] == [TypedLine("n"), TypedLine("last"), HANG_UP]
    finally:
        os.dup2(before, 0)
        os.close(before)
        os.close(seen)
