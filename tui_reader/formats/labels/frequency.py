"""How often a label must be used: by its shape, with thresholds for each kind of print."""

from __future__ import annotations

from tui_reader.formats.labels.shapes import Shape
from tui_reader.named_tuple import NamedTuple

NEVER = 1 << 30
"""A number of uses that no label has."""


class HowOften(NamedTuple):
    """The uses from which a label of each shape is one."""

    strong: int = 2
    """Of capitals, initials, a title, an office."""
    named: int = 2
    """Of words with capitals."""
    other: int = NEVER
    """Of other words."""
    field: int = 4
    """Of a word that is a field's name as often."""

    def needed(self, looks: Shape, sure: bool = False) -> int:
        """The uses that a label needs; where print makes labels `sure`, a field's name is a name like others."""
        if looks.field and not sure:
            return self.field
        if looks.strong:
            return self.strong
        return self.named if looks.named else self.other


def used(uses: int, looks: Shape) -> str:
    """How often a label is used and how it is printed, in words: "used 4 times and printed in capitals"."""
    return f"{times(uses)} and {looks.words}" if looks.named else times(uses)


def times(uses: int) -> str:
    """How often a label is used, in words: "used once", "used 4 times"."""
    return {1: "used once", 2: "used twice"}.get(uses, f"used {uses:,} times")
