"""Whether what would be read aloud is a machine's lines and not prose: rows of numbers, times, pairs, tags or braces.

Looks at some of the lines that are spoken, evenly through the document; knows no format. What a format has taken out,
such as times before names, is not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from tui_reader.document.model import Document, Kind
from tui_reader.lazy_re import lazy_re

_Any = TypeVar("_Any")
_MOST = 0.5
"""Share of the lines of one shape, above which they are a machine's."""
_FEWEST = 4
"""Lines in which a shape is looked for,"""
_PLACES = 100
"""and pages, passages of a page and lines of a passage that are looked at at most,"""
_LENGTH = 300
"""with so many characters of each."""
_CODE = 60
"""Signs in a row without a blank that no word of a language has."""
_SHAPES = lazy_re(
    r"""
      (?P<times>[\[(<]?\d+:\d\d(?::\d\d)?(?:[.,]\d+)?[\])>]?[ \t]*(?:-+>|[-–,;|\t ])[ \t]*[\[(<]?\d+:\d\d\b
         |[\[(<]?\d\d?:\d\d:\d\d(?:[.,]\d+)?\b|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d+\.\d+[ \t;,|]+\d+\.\d+[ \t;,|])
    | (?P<braces>[{}]|"[^"]*"[ ]?:|[^{}]*[{}][,;]?$|[^;]*\);$)
    | (?P<pairs>[\w.$-]+[ ]?=[ ]?\S|[^=]*\b\w+=\w[^=]*\b\w+=\w)
    | (?P<tags><[^<>]+>$|<[^<>]*>.*</)
    | (?P<commands>\\\w)
    | (?P<lists>\([\w-]+[ ](?:[\w:-]+[ ])*["(])
    | (?P<handles>(?:\#?\d+[ ])?@[\w.-]+[ ]?[>|~=-]+[ ])
    | (?P<quoted>[a-z_]+(?:\[\d+\])?[ ]"[^"]*"$)
    """,
    re.VERBOSE,
)
_MAILBOX = lazy_re(r"\s*From \S{1,200} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [^\n]{1,60}\n[\w-]{1,60}: ")
"""How a file of mail begins (mbox)."""
_TOLD = {
    "times": "begin with times",
    "braces": "are divided by braces, as in JSON",
    "pairs": "are names and values with = between",
    "tags": "are in tags",
    "commands": "begin with commands",
    "lists": "are lists in parentheses, as in Lisp",
    "handles": "begin with names behind @",
    "quoted": "are names with quoted values",
    "numbers": "are mostly numbers",
    "codes": "are signs without blanks",
}
_SEPARATORS = {"\t": "tabs", "|": "the sign |", ";": "semicolons", ",": "commas"}
"""What stands between the columns of tables."""
_KEYS = frozenset(
    ("BEGIN", "content", "duration", "end", "id", "name", "speaker", "start", "text", "time", "timestamp", "words")
)
"""Labels that are a program's names of values, as in YAML and calendars; people are called so by nobody."""


def told(document: Document) -> str | None:
    """For people: what shape most of the spoken lines have that is not prose; None where they are prose."""
    if _MAILBOX.match(document.text):
        return _told("lines are the heads of mail")
    lines = [line for line in map(str.strip, _lines(document)) if line]
    if len(lines) < _FEWEST:
        return None
    labels = [turn.label.text.lstrip("- ") for turn in _some(document.turns)]
    if sum(label in _KEYS for label in labels) > _MOST * len(labels):
        return _told("most lines are names and values with : between")
    shapes = Counter(shape for line in lines if (shape := _shape(line)))
    columns = Counter(found for line in lines for found in _columns(line))
    (shape, times), (column, rows) = ((*counter.most_common(1), ("", 0))[0] for counter in (shapes, columns))
    if max(times, rows) <= _MOST * len(lines):
        return None
    return _told(
        f"most lines are columns between {_SEPARATORS[column[0]]}" if rows >= times else f"most lines {_TOLD[shape]}"
    )


def _told(what: str) -> str:
    return f"{what}, which is not prose; if they are not to be read so, --as list prints other formats"


def _lines(document: Document) -> Iterator[str]:
    for page in map(document.page, _some(range(document.starts[-1]))):
        if not page.part.on_demand:
            for passage in _some(page.passages):
                if passage.spans and passage.kind is not Kind.TABLE:
                    printed = document.text[passage.spans[0].start : passage.spans[-1].end]
                    yield from (line[:_LENGTH] for line in _some(printed.split("\n")))


def _some(all: Sequence[_Any]) -> Sequence[_Any]:
    return all if len(all) <= _PLACES else [all[index * len(all) // _PLACES] for index in range(_PLACES)]


def _shape(line: str) -> str | None:
    found = _SHAPES.match(line)
    if found:
        return found.lastgroup
    words = line.split()
    if len(words) > 1 and sum(any(map(str.isdigit, word)) for word in words) > len(words) / 2:
        return "numbers"
    return "codes" if len(line) >= _CODE and len(words) == 1 and line.isascii() else None


def _columns(line: str) -> Iterator[tuple[str, int]]:
    """The signs between the columns of a line, and how many there are; in prose a blank follows most of them."""
    for sign in _SEPARATORS:
        number = line.count(sign)
        if number > 1 and 2 * line.count(f"{sign} ") <= number:
            yield sign, number
