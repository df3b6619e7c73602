"""The labels of a document in plain print, and its paragraphs divided where one begins within them."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.conventions import COMPANION, CONVENTIONS, Convention
from tui_reader.formats.paragraphs import Paragraph

_SENTENCE_ENDS = frozenset(".?!…:;—-_\"'”’)]")
_FEW_LABELS = 200


class Labelling:
    """The labels of a document: paragraph by paragraph."""

    def __init__(self, convention: Convention | None = None, at: dict[int, LabelCandidate] | None = None) -> None:
        self.convention = convention
        self.at = at or {}
        """By index of the paragraph, in order."""
        self.timed = False
        """Whether times stand before labels."""
        self.printers: Sequence[int] = ()
        """Paragraphs that begin or end what the printer of a file adds."""


def divide(text: str, paragraphs: Sequence[Paragraph], labelling: Labelling) -> list[Paragraph]:
    """The paragraphs, divided where a wrapped line begins with a kept label and the line above ends a sentence."""
    convention = labelling.convention
    kept = {found.text for found in labelling.at.values()}
    few = tuple(label.split(None, 1)[0] for label in kept) if len(kept) <= _FEW_LABELS else ()
    tried = [convention] if convention else []
    if few and "Q" in kept:
        tried = [COMPANION, *(one for one in CONVENTIONS if one is not COMPANION)]
    divided: list[Paragraph] = []
    for paragraph in paragraphs:
        if not paragraph.breaks:
            divided.append(paragraph)
            continue
        start, above = paragraph.start, 0
        gap = paragraph.gap
        for number, line in enumerate(paragraph.breaks):
            end = text.rfind("\n", start, line)
            while text[end].isspace():
                end -= 1
            if convention is None or text[end] not in _SENTENCE_ENDS:
                continue
            if few and not text.startswith(few, line):
                continue
            found = next(filter(None, (one.match(text, line, paragraph.end) for one in tried)), None)
            if found and found.text in kept:
                divided.append(Paragraph(start, end + 1, gap, paragraph.breaks[above:number]))
                start, above, gap = line, number + 1, 0
        divided.append(Paragraph(start, paragraph.end, gap, paragraph.breaks[above:]))
    return divided
