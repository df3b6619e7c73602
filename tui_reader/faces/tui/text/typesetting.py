"""How a person wants text to be set, out of the settings. Knows no document and no screen."""

from __future__ import annotations

from typing import NamedTuple

from tui_reader.settings import Settings


class Typesetting(NamedTuple):
    """What the view is told of the settings; each but `motion` has the name of one."""

    width: int = 72
    """The widest that text is set, in cells."""
    spacing: int = 1
    """Lines from one line of text to the next."""
    justify: bool = False
    """Whether both edges of the text are straight."""
    margins: int = 4
    """Cells that stay empty on either side of a screen that has room for them."""
    names: str = "both"
    """How who speaks is shown: "name", "label" or "both"."""
    motion: bool = False
    """Whether text glides to its next place."""


def typesetting(settings: Settings) -> Typesetting:
    """What of the settings is about the look of the text; on a calm screen nothing moves."""
    return Typesetting(
        settings.width, settings.spacing, settings.justify, settings.margins, settings.names,
        settings.motion and not settings.calm,
    )  # fmt: skip
