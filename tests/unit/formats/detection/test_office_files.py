"""Files of word processors: one line that says what they are and what to convert them with, under any name."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tui_reader.errors import DocumentError
from tui_reader.formats import read


def _packed(path: Path, *members: tuple[str, str]) -> None:
    with ZipFile(path, "w") as archive:
        for name, words in members:
            archive.writestr(name, words)


FIRST_BYTES = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "PDF; .*pdftotext"),
    "PDF after a line": (b"\n%PDF-1.4\n1 0 obj", "PDF; .*pdftotext"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word document; .*soffice"),
    "gzip": (b"\x1f\x8b\x08\0\0\0\0\0", "gzip archive; .*gunzip"),
}


@pytest.mark.parametrize("name", ["talk.right", "talk.txt", "talk.md", "talk"])
@pytest.mark.parametrize(("start", "told"), FIRST_BYTES.values(), ids=FIRST_BYTES)
def test_first_bytes_tell_what_to_convert(tmp_path: Path, name: str, start: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(start)
    with pytest.raises(DocumentError, match=told) as raised:
        read(path)
    assert "\n" not in str(raised.value)


MEMBERS = {
    "Excel": ("xl/workbook.xml", "<workbook/>", "spreadsheet"),
    "other": ("notes.txt", "Ann: Hello.", "unpack it first"),
}


@pytest.mark.parametrize(("member", "words", "told"), MEMBERS.values(), ids=MEMBERS)
def test_members_tell_what_an_archive_is(tmp_path: Path, member: str, words: str, told: str) -> None:
    path = tmp_path / "talk.txt"
    _packed(path, (member, words))
    with pytest.raises(DocumentError, match=told):
        read(path)


def test_a_text_with_the_name_of_a_word_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "talk.docx"
    path.write_text("ANN: The file says %PDF- somewhere.\n\nBO: So it does.\n\nANN: Good.\n", encoding="utf-8")
    assert len(read(path).turns) == 3
