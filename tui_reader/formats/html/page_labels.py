"""The labels of a page by its markup: each possible one stays a label, or is words again. Knows blocks; not files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.html.html_blocks import HtmlBlock
from tui_reader.formats.labels import marked_names
from tui_reader.formats.labels.bare_name import PAGE, bare_name
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.dialogue import confirm_by_markup

_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?[.:]?\s+(?=\S)")

_MARKS = {"label": "element", "who": "class", "soft": "emphasis", "term": "term"}
"""The kinds of blocks that might be labels, and how they are set apart."""


def settled(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks with each possible label decided: it stays a label, or is the start of its paragraph again."""
    blocks = _with_notes(blocks)
    kept = marked_names.elements(_candidates(blocks), len(blocks))
    made: list[HtmlBlock] = []
    for index, block in enumerate(blocks):
        if block.kind in _MARKS:
            if bare_name(block.text, PAGE) in kept[_MARKS[block.kind]]:
                made.append(block._replace(kind="label"))
                continue
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if following and not following.begins and following.kind == "text":
                made.append(block._replace(kind="opening"))
            else:
                made.append(block._replace(kind="text"))
        elif made and made[-1].kind == "opening" and not block.begins:
            opening = made.pop()
            made.append(block._replace(run=[*opening.run, " ", *block.run], begins=True))
        else:
            made.append(block)
    return [block._replace(kind="text") if block.kind == "opening" else block for block in made]


def _candidates(blocks: Sequence[HtmlBlock]) -> list[MarkedCandidate]:
    """What might be labels by the page's markup, with the words of the block after each."""
    return [
        MarkedCandidate(
            bare_name(block.text, PAGE),
            index,
            blocks[index + 1].text if index + 1 < len(blocks) else None,
            _MARKS[block.kind],
        )
        for index, block in enumerate(blocks)
        if block.kind in _MARKS
    ]


def _with_notes(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks, those that a mark leads to and that begin with one, or are items of a list, as notes."""
    wanted = {one.note.removeprefix("#") for block in blocks for one in block.run if isinstance(one, Ref)}
    return [_as_note(block) if block.target in wanted and block.target else block for block in blocks]


def _as_note(block: HtmlBlock) -> HtmlBlock:
    """The block as a note, if it is one."""
    if block.kind not in ("text", "item"):
        return block
    words = block.text
    mark = _MARK.match(words)
    if mark:
        number = Rest(f"[{mark[1]}] ", "the number of a note")
        return block._replace(kind="note", run=[number, words[mark.end() :]])
    return block._replace(kind="note") if block.kind == "item" else block


def labelled(blocks: Sequence[HtmlBlock]) -> bool:
    """Whether the markup itself says who speaks."""
    return confirm_by_markup(sum(block.kind == "label" for block in blocks))
