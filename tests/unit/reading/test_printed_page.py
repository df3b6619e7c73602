"""The page of the print is found by the page breaks of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.reading.printed_page import printed_page

TEI = (
    '<TEI><text><front><pb n="XII"/><p>Before it.</p></front><body><div xml:id="d1"><p>No page yet.</p>'
    '<pb n="223" facs="0223"/><p>Here is a <hi>turn</hi> &amp;\n more.</p><pb xml:id="pg_224" n="224"/><p>And the next '
    'of them.</p></div><div xml:id="d2"><p>Here is another.</p><pb n="225"/><p>Twice told.</p></div></body></text>'
    "</TEI>"
)
HTML = (
    '<html><body><p>First of all.</p><span role="doc-pagebreak" aria-label="7"></span><p>Then the second.</p>'
    "<span epub:type='pagebreak' title='8'/><p>At last.</p></body></html>"
)


@pytest.mark.parametrize(
    ("text", "id", "words", "page"),
    [
        (TEI, "", "Here is a turn & more.", "223"),
        (TEI, "", "And the next of them.", "224"),
        (TEI, "", "No page yet.", ""),
        (TEI, "", "Before it.", "XII"),
        (TEI, "d2", "Here is another.", "224"),
        (TEI, "d2", "Twice told.", "225"),
        (TEI, "", "Not there at all", ""),
        (HTML, "", "First of all.", ""),
        (HTML, "", "Then the second.", "7"),
        (HTML, "", "At last.", "8"),
        ("ANNE: Here is a turn.", "", "Here is a turn.", ""),
    ],
)
def test_the_last_page_that_began_before_the_words(text: str, id: str, words: str, page: str, tmp_path: Path) -> None:
    (tmp_path / "talk.xml").write_text(text)
    assert printed_page(tmp_path / f"talk.xml{f'#{id}' if id else ''}", words) == page


def test_a_file_that_is_gone_has_no_pages(tmp_path: Path) -> None:
    assert printed_page(tmp_path / "gone.xml", "words") == ""
