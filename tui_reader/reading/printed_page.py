"""The page of the print on which words stand, from the page breaks of the file (TEI, HTML, EPUB), for citations."""

from __future__ import annotations

import html
import re
from pathlib import Path

from tui_reader.document.collection import split_id
from tui_reader.errors import DocumentError

MOST = 64_000_000
"""Bytes of a file that is looked into."""
_TAG = re.compile(rb"<[^<>]*>")
_BREAK = re.compile(rb"<(?:\w+:)?pb\b|pagebreak")
_NUMBER = re.compile(rb"""(?:\bn|aria-label|title)\s*=\s*["']([^"'<>]{1,12})["']""")
_BREAK_ID = re.compile(rb"""\bid\s*=\s*["'](?:page|pg|p)[._-]?(\d{1,6}|[ivxlc]{1,8})["']""", re.IGNORECASE)
"""The id of a break that names its page nowhere else."""
_PAGE = re.compile(r"\s*(?:page|p\.|pg\.?)\s+|[\s.]+$", re.IGNORECASE)
_PART = re.compile(rb"<(?:\w+:)?(?:body|back)\b")
_ID = rb"""(?:xml:)?id\s*=\s*["']%s["']"""


def printed_page(path: Path, words: str) -> str:
    """The page on which words of a document begin; empty where the file marks no pages or the words are not there."""
    file, id = split_id(path)
    try:
        if file.stat().st_size > MOST:
            return ""
        data = file.read_bytes()
        if data.startswith(b"PK\x03\x04"):
            data = _book(data, file.name)
    except (OSError, ValueError, DocumentError):
        return ""
    if not _BREAK.search(data):
        return ""
    inside = re.search(_ID % re.escape(id.encode()), data) if id else None
    start = inside.start() if inside else 0
    number = _number_before(data, start)
    wanted = _spare(words.encode())[:60]
    text, pages = bytearray(), [(0, number)]
    at = data.find(b">", start) + 1
    for tag in _TAG.finditer(data, at):
        text += _spare(html.unescape(data[at : tag.start()].decode("utf-8", "replace")).encode())
        at = tag.end()
        if _PART.match(tag[0]):  # of what stands before it, no page goes on
            pages.append((len(text), ""))
        elif _BREAK.search(tag[0]) and (number := _page_number(tag[0])):
            pages.append((len(text), number))
        if (
            wanted
            and (place := text.find(wanted, max(0, len(text) - 100_000))) >= 0
            and len(text) > place + len(wanted)
        ):
            return [page for begin, page in pages if begin <= place][-1]
    place = text.find(wanted) if wanted else -1
    return [page for begin, page in pages if begin <= place][-1] if place >= 0 else ""


def _number_before(data: bytes, place: int) -> str:
    """The number of the last page that begins before a place of the file."""
    at = data.rfind(b"pb", max((part.start() for part in _PART.finditer(data, 0, place)), default=0), place)
    tag = _TAG.match(data, data.rfind(b"<", 0, at)) if at >= 0 else None
    return _page_number(tag[0]) if tag and _BREAK.search(tag[0]) else ""


def _page_number(tag: bytes) -> str:
    """The number of the page that begins with a break: "7" of " Page 7. "; empty where the tag has none."""
    found = _NUMBER.search(tag) or _BREAK_ID.search(tag)
    return _PAGE.sub("", found[1].decode("utf-8", "replace")).strip() if found else ""


def _book(data: bytes, name: str) -> bytes:
    """The pages of a packed book as one text; empty for another packed file."""
    from tui_reader.formats import epub

    # Each page of a book has a body, and the page of the print goes on from one to the next.
    return epub.markup(data, name).replace(b"<body", b"<div") if epub.is_epub(data) else b""


def _spare(text: bytes) -> bytes:
    """The text without white space: how it is divided into lines, and by tags, tells nothing."""
    return b"".join(text.split())
