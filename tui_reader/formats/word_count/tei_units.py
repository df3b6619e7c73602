"""Where one document of a file of many in TEI stands in the file's text, found without the parser."""

from __future__ import annotations

import html
import re

from tui_reader.cleaning import one_line
from tui_reader.formats.word_count.markup_text import end_of_element

_DIVISION = re.compile(r"<(?:[\w.-]{1,40}:)?(div)\s(?=[^<>]*\btype\s*=\s*[\"']document[\"'])([^<>]*)>")
_TEXT = re.compile(r"<(?:[\w.-]{1,40}:)?(TEI(?:\.2)?)(?=[\s>])([^<>]*)>")
_ID = re.compile(r"(?<![\w.-])(?:xml:)?id\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def tei_unit(text: str, id: str | None) -> str:
    """The markup of the document with this id, or of the first; all of the text where nothing divides it.

    What stands around the documents, such as lists of persons, is about all of them.
    """
    ids: set[str] = set()
    for number, tag in enumerate(list(_DIVISION.finditer(text)) or (_TEXT.finditer(text) if id else ()), 1):
        said = _ID.search(tag[2])
        own = one_line(html.unescape(said[1] or said[2] or "")) if said else ""
        own = own or str(number)
        while own in ids:
            own = f"{own}-{number}"
        ids.add(own)
        if id is None or own == id:
            end = end_of_element(text, tag[1], tag.end(), nested=True)
            return text[tag.end() : end] if end > 0 else text[tag.end() :]
    return text
