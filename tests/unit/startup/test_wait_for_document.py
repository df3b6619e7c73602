"""A large file is read by another process only where somebody can see it; what it raises arrives."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError, ReaderError
from tui_reader.startup import background_reader, input_source, wait_for_document
from tui_reader.startup.input_source import InputSource
from tui_reader.terminal import milestones

TALK = "AES: Yes.\n\nGWB: No.\n"


@pytest.fixture
def source(talk: Path, monkeypatch: pytest.MonkeyPatch) -> InputSource:
    """A file that counts as large."""
    monkeypatch.setattr(input_source, "LARGE", 10)
    return InputSource(talk)


class Typed:
    """A terminal at which these bytes are typed one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: bytes) -> None:
        self.left = list(typed)
        monkeypatch.setattr(os, "isatty", lambda descriptor: True)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        monkeypatch.setattr(wait_for_document, "_keys", lambda: self)

    def __enter__(self) -> Typed:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __call__(self) -> bytes:
        return self.left.pop(0) if self.left else b""


def test_without_a_terminal_it_is_read_at_once(source: InputSource, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(wait_for_document.read_interruptibly(source).turns) == 2
    assert capsys.readouterr().err == ""


def test_a_small_file_is_read_at_once(
    source: InputSource, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(input_source, "LARGE", 1000)
    Typed(monkeypatch)
    assert len(wait_for_document.read_interruptibly(source).turns) == 2
    assert capsys.readouterr().err == ""


def test_while_a_large_one_is_read_a_line_says_so_and_goes(
    source: InputSource, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Typed(monkeypatch)
    assert len(wait_for_document.read_interruptibly(source).turns) == 2
    told = capsys.readouterr().err
    assert told.startswith("Reading talk.txt, 0 MB. Escape stops.\r") and told.endswith(" \r") and "\x1b" not in told


def test_what_it_raises_is_raised_to_whoever_waits(source: InputSource, monkeypatch: pytest.MonkeyPatch) -> None:
    Typed(monkeypatch)
    source.path.write_text(" " * 100)
    with pytest.raises(DocumentError, match="is empty"):
        wait_for_document.read_interruptibly(source)


def test_escape_stops_it_and_other_keys_do_not(source: InputSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wait_for_document, "LOOK", 0.0001)
    typed = Typed(monkeypatch, b"n", b"\x1b[C", b"\x1b")
    with pytest.raises(ReaderError, match=r"talk\.txt: reading it was stopped\."):
        wait_for_document.read_interruptibly(source)
    assert typed.left == []


class StepByStep:
    """A reader that comes a quarter further each time it is asked how far it is, and then ends."""

    def __init__(self, source: InputSource) -> None:
        self._source, self._quarters = source, 0
        self._over = threading.Event()

    @property
    def share(self) -> float:
        self._quarters += 1
        if self._quarters == 4:
            self._over.set()
        return min(1.0, self._quarters / 4)

    def document(self) -> Document:
        self._over.wait(5)
        return self._source.read()

    def stop(self) -> None:
        self._over.set()


def test_each_quarter_of_a_long_wait_is_a_line_that_stays(
    source: InputSource, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wait_for_document, "LOOK", 0.0001)
    monkeypatch.setattr(milestones, "PATIENCE", 0.0)
    monkeypatch.setattr(background_reader, "BackgroundReader", StepByStep)
    Typed(monkeypatch)
    assert len(wait_for_document.read_interruptibly(source).turns) == 2
    lines = [line.partition(",")[0] for line in capsys.readouterr().err.splitlines()]
    assert lines == ["Reading talk.txt", "A quarter done", "Half done", "Three quarters done"]
