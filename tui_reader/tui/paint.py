"""How each look is painted: lines into strips. The document's text goes in as plain text, never as markup."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.tui.layout import Line, Look

SPEAKERS = ("cyan", "magenta", "green", "yellow", "blue", "red")
"""Of the terminal's own colours, so that they suit its background; whoever cannot see them reads the name."""
REVERSE = Style(reverse=True)
UNDERLINE = Style(underline=True)
_STYLES = {
    Look.TEXT: Style(),
    Look.ASIDE: Style(dim=True, italic=True),
    Look.HEADING: Style(bold=True),
    Look.MARK: Style(dim=True),
    Look.NOTE: Style(),
    Look.COLLECTION: Style(dim=True),
    Look.TITLE: Style(),
    Look.DATE: Style(dim=True),
    Look.NAME: Style(bold=True),
    Look.LABEL: Style(),
    Look.QUIET: Style(dim=True),
}


def speaker_style(place: int | None) -> Style:
    """The colour of the speaker at a place among the document's people; none for the narrator."""
    return Style() if place is None else Style(color=SPEAKERS[place % len(SPEAKERS)])


def strip(
    line: Line, width: int, base: Style, speaker: Style, marked: tuple[int, int] | None = None, said: Look | None = None
) -> Strip:
    """A line of the screen, `width` cells wide.

    `marked` is the word being said, as characters of the page's text, and painted in reverse; `said` the look of what
    is being said above the text, which is underlined.
    """
    segments = [Segment(" " * line.indent, base)]
    for run in line.runs:
        style = base + _STYLES[run.look]
        if run.look in (Look.NAME, Look.LABEL):
            style += speaker
        if run.look is said:
            style += UNDERLINE
        if marked and run.start is not None:
            first = min(max(0, marked[0] - run.start), len(run.text))
            last = min(max(first, marked[1] - run.start), len(run.text))
            parts = ((run.text[:first], style), (run.text[first:last], style + REVERSE), (run.text[last:], style))
            segments += (Segment(text, look) for text, look in parts if text)
        else:
            segments.append(Segment(run.text, style))
    return Strip(segments).adjust_cell_length(width, base)
