"""The shape of a talk as SVG: each turn a stretch in its speaker's colour and height, as long as its words."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.document.model import Document
from tui_reader.document.speaker_colours import SPEAKER_COLOURS
from tui_reader.document.talk_shape import TalkShape, runs
from tui_reader.export.markup.xhtml_elements import Element, printable
from tui_reader.export.pictures.svg_elements import add, empty
from tui_reader.terminal.counts import count

STRETCHES = 600
"""How finely the talk is divided, however many turns it has."""
HEIGHT = 24
_HEIGHTS = (8, 24, 16, 20, 4, 12)
"""The height of each speaker's stretches in turn, so that colour is not needed; the first again after the last."""
_NOBODY = 2
"""The height of what nobody says."""


def shape_picture(document: Document) -> Element | None:
    """The picture for a page; None for a document of less than two turns. A style sheet gives the classes colours.

    Its name is no text of the page.
    """
    if len(document.turns) < 2:
        return None
    named = _names(document)
    turns = count(len(document.turns), "turn")
    root = empty(STRETCHES, HEIGHT)
    root.set("aria-label", printable(f"The shape of the talk: {turns}, each as long as its words. {named}"))
    root.set("preserveAspectRatio", "none")
    draw_shape(root, document, 0, 0, STRETCHES)
    return root


def draw_shape(parent: Element, document: Document, left: float, top: float, width: float) -> None:
    """Draw the shape into a picture, in a field `HEIGHT` high."""
    places = {person.id: place for place, person in enumerate(document.people)}
    at, step = left, width / STRETCHES
    for speaker, length in runs(TalkShape(document).speakers(STRETCHES)):
        place = places.get(speaker or "")
        height = _NOBODY if place is None else _HEIGHTS[place % len(_HEIGHTS)]
        who = "who-none" if place is None else f"who-{place % len(SPEAKER_COLOURS)}"
        across = {"x": f"{at:g}", "width": f"{length * step:g}"}
        add(parent, "rect", cls=who, y=f"{top + HEIGHT - height:g}", height=f"{height}", **across)
        at += length * step


def _names(document: Document, most: int = 12) -> str:
    people: Iterable[str] = (document.short_name(person.id) for person in document.people[:most])
    more = len(document.people) - most
    return f"Speakers: {', '.join(people)}{f' and {more} more' if more > 0 else ''}."
