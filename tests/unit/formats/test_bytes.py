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
        (b"PK\x03\x04..word/document.xml", "talk.docx", "damaged"),
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


def page(head: str) -> str:
    return f"{head}<html><body><p><b>Zoë:</b> “Déjà.”</p><p><b>Ann:</b> Well.</p><p><b>Zoë:</b> Oui.</p></body></html>"


XML = "<?xml version='1.0' encoding='{}'?>"
META = "<!DOCTYPE html><head><meta charset={}></head>"
OLD_META = "<!DOCTYPE html><head><meta http-equiv='content-type' content='text/html; charset={}'></head>"


@pytest.mark.parametrize("head", [XML, META, OLD_META])
@pytest.mark.parametrize(
    ("named", "encoding", "guessed"),
    [
        ("iso-8859-1", "cp1252", False), ("iso-8859-1", "utf-8", False), ("macintosh", "mac-roman", False),
        ("utf-8", "cp1252", True), ("klingon", "cp1252", True),
    ],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_that_it_is_in(
    tmp_path: Path, head: str, named: str, encoding: str, guessed: bool
) -> None:
    document = read(write(tmp_path, page(head.format(named)).encode(encoding), "page.html"))
    assert (document.turns[0].label.text, document.turns[0].text) == ("Zoë", "“Déjà.”")
    assert any("a guess" in warning for warning in document.warnings) == guessed


@pytest.mark.parametrize(
    ("named", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "Добрый"), ("koi8-r", "koi8-r", "Добрый"), ("gb2312", "gb18030", "你回来了"),
        ("big5", "big5", "天氣很好"), ("Shift_JIS", "cp932", "こんばんは"), ("euc-jp", "euc_jp", "こんばんは"),
        ("iso-2022-jp", "iso2022_jp", "こんばんは"),
    ],
)  # fmt: skip
def test_an_encoding_that_a_page_names_is_believed(tmp_path: Path, named: str, encoding: str, words: str) -> None:
    document = read(write(tmp_path, (META.format(named) + f"<p>{words}</p>").encode(encoding), "page.html"))
    assert words in document.text
    assert document.warnings == ()


def test_broken_places_in_an_encoding_that_a_page_names_are_told(tmp_path: Path) -> None:
    data = (META.format("euc-jp") + f"<p>{JAPANESE}</p>").encode("euc_jp") + b"\xff"
    assert "1 place is not valid euc-jp" in read(write(tmp_path, data, "page.html")).warnings[0]


RUSSIAN = "АННА. Добрый вечер, Пётр.\n\nПЁТР. Длинная, и ночь идёт.\n\nАННА. Входите.\n\nПЁТР. Спасибо.\n"
CHINESE = "小梅：你回来了，快进来吧。\n\n周婶：谢谢你，外面很冷。\n\n小梅：快坐下吧。\n\n周婶：好的。\n"
JAPANESE = (
    "花子：こんばんは、道は長かったですか。\n\n太郎：長かったです。\n\n花子：どうぞ、お入りください。\n\n太郎：はい。\n"
)


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251"), (CHINESE, "gb18030"), (CHINESE, "gbk"),
        (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"),
    ],
)  # fmt: skip
def test_an_old_encoding_is_found_by_its_words_and_said(tmp_path: Path, words: str, encoding: str) -> None:
    document = read(write(tmp_path, words.encode(encoding)))
    assert document.text == words
    assert "a guess; --encoding chooses another" in document.warnings[0]


def test_bytes_that_make_no_words_are_refused_with_the_encodings_to_choose_from(tmp_path: Path) -> None:
    path = write(tmp_path, bytes(range(0xA1, 0x100)) * 20)
    with pytest.raises(DocumentError, match=r"--encoding, such as .*\bkoi8-r, gb18030, big5, shift_jis or euc_jp$"):
        read(path)


def test_japanese_in_escapes_is_read(tmp_path: Path) -> None:
    assert read(write(tmp_path, JAPANESE.encode("iso2022_jp"))).text == JAPANESE
