"""How each look is painted: lines into strips. The document's text goes in as plain text, never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.faces.tui.text.colours import Colours
from tui_reader.faces.tui.text.screen_line import Look, Run, SaidOutside, ScreenLine
from tui_reader.named_tuple import NamedTuple

UNDERLINE = Style(underline=True)
_QUIET = (Look.ASIDE, Look.MARK, Look.COLLECTION, Look.DATE, Look.QUIET)
_SPEAKERS = (Look.NAME, Look.LABEL, Look.BAR)
_STYLES = {Look.ASIDE: Style(italic=True), Look.HEADING: Style(bold=True), Look.NAME: Style(bold=True)}


Tone = Literal["sentence", "word", "selected", "highlight", "hit", "current hit", "cue"]
"""Why characters of the text are marked, and so how."""
_TONES: Mapping[Tone, Style] = {
    "sentence": UNDERLINE,
    "word": Style(reverse=True),
    "cue": Style(bold=True, underline=True),
    "selected": Style(reverse=True, bold=True),
    "current hit": Style(reverse=True, bold=True),
}


class TextMark(NamedTuple):
    """Characters of a page's text from `start` up to, not including, `end`, that are marked."""

    start: int
    end: int
    tone: Tone


def speaker_style(place: int | None, colours: Colours) -> Style:
    """The colour of the speaker at a place among the document's people; none for the narrator."""
    return Style() if place is None else _coloured(colours.speakers[place % len(colours.speakers)])


# Asked for at each line that is painted, and making one takes as long as painting half the line.
_coloured = cache(lambda name: Style(color=name))


def strip(
    line: ScreenLine,
    width: int,
    base: Style,
    speaker: Style,
    colours: Colours,
    marked: Sequence[TextMark] = (),
    said: SaidOutside | None = None,
) -> Strip:
    """A line of the screen, `width` cells wide.

    What is `said` outside the text is underlined, and its word is marked.
    """
    segments = [Segment(" " * line.indent, base)]
    for run in line.runs:
        style = base + _STYLES[run.look] if run.look in _STYLES else base
        if run.look in _QUIET:
            style += colours.quiet
        if run.look in _SPEAKERS:
            style += speaker
        if said and run.look is said.look:
            segments += _said(run, style + UNDERLINE, said.word)
        elif marked and run.start is not None:
            segments += _parts(run, run.start, style, colours, marked)
        else:
            segments.append(Segment(run.text, style))
    return Strip(segments).adjust_cell_length(width, base)


def _said(run: Run, style: Style, word: int | None) -> Iterator[Segment]:
    """A run that is being said outside the text, cut around the word with that number in it."""
    words = [*re.finditer(r"\S+", run.text)]
    if word is None or not 0 <= word < len(words):
        yield Segment(run.text, style)
        return
    start, end = words[word].span()
    for text, tone in (
        (run.text[:start], style),
        (run.text[start:end], style + _TONES["word"]),
        (run.text[end:], style),
    ):
        if text:
            yield Segment(text, tone)


def _parts(run: Run, start: int, style: Style, colours: Colours, marked: Sequence[TextMark]) -> Iterator[Segment]:
    """A run's text, cut where marks begin and end."""
    near = [mark for mark in marked if mark.start < start + run.length and mark.end > start]
    cuts = {0, run.length}
    for mark in near:
        cuts |= {max(0, mark.start - start), min(run.length, mark.end - start)}
    for first, last in pairwise(sorted(cuts)):
        part = style
        for mark in near:
            if mark.start <= start + first < mark.end:
                part += _TONES.get(mark.tone) or (colours.hit if mark.tone == "hit" else colours.highlight)
        yield Segment(run.text if run.blank else run.text[first:last], part)
