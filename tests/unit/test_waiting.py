"""A large file is read by another process only where somebody can see it; what it raises arrives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader import to_read, waiting
from tui_reader.errors import DocumentError, ReaderError
from tui_reader.to_read import ToRead

TALK = "AES: Yes.\n\nGWB: No.\n"


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ToRead:
    """A file that counts as large."""
    monkeypatch.setattr(to_read, "LARGE", 10)
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    return ToRead(path)


class Typed:
    """A terminal at which these bytes are typed one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: bytes) -> None:
        self.left = list(typed)
        monkeypatch.setattr(waiting.os, "isatty", lambda descriptor: True)
        monkeypatch.setattr(waiting.sys.stderr, "isatty", lambda: True)
        monkeypatch.setattr(waiting, "_keys", lambda: self)

    def __enter__(self) -> Typed:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __call__(self) -> bytes:
        return self.left.pop(0) if self.left else b""


def test_without_a_terminal_it_is_read_at_once(talk: ToRead, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(waiting.patiently(talk).turns) == 2
    assert capsys.readouterr().err == ""


def test_a_small_file_is_read_at_once(
    talk: ToRead, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(to_read, "LARGE", 1000)
    Typed(monkeypatch)
    assert len(waiting.patiently(talk).turns) == 2
    assert capsys.readouterr().err == ""


def test_while_a_large_one_is_read_a_line_says_so_and_goes(
    talk: ToRead, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Typed(monkeypatch)
    assert len(waiting.patiently(talk).turns) == 2
    told = capsys.readouterr().err
    assert told.startswith("Reading talk.txt, 0 MB. Escape stops.\r") and told.endswith(" \r") and "\x1b" not in told


def test_what_it_raises_is_raised_to_whoever_waits(talk: ToRead, monkeypatch: pytest.MonkeyPatch) -> None:
    Typed(monkeypatch)
    talk.path.write_text(" " * 100)
    with pytest.raises(DocumentError, match="nothing to read"):
        waiting.patiently(talk)


def test_escape_stops_it_and_other_keys_do_not(talk: ToRead, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "LOOK", 0.0001)
    typed = Typed(monkeypatch, b"n", b"\x1b[C", b"\x1b")
    with pytest.raises(ReaderError, match=r"talk\.txt: reading it was stopped\."):
        waiting.patiently(talk)
    assert typed.left == []
