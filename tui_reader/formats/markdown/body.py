"""The blocks of a Markdown file given to the builder: turns, headings, notes, and what is no dialogue.

Takes blocks, and which of them begin with a label; does not decide which do.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import is_bracketed, is_gutenberg_line, is_structure, slug
from tui_reader.formats.labels.words import PROGRAM_ROLES, folded
from tui_reader.formats.markdown.blocks import Block, Blocks
from tui_reader.formats.markdown.inline import divided, plain, run
from tui_reader.formats.transcript.part_headings import around_turns

_FIELD = re.compile(r"[*_]{1,3}[^*_\n]{1,64}(?::[*_]{1,3}|[*_]{1,3}:)")
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])(?:(?!\1)[^\n]|\n){1,400}?(?<=[^\s*_])\1")
_LINKS = re.compile(
    r"(?:!?\[(?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){1,300}\]\([^()\n]{1,500}\)|<https?:[^<>\n]{1,500}>|[\s,|·•–-]){1,40}"
)
_CELL = ("|", "<t", "<T")
_DIRECTION = re.compile(r"\s*([*_]{0,3})\([^()\n]{1,200}\)\1(?=\s*\S)")
"""How somebody says what follows, right behind the label."""
_SIGN = "a sign of Markdown"
_DEEPEST = 6
"""The level of the smallest headings."""
_PROSE = 6
"""Words from which a paragraph is prose, and no line of a list or a field."""


def is_unsaid(block: Block) -> bool:
    """Whether a paragraph is nobody's words: a field, `*Topic*: the flour`; all of it in emphasis, or links; a row."""
    words = block.words
    if block.kind != "text":
        return False
    row = words.startswith(_CELL)
    return row or bool(_FIELD.match(words) or _EMPHASISED.fullmatch(words) or _LINKS.fullmatch(words))


class Body:
    """Goes through the blocks once."""

    def __init__(self, builder: Builder, text: Blocks, labels: Container[int], level: int | None) -> None:
        """`labels` are the blocks that begin with one. Headings below `level`, that of the labels where those are
        headings, belong to the turns; in a talk with a program all do."""
        self._builder = builder
        self._blocks = text.blocks
        self._references = text.references
        self._labels = labels
        turns = [index for index in range(len(text.blocks)) if index in labels]
        names = {block.label.name for block in map(text.blocks.__getitem__, turns) if block.label}
        in_answers = bool(names) and all(folded(name) in PROGRAM_ROLES for name in names)
        self._below = 0 if in_answers else level if level and level > 0 else _DEEPEST
        self._first, last = (turns[0], turns[-1]) if turns else (len(text.blocks), -1)
        self._title = self._title_at()
        self._on_demand = self._asked_for(last)
        """Blocks that are there on demand."""
        self._in_turn = False
        self._quotes = not any(text.blocks[index].quoted for index in turns)
        """Whether `>` marks quotations; a text that has turns behind it sets its lines in with it."""
        self._asked = False
        """Whether the part that goes on is there on demand."""

    def fill(self) -> None:
        """Give all blocks to the builder."""
        for index, block in enumerate(self._blocks):
            if block.kind in ("out", "code"):
                self._builder.residue(f"{block.sign}{block.words}", block.why)
            elif block.kind == "note":
                self._builder.note(block.sign[2:].partition("]")[0], self._run(block.words), block.sign.strip())
            elif index == self._title:
                self._builder.title = self._builder.passage(Kind.HEADING, self._with_sign(block))
            elif index in self._labels:
                self._turn(block)
            elif block.kind == "heading" or (self._first < index and is_structure(block.words.strip("*_ "))):
                self._heading(index, block)
            else:
                self._paragraph(index, block)

    # Before and after the turns

    def _title_at(self) -> int | None:
        """The heading that is the title: the first, if nothing but residue stands above it, else one of level 1."""
        if self._builder.title is not None:
            return None
        above = True
        for index, block in enumerate(self._blocks[: self._first]):
            if block.kind == "heading" and (above or block.level == 1):
                return index
            above &= block.kind == "out"
        return None

    def _asked_for(self, last: int) -> set[int]:
        """The blocks of sections without turns and prose, such as lists and links, and what a printer adds."""
        blocks = self._blocks
        if last < 0:
            return set()
        edition = [index for index, block in enumerate(blocks) if is_gutenberg_line(block.words.replace("\n", " "))]
        begin, end = around_turns(edition, self._first, last, len(blocks))
        asked = {*range(begin), *range(end, len(blocks))}
        heads = [i for i, block in enumerate(blocks) if block.kind == "heading" and i not in self._labels]
        for head, below in pairwise((-1, *heads, len(blocks))):
            within = [blocks[i] for i in range(max(head, 0), below) if i not in (head, self._title)]
            outside = below <= self._first or head > last
            if outside and any(b.kind == "text" for b in within) and not any(map(self._is_prose, within)):
                asked |= set(range(max(head, 0), below))
        return asked

    def _is_prose(self, block: Block) -> bool:
        """Whether a block is a paragraph of sentences, and no field, item, row or address."""
        if block.kind != "text" or block.listed or _FIELD.match(block.words) or block.words.startswith(_CELL):
            return False
        words, left = plain(block.words, self._references)
        return not left and (len(words.split()) >= _PROSE or words[-1:] in ".?!…。") and "://" not in words

    # What is given to the builder

    def _turn(self, block: Block) -> None:
        label = block.label
        if label is None:
            return
        if self._asked:
            self._part("exchange", None, asked=False)
        self._builder.turn(label.name, f"{block.sign}{block.words[: label.end]}".strip())
        self._in_turn = True
        words = block.words[label.end :]
        if direction := _DIRECTION.match(words):
            self._builder.add(Kind.ASIDE, self._run(direction[0]))
            words = words[direction.end() :]
        self._speak(words)

    def _heading(self, index: int, block: Block) -> None:
        """A heading within a turn, or the heading of a part."""
        if self._in_turn and block.level > self._below:
            self._builder.add(Kind.SPEECH, self._with_sign(block))
            return
        self._part(slug(plain(block.words, self._references)[0]), self._with_sign(block), index in self._on_demand)
        self._in_turn = False

    def _part(self, id: str, heading: Sequence[str | Ref | Rest] | None, asked: bool) -> None:
        self._builder.part(id, heading, on_demand=asked)
        self._asked = asked

    def _paragraph(self, index: int, block: Block) -> None:
        """A paragraph of the turn that goes on, or of none."""
        asked = index in self._on_demand
        if asked != self._asked and (asked or not self._in_turn):
            self._part("front" if index < self._first else "back", None, asked)
            self._in_turn = False
        if not self._in_turn:
            kind = Kind.ITEM if block.listed else Kind.QUOTATION if self._is_quotation(block) else Kind.PARAGRAPH
            self._builder.add(kind, self._with_sign(block))
        elif is_unsaid(block) or is_bracketed(" ".join(block.words.split())):
            self._builder.add(Kind.ASIDE, self._with_sign(block))
        else:
            self._speak(block.words, block.sign, Kind.QUOTATION if self._is_quotation(block) else Kind.SPEECH)

    def _is_quotation(self, block: Block) -> bool:
        return self._quotes and block.quoted and block.kind == "text"

    def _speak(self, words: str, sign: str = "", kind: Kind = Kind.SPEECH) -> None:
        for stretch, aside in divided(_signed(sign, self._run(words))):
            self._builder.add(Kind.ASIDE if aside else kind, stretch)

    def _with_sign(self, block: Block) -> list[str | Ref | Rest]:
        return _signed(block.sign, self._run(block.words))

    def _run(self, words: str) -> list[str | Ref | Rest]:
        return run(words, self._references)


def _signed(sign: str, words: list[str | Ref | Rest]) -> list[str | Ref | Rest]:
    """The run with the sign before it: a number is said, any other sign not."""
    if not sign:
        return words
    return [sign, *words] if sign[0].isdecimal() else [Rest(sign, _SIGN), *words]
