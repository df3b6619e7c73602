"""The labels of a page by its markup: each possible one stays a label, or is words again. Knows blocks; not files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.document.divisions import cast_heading
from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.html.html_block import HtmlBlock
from tui_reader.formats.html.label_print import joined, label_blocks, name_in, speech_blocks
from tui_reader.formats.html.unread_elements import LINKS
from tui_reader.formats.labels import marked_names
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.clock_times import is_time_stamp
from tui_reader.formats.labels.dialogue import confirm_by_markup

_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?[.:]?\s+(?=\S)")
_MARKS = {
    "label": "element", "who": "class", "soft": "emphasis", "term": "term", "styled": "print", "alone": "print",
    "cell": "cell",
    "role": "role",
}  # fmt: skip
"""The kinds of blocks that might be labels, and how they are set apart."""
_BRACKETED = re.compile(r"[(\[][^\n]{1,78}[)\]]")
_LONGEST_LINE, _FEWEST_LINES = 64, 4
_HEADS_OF_COLUMNS = frozenset(("speaker", "name", "who", "person", "character", "role"))
_MOST_OF_CAST = 1.5
"""How often each name of a cast may come in it: some are printed twice, none speaks."""


def settled(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks with each possible label decided: it stays a label, or is the start of its paragraph again."""
    blocks = _without_casts(_with_notes(blocks))
    kept = marked_names.elements(_candidates(blocks), len(blocks))
    made: list[HtmlBlock] = []
    for index, block in enumerate(blocks):
        if index in kept:
            made += label_blocks(block)
        elif block.kind == "role":
            continue
        elif block.kind in _MARKS:
            made.append(block._replace(kind="opening", run=[*block.before, *block.run], before=()))
        elif made and made[-1].kind == "opening" and not block.begins and block.kind in ("text", "beside"):
            made.append(joined(made.pop(), block))
        elif block.kind == "beside":
            words = " ".join(one if isinstance(one, str) else one.text for one in block.run if not isinstance(one, Ref))
            made.append(HtmlBlock("rest", [Rest(words.strip(), "beside a name in its heading")]))
        elif made and index - 1 in kept and not block.begins:
            made += speech_blocks(made, block)
        else:
            made.append(block)
    return [block if block.kind != "opening" else block._replace(kind="text") for block in made]


def _without_casts(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks, those below the heading of a cast without possible labels, where each name there comes once."""
    made = list(blocks)
    start = None
    for index, block in enumerate((*blocks, HtmlBlock("heading", []))):
        if block.kind != "heading":
            continue
        if start is not None:
            names = [name_in(one)[0] for one in made[start:index] if one.kind in _MARKS]
            if len(names) <= _MOST_OF_CAST * len(set(names)):
                made[start:index] = [
                    one._replace(kind="opening", run=[*one.before, *one.run], before=()) if one.kind in _MARKS else one
                    for one in made[start:index]
                ]
        start = index + 1 if cast_heading(block.text) is not None else None
    return made


def _candidates(blocks: Sequence[HtmlBlock]) -> list[MarkedCandidate]:
    """What might be labels by the page's markup, with the words of the block after each."""
    found = []
    lines = _lines(blocks)
    following: str | None = None
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        mark = _MARKS.get(block.kind) or ("line" if index in lines else None)
        if mark and not (mark == "cell" and block.text.casefold() in _HEADS_OF_COLUMNS):
            found.append(MarkedCandidate(name_in(block)[0], index, following, mark, style=block.style))
        words = block.text
        if words and block.kind != "beside" and not (is_time_stamp(words) or _BRACKETED.fullmatch(words)):
            following = words
    return found[::-1]


def _lines(blocks: Sequence[HtmlBlock]) -> set[int]:
    """The short blocks of their own print above others that might be names: of each print there must be several."""
    found = [
        index
        for index, (block, below) in enumerate(pairwise(blocks))
        if block.style
        and block.kind in ("text", "heading")
        and below.begins
        and below.style != block.style
        and all(isinstance(one, str) for one in block.run)
        and 0 < len(block.text) <= _LONGEST_LINE
    ]
    styles = Counter(blocks[index].style for index in found)
    return {index for index in found if styles[blocks[index].style] >= _FEWEST_LINES}


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


def with_links(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks of a page that holds nothing but links, which then are its text."""
    return [
        block._replace(kind="text", run=[one.text])
        for block in blocks
        for one in block.run
        if isinstance(one, Rest) and one.why == LINKS
    ]


def no_names(blocks: Sequence[HtmlBlock]) -> set[str]:
    """Words that in plain print look like labels: headings, and what begins items of lists in emphasis."""
    return {name_in(one)[0] for one in blocks if one.kind == "heading" or (one.kind == "soft" and one.style)}


def labelled(blocks: Sequence[HtmlBlock]) -> bool:
    """Whether the markup itself says who speaks."""
    return confirm_by_markup(sum(block.kind == "label" for block in blocks))
