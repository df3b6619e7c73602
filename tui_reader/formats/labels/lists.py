"""Lists whose heads are printed as labels are: glossaries, lettered headings, fields that come again, numbered items.

Knows folded names in the order in which they are printed, and what stands between them; not what is said under them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, groupby, pairwise
from string import ascii_lowercase

from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.shapes import Shape
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.lazy_re import lazy_re

_LISTED = frozenset(("bulleted", "tabbed"))
"""The conventions that most lists are printed by."""
_FEWEST_EXPLAINED = 4
_FEWEST_ITEMS = 3
_ITEM = lazy_re(r"(\d{1,3})[.)]\s+(?=[^\W\d_])")
_COUNT = lazy_re(r"(?:[IVXLC]{1,7}|\d{1,3})[.)](?=\s|$)")
"""The number of a section."""
_SENTENCE_ENDS = frozenset('.?!…"”’»)]')


def may_be_listed(convention: str, text: str, hits: Iterable[LabelCandidate], shapes: Iterable[Shape]) -> bool:
    """Whether labels may be fields of a list: behind bullets, not captions' `>>`, or tabs, no capitals, no titles."""
    if convention not in _LISTED or any(text[one.span.start] == ">" for one in hits):
        return False
    return not any(looks.strong for looks in shapes)


def grouped(keys: Mapping[int, str], text: str, paragraphs: Sequence[Paragraph]) -> list[list[str]]:
    """Folded names, by index of the paragraph that begins with each, divided where a heading stands between two."""
    indices = list(keys)
    if not keys or len(keys) > indices[-1] - indices[0]:
        return [list(keys.values())]  # nothing stands between them
    groups: list[list[str]] = [[]]
    above = indices[0]
    for index, key in keys.items():
        if any(_is_heading(text, paragraphs[between]) for between in range(above + 1, index)):
            groups.append([])
        groups[-1].append(key)
        above = index
    return groups


def _is_heading(text: str, one: Paragraph) -> bool:
    """Whether a paragraph does not end as a sentence does, or begins with the number of a section."""
    return text[one.end - 1] not in _SENTENCE_ENDS or _COUNT.match(text, one.start, one.end) is not None


def why_a_list(groups: Sequence[Sequence[str]], listed: bool) -> str:
    """Why folded names, in the order in which they are printed, belong to a list and no talk; empty where they may not.

    `groups` are divided by headings; `listed` says that lists are printed so, of whose names in a talk most come again.
    """
    keys = list(chain.from_iterable(groups))
    if is_glossary([key for key, _ in groupby(keys)]):
        return "words in the order of the alphabet, each explained"
    if len(keys) >= 2 * len(groups) > 0 and all(map(_is_lettered, groups)):
        return "the letter and the heading of a paragraph"
    if not listed:
        return ""
    if len(groups) > 1 and _come_in_order(groups):
        return "fields that come in the same order under each heading"
    again = sum(number for number in Counter(keys).values() if number > 1)
    return "in a list in which few names come again" if 2 * again <= len(keys) else ""


def _is_lettered(keys: Sequence[str]) -> bool:
    """Whether names begin with the letters of the alphabet, in order: "a facts", "b law"."""
    if len(keys) > len(ascii_lowercase):
        return False
    return [key.partition(" ")[0] for key in keys] == list(ascii_lowercase[: len(keys)])


def _come_in_order(groups: Sequence[Sequence[str]]) -> bool:
    """Whether no name comes twice in a group, and all groups have names of the longest one, in its order."""
    longest = sorted(groups, key=len)[-1]
    order = {key: place for place, key in enumerate(longest)}
    if not order.keys() >= set(chain.from_iterable(groups)):
        return False
    return all(order[one] < order[other] for group in groups for one, other in pairwise(group))


def is_glossary(keys: Sequence[str]) -> bool:
    """Whether folded labels, each used once, are in alphabetical order: words that are explained.

    Names with figures are not a glossary: "speaker 1", "speaker 2".
    """
    return (
        len(keys) >= _FEWEST_EXPLAINED
        and len(set(keys)) == len(keys)
        and list(keys) == sorted(keys)
        and not any(char.isdigit() for key in keys for char in key)
    )


def items_of_list(labels: Collection[str]) -> set[str]:
    """Those of the labels, in order, that are the heads of a numbered list: `1. Minutes`, `2. Finance`, each once."""
    items = [(label, found) for label in labels if (found := _ITEM.match(label))]
    numbers = [int(found[1]) for _, found in items]
    heads = {label[found.end() :].casefold() for label, found in items}
    in_order = numbers == sorted(set(numbers)) and len(heads) == len(numbers) >= _FEWEST_ITEMS
    return {label for label, _ in items} if in_order else set()
