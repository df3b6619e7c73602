"""What stands in brackets behind a name, told by the other labels: how it is said, `FACE [ASIDE]`, or who says it.

A name that is mostly printed alone has no need of a party or a place. Knows the labels of a whole document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.words import ANSWERS, PARTICLES, PRONOUNS, folded
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.formats.stage_directions import is_direction
from tui_reader.lazy_re import lazy_re

_BRACKETED = lazy_re(r"(?P<name>[^()\[\]]{1,63}?)[^\S\n]?(?P<bracket>\([^()]{1,600}\)|\[[^\[\]]{1,600}\])")
_HOW = lazy_re(r"\s*(?:[_*]|<i>)?([a-z][^—–.;:?!]{1,200}\.)(?:[_*]|</i>)?\s*(?:--|[—–])\s*(?=\S)")
"""Words in small letters up to a full stop, and a dash."""
_DASHES = frozenset("-–—")
_FEWEST = 3
"""Directions behind names of a document, from which others may be directions too."""
_MOST_OF_PLACE = 2
"""Words with capitals in a bracket that are a place or a person, though no other is behind the same name."""


def with_directions(text: str, at: dict[int, LabelCandidate]) -> dict[int, LabelCandidate]:
    """The labels by index of the paragraph; what is said of a name now and then, in brackets, set apart from it."""
    uses = Counter([one.text for one in at.values()])
    names = {label: found["name"] for label in uses if label[-1] in ")]" and (found := _BRACKETED.fullmatch(label))}
    if not names:
        return at
    behind = Counter(names[label] for label in names for _ in range(uses[label]))
    places = {label: words for label in names if _is_title(words := _inside(label, names[label]))}
    several = Counter(names[label] for label in places)
    who = {
        label for label, words in places.items() if several[names[label]] > 1 or len(words.split()) <= _MOST_OF_PLACE
    }
    told = {label for label, name in names.items() if uses[name] > behind[name] and not _is_who(label, name)} - who
    if not told:
        return at
    directed = sum(one.direction is not None and not one.numbered for one in at.values())
    if directed + sum(uses[label] for label in told) < _FEWEST:
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
        and not _is_said(how[1])
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
    return looks.kind in ("member", "office") or shape(_inside(label, name)).kind == "titled"


def _inside(label: str, name: str) -> str:
    """The words in the bracket behind a name."""
    return label[len(name) :].strip(" ()[]")


def _is_title(inside: str) -> bool:
    """Whether the words of a bracket all have a capital, as those of a place or a person have, and are no direction."""
    words = [word for word in inside.split() if word not in PARTICLES]
    titled = inside[:1].isupper() and all(word[0].isupper() and not word.isupper() for word in words)
    return titled and not (is_direction(inside, True) or is_direction(inside.lower(), True))


def _is_said(words: str) -> bool:
    """Whether words between dashes begin with an answer or a pronoun, or are of who speaks."""
    return folded(words.split(None, 1)[0].strip(",")) in ANSWERS | PRONOUNS or " I " in words


def _apart(text: str, found: LabelCandidate, name: str) -> LabelCandidate:
    """The label of the name alone, its bracket as a direction."""
    begin = min(at for sign in "([" if (at := text.find(sign, found.span.start, found.speech)) >= 0)
    end = text.index(")" if text[begin] == "(" else "]", begin) + 1
    last = len(text[found.span.start : begin].rstrip())
    return found._replace(text=name, span=Span(found.span.start, found.span.start + last), direction=Span(begin, end))
