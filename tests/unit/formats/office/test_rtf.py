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


def test_paragraphs_of_a_cell_stay_in_it_and_a_row_without_an_end_is_kept() -> None:
    rows = [rf"\trowd\pard\intbl {name}\cell Yes.\par {name} I am.\cell\row" for name in ("Anna", "Ben") * 3]
    document = _read("".join(rows) + r"\pard Then they left.\par\trowd\intbl Clara\cell Here.\par Still here")
    assert turns_by_label(document)[:2] == [("Anna", "Yes.\nAnna I am."), ("Ben", "Yes.\nBen I am.")]
    assert document.text.count("Here.") == document.text.count("Still here") == 1
    assert document.text.index("they left") > document.text.rindex("Ben I am.")


def test_words_behind_a_deletion_are_read() -> None:
    document = _read(r"Kept \deleted gone\deleted0 and {\info\deleted0 secret}kept {\deleted gone \plain too}.\par")
    assert document.pages[0].text == "Kept and kept too."


def test_text_boxes_are_read_behind_their_paragraph_and_comments_are_counted() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn name}{\sv Shape}}{\shptxt \pard In a box.\par Of two.\par}}{\shprslt{\*\do Copy}}}"
    comment = r"{\*\atnid AL}{\*\annotation Whose?{\shp{\*\shpinst{\shptxt no}}}}"
    header = r"{\header{\shp{\*\shpinst{\shptxt Page}}}}"
    document = _read(rf"{header}Be{box}fore{comment}.\par After {{\*\do{{\dptxbxtext Old.\par}}}}it.\par")
    assert document.pages[0].text.split("\n") == ["Before.", "In a box.", "Of two.", "After it.", "Old."]
    assert document.warnings == ("talk.rtf: not read: 1 comment in the margin",)


@pytest.mark.parametrize("written", [r"\'83e\'83X\'83g", "\\'83\r\ne\\'83X\\'83g", r"\'83\'65\'83\'58\'83\'67"])
def test_a_sign_of_two_bytes_may_be_half_plain(written: str) -> None:
    read = parse(rf"{{\rtf1{{\fonttbl\f0\fcharset128 Osaka;}}\f0 {written}\par}}".encode("latin-1"), "talk.rtf")
    assert read.pages[0].text == "テスト"


@pytest.mark.parametrize("before", [b"\n ", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_what_stands_before_the_first_brace_is_no_text(before: bytes) -> None:
    assert parse(before + rb"{\rtf1 Words\par}", "talk.rtf").pages[0].text == "Words"


def test_paragraphs_of_a_note_are_two() -> None:
    [note] = _read(r"Seen{\footnote First.\par Second.}.\par").notes
    assert (note.text or "").split() == ["First.", "Second."]


@pytest.mark.parametrize("body", [r"\bin99999999999 x", r"\bin-7 x", "{" * 5000, "}" * 50, r"\u99999?\'zz\'", "\\"])
def test_what_is_broken_is_read_as_far_as_it_goes(body: str) -> None:
    assert "Words" in _read(f"Words {body}").pages[0].text


def test_a_file_without_words_or_of_another_kind_is_told() -> None:
    with pytest.raises(DocumentError, match="holds no text"):
        _read(r"{\pict 00ff}")
    with pytest.raises(DocumentError, match="no RTF"):
        parse(b"Words", "talk.rtf", producer="rtf")
