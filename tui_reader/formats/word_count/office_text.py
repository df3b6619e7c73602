"""The words of documents of word processors, by patterns and not by the readers of their formats."""

from __future__ import annotations

import re

from tui_reader.formats.word_count.markup_text import markup_text

_LEFT_OUT = {
    "docx": re.compile(r"<((?:\w+:)?(?:Fallback|moveFrom|del))(?=[\s>])[^>]*(?<!/)>.*?</\1>", re.DOTALL),
    "odt": re.compile(r"<((?:\w+:)?(?:tracked-changes|annotation|title|desc))(?=[\s>])[^>]*(?<!/)>.*?</\1>", re.DOTALL),
}
"""Elements whose words are no words of the document: deletions, comments, copies for old programs."""
_WORD_TEXT = re.compile(
    r"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</(?:\w+:)?t>|</(?:\w+:)?p>|<(?:\w+:)?(?:tab|br|cr|ptab)(?=[\s/>])"
)
_BODY = re.compile(r"<(?:\w+:)?body>")


def office_text(xml: str, format: str) -> str:
    """The words of the XML of a document that a parser has read before; `format` is "docx" or "odt"."""
    bare = _LEFT_OUT[format].sub(" ", xml)
    if format == "odt":
        body = _BODY.search(bare)
        return markup_text(bare[body.start() if body else 0 :], "xml")
    return markup_text("".join("\n" if found[1] is None else found[1] for found in _WORD_TEXT.finditer(bare)), "xml")
