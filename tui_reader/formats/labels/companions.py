"""Labels that a plain print has beside those of its convention: before another sign, or before none.

Takes the labels that were found, and finds kept names, and others like them, where they stand otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from tui_reader.document.model import Span
from tui_reader.document.people.label_parts import same
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.conventions import CONVENTIONS, Convention
from tui_reader.formats.labels.directions import unsigned
from tui_reader.formats.labels.groups import is_group
from tui_reader.formats.labels.labelling import Labelling
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.paragraphs import Paragraph

_SIGNED = tuple(one for one in CONVENTIONS if one.name in ("colon", "dash", "stop"))
_FEWEST = 3
"""Kept names before another sign, or before none, from which that is a second print of the text's labels."""
_MANY = 0.2
"""The share of the labels that must be so too, before no sign."""
_Hits = Callable[[Convention], dict[int, LabelCandidate]]


def add_other_signs(best: Labelling, hits: _Hits, names: Collection[str]) -> None:
    """Add labels in capitals before another sign, `ANNA. Yes.` among `ANNA -- rising. -- No.`: kept names above all.

    Others are added where they come again, and the kept names are printed so too.
    """
    if best.convention not in _SIGNED or not _in_capitals(best.at):
        return
    first, last = min(best.at), max(best.at)
    if last - first < len(best.at):  # each paragraph between them has a label
        return
    for convention in _SIGNED:
        others = {
            index: one
            for index, one in hits(convention).items()
            if first < index < last and index not in best.at and one.text.isupper() and not one.figure
        }
        known = {index for index, one in others.items() if same(one.text) in names}
        if len(known) >= _FEWEST:
            uses = Counter(one.text for one in others.values())
            _add(best, {i: one for i, one in others.items() if i in known or _comes_again(one.text, uses)})


def _comes_again(label: str, uses: Mapping[str, int]) -> bool:
    return uses[label] > 1 and shape(label).strong and not shape(label).field


def add_unsigned(best: Labelling, names: Collection[str], text: str, paragraphs: Sequence[Paragraph]) -> None:
    """Add paragraphs that begin with a label and a remark in brackets, without the sign: `Lane [enters] Sir?`.

    The label is a kept one; or in capitals among these, where all of those are, and not below them, as in a glossary.
    """
    added = {}
    last = max(best.at, default=0)
    capitals = _in_capitals(best.at)
    for index, paragraph in enumerate(paragraphs):
        if index in best.at:
            continue
        found = unsigned(text, paragraph.start, paragraph.end)
        if found is None:
            continue
        known = same(found.text) in names or is_group(same(found.text), names)
        if known or (capitals and index < last and found.text.isupper() and shape(found.text).strong):
            added[index] = found
    _add(best, added)


def add_bare(best: Labelling, names: Collection[str], text: str, paragraphs: Sequence[Paragraph]) -> None:
    """Add paragraphs that begin with a kept name in capitals and a sentence, no sign between: `NORA Where is she?`

    Only where labels have no sign elsewhere either, and many paragraphs begin so.
    """
    labels = {one.text for one in best.at.values() if same(one.text) in names and one.text.isupper()}
    if best.convention is None or not best.convention.lines or not labels:
        return
    alternatives = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    begins = re.compile(rf"(?P<name>{alternatives})[ \u00a0](?=[\"'“‘]?[A-Z][a-z']|[\"'“‘]?[IAO][ ,'’])")
    added = {}
    for index, paragraph in enumerate(paragraphs):
        found = begins.match(text, paragraph.start, paragraph.end) if index not in best.at and paragraph.gap else None
        if found:
            added[index] = LabelCandidate(found["name"], Span(*found.span()), None, found.end())
    if len(added) >= max(_FEWEST, _MANY * len(best.at)):
        _add(best, added)


def _in_capitals(at: Mapping[int, LabelCandidate]) -> bool:
    return all(one.text.isupper() for one in at.values())


def _add(best: Labelling, added: Mapping[int, LabelCandidate]) -> None:
    if added:
        best.at = dict(sorted({**best.at, **added}.items()))
