"""The colours of the full screen: the terminal's own sixteen, or a pair of high contrast. No colour is needed to
read: the speaker is named in words, and the word being read is reversed or underlined.

In the pair each colour that is written with is at least seven times as light or as dark as what is below it (level
AAA of WCAG 2.2, 1.4.6).
"""

from __future__ import annotations

from rich.style import Style
from textual.theme import Theme

from tui_reader.document.speaker_colours import SPEAKER_COLOURS
from tui_reader.named_tuple import NamedTuple


class Colours(NamedTuple):
    """The styles of what is painted in another way than the text."""

    speakers: tuple[str, ...]
    """The speakers' colours, one after the other."""
    quiet: Style
    """What is less important: marks of notes, the date."""
    hit: Style
    """Search hits."""
    highlight: Style
    """What the person has highlighted."""


OWN = Colours(
    tuple(colour.ansi for colour in SPEAKER_COLOURS),
    Style(),
    Style(color="black", bgcolor="yellow", underline=True),
    Style(color="black", bgcolor="cyan", bold=True),
)
"""From the terminal's own colours, so that they suit its background; nothing is dimmed, for how far is not known."""
DARK, LIGHT = "contrast-dark", "contrast-light"
GROUNDS = {DARK: ("#ffffff", "#000000"), LIGHT: ("#000000", "#ffffff")}
"""The colours of text and background."""
CONTRAST = {
    DARK: Colours(
        tuple(colour.on_dark for colour in SPEAKER_COLOURS),
        Style(color="#b8b8b8"),
        Style(color="#000000", bgcolor="#ffff5f", underline=True),
        Style(color="#000000", bgcolor="#5fffff", bold=True),
    ),
    LIGHT: Colours(
        tuple(colour.on_light for colour in SPEAKER_COLOURS),
        Style(color="#4a4a4a"),
        Style(color="#ffffff", bgcolor="#5c3b00", underline=True),
        Style(color="#ffffff", bgcolor="#004c5c", bold=True),
    ),
}


def colours_of(theme: Theme) -> Colours:
    """The colours that go with a theme: the terminal's own, or those of high contrast for a dark or light ground.

    The grounds of Textual's themes are dark and light enough for a contrast of 4.5 to 1 with each of these.
    """
    return OWN if theme.name.startswith("ansi") else CONTRAST[DARK if theme.dark else LIGHT]
