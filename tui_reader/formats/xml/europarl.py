"""The Europarl corpus: a line for each sentence or paragraph, tags of SGML that are never closed between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats.builder import Builder
from tui_reader.formats.headings import is_bracketed, slug

_TAG = re.compile(r"<(CHAPTER|SPEAKER|P)\b([^>]{0,400})>", re.IGNORECASE)
_NAME = re.compile(r"\bNAME=(?:\"([^\"]*)\"|([^\s\">]+))", re.IGNORECASE)


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a file of the corpus."""
    builder = Builder(name, key, "xml", entries, warnings)
    heads = False
    for line in filter(None, map(str.strip, text.split("\n"))):
        tag = _TAG.fullmatch(line)
        if tag is None:
            if heads:
                builder.part(slug(line), line)
            else:
                builder.add(Kind.ASIDE if is_bracketed(line) or not builder.in_turn else Kind.SPEECH, line)
            heads = False
        elif tag[1].upper() == "SPEAKER":
            found = _NAME.search(tag[2])
            builder.turn((found and (found[1] or found[2])) or "Speaker", "")
        else:
            heads = tag[1].upper() == "CHAPTER"
    return builder.document()
