"""The page of the print on which words stand, from the page breaks that the file marks (TEI, HTML), for citations."""

from __future__ import annotations

import html
import re
from pathlib import Path

from tui_reader.document.collection import split_id

MOST = 64_000_000
"""Bytes of a file that is looked into."""
_TAG = re.compile(rb"<[^<>]*>")
_BREAK = re.compile(rb"<(?:\w+:)?pb\b|pagebreak")
_NUMBER = re.compile(rb"""(?:\bn|aria-label|title)\s*=\s*["']([^"'<>]{1,12})["']""")
_PART = re.compile(rb"<(?:\w+:)?(?:body|back)\b")
_ID = rb"""(?:xml:)?id\s*=\s*["']%s["']"""


def printed_page(path: Path, words: str) -> str:
    """The page on which words of a document begin; empty where the file marks no pages or the words are not there."""
    file, id = split_id(path)
    try:
        if file.stat().st_size > MOST:
            return ""
        data = file.read_bytes()
    except (OSError, ValueError):
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
        elif _BREAK.search(tag[0]) and (found := _NUMBER.search(tag[0])):
            pages.append((len(text), found[1].decode("utf-8", "replace")))
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
    found = _NUMBER.search(tag[0]) if tag and _BREAK.search(tag[0]) else None
    return found[1].decode("utf-8", "replace") if found else ""


def _spare(text: bytes) -> bytes:
    """The text without white space: how it is divided into lines, and by tags, tells nothing."""
    return b"".join(text.split())
