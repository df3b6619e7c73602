"""Where the labels of a plain transcript are in doubt, in sentences for the person, who decides.

Knows what was kept and what stood nearest to being kept; changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui_reader.document.people.label_parts import same
from tui_reader.formats.labels.conventions import CONVENTIONS
from tui_reader.formats.labels.frequency import NEVER, HowOften
from tui_reader.formats.labels.labelling import Labelling
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.paragraphs import Paragraph

_PUT_RIGHT = "people --unmark LABEL corrects it"
_MOST_NAMED = 5
_AGAIN = HowOften(strong=3, named=3, field=NEVER)
"""The uses from which what stands before a colon might have been meant as a label."""
_SEARCHED = 5000
"""Paragraphs of a text without labels in which words that look like labels are counted."""


def label_warnings(labelling: Labelling, text: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    """One sentence for each thing that may have been misunderstood; an empty list where all is plain."""
    if not labelling.at:
        return _left_in_the_text(text, paragraphs)
    uses = Counter([found.text for found in labelling.at.values()])
    if len(uses) > 2 and max(uses.values()) == 1 and len({same(label) for label in uses}) == len(uses):
        return [f"possibly not speakers: {_quoted(list(uses))} (no name is used twice); {_PUT_RIGHT}"]
    strong = sum(number for label, number in uses.items() if shape(label).strong)
    odd = [label for label, number in uses.items() if number <= 2 and not shape(label).strong and " & " not in label]
    if odd and strong >= 0.9 * len(labelling.at) and len(labelling.at) >= 10:
        thing = "a speaker" if len(odd) == 1 else "speakers"
        return [f"possibly not {thing}: {_quoted(odd)} (printed unlike the other names); {_PUT_RIGHT}"]
    return []


def _left_in_the_text(text: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    """What often stands before a colon, in a text that is read as one narrator's."""
    colon = next(one for one in CONVENTIONS if one.name == "colon")
    found = [colon.match(text, one.start, one.end) for one in paragraphs[:_SEARCHED]]
    uses = Counter([one.text for one in found if one is not None])
    often = [label for label, number in uses.items() if number >= _AGAIN.needed(shape(label))]
    if len(often) < 2:
        return []
    return [f"no speakers were found, though {_quoted(often)} often stand before a colon"]


def _quoted(labels: Sequence[str]) -> str:
    named = ", ".join(f'"{label}"' for label in labels[:_MOST_NAMED])
    return f"{named} and {len(labels) - _MOST_NAMED} more" if len(labels) > _MOST_NAMED else named
