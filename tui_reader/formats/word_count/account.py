"""Whether a Document holds all words of its file; where it does not, it says how many it has not."""

from __future__ import annotations

from typing import Any

from tui_reader.document.lost_words import missing_words
from tui_reader.document.model import Document, LostWords
from tui_reader.formats.word_count.json_text import json_words
from tui_reader.formats.word_count.raw_text import JSON, raw_text

_FIRST = 8
"""Lost words that are told,"""
_LONGEST = 80
"""in no more characters."""
_BROKEN = "the markup may be broken or nested too deep there"
_BESIDE = "they are not in the list that was taken for the dialogue"


def accounted(document: Document, text: str) -> Document:
    """The document, with a warning and `lost` where `text`, the cleaned text of its file, has words that it has not.

    Of a file of many in TEI, `text` is the document's own part (`tei_units`).
    """
    return with_lost_words(document, raw_text(text, document.format), repeated=document.format in JSON)


def accounted_json(document: Document, value: Any) -> Document:
    """As `accounted`, for what of a file's JSON is the document's."""
    return with_lost_words(document, json_words(value, JSON.get(document.format, str)), repeated=True)


def with_lost_words(document: Document, raw: str, repeated: bool = False) -> Document:
    """As `accounted`, with the words of the file; `repeated` where the file holds the same words in several forms."""
    missing = missing_words(raw, document.text, repeated)
    if not missing:
        return document
    lost = LostWords(len(missing), sum(map(len, missing)), " ".join(missing[:_FIRST])[:_LONGEST])
    why = _BESIDE if document.format in JSON else _BROKEN
    warning = f"{document.name}: {lost.told}; {why}"
    return document._replace(lost=lost, warnings=(*document.warnings, warning))
