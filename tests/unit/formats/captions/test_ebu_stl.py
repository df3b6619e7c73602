"""EBU STL: subtitles of television as bytes."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse


def _about(table: bytes = b"00", rate: bytes = b"25", title: bytes = b"") -> bytes:
    return (b"850STL" + rate + b".01" + b"1" + table + b"09" + title.ljust(32)).ljust(1024)


def _block(
    words: bytes, start: tuple[int, ...] = (0, 0, 1, 0), number: int = 0xFF, comment: int = 0, end: int = 5
) -> bytes:
    times = bytes(start) + bytes((0, 0, end, 0))
    return bytes((0, 1, 0, number, 0)) + times + bytes((20, 2, comment)) + words.ljust(112, b"\x8f")


def _read(*blocks: bytes, about: bytes = _about()) -> Document:
    return parse(about + b"".join(blocks), "talk.stl")


def _words(document: Document) -> str:
    return " ".join(page.text for page in document.pages)


def test_times_are_frames_and_codes_of_colours_are_blanks() -> None:
    document = _read(_block(b"\x0d\x07How high\x8a\x03is the\x80 water?", (1, 0, 1, 12)), about=_about(title=b"Water"))
    assert _words(document) == "How high is the water?" and document.title and document.title.text == "Water"
    assert [time.start for time in document.times] == [pytest.approx(3601.48)]


def test_accents_of_iso_6937_stand_before_their_letters() -> None:
    assert _words(_read(_block(b"Gr\xc8u\xfb Gott, No\xc8el \xaaso\xba \xd5 \xb4"))) == "Grüß Gott, Noël “so” ♪ ×"


def test_other_tables_of_characters_are_named_by_their_number() -> None:
    assert _words(_read(_block("Вода".encode("iso8859-5")), about=_about(b"01"))) == "Вода"


def test_a_subtitle_of_several_blocks_is_one_and_comments_and_other_data_are_not_said() -> None:
    first, second = _block(b"How high is", number=0), _block(b" the water?")
    document = _read(first, second, _block(b"rough", comment=1), _block(b"\1\2", number=0xFE))
    assert _words(document) == "How high is the water?"
    assert [one.text for one in document.residue if one.why == "comment"] == ["rough"]


def test_names_before_colons_speak() -> None:
    document = _read(_block(b"ANNA: How high?"), _block(b"BEN: Too high.", (0, 0, 6, 0), end=9))
    assert turns_by_label(document) == [("ANNA", "How high?"), ("BEN", "Too high.")]


def test_a_file_that_is_cut_off_says_so_and_one_without_words_is_refused() -> None:
    assert "cut off" in _read(_block(b"How high?"), b"\0" * 40).warnings[0]
    with pytest.raises(DocumentError, match="hold no words"):
        _read()
    with pytest.raises(DocumentError, match="no EBU STL"):
        parse(b"How high?", "talk.stl", producer="ebu-stl")
