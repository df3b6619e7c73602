"""The front matter of a Markdown file, in YAML or TOML: its lines, the title and the date that it names.

Lines are looked at, and neither language is run.
"""

from __future__ import annotations

import json
import re

from tui_reader.cleaning import clean
from tui_reader.document.dates import iso
from tui_reader.document.model import Date, Document, Kind, Mark, Part, Passage, Span
from tui_reader.formats.printed_records import with_rest
from tui_reader.named_tuple import NamedTuple

_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n((?:[^\n]*\n){0,200}?)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)")
_NAMED = re.compile(r"^[\w-]+[ \t]*[:=]", re.MULTILINE)
_MARK = re.compile(r"\[(\d{1,3})\]$")
"""The mark of a note at the end of a title, as plain words have it."""
_FIELD = re.compile(r"^(title|date)[ \t]*[:=][ \t]*(\S[^\n]*(?:\n[ \t]+[^\n]+)*)", re.MULTILINE)


class FrontMatter(NamedTuple):
    """What stands between the rules at the start."""

    lines: tuple[str, ...] = ()
    title: str | None = None
    date: str | None = None


def split(text: str) -> tuple[FrontMatter, str]:
    """The front matter and the text after it; the title's words are left out of the lines."""
    found = _FRONT.match(text)
    if not found or (found[2].strip() and not _NAMED.search(found[2])):
        return FrontMatter(), text
    fields = {one[1]: one[2] for one in _FIELD.finditer(found[2])}
    lines = _FIELD.sub(lambda one: one[1] + ":", found[2])
    kept = tuple(line.strip() for line in f"{found[1]}\n{lines}{found[1]}".split("\n") if line.strip())
    return FrontMatter(kept, _scalar(fields.get("title")), _scalar(fields.get("date"))), text[found.end() :]


def _scalar(words: str | None) -> str | None:
    """The words of a plain or quoted value, with its folded lines and escapes."""
    words = (words or "").strip()
    if not words:
        return None
    if words[0] == '"' and words.endswith('"'):
        joined = re.sub(r"\\\n[ \t]*", "", words)
        joined = re.sub(r"\n[ \t]*", " ", joined).replace("\\_", "\\u00a0").replace("\\ ", " ")
        try:
            words = str(json.loads(joined, strict=False))
        except ValueError:
            words = joined.strip('"')
    elif words[0] == "'" and words.endswith("'"):
        words = words[1:-1].replace("''", "'")
    return " ".join(clean(words).split()) or None


def titled(document: Document, front: FrontMatter) -> Document:
    """The document with the date and the title of its front matter, printed after its text."""
    if front.date and document.date is None:
        document, printed = _printed(document, front.date, Kind.DATELINE)
        document = document._replace(date=Date(printed, iso(front.date) or front.date[:10]))
    elif front.date:
        document = with_rest(document, [front.date], "front matter")
    if front.title:
        old = document.title
        document, printed = _printed(document, front.title, Kind.HEADING)
        printed = _with_mark(document, printed)
        first, *others = document.parts or (Part("text", None, None),)
        body = (old._replace(kind=Kind.PARAGRAPH), *first.body) if old else first.body
        parts = (first._replace(body=body), *others) if old else document.parts
        document = document._replace(title=printed, parts=parts)
    return document


def _with_mark(document: Document, title: Passage) -> Passage:
    """The title with the mark of a note that it ends with as a mark."""
    found = _MARK.search(title.text)
    if not found or document.note(found[1]) is None:
        return title
    (start, _), end = title.spans[0], len(title.text[: found.start()].rstrip())
    mark = Mark(found[1], end, Span(start + found.start(), start + found.end()))
    return title._replace(text=title.text[:end], spans=(Span(start, start + end),), marks=(mark,))


def _printed(document: Document, words: str, kind: Kind) -> tuple[Document, Passage]:
    """The document with the words after its text, and their passage."""
    start = len(document.text) + 2
    passage = Passage(kind, words, (Span(start, start + len(words)),))
    return document._replace(text=f"{document.text}\n\n{words}"), passage
