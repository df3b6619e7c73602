"""Blocks of one page or of a book's pages put together as a Document. Knows blocks; not files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import is_bracketed, slug
from tui_reader.formats.html.html_blocks import HtmlBlock
from tui_reader.formats.interruptions import divided
from tui_reader.formats.labels import marked_names
from tui_reader.formats.labels.candidates import MarkedCandidate

_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?[.:]?\s+(?=\S)")
_SIGNS = " :：\u00a0<>"


def name_of(label: str) -> str:
    """The words of a printed label, without the sign behind them."""
    words = label.strip(_SIGNS)
    return words[:-1].rstrip() if words.endswith(".") and not words[:-1].endswith(("Mr", "Mrs", "Dr", "Jr")) else words


_MARKS = {"label": "element", "who": "class", "soft": "emphasis", "term": "term"}
"""The kinds of blocks that might be labels, and how they are set apart."""


def settled(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks with each possible label decided: it stays a label, or is the start of its paragraph again."""
    blocks = _with_notes(blocks)
    kept = marked_names.elements(_candidates(blocks), len(blocks))
    made: list[HtmlBlock] = []
    for index, block in enumerate(blocks):
        if block.kind in _MARKS:
            if name_of(block.text) in kept[_MARKS[block.kind]]:
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
    """What might be labels by the page's markup, with the words of the block behind each."""
    return [
        MarkedCandidate(
            name_of(block.text), index, blocks[index + 1].text if index + 1 < len(blocks) else None, _MARKS[block.kind]
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
    return sum(block.kind == "label" for block in blocks) >= 2


def fill(builder: Builder, blocks: Sequence[HtmlBlock], texts: bool = True) -> None:
    """Give the blocks to the builder: what stands before the section of the first turn and after the last on demand."""
    blocks = [block for block in blocks if block.text or block.kind == "note" or block.run]
    marks = _marks(blocks)
    turns = [index for index, block in enumerate(blocks) if block.kind == "label" and not block.outside]
    first = turns[0] if turns else 0
    opens = next((i for i in range(first, -1, -1) if blocks[i].kind == "heading" or blocks[i].outside), 0)
    if turns and blocks[opens].outside:
        opens += 1
    after_last = turns[-1] if turns else len(blocks)
    aside_part = False
    notes: dict[str, list[str | Ref | Rest]] = {}
    open_turn = False
    for index, block in enumerate(blocks):
        if block.kind == "rest":
            for one in block.run:
                if isinstance(one, Rest):
                    builder.residue(one.text, one.why)
            continue
        if block.kind == "note":
            notes.setdefault(block.target, []).extend([*block.run, " "])
            continue
        outside = block.outside or (bool(turns) and index < opens)
        run = [_marked(one, marks) for one in block.run]
        if outside:
            if not aside_part or block.kind == "heading":
                heading = run if block.kind == "heading" else None
                name = slug(block.text) if heading else ("front" if index < first else "back")
                builder.part(name, heading, on_demand=True)
                aside_part, open_turn = True, False
                if heading:
                    continue
            builder.add(Kind.ITEM if block.kind == "item" else Kind.PARAGRAPH, run)
            continue
        if block.kind == "heading":
            builder.part(slug(block.text), run, on_demand=False)
            aside_part = open_turn = False
            continue
        if aside_part or (turns and index == opens):
            builder.part("exchange")
            aside_part = open_turn = False
        if block.kind == "label":
            builder.turn(name_of(block.text), block.text)
            open_turn = True
            continue
        if index > after_last and not turns:
            open_turn = False
        _add(builder, block.kind, run, open_turn)
    _notes(builder, marks, notes)


def _add(builder: Builder, kind: str, run: list[str | Ref | Rest], in_turn: bool) -> None:
    words = "".join(one for one in run if isinstance(one, str)).strip()
    if kind == "verse":
        builder.add(Kind.VERSE, run)
    elif kind == "aside" or (words and is_bracketed(" ".join(words.split()))):
        builder.add(Kind.ASIDE, run)
    elif in_turn:
        for piece, aside in divided(run):
            builder.add(Kind.ASIDE if aside else Kind.SPEECH, piece)
    else:
        builder.add(Kind.ITEM if kind == "item" else Kind.PARAGRAPH, run)


def _marks(blocks: Sequence[HtmlBlock]) -> dict[str, str]:
    """The note's mark for each place that a reference points to; a number used again gets another behind it."""
    marks: dict[str, str] = {}
    for block in blocks:
        for one in block.run:
            if isinstance(one, Ref) and one.note not in marks:
                bare = one.printed.strip("[]() ") or str(len(marks) + 1)
                mark, number = bare, 2
                while mark in marks.values():
                    mark, number = f"{bare}-{number}", number + 1
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
