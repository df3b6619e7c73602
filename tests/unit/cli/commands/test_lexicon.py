"""`tui-reader lexicon`: pronunciations are added, removed, imported and listed, for all documents or for one."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from tui_reader.cli.main import main
from tui_reader.paths import config_folder

TALK = "ANNE: Adlai saw Ball. Then he left.\n\nBEN: Who saw Ball?\n\nANNE: Adlai.\n\nBEN: Ah.\n"


@pytest.fixture
def own() -> Path:
    """The person's own lexicon, for all documents."""
    return config_folder() / "lexicon.toml"


class RunLexicon(Protocol):
    """Runs the command with some words; gives its status, its lines and what it said on standard error."""

    def __call__(self, *words: str) -> tuple[int, list[str], str]: ...


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> RunLexicon:
    """The command `lexicon` with a library of the test's own."""

    def run(*words: str) -> tuple[int, list[str], str]:
        status = main(["lexicon", *words, "--library", str(tmp_path / "library.db")])
        out, said = capsys.readouterr()
        return status, out.splitlines(), said

    return run


def test_words_for_all_documents_are_kept_in_a_file_that_a_person_may_write(command: RunLexicon, own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.write_text('# Mine\nNitze = "Nitsuh"  # so he said\n')
    status, lines, _ = command("--add", "New York=Gotham", "--skip", "uh", "--ipa", "Adlai=ˈædleɪ")
    assert status == 0
    assert lines == [
        'Nitze = "Nitsuh"', '"New York" = "Gotham"', "Adlai = {phonemes = \"'adleI\"}", "uh = {skip = true}",
    ]  # fmt: skip
    assert own.read_text().startswith('# Mine\nNitze = "Nitsuh"  # so he said\n"New York"')


def test_words_for_one_document_are_kept_in_the_library(command: RunLexicon, own: Path, talk: Path) -> None:
    assert command(str(talk), "--add", "Ball=Bawl", "--any-case")[1] == ['Ball = {said = "Bawl", case = false}']
    assert command(str(talk))[1] == ['Ball = {said = "Bawl", case = false}']
    assert not own.exists()
    assert command(str(talk), "--remove", "Ball")[1][0].startswith("No words for talk.txt alone.")


def test_a_word_is_removed(command: RunLexicon, own: Path) -> None:
    command("--add", "Ball=Bawl", "--add", "Rusk=Rasp")
    assert command("--remove", "Ball")[1] == ['Rusk = "Rasp"']
    assert own.read_text() == 'Rusk = "Rasp"\n'


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--add", "Ball"], "'Ball': write the word, =, and how it is said"),
        (["--add", "Ball= "], "'Ball= ' says nothing for Ball; --skip Ball leaves the word out."),
        (["--ipa", "Ball=ʘ"], "not used in English IPA"),
        (["--phonemes", "Ball=]]"], "are not mnemonics"),
        (["--remove", "Ball"], "The lexicon has no word 'Ball'; it has none."),
        (["--import", "no.toml"], "no.toml: there is no such file."),
    ],
)
def test_wrong_use_is_told_in_a_line(command: RunLexicon, own: Path, words: list[str], told: str) -> None:
    status, _, said = command(*words)
    assert status == 2
    assert told in said
    assert said.count("\n") == 1
    assert not own.exists()


def test_a_broken_file_of_ones_own_is_told_with_its_line_and_not_written_over(command: RunLexicon, own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.write_text("A = 3\n")
    status, _, said = command("--add", "Ball=Bawl")
    assert status == 1
    assert f"{own}:1:" in said
    assert own.read_text() == "A = 3\n"


def test_a_lexicon_of_another_person_is_added(command: RunLexicon, tmp_path: Path) -> None:
    (tmp_path / "theirs.toml").write_text('Ball = "Bawl"\n')
    assert command("--import", str(tmp_path / "theirs.toml"))[1] == ['Ball = "Bawl"']
