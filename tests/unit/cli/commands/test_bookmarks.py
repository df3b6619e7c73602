"""`tui-reader bookmarks`: lists, removes and writes the bookmarks of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library


def test_the_command_lists_removes_and_writes_bookmarks(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "talk.txt", tmp_path / "out.md"
    file.write_text("A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n")
    with Library(tmp_path / "library.db") as library:
        library.bookmarks.add(read(file), Position(2, 5), note="where?")
        library.bookmarks.add(read(file), Position(0, 5), length=7)
    common = [str(file), "--library", str(tmp_path / "library.db")]
    assert main(["bookmarks", *common]) == 0
    assert capsys.readouterr().out == (
        "A Talk:\nHighlight 2, turn 1, ANNE: morning\nBookmark 1, turn 3, ANNE: Then we walk. Note: where?\n"
    )
    assert main(["bookmarks", *common, "--export", str(out)]) == 0
    assert out.read_text().startswith(
        "# A Talk\n\nA Talk. File talk.txt.\n\n## Turn 1, ANNE\n\n> morning\n\nTurn 1, ANNE."
    )
    assert main(["bookmarks", *common, "--export", str(out), "--cite", "chicago"]) == 0
    assert "“A Talk,” turn 1 (ANNE), talk.txt\\#turn-1\\~good-morning." in out.read_text()
    assert main(["bookmarks", *common, "--cite", "bibtex"]) == 2
    assert capsys.readouterr().err.endswith("--cite needs --export OUT.\n")
    assert main(["bookmarks", *common, "--remove", "3"]) == 2
    assert capsys.readouterr().err.endswith("There is no bookmark 3.\n")
    assert main(["bookmarks", *common, "--remove", "1", "--remove", "2"]) == 0
    assert capsys.readouterr().out == "A Talk has no bookmarks.\n"
