"""The printed pieces of a document as frozen data: passages, labels, marks, notes and residue, with their spans.

All spans count characters of `Document.text`, the file's own text after decoding and cleaning.
"""

from __future__ import annotations

from enum import StrEnum

from tui_reader.named_tuple import NamedTuple

LABEL_AGAIN = "the same speaker named again"
ABOUT_SPEAKER = "about the speaker"
TIME_OF_CUE = "time of a cue"
TIME_OF_MESSAGE = "time of a message"
"""Why these are residue: a label within a turn, what is printed beside one, the lines around the words of a caption,
which may name who speaks or be said again, and what stands with the name before a message of a chat."""


class Span(NamedTuple):
    """A stretch of `Document.text`: characters from `start` up to but not including `end`."""

    start: int
    end: int


class Kind(StrEnum):
    """What a passage is in print, which decides how it is shown and who says it."""

    SPEECH = "speech"
    ASIDE = "aside"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    VERSE = "verse"
    TABLE = "table"
    SIGNATURE = "signature"
    HEADING = "heading"
    DATELINE = "dateline"
    QUOTATION = "quotation"
    """A paragraph that is quoted; who quotes it says it."""


class Mark(NamedTuple):
    """A place in a passage that refers to a note."""

    note: str
    """The mark of the note it refers to, as printed: "1", "*"."""
    offset: int
    """Index into the passage's text; the mark is before this character."""
    span: Span | None
    """The printed mark with its brackets; None if none is printed and its place was inferred."""

    @property
    def inferred(self) -> bool:
        """Whether no mark is printed and its place was inferred."""
        return self.span is None


class Passage(NamedTuple):
    """A stretch of text of one kind, as printed but without labels and marks, with line breaks turned into spaces.

    The `spans` together hold as many characters as `text`, in order, so that each character of `text` has its place in
    the source. The two differ only in white space, which is a space in `text` (or, in verse, a line feed).
    """

    kind: Kind
    text: str
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()


class Label(NamedTuple):
    """The printed words that say who speaks."""

    text: str
    """As printed, without the punctuation after it: "AES", "Mr. GREGG"."""
    span: Span
    """Its place in the source, with the punctuation after it."""


class Note(NamedTuple):
    """A footnote, or the printed line that says where the document was found."""

    mark: str
    """"1", "*"; "Source" for the line that says where the document was found."""
    span: Span | None
    """The printed mark before the note's text, with the punctuation after it; None if no mark is printed."""
    passage: Passage | None
    """None if marks refer to the note but it is not in the file."""

    @property
    def text(self) -> str | None:
        """The words of the note; None if they are not in the file."""
        return self.passage.text if self.passage else None


class Residue(NamedTuple):
    """Printed characters that are not part of the dialogue: the links of a web page, an address, a print line."""

    text: str
    span: Span
    why: str
    """What it is, in a few words for the ledger: "rest of a web link"."""
    inline: bool = False
    """Whether it is inside a paragraph of a passage and not a paragraph by itself."""


class SpokenAt(NamedTuple):
    """When words were said, by the document's own times."""

    place: int
    """The character of `Document.text` from which on they are printed, up to the next such place."""
    start: float
    """Seconds."""
    end: float | None
    """Seconds; None where the file does not say."""
    is_word: bool
    """Whether it is the time of a word within a caption, and not that of the caption."""


class Date(NamedTuple):
    """When it was said."""

    passage: Passage
    """As printed."""
    iso: str | None
    """As ISO 8601, "1962-11-09T16:15"; None if what is printed was not understood."""
