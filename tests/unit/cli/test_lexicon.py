"""Words that a person corrects: kept for a document or for all, imported, told by the command, heard at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.document.model import Document, Position
from tui_reader.errors import ReaderError
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.library.corrections import correct, imported, own_file, with_line
from tui_reader.narration.narration import Narration
from tui_reader.narration.normalization import Lexicon, LexiconEntry, TextNormalizer
from tui_reader.startup.find_document import find_document
from tui_reader.startup.reading_options import ReadingOptions

TALK = "ANNE: Adlai saw Ball. Then he left.\n\nBEN: Who saw Ball?\n\nANNE: Adlai.\n\nBEN: Ah.\n"
PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">
  <lexeme><grapheme>Havana</grapheme><grapheme>Habana</grapheme><phoneme>həˈvænə</phoneme></lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
  <lexeme><grapheme>odd</grapheme><phoneme>ʘǁ</phoneme></lexeme>
  <lexeme xml:lang="de"><grapheme>Ball</grapheme><phoneme>bal</phoneme><alias>Ball</alias></lexeme>
  <lexeme><grapheme>two</grapheme><phoneme>a</phoneme><phoneme prefer="true">tu</phoneme></lexeme>
</lexicon>
"""


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration folder of the test's own; its lexicon."""
    monkeypatch.setattr("tui_reader.library.corrections.config_folder", lambda: tmp_path / "config")
    return tmp_path / "config" / "lexicon.toml"


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> object:
    def run(*words: str) -> tuple[int, list[str], str]:
        status = main(["lexicon", *words, "--library", str(tmp_path / "library.db")])
        out, told = capsys.readouterr()
        return status, out.splitlines(), told

    return run


def opened(talk: Path, library: Library) -> Document:
    return find_document(talk, library, ReadingOptions())[1]


def spoken(document: Document) -> list[str]:
    return [utterance.spoken for utterance in Narration(document)]


class TestCommand:
    def test_words_for_all_documents_are_kept_in_a_file_that_a_person_may_write(self, command, own: Path) -> None:  # type: ignore[no-untyped-def]
        own.parent.mkdir()
        own.write_text('# Mine\nNitze = "Nitsuh"  # so he said\n')
        status, lines, _ = command("--add", "New York=Gotham", "--skip", "uh", "--ipa", "Adlai=ˈædleɪ")
        assert status == 0
        assert lines == [
            'Nitze = "Nitsuh"', '"New York" = "Gotham"', "Adlai = {phonemes = \"'adleI\"}", "uh = {skip = true}",
        ]  # fmt: skip
        assert own.read_text().startswith('# Mine\nNitze = "Nitsuh"  # so he said\n"New York"')

    def test_words_for_one_document_are_kept_in_the_library(self, command, own: Path, talk: Path) -> None:  # type: ignore[no-untyped-def]
        assert command(str(talk), "--add", "Ball=Bawl", "--any-case")[1] == ['Ball = {said = "Bawl", case = false}']
        assert command(str(talk))[1] == ['Ball = {said = "Bawl", case = false}']
        assert not own.exists()
        assert command(str(talk), "--remove", "Ball")[1][0].startswith("No words for talk.txt alone.")

    def test_a_word_is_removed(self, command, own: Path) -> None:  # type: ignore[no-untyped-def]
        command("--add", "Ball=Bawl", "--add", "Rusk=Rasp")
        assert command("--remove", "Ball")[1] == ['Rusk = "Rasp"']
        assert own.read_text() == 'Rusk = "Rasp"\n'

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["--add", "Ball"], "'Ball': write the word, =, and how it is said"),
            (["--ipa", "Ball=ʘ"], "none of English IPA"),
            (["--phonemes", "Ball=]]"], "are not mnemonics"),
            (["--remove", "Ball"], "The lexicon has no word 'Ball'; it has none."),
            (["--import", "no.toml"], "no.toml: there is no such file."),
        ],
    )
    def test_wrong_use_is_told_in_a_line(self, command, own: Path, words: list[str], told: str) -> None:  # type: ignore[no-untyped-def]
        status, _, said = command(*words)
        assert status == 2
        assert told in said
        assert said.count("\n") == 1
        assert not own.exists()

    def test_a_broken_file_of_ones_own_is_told_with_its_line_and_not_written_over(self, command, own: Path) -> None:  # type: ignore[no-untyped-def]
        own.parent.mkdir()
        own.write_text("A = 3\n")
        status, _, said = command("--add", "Ball=Bawl")
        assert status == 1
        assert f"{own}:1:" in said
        assert own.read_text() == "A = 3\n"


class TestImport:
    def test_a_pronunciation_lexicon_gives_its_words(self, tmp_path: Path) -> None:
        path = tmp_path / "words.pls"
        path.write_text(PLS)
        entries, left_out = imported(path)
        assert entries == [
            LexiconEntry("Havana", None, "h@'van@"), LexiconEntry("Habana", None, "h@'van@"),
            LexiconEntry("W3C", "World Wide Web Consortium"), LexiconEntry("Ball", "Ball", language="de"),
            LexiconEntry("two", None, "tu:"),
        ]  # fmt: skip
        assert left_out == ["words.pls:5: odd: left out: ʘǁ is no English IPA."]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("<a/>", "the root is <a>"),
            ("<lexicon><lexeme>", "line 1"),
            ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><lexicon>&e;</lexicon>', ""),
        ],
    )
    def test_what_is_no_such_lexicon_is_told_and_nothing_outside_is_read(
        self, tmp_path: Path, text: str, told: str
    ) -> None:
        path = tmp_path / "words.pls"
        path.write_text(text)
        try:
            entries, lines = imported(path)
        except ReaderError as error:
            assert told in str(error)
        else:
            assert entries == []
            assert not any("root:" in line for line in lines)

    def test_a_lexicon_of_another_person_is_added(self, command, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        (tmp_path / "theirs.toml").write_text('Ball = "Bawl"\n')
        assert command("--import", str(tmp_path / "theirs.toml"))[1] == ['Ball = "Bawl"']


class TestDocument:
    def test_its_words_are_said_so_and_no_other_documents(self, command, talk: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        command(str(talk), "--add", "Ball=Bawl")
        with Library(tmp_path / "library.db") as library:
            assert spoken(opened(talk, library))[0] == "Addlay saw Bawl."
            other = tmp_path / "other.txt"
            other.write_text(TALK + "\nANNE: So.\n")
            assert spoken(opened(other, library))[0] == "Addlay saw Ball."

    def test_a_lexicon_beside_it_is_read_and_the_library_wins(self, talk: Path) -> None:
        talk.with_name("talk.lexicon.toml").write_text('Ball = "Bull"\nAdlai = "Bob"\n')
        with Library(None) as library:
            library.keep_word(read(talk).key, "Ball", 'Ball = "Bawl"')
            assert spoken(opened(talk, library))[0] == "Bob saw Bawl."

    def test_a_broken_lexicon_beside_it_is_a_warning_with_its_line(self, talk: Path) -> None:
        talk.with_name("talk.lexicon.toml").write_text('Ball = "Bull"\nAdlai = 5\n')
        with Library(None) as library:
            document = opened(talk, library)
        assert "talk.lexicon.toml:2:" in document.warnings[-1]
        assert spoken(document)[0] == "Addlay saw Ball."


class TestCorrecting:
    def test_a_word_is_heard_kept_and_said_so_from_then_on(self, talk: Path) -> None:
        with Library(None) as library:
            document = opened(talk, library)
            script = Narration(document, normalizer=TextNormalizer(own=Lexicon()))
            here = script.at(Position(0, 0))
            entry = LexiconEntry("Ball", "Bawl")
            assert script.as_said_with(entry, here).spoken == "Addlay saw Bawl."
            assert script.at(Position(0, 0)).spoken == "Addlay saw Ball."
            correct(entry, script, library)
            assert script.at(Position(0, 0)).spoken == "Addlay saw Bawl."
            assert [utterance.spoken for utterance in script][2] == "Who saw Bawl?"
            assert spoken(opened(talk, library))[0] == "Addlay saw Bawl."

    def test_what_is_being_said_meanwhile_leads_on(self, talk: Path) -> None:
        with Library(None) as library:
            script = Narration(opened(talk, library), normalizer=TextNormalizer(own=Lexicon()))
            saying = script.at(Position(0, 0))
            correct(LexiconEntry("Ball", "Bawl"), script, library)
            following = script.after(saying)
            assert following
            assert following.spoken == "Then he left."
            assert script.before(following) == script.at(Position(0, 0))

    def test_everywhere_wins_over_what_was_kept_for_the_document(self, talk: Path, own: Path) -> None:
        with Library(None) as library:
            script = Narration(opened(talk, library), normalizer=TextNormalizer(own=Lexicon()))
            correct(LexiconEntry("Ball", "Bawl"), script, library)
            correct(LexiconEntry("Ball", "Bull"), script, library, everywhere=True)
            assert script.at(Position(0, 0)).spoken == "Addlay saw Bull."
            assert library.lexicon(script.document.key) == ()
        assert own.read_text() == 'Ball = "Bull"\n'
        assert own_file() == own


@pytest.mark.parametrize(
    ("text", "line", "changed"),
    [
        ("", 'A = "b"', 'A = "b"\n'),
        ('A = "x"\n# end\n', 'A = "b"', '# end\nA = "b"\n'),
        ('[A]\nsaid = "x"\n\n[B]\nsaid = "y"\n', 'A = "b"', '\nA = "b"\n[B]\nsaid = "y"\n'),
        ('A.said = "x"\nA.case = false\nB = "y"\n', None, 'B = "y"\n'),
        ('B = """\nA = 3\n"""\n', 'A = "b"', 'B = """\nA = 3\n"""\nA = "b"\n'),
    ],
)
def test_one_line_is_changed_and_all_else_stays(text: str, line: str | None, changed: str) -> None:
    assert with_line(text, "A", line) == changed
