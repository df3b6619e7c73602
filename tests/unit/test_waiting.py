"""A large file is read in a thread only where somebody can see it; what it raises arrives."""

from __future__ import annotations

import threading

import pytest

from tui_reader import waiting
from tui_reader.errors import DocumentError, ReaderError


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


def test_without_a_terminal_it_is_done_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert waiting.patiently(threading.current_thread, "talk.txt", 10**8) is threading.current_thread()
    assert capsys.readouterr().err == ""


def test_a_small_file_is_read_at_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    Typed(monkeypatch)
    assert waiting.patiently(threading.current_thread, "talk.txt", 1000) is threading.current_thread()


def test_a_large_one_is_read_in_a_thread_and_the_line_goes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Typed(monkeypatch)
    assert waiting.patiently(threading.current_thread, "talk.txt", 17_400_000) is not threading.current_thread()
    told = capsys.readouterr().err
    assert told.startswith("Reading talk.txt, 17 MB. Escape stops.\r") and told.endswith(" \r") and "\x1b" not in told


def test_what_it_raises_is_raised_to_whoever_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    Typed(monkeypatch)

    def refuse() -> None:
        raise DocumentError("talk.txt: nothing to read")

    with pytest.raises(DocumentError, match="nothing to read"):
        waiting.patiently(refuse, "talk.txt", 10**8)


def test_escape_stops_it_and_other_keys_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = Typed(monkeypatch, b"n", b"\x1b[C", b"\x1b")
    end = threading.Event()
    with pytest.raises(ReaderError, match=r"talk\.txt: reading it was stopped\."):
        waiting.patiently(end.wait, "talk.txt", 10**8)
    end.set()
    assert typed.left == []
