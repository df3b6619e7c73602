"""Paragraphs of a word processor with their print, and how they are written as a page and as plain text.

As a page, they are given to the reader of pages, so that names in bold, in cells and by style are found by its rules;
as plain text to the one of transcripts. Knows no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from tui_reader.named_tuple import NamedTuple

_MOST_LEVEL = 6
_COLUMN = re.compile(r"[^\W\d_][^\t\n:]{0,40}[^\t\n:.,;]\t\s*\S")
"""A paragraph that begins with words before a stop of the tabulator, as a name stands before what is said."""
_FEWEST, _MOST = 4, 0.5
"""The number and the share of the paragraphs that do, from which on they are rows of two cells."""
_SLUG = re.compile(r"[\W_]+")


class Print(NamedTuple):
    """How a run of text is printed."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    small: bool = False
    """In small capitals."""
    raised: bool = False
    hidden: bool = False
    style: str = ""
    """The name of its own style, such as "Speaker"."""

    def within(self, around: Print) -> Print:
        """This print of a few characters in a paragraph that is printed otherwise."""
        return Print(
            self.bold or around.bold,
            self.italic or around.italic,
            self.underlined or around.underlined,
            self.small or around.small,
            self.raised or around.raised,
            self.hidden or around.hidden,
            self.style or around.style,
        )


class TextRun(NamedTuple):
    """Text of one print; "\\n" ends a line, "\\t" goes to the next stop."""

    text: str
    print: Print = Print()
    note: str = ""
    """The id of the note that it refers to; its text is the mark."""


class Paragraph(NamedTuple):
    """One paragraph."""

    runs: Sequence[TextRun]
    style: str = ""
    """The name of its style; empty for the usual one."""
    level: int = 0
    """Of a heading, its level from 1."""
    kind: str = ""
    """"item" of a list, "contents" of a table of contents, "furniture" that is printed on each page; else empty."""
    centred: bool = False

    @property
    def text(self) -> str:
        """The words as they are printed, without what is hidden."""
        return "".join(f"[{run.text}]" if run.note else run.text for run in self.runs if not run.print.hidden)


class TableRow(NamedTuple):
    """A row of a table."""

    cells: Sequence[Sequence[Paragraph]]


class FootNote(NamedTuple):
    """A footnote or an endnote."""

    id: str
    mark: str
    paragraphs: Sequence[Paragraph]


Block = Paragraph | TableRow


def furniture(blocks: Iterable[Block]) -> list[Paragraph]:
    """The paragraphs among the blocks as what is printed on each page, such as its number."""
    return [
        one._replace(kind="furniture", level=0) for one in blocks if isinstance(one, Paragraph) and one.text.strip()
    ]


def page_of(blocks: Sequence[Block], notes: Sequence[FootNote]) -> str:
    """The page in HTML."""
    return "".join(["<html><body>", *_elements(_with_columns(blocks)), *map(_note, notes), "</body></html>"])


def plain_of(blocks: Sequence[Block], notes: Sequence[FootNote]) -> str:
    """The text, an empty line between paragraphs, tabs between cells, "##" before headings, notes at the end."""
    lines = []
    for block in blocks:
        if isinstance(block, TableRow):
            lines.append("\t".join(" ".join(" ".join(one.text.split()) for one in cell) for cell in block.cells))
        elif block.kind not in ("contents", "furniture"):
            text = block.text.strip("\n ")
            lines.append(f"## {' '.join(text.split())}" if block.level and text.strip() else text.strip())
    words = (f"[{note.mark}] {' '.join(' '.join(one.text.split()) for one in note.paragraphs)}" for note in notes)
    return "\n\n".join(line for line in (*lines, *words) if line.strip())


def _with_columns(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, those that a tab divides in two columns as rows of a table."""
    divided = [isinstance(one, Paragraph) and _COLUMN.match(one.text) is not None for one in blocks]
    filled = sum(isinstance(one, TableRow) or bool(one.text.strip()) for one in blocks)
    if sum(divided) < max(_FEWEST, _MOST * filled):
        return blocks
    return [
        _as_row(one) if is_so and isinstance(one, Paragraph) else one
        for one, is_so in zip(blocks, divided, strict=True)
    ]


def _as_row(paragraph: Paragraph) -> TableRow:
    name: list[TextRun] = []
    said: list[TextRun] = []
    for run in paragraph.runs:
        before, tab, after = ("", "", run.text) if said else run.text.partition("\t")
        name += [] if said else [run._replace(text=before)]
        said += [run._replace(text=after)] if tab or said else []
    return TableRow([[paragraph._replace(runs=name)], [paragraph._replace(runs=said)]])


def _elements(blocks: Iterable[Block]) -> Iterator[str]:
    for is_table, group in groupby(blocks, key=lambda block: isinstance(block, TableRow)):
        if is_table:
            yield "<table>"
        for block in group:
            yield _row(block) if isinstance(block, TableRow) else _paragraph(block)
        if is_table:
            yield "</table>"


def _row(row: TableRow) -> str:
    cells = (
        "<td>" + (_inside(cell[0].runs) if len(cell) == 1 else "".join(_elements(cell))) + "</td>" for cell in row.cells
    )
    return f"<tr>{''.join(cells)}</tr>"


def _paragraph(paragraph: Paragraph) -> str:
    tag = "li" if paragraph.kind == "item" else f"h{min(paragraph.level, _MOST_LEVEL)}" if paragraph.level else "p"
    said = {"contents": ' role="navigation"', "furniture": ' role="contentinfo"'}.get(paragraph.kind, "")
    style = f' class="{_SLUG.sub("-", paragraph.style.casefold())}"' if paragraph.style and tag == "p" else ""
    centred = ' align="center"' if paragraph.centred and not style else ""
    made = f"<{tag}{said}{style}{centred}>{_inside(paragraph.runs)}</{tag}>"
    return f"<ul>{made}</ul>" if tag == "li" else made


def _note(note: FootNote) -> str:
    return f'<aside role="doc-footnote" id="{escape(note.id)}">{"".join(_elements(note.paragraphs))}</aside>'


def _inside(runs: Sequence[TextRun]) -> str:
    """The runs of a paragraph, those of one print together."""
    return "".join(_run(run) for run in _joined(runs))


def _joined(runs: Sequence[TextRun]) -> Iterator[TextRun]:
    """The runs; one that goes on in the same print, or is only blanks, belongs to the one before."""
    last: TextRun | None = None
    for run in runs:
        if last and not (last.note or run.note) and (run.print == last.print or not run.text.strip()):
            last = last._replace(text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _run(run: TextRun) -> str:
    if run.note:
        return f'<a role="doc-noteref" href="#{escape(run.note)}">{escape(run.text)}</a>'
    bare = run.text.strip()
    before, _, after = run.text.partition(bare) if bare else (run.text, "", "")
    said = run.print
    made = _lines(bare)
    if bare:
        marks = (
            ("b", said.bold),
            ("i", said.italic),
            ("u", said.underlined),
            ("small", said.small),
            ("sup", said.raised),
        )
        for tag, is_so in marks:
            made = f"<{tag}>{made}</{tag}>" if is_so else made
        style = f' class="{_SLUG.sub("-", said.style.casefold())}"' if said.style else ""
        hidden = " hidden=''" if said.hidden else ""
        made = f"<span{style}{hidden}>{made}</span>" if style or hidden else made
    return _lines(before) + made + _lines(after)


def _lines(text: str) -> str:
    """Text for a page; a tab is a wide blank, which the reader of pages knows behind names."""
    return escape(text, quote=False).replace("\t", "\u2003").replace("\n", "<br/>")
