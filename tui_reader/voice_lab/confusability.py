"""Which people of a document could be taken for each other by ear: they answer each other in voices that are alike."""

from __future__ import annotations

from tui_reader.casting.cast import Cast, exchanges
from tui_reader.casting.similarity import CONFUSABLE, distance
from tui_reader.document.model import Document


def confusable(cast: Cast, document: Document) -> list[str]:
    """A line for each two who answer each other and could be confused, those who do so most often first."""
    lines = []
    for (one, other), times in exchanges(document).most_common():
        voices = cast.voice(one), cast.voice(other)
        if distance(*voices) < CONFUSABLE:
            names = " and ".join(document.short_name(id) for id in (one, other))
            often = "once" if times == 1 else f"{times} times"
            why = (
                f"both have the voice {voices[0].name}"
                if voices[0].id == voices[1].id
                else f"the voices {voices[0].name} and {voices[1].name} are alike"
            )
            lines.append(f"{names} could be confused: {why}, and they answer each other {often}.")
    return lines
