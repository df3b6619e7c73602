"""The words of documents of word processors, by patterns and not by the readers of their formats."""

from __future__ import annotations

import re

from tui_reader.formats.word_count.markup_text import kept, markup_text

_WORD_TEXT = re.compile(
    r"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</(?:\w+:)?t>|</(?:\w+:)?p>|<(?:\w+:)?(?:tab|br|cr|ptab)(?=[\s/>])"
)
_BODY = re.compile(r"<(?:\w+:)?body>")


def office_text(xml: str, format: str) -> str:
    """The words of the XML of a document that a parser has read before; `format` is "docx" or "odt"."""
    if format == "odt":
        body = _BODY.search(xml)
        return markup_text(xml[body.start() if body else 0 :], format)
    words = _WORD_TEXT.finditer(kept(xml, format))
    return markup_text("".join("\n" if found[1] is None else found[1] for found in words), "xml")
