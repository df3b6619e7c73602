"""Paths that were typed: what is probably meant by one that there is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.terminal.path_completion import meant_path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with some documents."""
    (tmp_path / "class").mkdir()
    for name in (
        "stevenson-ball.txt",
        "Interview.md",
        "a.txt",
        "class/talk.txt",
        ".hidden.txt",
        "data.csv",
        "data.srt",
    ):
        (tmp_path / name).write_text("ANNE: Yes.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stevenson-bal.txt", "stevenson-ball.txt"), ("stevensonball.txt", "stevenson-ball.txt"),
        ("STEVENSON-BALL.TXT", "stevenson-ball.txt"), ("stevenson-ball", "stevenson-ball.txt"),
        ("stevenson-ball.tx", "stevenson-ball.txt"), ("interview", "Interview.md"), ("interveiw.md", "Interview.md"),
        ("class/tlak.txt", "class/talk.txt"), ("clas/talk.txt", "class/talk.txt"), ("clsas", "class"),
        (".hiden.txt", ".hidden.txt"),
        ("b.txt", None), ("hidden.txt", None), ("zebra.txt", None), ("none/at/all.txt", None),
        ("clas/none.txt", None), ("x" * 100_000, None), ("\0", None),
    ],
)  # fmt: skip
def test_what_a_mistyped_path_meant(folder: Path, typed: str, meant: str | None) -> None:
    assert meant_path(Path(typed)) == (Path(meant) if meant else None)


def test_a_mistyped_file_is_asked_about_in_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--print", "stevenson-bal.txt"]) == 1
    told = "tui-reader: stevenson-bal.txt: no such file. Did you mean stevenson-ball.txt?\n"
    assert capsys.readouterr().err == told
    assert main(["inspect", "zebra.txt"]) == 1
    assert capsys.readouterr().err == "tui-reader: zebra.txt: no such file; check its name and folder\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["export", "a.txt", "-o", "b.txt", "--formt", "md"], "Did you mean --format?"),
        (["people", "--voise", "GWB=henry"], "Did you mean --voice?"),
        (["--plian", "a.txt"], "Did you mean --plain?"),
        (["--xyzzy"], "unrecognized arguments: --xyzzy. tui-reader --help lists the options."),
    ],
)
def test_a_mistyped_option_is_asked_about(
    folder: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert told in capsys.readouterr().err
