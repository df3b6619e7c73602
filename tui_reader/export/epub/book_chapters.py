"""The text of an EPUB, file by file: title page, parts, notes, source. Knows no sound."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Page
from tui_reader.export.markup.html_renderer import HtmlRenderer
from tui_reader.export.markup.xhtml_elements import Element, is_right_to_left, language_tag, make
from tui_reader.named_tuple import NamedTuple

OPS = "http://www.idpf.org/2007/ops"
TYPE = f"{{{OPS}}}type"
PAGES_A_FILE = 200
"""Turns in one file at most, because book readers lay out a whole file at once."""
_TYPES = {"front": "titlepage", "part": "chapter", "note": "footnote", "notes": "footnotes", "noteref": "noteref"}
"""By class, the epub:type of an element; book readers can show such notes as pop-ups, or skip them."""


class BookChapter(NamedTuple):
    """One XHTML file of the book."""

    name: str
    """The file's name: "text-0001.xhtml"."""
    title: str
    text: Element
    """The section that makes up its body."""
    headed: bool
    """Whether it begins with a heading, and so has an entry in the table of contents."""
    turns: tuple[tuple[str, str], ...] = ()
    """Of each turn in it, the id and the words for the table of contents."""
    continues: bool = False
    """Whether it continues the part of the file before."""


def book_chapters(renderer: HtmlRenderer) -> list[BookChapter]:
    """All files in reading order, with links from one file to another."""
    found = list(_chapters(renderer))
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
    """The html element of a file with `text` as its body; `language` is a BCP 47 tag."""
    head = make("head", make("meta", charset="utf-8"), make("title", title),
                make("link", rel="stylesheet", type="text/css", href="book.css"))  # fmt: skip
    right = "rtl" if is_right_to_left(language) else None
    root = make("html", head, make("body", text), lang=language_tag(language), dir=right)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language_tag(language))
    return root


def _chapters(renderer: HtmlRenderer) -> Iterator[BookChapter]:
    title = renderer.document.heading
    front = make("section", *renderer.front(), renderer.speakers(), id="front", cls="front")
    yield BookChapter("title.xhtml", title, front, True)
    number = 0
    for part, pages in renderer.parts:
        for first in range(0, len(pages), PAGES_A_FILE):
            number += 1
            some = pages[first : first + PAGES_A_FILE]
            heading = part.heading.text if part.heading else ""
            section = make("section", *map(renderer.page, some), id=f"p{number}", cls="part")
            headed = bool(heading) and some[0].turn is None
            turns = tuple(_turns(renderer, some))
            yield BookChapter(f"text-{number:04}.xhtml", heading or title, section, headed, turns, continues=first > 0)
    notes, source = renderer.notes_at_end(), renderer.source()
    if notes:
        section = make("section", make("h2", "Notes"), *notes, id="notes", cls="notes")
        yield BookChapter("notes.xhtml", "Notes", section, True)
    if source:
        words = make("p", source, cls="source")
        yield BookChapter("source.xhtml", "Source", make("section", make("h2", "Source"), words, cls="part"), True)


def _turns(renderer: HtmlRenderer, pages: list[Page]) -> Iterator[tuple[str, str]]:
    for one in pages:
        if one.turn:
            yield f"t{one.turn.number}", f"{one.turn.number}. {renderer.document.short_name(one.turn.speaker)}"
