"""What a word processor prints one below another: the paragraphs and rows of the main text, a note or a text box.

Knows the words by which rich text ends them; not how its runs are found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_reader.formats.office.paragraphs import Block, Paragraph, TableRow, TextRun

STEPS = frozenset(
    ("par", "sect", "\n", "\r", "cell", "nestcell", "row", "nestrow", "trowd", "intbl", "pard"),
)
"""The control words that end a paragraph, a cell or a row, or say whether what follows stands in a cell."""


class Story:
    """Blocks as they are made of runs and of control words."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._runs: list[TextRun] = []
        self._boxes: list[Block] = []  # the text boxes that hang on the paragraph
        self._cell: list[Paragraph] = []
        self._cells: list[list[Paragraph]] = []
        self._is_in_cell = False

    def add(self, run: TextRun) -> None:
        """Go on with the paragraph."""
        self._runs.append(run)

    def add_box(self, blocks: Iterable[Block]) -> None:
        """Put the words of a text box behind the paragraph."""
        self._boxes += blocks

    def step(self, word: str) -> None:
        """Obey one of `STEPS`."""
        if word in ("trowd", "intbl", "pard"):
            self._is_in_cell = word != "pard"
        elif word == "cell":
            self._end_cell()
        elif word == "row":
            self._end_row()
        else:
            self._end_paragraph()

    def finished(self) -> list[Block]:
        """All blocks, with those that are not ended."""
        if self._runs or self._boxes:
            self._end_paragraph()
        self._end_row()
        return self._blocks

    def _end_paragraph(self) -> None:
        paragraph, boxes = Paragraph(self._runs), self._boxes
        self._runs, self._boxes = [], []
        if self._is_in_cell:
            self._cell += [paragraph, *paragraphs_of(boxes)]
        else:
            self._end_row()
            self._blocks += [paragraph, *boxes]

    def _end_cell(self) -> None:
        self._is_in_cell = True
        if self._runs or self._boxes or not self._cell:
            self._end_paragraph()
        self._cells.append(self._cell)
        self._cell = []

    def _end_row(self) -> None:
        """End a row, the last cell of which may have no end."""
        if self._cell:
            self._cells.append(self._cell)
        if self._cells:
            self._blocks.append(TableRow(self._cells))
        self._cell, self._cells, self._is_in_cell = [], [], False


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs, those in cells as well."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (one for cell in block.cells for one in cell)
