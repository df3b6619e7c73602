"""What a command reads is never written over by it, however the output is named."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.errors import UsageError
from tui_reader.library import library_path
from tui_reader.paths import NO_LIBRARY, config_folder
from tui_reader.startup.input_files import InputFiles
from tui_reader.terminal.isolation import python_command

WAYS: dict[str, Callable[[Path, Path], object]] = {
    "link": lambda new, talk: new.symlink_to(talk),
    "hard link": lambda new, talk: os.link(talk, new),
}
WORDS = "ANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A transcript with composed and upper letters in its name, and the files beside it."""
    path = tmp_path / "Café.txt"
    path.write_text(WORDS)
    path.with_name("Café.people.toml").write_text("")
    path.with_name("Café.lexicon.toml").write_text("")
    return path


@pytest.mark.parametrize("name", ["Café.txt", "CAFÉ.TXT", "Cafe\u0301.txt", "café.people.toml", "Café.lexicon.toml"])
def test_the_document_and_what_is_read_with_it_are_refused_by_any_spelling(talk: Path, name: str) -> None:
    inputs = InputFiles([talk], NO_LIBRARY)
    with pytest.raises(UsageError, match="this command reads it; choose another file to write"):
        inputs.refuse(talk.with_name("sub").joinpath("..", name))
    with pytest.raises(UsageError):
        InputFiles([talk.with_name("Café.txt#d1")], NO_LIBRARY).refuse(talk)


@pytest.mark.parametrize("way", WAYS)
def test_another_name_of_the_same_file_is_refused_and_says_which(talk: Path, way: str) -> None:
    WAYS[way](talk.with_name("other.txt"), talk)
    with pytest.raises(UsageError, match=r"other\.txt, which is .*Café\.txt"):
        InputFiles([talk], NO_LIBRARY).refuse(talk.with_name("other.txt"))


def test_the_file_that_standard_input_comes_from_is_refused(talk: Path) -> None:
    command = python_command("tui_reader.cli.main", "main", "export", "-", "-o", str(talk), "--format", "txt")
    with talk.open("rb") as standard_input:
        ended = subprocess.run(command, stdin=standard_input, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2 and "this command reads it" in ended.stderr
    assert talk.read_text() == WORDS


def test_the_persons_own_files_are_refused(talk: Path, home: Path) -> None:
    for own in (library_path(), library_path().with_name("library.db-wal"), config_folder() / "settings.toml"):
        with pytest.raises(UsageError):
            InputFiles([talk], None).refuse(own)
    with pytest.raises(UsageError):
        InputFiles([talk], talk.with_name("own.db")).refuse(talk.with_name("own.db"))
    InputFiles([talk], NO_LIBRARY).refuse(talk.with_name("other.txt"))


@pytest.mark.parametrize(
    "words",
    [
        ["export", "{talk}", "-o", "{talk}"],
        ["export", "{talk}", "-o", "{folder}", "--format", "txt"],
        ["export", "{folder}", "-o", "{folder}", "--format", "md"],
        ["export", "{talk}", "-o", "{folder}/Café.people.toml", "--format", "txt"],
        ["export", "{folder}/x.ledger.txt", "-o", "{folder}/x.wav", "--ledger", "--engine", "tone"],
        ["export", "{folder}/x.labels.txt", "-o", "{folder}/x.wav", "--stems", "--engine", "tone"],
        ["bookmarks", "{talk}", "--export", "{talk}"],
        ["people", "{talk}", "--share", "{talk}"],
        ["people", "{talk}", "--name", "ANNE=Anne Archer", "--share", "{folder}/Café.lexicon.toml"],
        ["inspect", "{talk}", "--library", "{talk}"],
    ],
    ids=lambda words: " ".join(words[:1] + words[2:]),
)
def test_each_command_that_writes_refuses_in_one_line_and_the_source_stays(
    talk: Path, home: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("x.ledger.txt", "x.labels.txt"):
        talk.with_name(name).write_text(WORDS)
    before = {path: path.read_bytes() for path in talk.parent.iterdir() if path.is_file()}
    assert main([word.format(talk=talk, folder=talk.parent) for word in words]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "choose another" in err
    assert {path: path.read_bytes() for path in talk.parent.iterdir() if path.is_file()} == before


def test_people_are_shared_into_the_people_file_that_is_read(talk: Path, home: Path) -> None:
    assert main(["people", str(talk), "--name", "ANNE=Anne Archer", "--share"]) == 0
    assert "Anne Archer" in talk.with_name("Café.people.toml").read_text()
