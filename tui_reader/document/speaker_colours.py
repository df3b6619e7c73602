"""The colours of speakers, the same in every view and export: one for each speaker in the order of the document.

Each has the same hue on a dark ground, on a light one and among a terminal's sixteen colours. On black and on white
each is at least seven times as light or as dark as the ground (level AAA of WCAG 2.2, 1.4.6), and they differ from each
other also for the colour-blind; a test measures both.
"""

from __future__ import annotations

from tui_reader.named_tuple import NamedTuple


class SpeakerColour(NamedTuple):
    """A hue, as each ground needs it."""

    on_dark: str
    """As CSS has it: "#rrggbb"."""
    on_light: str
    on_any: str
    """Where the ground is unknown, as in a book: at least 4.5 to 1 on black and on white."""
    ansi: str
    """Its name among a terminal's sixteen colours."""


SPEAKER_COLOURS = (
    SpeakerColour("#0cecff", "#195f79", "#0f8389", "cyan"),
    SpeakerColour("#dd83ad", "#860cb6", "#cb24bb", "magenta"),
    SpeakerColour("#b6e39b", "#0a3400", "#58804c", "green"),
    SpeakerColour("#e2dc0b", "#695604", "#737a1e", "yellow"),
    SpeakerColour("#7f9bf9", "#1008f3", "#4966fe", "blue"),
    SpeakerColour("#ff763e", "#8b4242", "#ec0118", "red"),
)
"""The speaker after the last of them has the first colour again."""


def speaker_colour(place: int) -> SpeakerColour:
    """The colour of the person at a place among the document's people, counted from 0."""
    return SPEAKER_COLOURS[place % len(SPEAKER_COLOURS)]
