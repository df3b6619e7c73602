"""Word and OpenDocument files as talks: names by print, style, cell, tab and line; notes; what is not read; damage."""

from __future__ import annotations

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

SAID = [
    ("HOLM", "Thank you, Lena, for coming; it is cold."),
    ("VANCE", "My pleasure."),
    ("HOLM", "Was it the mill where you were born?"),
    ("VANCE", "Yes. I was born there, in the winter of 1901."),
    ("HOLM", "And then?"),
    ("VANCE", "Then we moved to the coast."),
]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Character"/></w:style>
<w:style w:type="paragraph" w:styleId="d"><w:name w:val="Dialogue"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"""


def packed(**members: str) -> bytes:
    """A file of these members; "__" in a name stands for "/"."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, words in members.items():
            if name == "mimetype":
                archive.writestr(name, words, ZIP_STORED)
            else:
                archive.writestr(name.replace("__", "/") + ".xml", words)
    return made.getvalue()


def run(words: str, about: str = "") -> str:
    """A run of Word's text; "|" is a tab and "~" ends a line."""
    text = f'<w:t xml:space="preserve">{words}</w:t>'
    for sign, tag in (("|", "tab"), ("~", "br")):
        text = text.replace(sign, f'</w:t><w:{tag}/><w:t xml:space="preserve">')
    return f"<w:r><w:rPr>{about}</w:rPr>{text}</w:r>"


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of Word."""
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{about}{''.join(runs)}</w:p>"


def word(body: str, **members: str) -> bytes:
    """A Word document."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed(word__document=document, word__styles=STYLES, **members)


def odt(body: str, automatic: str = "") -> bytes:
    """An OpenDocument text."""
    names = "".join(f' xmlns:{one}="urn:{one}"' for one in ("office", "text", "style", "fo", "table"))
    made = (
        f"<office:document-content{names}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed(mimetype="application/vnd.oasis.opendocument.text", content=made)


def turns(document: Document) -> list[tuple[str, str]]:
    """Who says what."""
    return [(turn.speaker.upper(), turn.text) for turn in document.turns]


BOLD = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'


def each(form: Callable[[str, str], str]) -> str:
    """The talk, each speech in this form."""
    return "".join(form(who, said) for who, said in SAID)


def row(who: str, said: str) -> str:
    """A row of two cells of Word."""
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(run(one))}</w:tc>" for one in (who, said)) + "</w:tr>"


def odt_row(who: str, said: str) -> str:
    """A row of two cells of OpenDocument."""
    inside = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in (who, said))
    return f"<table:table-row>{inside}</table:table-row>"


def inserted(who: str, said: str) -> str:
    """A paragraph within a field, its words inserted later."""
    words = paragraph(run(f"{who}: "), f"<w:ins>{run(said)}</w:ins>")
    return f"<w:sdt><w:sdtContent>{words}</w:sdtContent></w:sdt>"


DRESSES = {
    "bold": word(each(lambda who, said: paragraph(run(who, "<w:b/>"), run(":", "<w:b/>"), run(f" {said}")))),
    "a style of characters": word(
        each(lambda who, said: paragraph(run(f"{who}: ", '<w:rStyle w:val="s"/>'), run(said)))
    ),
    "plain": word(each(lambda who, said: paragraph(run(f"{who.title()}: {said}")))),
    "tabs": word(each(lambda who, said: paragraph(run(f"{who.title()}|{said}")))),
    "styles": word(each(lambda who, said: paragraph(run(who), style="c") + paragraph(run(said), style="d"))),
    "cells": word(f"<w:tbl>{each(row)}</w:tbl>"),
    "times": word(each(lambda who, said: paragraph(run(who), run("   0:03~"), run(said)))),
    "inserted": word(each(inserted)),
    "OpenDocument, bold": odt(
        each(lambda who, said: f'<text:p><text:span text:style-name="T1">{who}:</text:span> {said}</text:p>'), BOLD
    ),
    "OpenDocument, tabs": odt(each(lambda who, said: f"<text:p>{who.title()}<text:tab/>{said}</text:p>")),
    "OpenDocument, cells": odt(f"<table:table>{each(odt_row)}</table:table>"),
}


@pytest.mark.parametrize("data", DRESSES.values(), ids=DRESSES)
def test_a_talk_in_any_dress_is_the_same(data: bytes) -> None:
    document = parse(data, "talk")
    assert turns(document) == SAID
    assert document.lost is None and document.format in ("docx", "odt")


def test_notes_headings_and_what_is_printed_on_each_page() -> None:
    note = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph(run("She smiles."))}</w:footnote></w:footnotes>'
    marked = paragraph(run("VANCE: ", "<w:b/>"), run("My pleasure."), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    body = (
        paragraph(run("The talk 3"), style="t")
        + paragraph(run("The talk"), style="h")
        + marked
        + "".join(paragraph(run(f"{who}: ", "<w:b/>"), run(said)) for who, said in SAID)
    )
    head = f"<w:hdr {W}>{paragraph(run('Page 1 of 2'))}</w:hdr>"
    document = parse(word(body, word__footnotes=note, word__header1=head), "talk.docx")
    assert document.title and document.title.text == "The talk"
    assert [note.text for note in document.notes] == ["She smiles."]
    assert document.turns[0].passages[0].marks[0].note == document.notes[0].mark
    assert {"Page 1 of 2", "The talk 3"} <= {rest.text for rest in document.residue}
    assert document.lost is None


def test_deletions_comments_and_hidden_words_are_not_read() -> None:
    deleted = "<w:del><w:r><w:delText>Never.</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('Gone.')}</w:moveFrom>"
    body = "".join(
        paragraph(run(f"{who}: "), deleted, moved, run("Secret.", "<w:vanish/>"), run(said)) for who, said in SAID
    )
    comments = f'<w:comments {W}><w:comment w:id="0">{paragraph(run("Check."))}</w:comment></w:comments>'
    document = parse(word(body, word__comments=comments), "talk.docx")
    assert turns(document) == SAID
    assert "talk.docx: not read: 1 comment in the margin" in document.warnings
    assert any("hides" in one for one in document.warnings)


def test_changes_and_comments_of_an_open_document_are_not_read() -> None:
    changes = "<text:tracked-changes><text:p>ANN: Never.</text:p></text:tracked-changes>"
    comment = "<office:annotation><text:p>Check.</text:p></office:annotation>"
    body = changes + "".join(f"<text:p>{who}: {comment}{said}</text:p>" for who, said in SAID)
    document = parse(odt(body), "talk.odt")
    assert turns(document) == SAID
    assert document.lost is None and document.warnings == ("talk.odt: not read: 6 comments in the margin",)


def test_a_document_without_speakers_is_the_narrators_with_its_headings() -> None:
    body = paragraph(run("A report"), style="h") + 3 * paragraph(run("The mill stands at the river. Nobody knows why."))
    document = parse(word(body), "report.docx")
    assert not document.turns and document.title and document.title.text == "A report"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word(""), "no text"),
        (packed(word__document="<w:document"), "not well-formed"),
        (DRESSES["bold"][:-60], "damaged"),
        (word(paragraph(run("a" * 30_000_000))), "larger than any page"),
        (packed(mimetype="application/vnd.oasis.opendocument.text", other="<x/>"), "content.xml, is missing"),
    ],
    ids=["empty", "broken", "cut off", "too large", "without text"],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told) as error:
        parse(data, "talk.docx")
    assert "\n" not in str(error.value)
