"""Questions and answers by letters in paragraphs of a page whose other names markup sets apart, as records of courts.

Knows blocks; not files.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.formats.html.html_block import HtmlBlock
from tui_reader.formats.labels import questions
from tui_reader.formats.labels.candidates import LabelCandidate

_FEWEST = 6


def with_questions(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks, with `Q. text` and `A. text` as a label and its words, where the letters take turns."""
    hits: dict[int, LabelCandidate] = {}
    for index, block in enumerate(blocks):
        if block.kind != "text" or not block.begins or block.outside:
            continue
        first = _first(block)
        if first[:1].isascii() and (found := questions.match(first, 0, len(first))):
            hits[index] = found
    if len(hits) >= _FEWEST:
        words = ["".join(one for one in block.run if isinstance(one, str)).strip() for block in blocks]
        hits = questions.of_one_pair(hits, words)
    if len(hits) < _FEWEST:
        return list(blocks)
    made: list[HtmlBlock] = []
    for index, block in enumerate(blocks):
        found = hits.get(index)
        made += _divided(block, found) if found else [block]
    return made


def _divided(block: HtmlBlock, found: LabelCandidate) -> list[HtmlBlock]:
    """The label and the words behind it."""
    first = _first(block)
    label = HtmlBlock("label", [first[: found.speech].strip()], True, name=found.text)
    return [label, block._replace(run=[first[found.speech :], *block.run[1:]], begins=False)]


def _first(block: HtmlBlock) -> str:
    """The first words of a block, without the white space before them."""
    first = block.run[0] if block.run else ""
    return first.lstrip() if isinstance(first, str) else ""
