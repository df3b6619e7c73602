"""The section of a document that a page is in, by its headings: "ACT I, SCENE 2. The house". Pure."""

from __future__ import annotations

from tui_reader.document.model import Document, Kind, Part
from tui_reader.formats.divisions import division

LONGEST = 100
"""Characters of a heading that is named whole."""


def section_of(document: Document, part: Part) -> str:
    """The headings of a part without the last stop, and before a scene the act it is in; empty for a part without."""
    own = _headings(part)
    if own and division(own[0]) == "scene":
        at = next((index for index, one in enumerate(document.parts) if one is part), 0)
        earlier = (heading for one in reversed(document.parts[:at]) for heading in reversed(_headings(one)))
        act = next((heading for heading in earlier if division(heading) == "act"), None)
        own = [act, *own] if act else own
    title = " ".join(document.heading.split()).rstrip(" .:")
    return ", ".join(_short(heading) for heading in own if heading != title)


def _headings(part: Part) -> list[str]:
    """What a part is called: its headings, an act before its scene."""
    texts = [
        " ".join(passage.text.split()).rstrip(" .:")
        for passage in part.opening
        if passage.kind is Kind.HEADING or (passage.kind is Kind.PARAGRAPH and division(passage.text))
    ]
    return sorted(filter(None, texts), key=lambda text: division(text) != "act")


def _short(heading: str) -> str:
    """A heading, cut between words where it is long."""
    return heading if len(heading) <= LONGEST else f"{heading[:LONGEST].rpartition(' ')[0]} ..."
