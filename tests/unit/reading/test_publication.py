"""Who edited and published a text is found in the header of a TEI file and in the list of an EPUB."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tui_reader.document.citation import Publication, citation
from tui_reader.document.citation_styles import STYLES
from tui_reader.formats import parse
from tui_reader.reading.printed_page import printed_page
from tui_reader.reading.publication import publication

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Talks</title>{editors}
</titleStmt><publicationStmt><publisher>The  Press</publisher><pubPlace>Oxford</pubPlace>{date}</publicationStmt>
</fileDesc></teiHeader><text><body><p>Words.</p></body></text></TEI>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks</dc:title>
<dc:contributor id="e1">Ann Lee</dc:contributor><meta refines="#e1" property="role">edt</meta>
<dc:contributor opf:role="edt">Ben Roe</dc:contributor><dc:contributor opf:role="trl">Cy Fox</dc:contributor>
<dc:publisher>The Press</dc:publisher><dc:date>2014-03-01</dc:date></metadata>
<manifest><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="talk.opf"/></rootfiles></container>'
)
FIRST = '<html><body><span epub:type="pagebreak" title="Page 7."/><p>First of all.</p></body></html>'
SECOND = '<html><body><p>Then the second.</p><a role="doc-pagebreak" id="page_8"></a><p>At last.</p></body></html>'


def book(folder: Path) -> Path:
    """A book of two pages, which are not packed in the order of reading."""
    path = folder / "talk.epub"
    members = {
        "mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "talk.opf": PACKAGE,
        "b.xhtml": SECOND, "a.xhtml": FIRST,
    }  # fmt: skip
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


@pytest.mark.parametrize(
    ("editors", "date", "found"),
    [
        (
            "<editor>Ann  Lee</editor>",
            "<date>Printed in 1998</date>",
            Publication(("Ann Lee",), "The Press", "Oxford", "1998"),
        ),
        (
            '<editor role="primary">Ann Lee</editor><editor role="primary">Ben Roe</editor>'
            '<editor role="general">Cy Fox</editor>',
            '<date when="2014-05"/>',
            Publication(("Ann Lee", "Ben Roe"), "The Press", "Oxford", "2014"),
        ),
        ("", "", Publication((), "The Press", "Oxford", "")),
    ],
)
def test_the_header_of_a_tei_file_states_it(editors: str, date: str, found: Publication, tmp_path: Path) -> None:
    path = tmp_path / "talk.xml"
    path.write_text(HEADER.format(editors=editors, date=date), encoding="utf-8")
    assert publication(path) == publication(path.with_name("talk.xml#d1")) == found


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1251", "UTF-8", "UTF-16"])
def test_a_header_is_decoded_as_the_file_says(encoding: str, tmp_path: Path) -> None:
    editor = "Ольга Жукова" if encoding == "windows-1251" else "Jörg Müller"
    text = HEADER.format(editors=f"<editor>{editor}</editor>", date="")
    path = tmp_path / "talk.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>\n{text}'.encode(encoding))
    assert publication(path).editors == (editor,)


def test_names_of_characters_are_read_and_other_entities_of_a_header_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "talk.xml"
    editors = "<editor>J&ouml;rg &rank; M&#252;ller</editor><editor>&other;</editor>"
    doctype = '<!DOCTYPE TEI [<!ENTITY rank "Dr.">\n<!ENTITY other "A &amp; <b>B</b>">]>'
    path.write_text(f"{doctype}\n{HEADER.format(editors=editors, date='')}", encoding="utf-8")
    assert publication(path).editors == ("Jörg Müller",)


@pytest.mark.parametrize("cut", ["<text>", "</fileDesc>", "</publicationStmt>"])
def test_a_header_with_a_prefix_or_cut_off_states_what_is_there(cut: str, tmp_path: Path) -> None:
    text = HEADER.format(editors="<editor>Ann Lee</editor>", date="").partition(cut)[0]
    path = tmp_path / "talk.xml"
    path.write_text(text, encoding="utf-8")
    assert publication(path).editors == ("Ann Lee",)
    path.write_text(re.sub(r"<(/?)(?=\w)", r"<\1tei:", text).replace("xmlns=", "xmlns:tei="), encoding="utf-8")
    assert publication(path) == Publication(("Ann Lee",), "The Press", "Oxford", "")


def test_the_list_of_a_book_states_it(tmp_path: Path) -> None:
    assert publication(book(tmp_path)) == Publication(("Ann Lee", "Ben Roe"), "The Press", "", "2014")


@pytest.mark.parametrize(("words", "page"), [("First of all.", "7"), ("Then the second.", "7"), ("At last.", "8")])
def test_the_page_of_a_book_is_found_by_its_breaks_in_the_order_of_reading(
    words: str, page: str, tmp_path: Path
) -> None:
    assert printed_page(book(tmp_path), words) == page


@pytest.mark.parametrize(
    "data", [b"", b"ANNE: Yes.", b"PK\x03\x04 and no more", b"<TEI><teiHeader>", b"<teiHeader></teiHeader>"]
)
def test_other_and_damaged_files_state_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "talk").write_bytes(data)
    assert publication(tmp_path / "talk") == publication(tmp_path / "gone") == Publication()


def test_each_style_names_editors_and_publisher() -> None:
    published = Publication(("Ann Lee", "Ben Roe"), "The Press", "Oxford", "1998")
    cited = citation(parse(b"ANNE: Yes.\n\nBEN: No.\n", "talk.txt"), published=published)
    assert "Edited by Ann Lee and Ben Roe. Published by The Press, Oxford, 1998." in STYLES["plain"](cited)
    assert "ed. Ann Lee and Ben Roe (Oxford: The Press, 1998)" in STYLES["chicago"](cited)
    assert "editor = {Ann Lee and Ben Roe}" in STYLES["bibtex"](cited) and "address = {Oxford}" in STYLES["bibtex"](
        cited
    )
    assert '"literal": "Ben Roe"' in STYLES["csl-json"](cited) and '"publisher": "The Press"' in STYLES["csl-json"](
        cited
    )
    many = citation(parse(b"A: Yes.\n", "t.txt"), published=Publication(("A", "B", "C", "D")))
    assert many.editors == "A, B, C and others"
