"""Tables of who says what as a producer. The readers are imported where the first line may be the heads of columns."""

from __future__ import annotations

import re

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import CERTAIN, LIKELY, POSSIBLE, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.tables.column_names import is_head

_DIVIDED = re.compile(r'"\s*[,;|\t ]\s*"|[\t;,|]')
_SAMPLE = 40
_FEWEST = 2


def _is_table(file: SourceFile) -> Evidence | None:
    """By its heads, by its file's name, or by cells that are all quoted, or by as many tabs in each line."""
    named = file.ends_with(".csv", ".tsv", ".tab", ".psv")
    first = file.first_lines[:1]
    headed = any(is_head([cell.strip('" ') for cell in _DIVIDED.split(line)]) for line in first)
    quoted = all(line.startswith('"') and line.endswith('"') for line in file.first_lines)
    tabs = {line.count("\t") for line in file.first_lines[:-1]}
    tabbed = len(tabs) == 1 and 0 not in tabs
    if not (named or headed or quoted or tabbed) or (len(file.first_lines) < _FEWEST and not named):
        return None
    from tui_reader.formats.tables import cells, columns

    complete = file.text if len(file.text) <= len(file.head) else file.text[:200_000].rpartition("\n")[0]
    table = cells.rows_of(complete)
    if table is None:
        return None
    found = columns.found(table.rows)
    if found is None or found.speaker is None:
        return Evidence(POSSIBLE) if named else None
    return Evidence(CERTAIN if headed else LIKELY if named or quoted else POSSIBLE, found.told)


def _read(file: SourceFile) -> Document:
    from tui_reader.formats.tables import rows_as_turns

    return rows_as_turns.read(file)


PRODUCERS = (Producer("table", "Table (CSV, TSV)", _is_table, _read),)
