"""Bookmarks as Markdown or JSON: of one document with its reference, or of all; each place, its words, its note."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from tui_reader.atomic_write import atomic_write
from tui_reader.document.citation import citation
from tui_reader.document.citation_styles import STYLES
from tui_reader.document.model import Document, Position
from tui_reader.library.all_bookmarks import MarkedPlace
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.reading.excerpts import bookmark_words, capitalized, place_of
from tui_reader.reading.publication import publication
from tui_reader.reading.selection import Selection, reference_of

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&{}]|(?m:^(?:[-+=]|\d+[.)]))")
"""Characters that Markdown may take for markup."""


def bookmarks_markdown(document: Document, bookmarks: Sequence[Bookmark], path: Path, style: str = "plain") -> str:
    """The bookmarks as Markdown, all markup in them escaped: a highlight is quoted whole, a place by its sentence.

    The document and each place are cited in a style; `path` is that of the document.
    """
    file = path.name if "#" in path.name else ""
    heading = _escaped(document.heading.rstrip("."))
    blocks = [f"# {heading}", _cited(STYLES[style](citation(document, file=file, published=publication(path))), style)]
    for bookmark in bookmarks:
        blocks.append(f"## {_escaped(capitalized(place_of(document, bookmark)))}")
        words = bookmark_words(document, bookmark)
        blocks += ["\n".join(f"> {_escaped(line)}" for line in words.split("\n"))] if words.strip() else []
        blocks += [_escaped(bookmark.note)] if bookmark.note else []
        if not bookmark.lost:
            start = bookmark.place.offset
            page = document.page(bookmark.place.page)
            end = start + bookmark.length if bookmark.length else len(page.text)
            stretch = Selection(bookmark.place, Position(bookmark.place.page, end))
            blocks.append(_cited(reference_of(document, stretch, path, style), style))
    return "\n\n".join(blocks) + "\n"


def all_markdown(marks: Sequence[MarkedPlace]) -> str:
    """The bookmarks of many documents as Markdown: a heading for each document, its bookmarks below it."""
    blocks = ["# Bookmarks"]
    for _, of_document in groupby(marks, key=lambda mark: mark.key):
        places = list(of_document)
        blocks.append(f"## {_escaped(places[0].title.rstrip('.'))}")
        told = [places[0].date[:10], f"File {places[0].path}" if places[0].path else "No longer in the library"]
        blocks += [f"{_escaped(one)}." for one in told if one]
        for mark in places:
            where = "no longer in the text" if mark.lost else ", ".join(filter(None, (mark.typed, mark.speaker)))
            blocks.append(f"### {_escaped(capitalized(where) or f'Bookmark {mark.number}')}")
            blocks += (
                ["\n".join(f"> {_escaped(line)}" for line in mark.words.split("\n"))] if mark.words.strip() else []
            )
            blocks += [_escaped(mark.note)] if mark.note else []
    return "\n\n".join(blocks) + "\n"


def bookmarks_json(marks: Sequence[MarkedPlace]) -> str:
    """The bookmarks of one document or many as JSON: a list, in their order."""
    return json.dumps([mark.to_json() for mark in marks], ensure_ascii=False, indent=2)


def write_bookmarks(text: str, target: Path) -> None:
    """Write them into a file, whole or not at all. Raises ReaderError."""
    with atomic_write(target) as file:
        file.write(text.encode(errors="replace"))


def _cited(cited: str, style: str) -> str:
    """A citation as Markdown: what programs read stands as it is, in a block of code."""
    if style not in ("bibtex", "csl-json"):
        return _escaped(cited)
    fence = "`" * (1 + max((len(run) for run in re.findall("`{3,}", cited)), default=2))
    return f"{fence}\n{cited}\n{fence}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda sign: sign[0][:-1] + "\\" + sign[0][-1], text)
