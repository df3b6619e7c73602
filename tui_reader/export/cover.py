"""A cover picture with a document's title, people and date: SVG for EPUB, PNG (by Pillow) for audio files."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from tui_reader.document.model import Document
from tui_reader.export.markup.xhtml_elements import printable
from tui_reader.named_tuple import NamedTuple

SIZE = 1400
"""Pixels of each side: the least that podcast directories accept."""
_SVG = "http://www.w3.org/2000/svg"
_BACKGROUND, _INK, _QUIET = "#1b2733", "#ffffff", "#b9c7d4"
_MARGIN = 110
_LINES = 9
_PEOPLE = 4


class CoverLine(NamedTuple):
    """A line of words on the cover."""

    text: str
    y: int
    """Pixels from the top to the baseline."""
    size: int
    """Font size in pixels."""
    colour: str
    """As CSS and Pillow take it: "#ffffff"."""


def lines(document: Document) -> Iterator[CoverLine]:
    """The lines of the cover: title, people, date; what is too long is cut."""
    title = _line(document.heading)
    size, width = (104, 20) if len(title) <= 80 else (78, 27)
    y = 250
    for text in textwrap.wrap(title, width, max_lines=_LINES, placeholder=" …"):
        yield CoverLine(text, y, size, _INK)
        y += round(size * 1.25)
    people = [person.name or person.id for person in document.people]
    more = len(people) - _PEOPLE
    named = ", ".join(people[:_PEOPLE]) + (f" and {more} more" if more > 0 else "")
    texts = textwrap.wrap(named, 44, max_lines=2, placeholder=" …")
    texts += [document.date.passage.text] if document.date else []
    for number, text in enumerate(reversed(texts)):
        yield CoverLine(_line(text), SIZE - _MARGIN - number * 62, 48, _QUIET)


def svg(document: Document) -> bytes:
    """The cover as an SVG file; the document's title is also its title element, for screen readers."""
    root = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG}, viewBox=f"0 0 {SIZE} {SIZE}")
    etree.SubElement(root, f"{{{_SVG}}}title").text = _line(document.heading)
    etree.SubElement(root, f"{{{_SVG}}}rect", width=str(SIZE), height=str(SIZE), fill=_BACKGROUND)
    for line in lines(document):
        text = etree.SubElement(root, f"{{{_SVG}}}text", x=str(_MARGIN), y=str(line.y), fill=line.colour)
        text.set("font-size", str(line.size))
        text.set("font-family", "sans-serif")
        text.text = line.text
    encoded: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return encoded


def png(document: Document) -> bytes | None:
    """The cover as a PNG file; None without Pillow, and for words in other scripts than Latin, which its font lacks."""
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ImportError:
        return None
    words = list(lines(document))
    if not all(_is_latin(character) for line in words for character in line.text):
        return None
    image = Image.new("RGB", (SIZE, SIZE), _BACKGROUND)
    draw = ImageDraw.Draw(image)
    for line in words:
        font = ImageFont.load_default(line.size)
        draw.text((_MARGIN, line.y), line.text, line.colour, font, anchor="ls")
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _is_latin(character: str) -> bool:
    return character.isascii() or character in "–—‘’“”…" or unicodedata.name(character, "").startswith("LATIN ")
