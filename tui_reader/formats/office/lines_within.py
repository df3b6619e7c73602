"""A document of a word processor whose paragraphs are lines of another format: captions, a chat, lines with times.

Knows paragraphs; not the files that they are from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import groupby

from tui_reader.cleaning import clean
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.office.paragraphs import Block, FootNote, Paragraph, Print, TableRow, TextRun
from tui_reader.formats.producers.producer import Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.tables import columns

_MODULES = (
    "captions.producers", "chats.line_forms", "chats.block_forms", "recognisers.lines", "recognisers.speaker_lines",
    "meetings.producers", "meetings.google_meet",
)  # fmt: skip
"""Formats of lines; each defines PRODUCERS."""
_FEWEST_TURNS = 3
"""Turns from which on labels in plain print are believed."""
_FEWEST_CELLS = 3
"""Cells of a row in which a time, or a number, stands beside the name and the words."""


def document_of_lines(file: SourceFile, blocks: Sequence[Block], notes: Sequence[FootNote]) -> Document | None:
    """The Document of paragraphs that are lines of a format that is sure; None for any others, rows and notes too."""
    if notes or any(isinstance(block, TableRow) or block.level > 1 for block in blocks):
        return None
    lines = _as_file(file, blocks)
    found = [
        (evidence.points, -place, producer)
        for place, producer in enumerate(_producers())
        if (evidence := producer.recognise(lines))
    ]
    return max(found)[2].read(lines) if found else None


def document_of_plain_labels(file: SourceFile, blocks: Sequence[Block]) -> Document | None:
    """The Document of paragraphs as a plain transcript; None where hardly anybody speaks in it."""
    from tui_reader.formats.producers import texts

    lines = _as_file(file, blocks)
    [transcript] = [one for one in texts.PRODUCERS if one.name == "transcript"]
    try:
        document = transcript.read(lines)
    except DocumentError:
        return None
    return document if len(document.turns) >= _FEWEST_TURNS else None


def _as_file(file: SourceFile, blocks: Sequence[Block]) -> SourceFile:
    """The paragraphs as the text of a file."""
    said = (one.text.strip() for one in blocks if isinstance(one, Paragraph) and one.kind != "furniture")
    text = clean("\n".join(said))
    lines = SourceFile(text.encode(errors="replace"), file.name, file.key, file.entries, file.warnings)
    lines.text = text
    return lines


def _producers() -> Iterator[Producer]:
    for module in _MODULES:
        yield from import_module(f"tui_reader.formats.{module}").PRODUCERS


def with_rows_of_two(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a table has columns for who speaks, the words and others, with rows of name and words.

    What stands in the other columns is hidden behind the words; other tables beside such a one are paragraphs.
    """
    groups = [(is_row, list(group)) for is_row, group in groupby(blocks, key=lambda one: isinstance(one, TableRow))]
    tables = {at: _of_two(_rows(group)) for at, (is_row, group) in enumerate(groups) if is_row}
    if not any(tables.values()):
        return list(blocks)
    made: list[Block] = []
    for at, (is_row, group) in enumerate(groups):
        made += tables[at] or map(_as_paragraph, _rows(group)) if is_row else group
    return made


def _rows(group: Sequence[Block]) -> list[TableRow]:
    return [row for row in group if isinstance(row, TableRow)]


def _as_paragraph(row: TableRow) -> Paragraph:
    runs = [run for cell in row.cells for one in cell for run in (*one.runs, TextRun(" "))]
    return Paragraph(runs)


def _of_two(rows: Sequence[TableRow]) -> list[Block]:
    """The rows of a talk in three or more columns, as rows of two; none for any other table."""
    width = len(rows[0].cells)
    if width < _FEWEST_CELLS or any(len(row.cells) != width for row in rows):
        return []
    printed = [[" ".join(one.text for one in cell).strip() for cell in row.cells] for row in rows]
    found = columns.found(printed)
    if found is None or found.speaker is None:
        return []
    heads = [one._replace(kind="furniture") for row in rows[: found.first] for cell in row.cells for one in cell]
    return [*heads, *(_pair(row, found.speaker, found.text) for row in rows[found.first :])]


def _pair(row: TableRow, speaker: int, text: int) -> TableRow:
    others = [cell for number, cell in enumerate(row.cells) if number not in (speaker, text)]
    hidden = [run._replace(print=Print(hidden=True)) for cell in others for one in cell for run in one.runs]
    said = list(row.cells[text]) or [Paragraph([])]
    said[-1] = said[-1]._replace(runs=[*said[-1].runs, TextRun(" "), *hidden])
    named = [
        one._replace(runs=[run._replace(print=run.print._replace(bold=True, style="speaker")) for run in one.runs])
        for one in row.cells[speaker]
    ]
    return TableRow([named, said])
