"""The sections of a document by the headings of its parts: "ACT I, SCENE 2. The house". Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.divisions import division
from tui_reader.document.pages import Part
from tui_reader.document.printed_pieces import Kind

LONGEST = 100
"""Characters of a heading that is named whole."""


def sections(title: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """For each part its headings without the last stop, and before a scene the act it is in; empty without headings.

    The `title` of the document names no part.
    """
    title, act, found = " ".join(title.split()).rstrip(" .:"), "", []
    for part in parts:
        own = _headings(part)
        kinds = [division(heading) for heading in own]
        named = [act, *own] if act and kinds and kinds[0] == "scene" else own
        act = next((own[at] for at in reversed(range(len(own))) if kinds[at] == "act"), act)
        found.append(", ".join(_short(heading) for heading in named if heading != title))
    return tuple(found)


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
