"""The command `bookmarks`: what was marked in a document, listed, removed, or written out as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tui_reader.atomic_write import atomic_write
from tui_reader.document.citation import citation
from tui_reader.document.model import Document
from tui_reader.errors import UsageError
from tui_reader.library import Library
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.reading.excerpts import bookmark_line, bookmark_words, capitalized, place_and_speaker

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&{}]|(?m:^(?:[-+=]|\d+[.)]))")
"""What Markdown may take for more than it is."""


def bookmarks_markdown(document: Document, bookmarks: Sequence[Bookmark]) -> str:
    """The bookmarks as Markdown: the document's reference, then each with its place, its words and its note.

    A highlight is quoted whole, a place by its sentence. All text is data: no sign in it is markup.
    """
    title, *rest = citation(document)
    blocks = [f"# {_plain(title.rstrip('.'))}", *map(_plain, rest)]
    for bookmark in bookmarks:
        blocks.append(f"## {_plain(capitalized(place_and_speaker(document, bookmark.place)))}")
        words = bookmark_words(document, bookmark)
        blocks += ["\n".join(f"> {_plain(line)}" for line in words.split("\n"))] if words.strip() else []
        blocks += [_plain(bookmark.note)] if bookmark.note else []
    return "\n\n".join(blocks) + "\n"


def _plain(text: str) -> str:
    return _SIGNS.sub(lambda sign: sign[0][:-1] + "\\" + sign[0][-1], text)


def lines(document: Document, library: Library) -> list[str]:
    """A line for each bookmark of a document."""
    bookmarks, title = library.bookmarks.of(document), document.heading.rstrip(".")
    if not bookmarks:
        return [f"{title} has no bookmarks."]
    return [f"{title}:", *(bookmark_line(document, bookmark) for bookmark in bookmarks)]


def remove(document: Document, numbers: Sequence[int], library: Library) -> None:
    """Remove bookmarks by their numbers. Raises UsageError for one that there is not, before any is removed."""
    known = {bookmark.number for bookmark in library.bookmarks.of(document)}
    missing = next((number for number in numbers if number not in known), None)
    if missing is not None:
        raise UsageError(f"There is no bookmark {missing}.")
    for number in numbers:
        library.bookmarks.remove(document, number)


def export(document: Document, target: Path, library: Library) -> None:
    """Write the bookmarks of a document into a file, whole or not at all. Raises ReaderError."""
    with atomic_write(target) as file:
        file.write(bookmarks_markdown(document, library.bookmarks.of(document)).encode(errors="replace"))
