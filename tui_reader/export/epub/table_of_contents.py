"""The navigation of an EPUB: the table of contents by part and turn, and the landmarks."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.export.epub.book_chapters import TYPE, BookChapter
from tui_reader.export.markup.xhtml_elements import Element, make


def table_of_contents(chapters: Sequence[BookChapter]) -> Element:
    """A section with both nav elements."""
    entries = make("ol")
    within = entries
    for chapter in chapters:
        if not chapter.continues:
            within = entries
        if chapter.headed:
            entry = make("li", make("a", " ".join(chapter.title.split()) or "Title", href=chapter.name))
            entries.append(entry)
            if chapter.turns:
                within = make("ol")
                entry.append(within)
        for id, words in chapter.turns:
            within.append(make("li", make("a", words, href=f"{chapter.name}#{id}")))
    texts = [chapter.name for chapter in chapters if chapter.name.startswith("text-")]
    landmarks = make("ol", _landmark("titlepage", "Title", chapters[0].name))
    if texts:
        landmarks.append(_landmark("bodymatter", "Text", texts[0]))
    return make("section", _navigation("toc", entries, id="contents", role="doc-toc"),
                _navigation("landmarks", landmarks, hidden="hidden"))  # fmt: skip


def _navigation(kind: str, entries: Element, **attributes: str) -> Element:
    navigation = make("nav", make("h1", {"toc": "Contents", "landmarks": "Landmarks"}[kind]), entries, **attributes)
    navigation.set(TYPE, kind)
    return navigation


def _landmark(kind: str, words: str, href: str) -> Element:
    link = make("a", words, href=href)
    link.set(TYPE, kind)
    return make("li", link)
