"""What is printed with a name that markup sets apart: a number before it, a direction, the sign. Knows blocks alone."""

from __future__ import annotations

import re

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.html.html_block import HtmlBlock
from tui_reader.formats.labels.bare_name import PAGE, bare_name

_Pieces = list[str | Ref | Rest]
_DIRECTION_IN_LABEL = re.compile(r"([^(\[]*[^(\[\s])\s*([(\[][a-z][^()\[\]]*[)\]])\s*[.:：—–-]*")
_HOW = re.compile(r"\s*(,?)\s*([^\s.!?:,][^.!?:,]{0,60}[.:]?)\s*")
"""How somebody says what the next paragraph holds, behind the name: ", laughing.", or "laughing." in italics."""
_BEHIND_LABEL = re.compile(r"\s*(?:[,;]?\s*([(\[][^()\[\]]{1,200}[)\]])\s*)?([.:：—–]+|--|[-–](?=\s))?\s*")
"""What may stand between a name and the words: a direction in brackets, and the sign."""


def joined(opening: HtmlBlock, block: HtmlBlock) -> HtmlBlock:
    """Words that are no label, and what goes on behind them."""
    apart = [" "] if opening.text[-1:].isalnum() and not _begins_apart(block) else []
    slanted = opening.slanted and block.slanted
    return opening._replace(kind="text", run=[*opening.run, *apart, *block.run], slanted=slanted)


def _begins_apart(block: HtmlBlock) -> bool:
    first = block.run[0] if block.run else ""
    return isinstance(first, Ref) or not (first.text if isinstance(first, Rest) else first)[:1].isalnum()


def label_blocks(block: HtmlBlock) -> list[HtmlBlock]:
    """The blocks of a label: what stands before it, the label, and a direction that is printed in it."""
    made: list[HtmlBlock] = []
    before = [one if isinstance(one, Rest) else Rest(one, "a number or sign before a name") for one in block.before
              if not isinstance(one, Ref)]  # fmt: skip
    if any(one.text.strip() for one in before):
        made.append(HtmlBlock("rest", [one for one in before if one.text.strip()]))
    name, direction = name_in(block)
    run: _Pieces = [name] if direction else block.run
    made.append(block._replace(kind="label", run=run, before=(), name=block.name or name))
    if direction:
        made.append(HtmlBlock("aside", [direction], False, block.outside))
    return made


def speech_blocks(made: list[HtmlBlock], block: HtmlBlock) -> list[HtmlBlock]:
    """The words behind a label in its line: a direction and the sign between them are the label's."""
    first = 0
    while first < len(block.run) and isinstance(block.run[first], str):
        first += 1
    words = "".join([one for one in block.run[:first] if isinstance(one, str)])
    label = made[-1]
    how = _HOW.fullmatch(words) if first == len(block.run) else None
    if how and (how[1] or block.slanted) and label.kind == "label":
        return [HtmlBlock("aside", [how[2]], False, block.outside)]
    found = _BEHIND_LABEL.match(words)
    if label.kind != "label" or not found or label.text[-1:] in ".:：—–" or not (found[1] or found[2]):
        return [block]
    rest = block._replace(run=[words[found.end() :], *block.run[first:]])
    if not found[1]:
        made[-1] = label._replace(run=[*label.run, found[2]])
        return [rest]
    return [HtmlBlock("aside", [found[1]], False, block.outside), rest]


def name_in(block: HtmlBlock) -> tuple[str, str]:
    """The name in a possible label, and a direction that is printed with it, such as "(laughing)"."""
    if block.name:
        return block.name, ""
    words = block.text
    found = _DIRECTION_IN_LABEL.fullmatch(words) if "(" in words or "[" in words else None
    printed, direction = (found[1], found[2]) if found else (words, "")
    return bare_name(printed, PAGE).rstrip("—–-, ") or words, direction
