"""One thing that `verify` has checked, and whether it is good."""

from __future__ import annotations

from tui_reader.named_tuple import NamedTuple


class Finding(NamedTuple):
    """One thing that was checked."""

    line: str
    """What was found, as a sentence for the person."""
    good: bool = True
