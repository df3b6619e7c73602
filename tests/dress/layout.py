"""Pieces of a dialogue as plain text: wrapped, set in, on pages, behind a title page. Knows no parser.

Headings and remarks have empty lines around them: without these nobody can tell them from a speech. Numbered lines are
those of court records, from 1 to 25 on each page. No page ends with a name or a direction.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from tests.dress.conventions import Convention
from tests.dress.dialogue import Between, Dialogue, Said

_LINES = 25
"""Of a page."""


class Layout(NamedTuple):
    """How the lines are set."""

    width: int | None
    """Characters of a line; None where each paragraph is one line."""
    empty: bool
    """Whether an empty line stands between the turns."""
    first: str = ""
    """White space before the first line of a turn."""
    further: str = ""
    """White space before its further lines."""
    front: str = "title"
    """What stands before the first turn: "", "title", "cast", "title page", "participants" or "introduction"."""
    pages: str = ""
    """"feet" and "heads" have page numbers, "numbered" also a number before each line."""


def text(dialogue: Dialogue, convention: Convention, layout: Layout) -> str:
    """The whole file."""
    lines = front(dialogue, layout)
    number = 0
    for piece in dialogue.pieces:
        if isinstance(piece, Between):
            words = piece.words if piece.heading else f"({piece.words})"
            lines += ["" if lines and lines[-1] else None, words, ""]  # type: ignore[list-item]
            continue
        number += 1
        lines += _turn(piece, convention, layout, number, dialogue.language in ("ja", "zh"))
        if layout.empty:
            lines.append("")
    kept = [line for line in lines if line is not None]
    return "\n".join(_paged(kept, dialogue.title, layout.pages)) + "\n"


def _turn(turn: Said, convention: Convention, layout: Layout, number: int, whole: bool) -> list[str]:
    label = convention.label_of(turn, number)
    paragraphs = list(turn.paragraphs) if layout.empty else [("" if whole else " ").join(turn.paragraphs)]
    lines: list[str] = []
    *above, label = label.split("\n")
    lines += above
    if convention.alone:
        lines += [label.center(layout.width or 72).rstrip() if convention.centred else label]
    else:
        paragraphs[0] = label + paragraphs[0]
    for index, words in enumerate(paragraphs):
        lines += [""] * (index > 0)
        lines += wrapped(words, layout)
    return lines


def wrapped(words: str, layout: Layout) -> list[str]:
    """A paragraph in lines."""
    if layout.width is None:
        return [layout.first + words]
    if words[-1] > "\u3000":
        size = layout.width // 2
        return [words[at : at + size] for at in range(0, len(words), size)]
    return textwrap.wrap(
        words, layout.width, initial_indent=layout.first, subsequent_indent=layout.further, break_long_words=False,
        break_on_hyphens=False, drop_whitespace=True, expand_tabs=False,
    )  # fmt: skip


def front(dialogue: Dialogue, layout: Layout) -> list[str]:
    """The lines before the first turn, the last one empty."""
    people = dialogue.people[:8]
    match layout.front:
        case "title":
            return [dialogue.title, ""]
        case "title page":
            return [dialogue.title.upper(), "", "By Ada Brook", "", "1931", ""]
        case "cast":
            return [dialogue.title.upper(), "", _CAST[dialogue.language], "", *people, ""]
        case "participants":
            return [dialogue.title, "", "March 2, 1931", "", f"PARTICIPANTS: {', '.join(people)}", ""]
        case "introduction":
            told = "This talk was held beside the river in the spring of that year. Those who took part had met before."
            return [dialogue.title, "", *wrapped(told, layout._replace(first="", further="")), ""]
        case _:
            return []


_CAST = {
    "en": "PERSONS OF THE PLAY", "de": "PERSONEN", "fr": "PERSONNAGES", "es": "PERSONAJES", "it": "PERSONAGGI",
    "ru": "ДЕЙСТВУЮЩИЕ ЛИЦА", "pl": "OSOBY", "ja": "登場人物", "zh": "人物",
}  # fmt: skip


def _paged(lines: Sequence[str], title: str, pages: str) -> list[str]:
    """The lines on pages of 25, each with its number; all on none where they fill no two."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    if not pages or len(lines) <= _LINES:
        return list(lines)
    if pages == "numbered":
        lines = [line for line in lines if line]
    out: list[str] = []
    at, page = 0, 11
    while at < len(lines):
        end = min(at + _LINES, len(lines))
        while end < len(lines) and end > at + 10 and lines[end - 1] and not (lines[end - 2] and lines[end - 3]):
            end -= 1  # no page ends with a name or a direction
        own, at, page = lines[at:end], end, page + 1
        if pages == "numbered":
            own = [f"{number:2}   {line}" for number, line in enumerate(own, 1)]
        if pages == "heads":
            out += [f"{title.upper()}{page:>20}", "", *own, ""]
        else:
            out += [*own, "", f"{page:>40}", ""]
    return out
