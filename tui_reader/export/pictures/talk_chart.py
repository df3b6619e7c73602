"""Who spoke how much, as an SVG file: a bar of words for each speaker, the figures in text, the shape of the talk."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from tui_reader.document.model import Document
from tui_reader.document.speaker_colours import SPEAKER_COLOURS
from tui_reader.export.pictures.shape_picture import HEIGHT, draw_shape
from tui_reader.export.pictures.svg_elements import add, picture

if TYPE_CHECKING:
    from tui_reader.reading.talk_statistics import TalkStatistics

WIDTH, MARGIN, ROW, BAR, LINE = 800, 24, 46, 14, 24
LONGEST = 110
"""Characters of a line of words that are shown."""
TITLE = 68
"""Characters of a line of the title, which has at most two."""


def talk_chart(document: Document, statistics: TalkStatistics, lines: Iterable[str]) -> bytes:
    """The file. `lines` has a line of words for each speaker, in the order of the statistics."""
    told = list(lines)
    places = {person.id: place for place, person in enumerate(document.people)}
    titles = textwrap.wrap(" ".join(document.heading.split()), TITLE, max_lines=2, placeholder=" …")
    first = MARGIN + LINE * len(titles) + 16
    height = first + ROW * len(told) + HEIGHT + MARGIN
    title = f"Who spoke how much: {document.heading}"
    root = picture(WIDTH, height, title, " ".join(told))
    root.set("font-family", "system-ui, sans-serif")
    add(root, "style", _style())
    add(root, "rect", cls="ground", width=WIDTH, height=height)
    for number, line in enumerate(titles):
        y = MARGIN + 16 + LINE * number
        add(root, "text", line, x=MARGIN, y=y, cls="ink", font_size=18, font_weight=600)
    most = max((one.words for one in statistics.speakers), default=0) or 1
    for number, (one, words) in enumerate(zip(statistics.speakers, told, strict=True)):
        top = first + ROW * number
        add(root, "text", _short(words), x=MARGIN, y=top + 12, cls="ink", font_size=13)
        place = places.get(one.id)
        who = "who-none" if place is None else f"who-{place % len(SPEAKER_COLOURS)}"
        length = max(1, (WIDTH - 2 * MARGIN) * one.words / most)
        add(root, "rect", cls=who, x=MARGIN, y=top + 18, width=f"{length:g}", height=BAR, rx=2)
    draw_shape(root, document, MARGIN, height - MARGIN - HEIGHT, WIDTH - 2 * MARGIN)
    encoded: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return encoded


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _style() -> str:
    light = "".join(f".who-{number}{{fill:{one.on_light}}}" for number, one in enumerate(SPEAKER_COLOURS))
    dark = "".join(f".who-{number}{{fill:{one.on_dark}}}" for number, one in enumerate(SPEAKER_COLOURS))
    return (
        f".ground{{fill:#fff}}.ink{{fill:#222}}.who-none{{fill:#666}}{light}"
        f"@media (prefers-color-scheme:dark){{.ground{{fill:#16171a}}.ink{{fill:#eee}}.who-none{{fill:#aaa}}{dark}}}"
    )
