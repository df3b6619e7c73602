"""Blocks of one page or of a book's pages put together as a Document. Knows blocks; not files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import is_bracketed, is_gutenberg_line, is_structure, rest_of_page, slug
from tui_reader.formats.html.html_block import HtmlBlock
from tui_reader.formats.interruptions import divided
from tui_reader.formats.labels.clock_times import is_time_stamp
from tui_reader.formats.transcript.part_headings import around_turns

_LONGEST_REST = 300
_COLUMN = re.compile(
    r"\W*(?:\d{1,2} [^\W\d_]{3,10} \d{4} ?[:,–—-] ?)?(?:col(?:umn|onne)?s?\.?|spalte|columna|coluna|colonna) ?\d{1,5}"
    r" ?[A-Z]{0,2}\W*",
    re.IGNORECASE,
)
"""The number of a column, as records of parliaments print it between paragraphs, with the day or without."""
_Pieces = list[str | Ref | Rest]


def fill(builder: Builder, blocks: Sequence[HtmlBlock], title: HtmlBlock | None = None) -> None:
    """Give the blocks to the builder: what stands before the section of the first turn is there on demand.

    `title` is a heading with marks of notes that is the title.
    """
    shown = [block for block in blocks if block.text or block.name or block.run]
    _Page(builder, _without_edition(shown), title).fill()


def _without_edition(blocks: Sequence[HtmlBlock]) -> Sequence[HtmlBlock]:
    """The blocks, with those that Project Gutenberg adds before the turns and after them outside the dialogue."""
    lines = [index for index, block in enumerate(blocks) if is_gutenberg_line(_first_line(block))]
    turns = [index for index, block in enumerate(blocks) if block.kind == "label"]
    if not (lines and turns):
        return blocks
    begin, end = around_turns(lines, turns[0], turns[-1], len(blocks))
    return [one if begin <= at < end else one._replace(outside=True) for at, one in enumerate(blocks)]


def _first_line(block: HtmlBlock) -> str:
    """The words of a block; of text that the page sets itself those of its first line."""
    if block.kind != "pre":
        return block.text
    words = "".join(one for one in block.run if isinstance(one, str))
    return words.lstrip().partition("\n")[0].rstrip()


class _Page:
    """Goes through the blocks once."""

    def __init__(self, builder: Builder, blocks: Sequence[HtmlBlock], title: HtmlBlock | None) -> None:
        self._builder = builder
        self._blocks = blocks
        self._marks = _marks([title, *blocks] if title else blocks)
        if title:
            builder.title = builder.passage(Kind.HEADING, self._run(title))
        self._notes: dict[str, _Pieces] = {}
        """By the place that references point to."""
        turns = [index for index, block in enumerate(blocks) if block.kind == "label" and not block.outside]
        self._has_turns = bool(turns)
        self._quotes = not any(blocks[index].quoted for index in turns)
        """Whether blocks of quotation are quotations; a page that has turns in them sets its text in with them."""
        self._first = first = turns[0] if turns else 0
        opens = next((i for i in range(first, -1, -1) if blocks[i].kind == "heading" or blocks[i].outside), 0)
        if turns and blocks[opens].outside:
            opens += 1
        while opens and blocks[opens - 1].kind in ("heading", "rest") and not blocks[opens - 1].outside:
            opens -= 1
        self._opens = opens
        """Where the section of the first turn begins."""
        self._on_demand = False
        """Whether the part that goes on is there on demand."""
        self._in_turn = False

    def fill(self) -> None:
        """Give all blocks to the builder, and the notes last."""
        for index, block in enumerate(self._blocks):
            if block.kind == "rest":
                for one in block.run:
                    if isinstance(one, Rest):
                        self._builder.residue(one.text, one.why)
            elif why := _left_out(block):
                self._builder.residue(block.text, why)
            elif block.kind == "note":
                self._notes.setdefault(block.target, []).extend([*block.run, " "])
            elif block.outside or (self._has_turns and index < self._opens):
                self._add_outside(index, block)
            elif block.kind == "heading" or (index > self._first and self._is_division(block)):
                self._builder.part(slug(block.text), self._run(block))
                self._on_demand = self._in_turn = False
            else:
                self._add_inside(index, block)
        _notes(self._builder, self._marks, self._notes)

    def _is_division(self, block: HtmlBlock) -> bool:
        """Whether a paragraph between turns is an act or a scene that the page does not mark as a heading."""
        return self._has_turns and block.kind == "text" and block.begins and is_structure(block.text)

    def _run(self, block: HtmlBlock) -> _Pieces:
        return [_marked(one, self._marks) for one in block.run] if self._marks else block.run

    def _add_outside(self, index: int, block: HtmlBlock) -> None:
        """Add what stands before the dialogue or after it, such as an imprint."""
        run = self._run(block)
        heading = run if block.kind == "heading" else None
        if heading or not self._on_demand:
            name = slug(block.text) if heading else ("front" if index < self._first else "back")
            self._builder.part(name, heading, on_demand=True)
            self._on_demand, self._in_turn = True, False
        if not heading:
            self._builder.add(Kind.ITEM if block.kind == "item" else Kind.PARAGRAPH, run)

    def _add_inside(self, index: int, block: HtmlBlock) -> None:
        """Add a label, which begins a turn, or what is said."""
        if self._on_demand or (self._has_turns and index == self._opens):
            self._builder.part("exchange")
            self._on_demand = self._in_turn = False
        if block.kind == "label":
            self._builder.turn(block.name, block.text)
            self._in_turn = True
        else:
            set_apart = block.slanted and block.begins and self._in_turn and block.kind == "text"
            kind = "aside" if set_apart or (block.kind != "verse" and is_bracketed(block.text)) else block.kind
            quoted = self._quotes and block.quoted
            _add(self._builder, kind, self._run(block), self._in_turn, quoted)


def _left_out(block: HtmlBlock) -> str | None:
    """Why a paragraph of its own is nobody's: the number of a column or page, the rest of a link."""
    if not (block.begins and block.kind in ("text", "item", "heading")) or len(block.text) > _LONGEST_REST:
        return None
    if is_time_stamp(block.text):
        return "a time stamp"
    return "a page number" if _COLUMN.fullmatch(block.text) else rest_of_page(block.text)


def _add(builder: Builder, kind: str, run: list[str | Ref | Rest], in_turn: bool, quoted: bool) -> None:
    if kind == "verse":
        builder.add(Kind.VERSE, run)
    elif kind == "aside":
        builder.add(Kind.ASIDE, run)
    elif in_turn:
        for piece, aside in divided(run):
            builder.add(Kind.ASIDE if aside else Kind.QUOTATION if quoted else Kind.SPEECH, piece)
    else:
        builder.add(Kind.ITEM if kind == "item" else Kind.QUOTATION if quoted else Kind.PARAGRAPH, run)


def _marks(blocks: Sequence[HtmlBlock]) -> dict[str, str]:
    """The note's mark for each place that a reference points to; a number used again gets another after it."""
    marks: dict[str, str] = {}
    given: dict[str, int] = {}  # the marks, and the last number after each
    for block in blocks:
        for one in block.run:
            if isinstance(one, Ref) and one.note not in marks:
                bare = one.printed.strip("[]() ") or str(len(marks) + 1)
                mark, number = bare, given.get(bare, 1)
                while mark in given:
                    number += 1
                    mark = f"{bare}-{number}"
                given[bare] = number
                given.setdefault(mark, 1)
                marks[one.note] = mark
    return marks


def _marked(one: str | Ref | Rest, marks: dict[str, str]) -> str | Ref | Rest:
    return Ref(marks[one.note], one.printed) if isinstance(one, Ref) else one


def _notes(builder: Builder, marks: dict[str, str], notes: dict[str, list[str | Ref | Rest]]) -> None:
    """Add the notes in the order of their marks, and those that nothing refers to."""
    left = dict(notes)
    missing: list[str] = []
    for target, mark in marks.items():
        run = left.pop(target, None) or left.pop(target.rpartition("#")[2], None)
        builder.note(mark, [_marked(one, marks) for one in run] if run else None)
        if not run:
            missing.append(mark)
    for number, run in enumerate(left.values(), len(marks) + 1):
        builder.note(f"*{number}", [_marked(one, marks) for one in run])
    if missing:
        builder.warnings.append(f"notes not in the file: {', '.join(missing[:10])}")
