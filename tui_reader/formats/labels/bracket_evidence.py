"""What stands in brackets behind a name, told by the other labels: how it is said, `FACE [ASIDE]`, or who says it.

A name that is mostly printed alone has no need of a party or a place. Knows the labels of a whole document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.lazy_re import lazy_re

_BRACKETED = lazy_re(r"(?P<name>[^()\[\]]{1,63}?)[^\S\n]?(?P<bracket>\([^()]{1,600}\)|\[[^\[\]]{1,600}\])")
_HOW = lazy_re(r"\s*(?:[_*]|<i>)?([a-z][^—–.;:?!]{1,200}\.)(?:[_*]|</i>)?\s*(?:--|[—–])\s*(?=\S)")
"""Words in small letters up to a full stop, and a dash."""
_DASHES = frozenset("-–—")
_FEWEST = 3
"""Directions behind names of a document, from which others may be directions too."""


def with_directions(text: str, at: dict[int, LabelCandidate]) -> dict[int, LabelCandidate]:
    """The labels by index of the paragraph; what is said of a name now and then, in brackets, set apart from it."""
    uses = Counter([one.text for one in at.values()])
    names = {label: found["name"] for label in uses if label[-1] in ")]" and (found := _BRACKETED.fullmatch(label))}
    if not names:
        return at
    behind = Counter(names[label] for label in names for _ in range(uses[label]))
    told = {label for label, name in names.items() if uses[name] > behind[name] and not _is_who(label, name)}
    directed = sum(one.direction is not None and not one.numbered for one in at.values())
    if not told or directed + sum(uses[label] for label in told) < _FEWEST:
        return at
    return {index: _apart(text, one, names[one.text]) if one.text in told else one for index, one in at.items()}


def between_dashes(
    text: str, paragraphs: Sequence[Paragraph], at: dict[int, LabelCandidate]
) -> dict[int, LabelCandidate]:
    """The labels by index of the paragraph; what stands between a name's dash and another, set apart: how it is said.

    `ANNA -- rising slowly. -- Good day.`
    """
    found = {
        index: how
        for index, one in at.items()
        if text[one.speech - 1] in _DASHES
        and one.direction is None
        and (how := _HOW.match(text, one.speech, paragraphs[index].end))
    }
    if len(found) < _FEWEST:
        return at
    return {
        index: one._replace(span=Span(one.span.start, how.start(1)), direction=Span(*how.span(1)), speech=how.end())
        if (how := found.get(index))
        else one
        for index, one in at.items()
    }


def _is_who(label: str, name: str) -> bool:
    """Whether the bracket says who holds an office, or of which party or place somebody is."""
    looks = shape(label)
    return looks.kind in ("member", "office") or shape(label[len(name) :].strip(" ()[]")).kind == "titled"


def _apart(text: str, found: LabelCandidate, name: str) -> LabelCandidate:
    """The label of the name alone, its bracket as a direction."""
    begin = min(at for sign in "([" if (at := text.find(sign, found.span.start, found.speech)) >= 0)
    end = text.index(")" if text[begin] == "(" else "]", begin) + 1
    last = len(text[found.span.start : begin].rstrip())
    return found._replace(text=name, span=Span(found.span.start, found.span.start + last), direction=Span(begin, end))
