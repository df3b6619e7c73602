"""The text of a book, file by file: title page, parts, notes. Knows no sound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.document.model import Page
from tui_reader.export.markup.elements import Element, is_right_to_left, language_tag, make
from tui_reader.export.markup.html_renderer import HtmlRenderer

OPS = "http://www.idpf.org/2007/ops"
TYPE = f"{{{OPS}}}type"
PAGES_A_FILE = 200
"""Turns in one file: readers of EPUB lay out a whole file at once."""
_TYPES = {"front": "titlepage", "part": "chapter", "note": "footnote", "notes": "footnotes", "noteref": "noteref"}
"""By class: what EPUB's structural semantics call it; readers show such notes beside the text, or pass over them."""


class BookChapter(NamedTuple):
    """One file of text."""

    name: str
    """Of the file."""
    title: str
    text: Element
    """The section that is its body."""
    headed: bool
    """Whether it begins with a heading of its own, by which the contents know it."""
    turns: tuple[tuple[str, str], ...] = ()
    """Id and words for the contents of each turn."""
    continues: bool = False
    """Whether it is the rest of the part before."""


def chapters(setting: HtmlRenderer) -> list[BookChapter]:
    """All files in the order of reading, links between them put right."""
    found = list(_set(setting))
    places = {element.get("id"): chapter.name for chapter in found for element in chapter.text.iter("{*}*")}
    for chapter in found:
        for link in chapter.text.iter("{*}a"):
            target = link.get("href")[1:]
            if places[target] != chapter.name:
                link.set("href", f"{places[target]}#{target}")
        for element in chapter.text.iter("{*}section", "{*}aside", "{*}a"):
            if kind := _TYPES.get(element.get("class", "")):
                element.set(TYPE, kind)
    return found


def page(title: str, text: Element, language: str) -> Element:
    """A file of XHTML around a body."""
    head = make("head", make("meta", charset="utf-8"), make("title", title),
                make("link", rel="stylesheet", type="text/css", href="book.css"))  # fmt: skip
    right = "rtl" if is_right_to_left(language) else None
    root = make("html", head, make("body", text), lang=language_tag(language), dir=right)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language_tag(language))
    return root


def _set(setting: HtmlRenderer) -> Iterator[BookChapter]:
    title = setting.document.heading
    front = make("section", *setting.front(), setting.speakers(), id="front", cls="front")
    yield BookChapter("title.xhtml", title, front, True)
    number = 0
    for part, pages in setting.parts():
        for first in range(0, len(pages), PAGES_A_FILE):
            number += 1
            some = pages[first : first + PAGES_A_FILE]
            heading = part.heading.text if part.heading else ""
            section = make("section", *map(setting.page, some), id=f"p{number}", cls="part")
            headed = bool(heading) and some[0].turn is None
            turns = tuple(_turns(setting, some))
            yield BookChapter(f"text-{number:04}.xhtml", heading or title, section, headed, turns, continues=first > 0)
    notes, source = setting.notes_at_end(), setting.source()
    if notes:
        section = make("section", make("h2", "Notes"), *notes, id="notes", cls="notes")
        yield BookChapter("notes.xhtml", "Notes", section, True)
    if source:
        words = make("p", source, cls="source")
        yield BookChapter("source.xhtml", "Source", make("section", make("h2", "Source"), words, cls="part"), True)


def _turns(setting: HtmlRenderer, pages: list[Page]) -> Iterator[tuple[str, str]]:
    for one in pages:
        if one.turn:
            yield f"t{one.turn.number}", f"{one.turn.number}. {setting.document.short_name(one.turn.speaker)}"
