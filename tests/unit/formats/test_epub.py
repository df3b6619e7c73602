"""Books: the order of the spine, what is read on demand, and archives that are broken, protected or hostile."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui_reader.document.accounting import gaps
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import read
from tui_reader.formats.explanation import explain

CONTAINER = '<container><rootfiles><rootfile full-path="b/c.opf"/></rootfiles></container>'
OPF = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Play</dc:title><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.xhtml"
media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="n"/><itemref idref="gone"/>
</spine></package>"""
HEAD = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
ROW = '<tr><td epub:type="z3998:persona">{}</td><td>{}</td></tr>'
ACT = HEAD + "<h2>Act I</h2><table>" + ROW.format("Ann", 'Well.<a epub:type="noteref" href="n.xhtml#x">1</a>')
ACT += ROW.format("Bo", "Now.") + "</table></body></html>"
NOTES = HEAD + '<section epub:type="endnotes"><p id="x" epub:type="endnote">A note.</p></section></body></html>'
BOOK = {"META-INF/container.xml": CONTAINER, "b/c.opf": OPF, "b/a.xhtml": ACT, "b/n.xhtml": NOTES}


def packed(folder: Path, members: Mapping[str, str | bytes]) -> Path:
    path = folder / "book.epub"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def test_a_book_is_read_in_the_order_of_its_spine_with_its_endnotes(tmp_path: Path) -> None:
    document = read(packed(tmp_path, BOOK))
    assert gaps(document) == ()
    assert document.heading == "A Play"
    assert [(turn.label.text, turn.text) for turn in document.turns] == [("Ann", "Well."), ("Bo", "Now.")]
    assert [(note.mark, note.text) for note in document.notes] == [("1", "A note.")]
    assert "a page of the book is missing" in document.warnings[0]


def test_pages_that_the_spine_does_not_name_are_kept_and_told_and_their_notes_are_notes(tmp_path: Path) -> None:
    outside = HEAD + f"<h2>Errata</h2><p>{'Words that nobody reads. ' * 3}</p></body></html>"
    contents = '<item id="t" href="t.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    page = '<item id="o" href="o.xhtml" media-type="application/xhtml+xml"/>'
    opf = OPF.replace("</manifest>", f"{contents}{page}</manifest>").replace('<itemref idref="n"/>', "")
    document = read(packed(tmp_path, BOOK | {"b/c.opf": opf, "b/o.xhtml": outside, "b/t.xhtml": outside}))
    assert gaps(document) == ()
    assert [turn.text for turn in document.turns] == ["Well.", "Now."]
    assert [(note.mark, note.text) for note in document.notes] == [("1", "A note.")]
    assert document.warnings[-1].endswith("a page that is not in the book's order of reading (13)")


def test_a_page_of_a_book_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = "<?xml version='1.0' encoding='windows-1251'?>" + ACT.replace("Ann", "Анна")
    document = read(packed(tmp_path, BOOK | {"b/a.xhtml": page.encode("cp1251")}))
    assert document.turns[0].label.text == "Анна"


def test_the_lines_of_a_book_that_can_be_explained_are_those_of_its_text(tmp_path: Path) -> None:
    path = packed(tmp_path, BOOK)
    document = read(path)
    line = document.text[: document.turns[1].label.span.start].count("\n") + 1
    assert explain(path, line).sentences() == [f'Line {line} holds the label "Bo": in an element for names.']


DRM = '<encryption><EncryptedData><EncryptionMethod Algorithm="urn:x"/></EncryptedData></encryption>'


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"META-INF/encryption.xml": DRM}, "protected"),
        ({"b/a.xhtml": " " * 5_000_000}, "when unpacked"),
        ({"b/c.opf": "<package"}, "not well-formed"),
        ({"META-INF/container.xml": CONTAINER.replace("b/c.opf", "../../etc/passwd")}, "list of its pages is missing"),
    ],
)
def test_a_hostile_or_protected_book_is_refused_in_one_line(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    with pytest.raises(DocumentError, match=said) as error:
        read(packed(tmp_path, BOOK | changed))
    assert "\n" not in str(error.value)


def test_a_book_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, BOOK)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(DocumentError, match=r"book\.epub"):
        read(path)


def test_another_packed_document_keeps_its_word_on_converting(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="spreadsheet"):
        read(packed(tmp_path, {"xl/workbook.xml": "<x/>"}))


def test_verse_keeps_its_lines_and_a_date_is_part_of_its_sentence(tmp_path: Path) -> None:
    verse = '<p epub:type="z3998:verse"><span>O mine,</span>\n<br/>\n<span>so deep</span></p>'
    act = ACT.replace("Now.", verse).replace("Well.", "In <time>1916</time>, at <time>00:01:35</time> sharp.")
    document = read(packed(tmp_path, BOOK | {"b/a.xhtml": act}))
    assert gaps(document) == ()
    assert [turn.text for turn in document.turns] == ["In 1916, at sharp.", "O mine,\nso deep"]
    assert [passage.kind for passage in document.turns[1].passages] == [Kind.VERSE]


def test_items_of_a_section_of_notes_are_notes(tmp_path: Path) -> None:
    notes = '<section epub:type="endnotes"><ol><li id="x"><p>A note.</p></li></ol></section></body></html>'
    document = read(packed(tmp_path, BOOK | {"b/n.xhtml": HEAD + notes}))
    assert [(note.mark, note.text) for note in document.notes] == [("1", "A note.")]


def test_raised_numbers_that_lead_to_a_place_are_marks_without_any_types(tmp_path: Path) -> None:
    line = '<p><b>Ann:</b> Well<a href="n.xhtml#f1"><sup>1</sup></a>.</p><p><b>Bo:</b> Now.</p>'
    note = '<p id="f1"><a href="a.xhtml#r1">1</a> A note.</p></body></html>'
    pages = {"b/a.xhtml": f"{HEAD}{line}{line}</body></html>", "b/n.xhtml": HEAD + note}
    document = read(packed(tmp_path, BOOK | pages))
    assert gaps(document) == ()
    assert [turn.text for turn in document.turns][:2] == ["Well.", "Now."]
    assert [(note.mark, note.text) for note in document.notes] == [("1", "A note.")]


def test_a_book_of_several_works_lists_them_and_opens_one_with_its_notes(tmp_path: Path) -> None:
    def work(name: str, mark: str) -> str:
        body = ACT.removeprefix(HEAD + "<h2>Act I</h2>").removesuffix("</body></html>").replace("#x", f"#{mark}")
        return f'{HEAD}<article id="{name}"><h2>{name.title()}</h2>{body}</article></body></html>'

    items = '<li id="x">Of Ion.</li><li id="y">Of Laches.</li>'
    note = f'<section epub:type="endnotes"><ol>{items}</ol></section></body></html>'
    opf = OPF.replace("</manifest>", '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>')
    opf = opf.replace('idref="gone"', 'idref="b"')
    pages = {"b/a.xhtml": work("ion", "x"), "b/b.xhtml": work("laches", "y"), "b/n.xhtml": HEAD + note, "b/c.opf": opf}
    path = packed(tmp_path, BOOK | pages)
    with pytest.raises(CollectionError) as raised:
        read(path)
    collection = raised.value.collection
    assert [(entry.id, entry.title, entry.turns) for entry in collection.entries] == [
        ("ion", "Ion", 2),
        ("laches", "Laches", 2),
    ]
    document = read(path.with_name("book.epub#laches"))
    assert gaps(document) == ()
    assert (document.heading, len(document.turns)) == ("Laches", 2)
    assert document.collection is not None and document.collection.text == "A Play"
    assert [(note.mark, note.text) for note in document.notes] == [("1", "Of Laches.")]
    with pytest.raises(DocumentError, match="no document 'meno'; its ids are ion, laches"):
        read(path.with_name("book.epub#meno"))
