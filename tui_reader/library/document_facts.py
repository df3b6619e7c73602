"""What the library's list and search know of a document besides its words: number, date, people, kind. Knows no SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.citation import document_number
from tui_reader.document.model import Document
from tui_reader.document.search.search_normalization import folded
from tui_reader.library.stored_values import stored_text
from tui_reader.named_tuple import NamedTuple

MOST_NAMES = 2_000
"""The most characters of the names that are kept of a document."""
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_BETWEEN = re.compile(r"\b(?:between|from|to|by|for|regarding|concerning|prepared|on|about|with)\b|[,;:]")
"""Where the words of a title end that say what the document is."""
KINDS = {
    "telephone": ("telephone", "phone", "telcon"),
    "conversation": ("conversation", "conversations", "talk", "talks", "memcon", "telcon", "dialogue"),
    "memorandum": ("memorandum", "memoranda", "memo", "memcon", "aide"),
    "telegram": ("telegram", "telegrams", "cable", "airgram", "circular"),
    "letter": ("letter", "letters", "message", "messages", "despatch", "dispatch"),
    "note": ("note", "notes"),
    "meeting": ("meeting", "meetings", "minutes", "session", "briefing"),
    "record": ("record", "records", "transcript", "recording", "minutes"),
    "report": ("report", "paper", "study", "estimate", "summary"),
    "interview": ("interview", "interviews", "oral"),
    "hearing": ("hearing", "hearings", "testimony", "deposition", "trial", "examination"),
    "speech": ("speech", "address", "remarks", "statement", "conference", "declaration", "lecture"),
    "debate": ("debate", "debates", "discussion", "panel"),
    "play": ("play", "tragedy", "comedy", "screenplay", "drama"),
}
"""The kinds of documents by which a search may be narrowed, each with the words of titles that tell it."""


class Facts(NamedTuple):
    """What is told of a document in a list."""

    number: str
    """The number that its series gives it: "166"; empty without."""
    date: str
    """When it was said, as far as that is known, as ISO 8601; empty without."""
    speakers: str
    """What those who speak or write are called, with commas."""
    sought: str
    """All that a list is filtered by, normalized for search."""


def facts(document: Document) -> Facts:
    """The facts of a document."""
    date = document.date
    number, when = document_number(document), (date and date.iso) or ""
    called = ", ".join(dict.fromkeys(document.short_name(person.id) for person in document.people))[:MOST_NAMES]
    names = " ".join(filter(None, (person.name for person in document.people)))[:MOST_NAMES]
    known = (number, document.heading, date.passage.text if date else "", when, called, names)
    return Facts(number, when, stored_text(called), stored_text(folded(" ".join(filter(None, known)))))


def kinds(title: str) -> list[str]:
    """The kinds of a document, by the first words of its title: "Memorandum of Telephone Conversation Between ..."."""
    words = set(re.findall(r"[a-z]+", _BETWEEN.split(folded(title[:200]), maxsplit=1)[0]))
    return [kind for kind, told_by in KINDS.items() if words.intersection(told_by)]


def marks(title: str, date: str, volume: int) -> Iterator[str]:
    """The words of the index that narrow a search: of kinds, volume, century, decade, year, month and day."""
    yield from (f"k{kind}" for kind in kinds(title))
    if volume:
        yield f"v{volume}"
    if known := _DATE.match(date):
        year, month, day = known.groups()
        yield f"c{year[:2]}"
        yield f"t{year[:3]}"
        yield f"y{year}"
        if month:
            yield f"m{year}{month}"
        if day:
            yield f"d{year}{month}{day}"
