"""What might be a label, as a format brings it: the words, the place, and the evidence of how it is printed."""

from __future__ import annotations

from tui_reader.document.model import Span
from tui_reader.named_tuple import NamedTuple


class LabelCandidate(NamedTuple):
    """What might be a label in plain print: its words, its place with the sign after it, and a direction between."""

    text: str
    span: Span
    direction: Span | None = None
    """What stood in brackets after the name, "(laughing)": not the name's, not speech. `span` then ends before it."""
    speech: int = 0
    """Where the speech begins."""
    figure: bool = False
    """Whether a full stop and a figure follow, as in "SEC. 12", "No. 5"."""
    numbered: bool = False
    """Whether what stood between is a number, such as a note's mark, or a time."""


class MarkedCandidate(NamedTuple):
    """What might be a label by its markup, or by a sign in a caption."""

    text: str
    """The name, without the sign after it."""
    place: int
    """Index of its block, paragraph or cue, in the order of the file."""
    said: str | None = ""
    """What follows it; None at the end of the file."""
    mark: str = "sign"
    """How it is set apart: a key of `marked_names.MARKS`."""
    level: int | None = None
    """Of Markdown, how it stands alone: 0 in bold, 1 to 6 as a heading; None where a colon or a time follows it."""
    stamped: bool = False
    """Whether a time of the recording stands beside it."""
    listed: bool = False
    """Whether it begins an item of a list."""
    single: bool = False
    """Of Markdown, whether it is in single emphasis, `*name*`, and not in bold."""
    first: bool = True
    """Whether it begins its cue."""
    after_end: bool = True
    """Whether a sentence ended before it."""
    style: str = ""
    """Of a page, how it is printed, for comparing it with others of its mark."""
