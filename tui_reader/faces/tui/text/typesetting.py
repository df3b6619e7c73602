"""The settings that decide how text is set into lines. Knows no document and no screen."""

from __future__ import annotations

from tui_reader.named_tuple import NamedTuple
from tui_reader.settings import Settings


class Typesetting(NamedTuple):
    """How text is set; each field has the name of a setting."""

    width: int = 72
    """The greatest width of the text, in cells."""
    spacing: int = 1
    """Lines from one line of text to the next."""
    justify: bool = False
    """Whether both edges of the text are straight."""
    margins: int = 4
    """Empty cells on either side, on a screen that has room for them."""
    names: str = "both"
    """How the speaker is shown: "name", "label" or "both"; "first" is the name and role at the first turn only."""
    motion: bool = False
    """Whether the text scrolls smoothly."""
    calm: bool = False
    """Whether all stands at the left edge, where a braille display begins."""


def typesetting(settings: Settings) -> Typesetting:
    """The typesetting that the settings ask for; on a calm screen nothing moves."""
    return Typesetting(
        settings.line_width, settings.spacing, settings.justify, settings.margins, settings.names,
        settings.motion and not settings.calm, settings.calm,
    )  # fmt: skip
