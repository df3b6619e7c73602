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

_Pieces = list[str | Ref | Rest]
_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?[.:]?\s+(?=\S)")
_MARKS = {
    "label": "element", "who": "class", "soft": "emphasis", "term": "term", "styled": "print", "cell": "cell",
    "role": "role",
}  # fmt: skip
"""The kinds of blocks that might be labels, and how they are set apart."""
_DIRECTION_IN_LABEL = re.compile(r"([^(\[]*[^(\[\s])\s*([(\[][a-z][^()\[\]]*[)\]])\s*[.:：—–-]*")
_BEHIND_LABEL = re.compile(r"\s*(?:[,;]?\s*([(\[][^()\[\]]{1,200}[)\]])\s*)?([.:：—–]+|--|[-–](?=\s))?\s*")
"""What may stand between a name and the words: a direction in brackets, and the sign."""


def settled(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks with each possible label decided: it stays a label, or is the start of its paragraph again."""
    blocks = _with_notes(blocks)
    kept = marked_names.elements(_candidates(blocks), len(blocks))
    made: list[HtmlBlock] = []
    for index, block in enumerate(blocks):
        if index in kept:
            made += _label(block)
        elif block.kind == "role":
            continue
        elif block.kind in _MARKS:
            made.append(block._replace(kind="opening", run=[*block.before, *block.run], before=()))
        elif made and made[-1].kind == "opening" and not block.begins and block.kind == "text":
            opening = made.pop()
            made.append(opening._replace(kind="text", run=[*opening.run, " ", *block.run]))
        elif made and index - 1 in kept and not block.begins:
            made += _speech(made, block)
        else:
            made.append(block)
    return [block._replace(kind="text") if block.kind == "opening" else block for block in made]


def _label(block: HtmlBlock) -> list[HtmlBlock]:
    """The blocks of a label: what stands before it, the label, and a direction that is printed in it."""
    made: list[HtmlBlock] = []
    before = [one if isinstance(one, Rest) else Rest(one, "a number or sign before a name") for one in block.before
              if not isinstance(one, Ref)]  # fmt: skip
    if any(one.text.strip() for one in before):
        made.append(HtmlBlock("rest", [one for one in before if one.text.strip()]))
    name, direction = _name(block)
    run: _Pieces = [name] if direction else block.run
    made.append(block._replace(kind="label", run=run, before=(), name=block.name or name))
    if direction:
        made.append(HtmlBlock("aside", [direction], False, block.outside))
    return made


def _speech(made: list[HtmlBlock], block: HtmlBlock) -> list[HtmlBlock]:
    """The words behind a label in its line: a direction and the sign between them are the label's."""
    first = 0
    while first < len(block.run) and isinstance(block.run[first], str):
        first += 1
    words = "".join(one for one in block.run[:first] if isinstance(one, str))
    label = made[-1]
    found = _BEHIND_LABEL.match(words)
    if label.kind != "label" or not found or label.text[-1:] in ".:：—–" or not (found[1] or found[2]):
        return [block]
    rest = block._replace(run=[words[found.end() :], *block.run[first:]])
    if not found[1]:
        made[-1] = label._replace(run=[*label.run, found[2]])
        return [rest]
    return [HtmlBlock("aside", [found[1]], False, block.outside), rest]


def _name(block: HtmlBlock) -> tuple[str, str]:
    """The name in a possible label, and a direction that is printed with it, such as "(laughing)"."""
    if block.name:
        return block.name, ""
    words = block.text
    found = _DIRECTION_IN_LABEL.fullmatch(words)
    printed, direction = (found[1], found[2]) if found else (words, "")
    return bare_name(printed, PAGE).rstrip("—–- ") or words, direction


def _candidates(blocks: Sequence[HtmlBlock]) -> list[MarkedCandidate]:
    """What might be labels by the page's markup, with the words of the block after each."""
    return [
        MarkedCandidate(
            _name(block)[0],
            index,
            blocks[index + 1].text if index + 1 < len(blocks) else None,
            _MARKS[block.kind],
            style=block.style,
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


def names_of_items(blocks: Sequence[HtmlBlock]) -> set[str]:
    """The words in emphasis before a colon with which items of lists begin."""
    return {_name(block)[0] for block in blocks if block.kind == "soft" and block.style}


def labelled(blocks: Sequence[HtmlBlock]) -> bool:
    """Whether the markup itself says who speaks."""
    return confirm_by_markup(sum(block.kind == "label" for block in blocks))
