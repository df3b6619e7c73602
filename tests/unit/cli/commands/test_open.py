"""Which document is opened: the one that is named, the one last read, the memorandum."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import complaint
from tui_reader.cli.main import main
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library, library_path

TALK = "A Talk\n\nANNE: It is “cold” today — is it not?\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


def keep(path: Path, position: Position) -> None:
    """Leave a document at a place, as if it had been read up to it."""
    library = Library(library_path())
    library.keep_place(read(path), path, position)
    library.close()


def test_into_a_pipe_the_document_is_printed(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main([str(talk)]) == 0
    out = capsys.readouterr().out
    assert [line.split(":")[0] for line in out.splitlines() if ":" in line] == ["ANNE", "BEN", "ANNE"]
    assert "\x1b" not in out


def test_at_first_it_is_the_memorandum(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("Memorandum of Telephone Conversation")


def test_then_it_is_the_document_last_read(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    keep(talk, Position(1, 0))
    main([])
    assert capsys.readouterr().out.startswith("A Talk")


def test_a_document_that_was_spoilt_is_told_and_the_memorandum_opened(
    capsys: pytest.CaptureFixture[str], talk: Path
) -> None:
    keep(talk, Position(1, 0))
    talk.write_bytes(b"")
    assert main([]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Memorandum") and "talk.txt" in err


def test_a_library_that_cannot_be_used_is_told_and_the_reading_goes_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["--print", "--library", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Memorandum") and err.count("\n") == 1 and "folder" in err


def test_the_full_screen_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    status, line = complaint(capsys, "--full")
    assert status == 2 and "--print" in line
