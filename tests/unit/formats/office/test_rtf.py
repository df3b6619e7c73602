"""Rich text: what is read of its control words, and what is not."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\fnil\fcharset204 Arial CYR;}"
    r"{\colortbl;\red0\green0\blue0;}"
)


def _read(body: str) -> Document:
    return parse(f"{_HEAD}{body}}}".encode("latin-1"), "talk.rtf")


def test_a_chat_in_rich_text_is_a_chat() -> None:
    lines = ["5/3/24, 9:41 - Anna: How?", "5/3/24, 9:42 - Ben: So.", "5/3/24, 9:43 - Anna: Fine."]
    document = _read("\\f0\\fs24 \\cf0 " + "\\\n".join(lines))
    assert turns_by_label(document) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Fine.")]
    assert document.producer and document.producer.told == "Rich text (RTF)"


def test_bold_names_are_labels() -> None:
    document = _read(r"{\b Anna:} How?\par {\b Ben:} So.\par\b Anna:\b0  Fine.\par {\b Ben:} Well.\par")
    assert turns_by_label(document) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Fine."), ("Ben", "Well.")]


def test_signs_of_other_alphabets_in_every_way_they_are_written() -> None:
    document = _read(r"J\'f6rg\u322?\uc2\u8212--;\emdash{\uc0\u960}\f1\'c0\'e1\f0 \'e9\u-10179?\u-8704?\par")
    assert document.pages[0].text == "Jörgł—;—πАбé\U0001f600"


def test_what_is_about_the_document_or_deleted_is_not_read() -> None:
    body = (
        r"{\info{\title Secret}}{\*\generator Editor;}{\header Page}{\pict 00ff}Seen {\deleted gone}{\v hid}now"
        r"{\field{\*\fldinst HYPERLINK \"https://example.org\"}{\fldrslt here}}{\footnote\chftn Aside.}.\par"
    )
    document = _read(body)
    assert document.pages[0].text.replace("[1]", "") == "Seen nowhere."
    assert [note.text for note in document.notes] == ["Aside."]


def test_rows_of_a_table_are_names_and_words() -> None:
    said = [("Anna", "How?"), ("Ben", "So it is."), ("Anna", "Fine."), ("Ben", "Well then.")] * 2
    rows = "".join(rf"\trowd\intbl {name}\cell {words}\cell\row" for name, words in said)
    assert turns_by_label(_read(rows)) == said


@pytest.mark.parametrize("body", [r"\bin99999999999 x", r"\bin-7 x", "{" * 5000, "}" * 50, r"\u99999?\'zz\'", "\\"])
def test_what_is_broken_is_read_as_far_as_it_goes(body: str) -> None:
    assert "Words" in _read(f"Words {body}").pages[0].text


def test_a_file_without_words_or_of_another_kind_is_told() -> None:
    with pytest.raises(DocumentError, match="holds no text"):
        _read(r"{\pict 00ff}")
    with pytest.raises(DocumentError, match="no RTF"):
        parse(b"Words", "talk.rtf", producer="rtf")
