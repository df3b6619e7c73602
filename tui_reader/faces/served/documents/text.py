"""The text of a document as markup: what stands before it at once, the rest in chunks of some turns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui_reader.document.model import Document
from tui_reader.export.html.html_writer import to_html
from tui_reader.export.markup.xhtml_elements import Element, is_right_to_left, language_tag, make
from tui_reader.export.pictures.shape_picture import shape_picture
from tui_reader.faces.served.documents.jobs import Answer
from tui_reader.faces.served.documents.opened import Opened
from tui_reader.reading.typed_place import part_starts

CHUNK = 50
"""Pages in a chunk."""
DRAWN = 5000
"""Pages of a document whose shape is drawn."""


def opening(opened: Opened) -> Answer:
    """What a page needs before it shows text."""
    document, renderer = opened.document, opened.renderer
    shape = shape_picture(document) if len(document.pages) <= DRAWN else None
    if shape is not None:
        shape.set("class", "shape")
    return {
        "version": opened.version,
        "title": document.heading,
        "language": language_tag(document.language),
        "direction": "rtl" if is_right_to_left(document.language) else "ltr",
        "front": _markup(*renderer.front(), renderer.speakers(), shape),
        "contents": [*_contents(document)],
        "pages": len(document.pages),
        "chunk": CHUNK,
        "speed": opened.job.settings.speed,
        "speed_given": opened.speed_given,
        "notes": renderer.note_places,
        "notices": opened.notices,
    }


def _contents(document: Document) -> Iterator[tuple[str, int]]:
    """The heading of each part that has one, and the index of its first page."""
    for page in part_starts(document):
        if heading := document.page(page).part.heading:
            yield heading.text, page


def chunk(opened: Opened, number: int) -> Answer:
    """The turns of a chunk, and with the last one the notes and the source at the end."""
    renderer = opened.renderer
    renderer.refer_anew()
    first = max(0, number) * CHUNK
    made = list[Element]()
    for _, pages in groupby(renderer.pages[first : first + CHUNK], key=lambda page: id(page.part)):
        section = make("section", cls="part")
        for page in pages:
            element = renderer.page(page)
            element.set("data-page", str(page.index))
            section.append(element)
        made.append(section)
    if first + CHUNK >= len(renderer.pages):
        if notes := renderer.notes_at_end():
            made.append(make("section", *notes, cls="notes", aria_label="Notes"))
        if source := renderer.source():
            made.append(make("p", make("span", "Source: "), source, cls="source"))
    return {"markup": _markup(*made)}


def _markup(*elements: Element | None) -> str:
    return to_html(make("div", *elements)).decode().removeprefix("<!DOCTYPE html>\n")
