"""Lexicons that are imported: the words of a W3C pronunciation lexicon, and what is left out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.errors import ReaderError, UsageError
from tui_reader.library.lexicon_import import MOST_TOLD, read_lexicon
from tui_reader.narration.normalization import LexiconEntry

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">
  <lexeme><grapheme>Havana</grapheme><grapheme>Habana</grapheme><phoneme>həˈvænə</phoneme></lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
  <lexeme><grapheme>odd</grapheme><phoneme>ʘǁ</phoneme></lexeme>
  <lexeme xml:lang="de"><grapheme>Ball</grapheme><phoneme>bal</phoneme><alias>Ball</alias></lexeme>
  <lexeme><grapheme>two</grapheme><phoneme>a</phoneme><phoneme prefer="true">tu</phoneme></lexeme>
</lexicon>
"""


def test_a_pronunciation_lexicon_gives_its_words(tmp_path: Path) -> None:
    path = tmp_path / "words.pls"
    path.write_text(PLS)
    entries, left_out = read_lexicon(path)
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
def test_what_is_no_such_lexicon_is_told_and_nothing_outside_is_read(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "words.pls"
    path.write_text(text)
    try:
        entries, lines = read_lexicon(path)
    except ReaderError as error:
        assert told in str(error)
    else:
        assert entries == []
        assert not any("root:" in line for line in lines)


def test_signs_that_cannot_be_seen_are_taken_out_and_of_many_wrong_words_the_first_are_told(tmp_path: Path) -> None:
    path = tmp_path / "words.pls"
    wrong = "<lexeme><grapheme>w</grapheme></lexeme>" * (MOST_TOLD + 5)
    path.write_text(
        f"<lexicon><lexeme><grapheme>a&#x202e;b</grapheme><alias>c&#x202e;</alias></lexeme>{wrong}</lexicon>"
    )
    entries, left_out = read_lexicon(path)
    assert entries == [LexiconEntry("ab", "c")]
    assert len(left_out) == MOST_TOLD + 1
    assert left_out[-1] == "words.pls: 5 more words are left out."


def test_a_missing_lexicon_and_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.pls").mkdir()
    with pytest.raises(ReaderError, match="a folder, not a file"):
        read_lexicon(tmp_path / "x.pls")
    with pytest.raises(UsageError, match="there is no such file"):
        read_lexicon(tmp_path / "none.pls")
