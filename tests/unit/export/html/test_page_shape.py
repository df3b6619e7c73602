"""The shape of the talk in the exported page, and the speakers' colours of the style sheets."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.renderings import coded, rendering, talk
from tests.unit.export.html.test_html_writer import page, page_bytes
from tui_reader.document.speaker_colours import SPEAKER_COLOURS
from tui_reader.export.html.page_template import own_file
from tui_reader.formats import read

__all__ = ["coded"]
pytestmark = pytest.mark.usefixtures("coded")


def test_the_shape_of_the_talk_is_a_picture_that_is_named() -> None:
    document = read(MEMORANDUM)
    [shape] = page(document, heard=False).xpath("//header/svg[@class='shape']")
    assert shape.get("role") == "img" and shape.get("aria-label") == (
        "The shape of the talk: 23 turns, each as long as its words. Speakers: Stevenson, Ball."
    )
    assert {rect.get("class") for rect in shape.xpath(".//rect")} == {"who-0", "who-1", "who-none"}


def test_a_part_of_the_talk_has_none() -> None:
    assert not page(talk().document(), first=2, last=2).xpath("//svg")


def test_its_words_are_not_read_when_the_page_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page_bytes(rendering(read(MEMORANDUM))))
    again = read(path)
    assert "shape of the talk" not in again.text and "Speakers: Stevenson" not in again.text


def test_the_style_sheets_have_the_speakers_colours() -> None:
    for number, colour in enumerate(SPEAKER_COLOURS):
        style = own_file("page.css")
        assert f"--who-{number}: {colour.on_light};" in style and f"--who-{number}: {colour.on_dark};" in style
        book = (resources.files("tui_reader.export.epub") / "book.css").read_text(encoding="utf-8")
        assert f".who-{number} {{ color: {colour.on_any}; }}" in book
    assert f"--who-{len(SPEAKER_COLOURS)}" not in style
