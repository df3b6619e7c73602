"""Several speeches in one line, as old plays print short ones: `BAL. Quid novi? TIB. Nihil.`

Knows labels in capitals that were kept at the starts of lines; finds others like them within the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from tui_reader.formats.labels.conventions import Convention
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.words import ABBREVIATED_TITLES
from tui_reader.formats.paragraphs import Paragraph

_MOST_LABELS = 200
_SAMPLE = 100_000
"""Characters in which speeches within a line must begin for others to be looked for."""
_SIGNS = {"stop": ".", "colon": ":"}
"""By name of the convention."""

_NO_TITLE = "".join(rf"(?<!\b(?i:{title})\.)" for title in sorted(ABBREVIATED_TITLES)) + r"(?<!\b[^\W\d_]\.)"
"""No full stop of a title or of initials: `MRS. HOLM.`, `J. HOLM.`"""


def within_lines(text: str, convention: Convention, kept: Collection[str]) -> re.Pattern[str] | None:
    """What finds the blank before a label in capitals within a line, behind a sentence; its group is the label.

    None where the text does not print speeches so. `kept` are labels that begin lines: one of them must stand within a
    line too, and others that are found there must come again.
    """
    sign = _SIGNS.get(convention.name)
    labels = {label for label in kept if _is_capitals(label)}
    if sign is None or not labels or len(kept) > _MOST_LABELS:
        return None
    sample = text[:_SAMPLE]
    if not any(f" {label}{sign} " in sample for label in labels):
        return None
    before, behind = rf"(?<=[.?!…;:)\]\d—-]){_NO_TITLE}[^\S\n]+", rf"{re.escape(sign)}\s"
    uses = Counter(re.findall(rf"{before}([^\W\d_a-z][^\W\d_a-z ]{{1,30}}){behind}", sample))
    if labels.isdisjoint(uses):
        return None
    labels |= {label for label, number in uses.items() if number > 1 and _is_capitals(label)}
    longest_first = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    return re.compile(rf"{before}(?=({longest_first}){behind})")


def _is_capitals(label: str) -> bool:
    looks = shape(label)
    return looks.possible and looks.strong and not looks.field and label.isupper() and len(label) > 1


def cut(text: str, paragraphs: Sequence[Paragraph], within: re.Pattern[str]) -> list[Paragraph]:
    """The paragraphs, divided where a speech begins within one of their lines."""
    return [piece for one in paragraphs for piece in divided_at(within.finditer(text, one.start, one.end), one)]


def divided_at(blanks: Iterable[re.Match[str]], paragraph: Paragraph) -> Iterator[Paragraph]:
    """The pieces of a paragraph between the blanks in it."""
    start, gap = paragraph.start, paragraph.gap
    for blank in blanks:
        yield Paragraph(start, blank.start(), gap, _breaks(paragraph, start, blank.start()))
        start, gap = blank.end(), 0
    yield Paragraph(start, paragraph.end, gap, _breaks(paragraph, start, paragraph.end))


def _breaks(paragraph: Paragraph, start: int, end: int) -> tuple[int, ...]:
    return tuple([line for line in paragraph.breaks if start < line < end])
