"""The colours of the full screen: the terminal's own sixteen, or a pair of high contrast. No colour is needed to
read: the speaker is named in words, and the word being read is reversed or underlined.

In the pair each colour that is written with is at least seven times as light or as dark as what is below it (level
AAA of WCAG 2.2, 1.4.6).
"""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style


class Colours(NamedTuple):
    """The styles of what is painted in another way than the text."""

    speakers: tuple[str, ...]
    """The speakers' colours, one after the other."""
    quiet: Style
    """What is less important: marks of notes, the date, the turns around the current one."""
    hit: Style
    """Search hits."""
    highlight: Style
    """What the person has highlighted."""


OWN = Colours(
    ("cyan", "magenta", "green", "yellow", "blue", "red"),
    Style(dim=True),
    Style(color="black", bgcolor="yellow", underline=True),
    Style(color="black", bgcolor="cyan", bold=True),
)
"""From the terminal's own colours, so that they suit its background."""
DARK, LIGHT = "contrast-dark", "contrast-light"
GROUNDS = {DARK: ("#ffffff", "#000000"), LIGHT: ("#000000", "#ffffff")}
"""The colours of text and background."""
CONTRAST = {
    DARK: Colours(
        ("#5fffff", "#ff9cff", "#7dff7d", "#ffff5f", "#a8c8ff", "#ffb0b0"),
        Style(color="#b8b8b8"),
        Style(color="#000000", bgcolor="#ffff5f", underline=True),
        Style(color="#000000", bgcolor="#5fffff", bold=True),
    ),
    LIGHT: Colours(
        ("#004c5c", "#6a006a", "#004d00", "#5c3b00", "#00308f", "#8b0000"),
        Style(color="#4a4a4a"),
        Style(color="#ffffff", bgcolor="#5c3b00", underline=True),
        Style(color="#ffffff", bgcolor="#004c5c", bold=True),
    ),
}


def colours_of(theme: str) -> Colours:
    """The colours that go with a theme."""
    return CONTRAST.get(theme, OWN)
