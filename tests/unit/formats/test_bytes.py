"""Bytes to clean text: encodings, what a terminal would obey, and files that are refused."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from tui_reader.cleaning import clean
from tui_reader.errors import DocumentError, ReaderError, UsageError
from tui_reader.formats import parse, read
from tui_reader.formats.decoding import decode

DAMAGED = "Ann: Good day.\n\nZoë: Über Ärger.\n\nAnn: Well.\n\nZoë: No.\n".encode()
WORDS = "JFK: “ground rules” – naïve, café.\n\nGWB: Yes, that is what I said yesterday.\n\nJFK: Fine\n"


def write(folder: Path, data: bytes, name: str = "talk.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        WORDS.encode("utf-32-be"),
        WORDS.encode("cp1252"),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        WORDS.replace("\n", "\u2028").encode(),
    ],
)
def test_the_same_words_are_read_from_every_encoding_and_line_end(tmp_path: Path, data: bytes) -> None:
    document = read(write(tmp_path, data))
    assert document.text == WORDS
    assert [turn.label.text for turn in document.turns] == ["JFK", "GWB", "JFK"]


def test_a_guessed_encoding_is_said_and_an_override_is_believed(tmp_path: Path) -> None:
    path = write(tmp_path, "JFK: caf\u00e9\n\nGWB: na\u00efve\n".encode("cp1252"))
    assert "cp1252" in read(path).warnings[0]
    forced = read(path, encoding="cp1250")
    assert forced.warnings == ()
    assert "café" in forced.text


def test_an_unknown_encoding_is_wrong_use_and_a_wrong_one_names_the_byte(tmp_path: Path) -> None:
    path = write(tmp_path, b"JFK: caf\xe9\n")
    with pytest.raises(UsageError, match="no such text encoding"):
        read(path, encoding="klingon")
    with pytest.raises(UsageError, match="no such text encoding"):
        read(path, encoding="hex")
    with pytest.raises(DocumentError, match="byte 8 is not utf-8"):
        read(path, encoding="utf-8")


def test_nothing_that_a_terminal_obeys_is_left() -> None:
    hostile = (
        "red \x1b[31malert\x1b[0m \x1b]0;owned title\x07title \x1b]52;c;cm0=\x07clip "
        "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\ \x9b31mC1 \x1bPq#0\x1b\\dcs \x08\x07\x7f\x00end"
    )
    assert clean(hostile) == "red alert title clip link C1 dcs end"


def test_an_escape_that_never_ends_takes_no_text_with_it() -> None:
    assert clean("a \x1b]0;title\nJFK: hello") == "a 0;title\nJFK: hello"


def test_invisible_directions_cannot_fake_a_label() -> None:
    assert clean("J\u200bF\u2060K\ufeff: \u202eadmin\u2066 user\u2069") == "JFK: admin user"


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "empty.txt", "empty.txt is empty"),
        (b" \n\t\n\xe2\x80\x8b", "blank.txt", "blank.txt is empty"),
        (bytes(range(256)) * 8, "noise.txt", "binary"),
        (b"%PDF-1.7 ...", "talk.pdf", "pdftotext"),
        (b"PK\x03\x04..word/document.xml", "talk.docx", "pandoc"),
        (b"{\\rtf1 hello}", "talk.rtf", "soffice"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, data: bytes, name: str, says: str) -> None:
    with pytest.raises(DocumentError, match=says) as refused:
        read(write(tmp_path, data, name))
    assert "\n" not in str(refused.value)
    assert name in str(refused.value)


def test_a_missing_file_a_folder_and_a_locked_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is a folder; name a file in it"):
        read(tmp_path)
    with pytest.raises(DocumentError, match="a device"):
        read(Path(os.devnull))


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, b"JFK: hello")

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError, match="no permission"):
        read(path)


def test_a_file_name_cannot_carry_an_escape_into_a_message(tmp_path: Path) -> None:
    with pytest.raises(ReaderError) as refused:
        read(tmp_path / "a\x1b[31mb.txt")
    assert "\x1b" not in str(refused.value)


def test_zero_bytes_in_text_are_dropped_and_not_taken_for_utf_16() -> None:
    assert clean(decode(b"JFK: one\0two\n\nGWB: three\0\0four\n", "x").text) == "JFK: onetwo\n\nGWB: threefour\n"


@pytest.mark.parametrize("damaged", [DAMAGED + "é".encode()[:1], DAMAGED[:9] + b"\xff" + DAMAGED[9:]])
def test_utf_8_that_is_cut_off_or_damaged_stays_utf_8_and_its_broken_places_are_told(damaged: bytes) -> None:
    document = parse(damaged, "talk.txt")
    assert "Zoë: Über Ärger." in document.text
    assert document.warnings == ("talk.txt: 1 place is not valid utf-8, shown as \ufffd; it may be damaged or cut off",)
