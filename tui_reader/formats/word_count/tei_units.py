"""Where each document of a file of many in TEI stands in the file's text, found without the parser."""

from __future__ import annotations

import html
import re

from tui_reader.cleaning import one_line
from tui_reader.formats.word_count.markup_text import end_of_element

_DIVISION = re.compile(r"<(?:[\w.-]{1,40}:)?(div)\s(?=[^<>]*\btype\s*=\s*[\"']document[\"'])([^<>]*)>")
_TEXT = re.compile(r"<(?:[\w.-]{1,40}:)?(TEI(?:\.2)?)(?=[\s>])([^<>]*)>")
_ID = re.compile(r"(?<![\w.-])(?:xml:)?id\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class TeiUnits:
    """The documents of one file. Its text is gone through once for all of them."""

    def __init__(self, text: str) -> None:
        """`text` is the file's, cleaned."""
        self._text = text
        divisions = [*_DIVISION.finditer(text)]
        self._first = divisions[0] if divisions else None
        self._tags: dict[str, re.Match[str]] = {}
        for number, tag in enumerate(divisions or _TEXT.finditer(text), 1):
            said = _ID.search(tag[2])
            own = one_line(html.unescape(said[1] or said[2] or "")) if said else ""
            own = own or str(number)
            while own in self._tags:
                own = f"{own}-{number}"
            self._tags[own] = tag

    def markup(self, id: str | None) -> str:
        """The markup of the document with this id, or of the first; all of the text where nothing divides it.

        What stands around the documents, such as lists of persons, is about all of them.
        """
        tag = self._first if id is None else self._tags.get(id)
        if tag is None:
            return self._text
        end = end_of_element(self._text, tag[1], tag.end(), nested=True)
        return self._text[tag.end() : end] if end > 0 else self._text[tag.end() :]
