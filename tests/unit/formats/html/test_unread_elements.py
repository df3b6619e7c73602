"""What a page shows and nobody says: furniture around the text, numbers of pages, ornaments; powers and marks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.model import Document

page = partial(read_text, name="page.html")

TURNS = "<p><b>Ann:</b> One.</p><p><b>Bo:</b> {}</p><p><b>Ann:</b> Three.</p>"


def said(document: Document) -> str:
    return document.turns[1].text


@pytest.mark.parametrize(
    ("furniture", "why"),
    [
        ('<div role="navigation">Home</div>', "links of the page"),
        ('<div class="cookie-banner">We use cookies.</div>', "a notice of the page"),
        ('<ul class="breadcrumbs"><li>Home</li></ul>', "links of the page"),
        ('<section class="related-posts"><p>Read on.</p></section>', "links of the page"),
        ('<span class="pagenum">[Pg 12]</span>', "a page number"),
        ('<span role="doc-pagebreak">12</span>', "a page number"),
        ('<span aria-hidden="true">ornament</span>', "an ornament, which the page keeps from those who listen"),
        ('<ul><li><a href="/a">Other talks</a></li></ul>', "links of the page"),
        ("<textarea>Write here</textarea>", "a field to fill in"),
    ],
)
def test_furniture_is_left_out_with_its_reason(tmp_path: Path, furniture: str, why: str) -> None:
    document = page(tmp_path, f"<html><body>{TURNS.format(f'Two {furniture} and more.')}</body></html>")
    assert [rest.why for rest in document.residue] == [why]
    assert said(document).split() == ["Two", "and", "more."]


def test_a_page_of_links_alone_is_read(tmp_path: Path) -> None:
    document = page(tmp_path, '<html><body><ul><li><a href="/a">Other talks</a></li></ul></body></html>')
    assert document.parts[0].body[0].text == "Other talks"


def test_furniture_that_holds_the_page_is_read(tmp_path: Path) -> None:
    long = "This goes on. " * 200
    document = page(tmp_path, f'<body><div class="menu" aria-hidden="true">{TURNS.format(long)}</div></body>')
    assert said(document).startswith("This goes on.")


def test_what_stands_raised_is_a_power_a_mark_or_part_of_the_word(tmp_path: Path) -> None:
    words = (
        "r<sup>2</sup>, 10<sup>-6</sup> km<sup>2</sup>, E = mc<sup>2</sup>, the 1<sup>st</sup> of H<sub>2</sub>O."
        '<sup>1</sup> It was so<sup>*</sup> there.<sup><a href="#n">2</a></sup>'
    )
    notes = "<p><sup>1</sup> A note.</p><p><sup>*</sup>A star.</p><p id=n>2. Linked.</p>"
    document = page(tmp_path, f"<html><body>{TURNS.format(words)}{notes}</body></html>")
    assert said(document) == "r², 10⁻⁶ km², E = mc², the 1st of H2O. It was so there."
    assert [(note.mark, note.text) for note in document.notes] == [
        ("1", "A note."), ("*", "A star."), ("2", "Linked."),
    ]  # fmt: skip
    assert document.lost is None


def test_a_picture_is_described_and_a_letter_in_one_is_text(tmp_path: Path) -> None:
    words = '<img alt="T">here it is. <img alt="A drawing of two ships">'
    document = page(tmp_path, f"<html><body>{TURNS.format(words)}</body></html>")
    assert said(document) == "There it is."
    assert [(rest.text, rest.why) for rest in document.residue] == [
        ("A drawing of two ships", "what a picture shows"),
    ]  # fmt: skip
