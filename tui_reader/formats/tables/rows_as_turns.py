"""The rows of a table as turns: each row is one, its time kept, its other cells kept and not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress, transcript
from tui_reader.formats.builder import Builder, Ref, Rest, Time
from tui_reader.formats.headings import is_bracketed
from tui_reader.formats.interruptions import divided
from tui_reader.formats.labels.bare_name import ELEMENT, bare_name
from tui_reader.formats.printed_records import with_rest
from tui_reader.formats.recognisers.telling import speaker_name
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.tables import columns
from tui_reader.formats.tables.cells import rows_of
from tui_reader.formats.tables.columns import Columns, is_nothing, time_of

FORMAT = "table"
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_DATE_TIME = re.compile(r"\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_MILLISECONDS = re.compile(r"ms\b|msec|milli", re.IGNORECASE)


def read(file: SourceFile) -> Document:
    """The Document of a table. Raises DocumentError where no column holds words that somebody says."""
    table = rows_of(file.text)
    if table is None:
        raise DocumentError(
            f"{file.name}: no table: its lines are not divided alike by tabs, commas, semicolons or bars"
        )
    parsing_progress.reached(0.2)
    rows = table.rows
    which = columns.chosen(rows, file.columns) if file.columns else columns.found(rows)
    if which is None:
        raise DocumentError(
            f"{file.name}: a table without a column of speakers and one of words; if it is a talk, name them, "
            f"for example --columns speaker=1,text=2 (columns: {', '.join(list(columns.listed(rows))[:12])})"
        )
    if which.speaker is None and (document := _by_labels(file, rows, which)):
        return document
    builder = Builder(file.name, file.key, FORMAT, file.entries, file.warnings)
    _tell(builder, file.name, _oldest_first(rows[which.first :]), which)
    for words, why in _rest(rows, which):
        builder.residue(words, why)
    _warn_of_rest(builder, file.name, rows, which)
    document = builder.document()
    if not (document.turns or document.pages):
        raise DocumentError(f"{file.name}: nothing is said in this table; the column {which.name(which.text)} is empty")
    return document


def _by_labels(file: SourceFile, rows: Sequence[Sequence[str]], which: Columns) -> Document | None:
    """The Document of words that name their speakers themselves; None where they do not."""
    said = [row[which.text].strip() for row in rows[which.first :]]
    text = "\n\n".join(words for words in said if words)
    found = transcript.parse(text, file.name, file.key, file.entries, file.warnings)
    if 2 * len(found.turns) < len(said):
        return None
    for words, why in _rest(rows, which):
        found = with_rest(found, filter(None, words.split("\n")), why)
    return found._replace(format=FORMAT)


def _tell(builder: Builder, name: str, rows: Sequence[Sequence[str]], which: Columns) -> None:
    """Give the builder a turn for each row; a row that names nobody goes on with the turn above."""
    unnamed = 0
    unit = 0.001 if which.start is not None and _MILLISECONDS.search(which.name(which.start)) else 1.0
    for row in rows:
        printed = "" if which.speaker is None or is_nothing(row[which.speaker]) else row[which.speaker].strip()
        words = "" if is_nothing(row[which.text]) else row[which.text]
        if printed:
            label = _label(printed)
            builder.turn(label, printed) if label else builder.end_turn()
        elif words.strip() and builder.in_turn and not is_bracketed(words.strip()):
            unnamed += 1
        start, end = (None if one is None else time_of(row[one]) for one in (which.start, which.end))
        if start is not None:
            end = end * unit if end is not None else None
            _add(builder, words, Time(start * unit, end))
        else:
            _add(builder, words, None)
    if unnamed:
        told = "1 row names" if unnamed == 1 else f"{unnamed:,} rows name"
        builder.warnings.append(f"{name}: {told} no speaker; read as the words of the speaker before")
    if which.speaker is None:
        builder.warnings.append(
            f"{name}: no column of the table says who speaks, so the narrator reads "
            f"{which.called(which.text)}; --columns speaker=2,text=3 chooses columns"
        )


def _oldest_first(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows the other way round where dates and times of a column run backwards, as in exported activity."""
    for number in range(len(rows[0]) if len(rows) > 1 else 0):
        times = [row[number] for row in rows if _DATE_TIME.match(row[number])]
        if len(times) == len(rows) and times[0] > times[-1] and all(one >= other for one, other in pairwise(times)):
            return rows[::-1]
    return rows


@lru_cache(4096)
def _label(printed: str) -> str | None:
    """The label of a speaker's cell; empty for nobody."""
    return speaker_name(bare_name(printed, ELEMENT))


def _add(builder: Builder, words: str, time: Time | None) -> None:
    for paragraph in _PARAGRAPHS.split(words):
        if not paragraph.strip():
            continue
        if is_bracketed(" ".join(paragraph.split())):
            builder.add(Kind.ASIDE, paragraph)
            continue
        if not builder.in_turn:
            builder.add(Kind.PARAGRAPH, paragraph)
            continue
        pieces = divided([paragraph]) if "[" in paragraph or "(" in paragraph else [([paragraph], False)]
        for piece, aside in pieces:
            run: list[str | Ref | Rest | Time] = [*([time] if time else []), *piece]
            builder.add(Kind.ASIDE if aside else Kind.SPEECH, run)
            time = None


def _rest(rows: Sequence[Sequence[str]], which: Columns) -> Iterator[tuple[str, str]]:
    """What is kept and not read, and why: what stands above the heads, they, and the other columns, each on its own."""
    yield from ((" ".join(row).strip(), "above the table") for row in rows[: max(0, which.first - 1)])
    yield " ".join(which.heads), "the heads of the columns"
    for number in range(len(rows[0])):
        cells = [row[number].strip() for row in rows[which.first :]]
        if number in (which.text, which.speaker):
            yield "\n".join(cell for cell in cells if is_nothing(cell)), "a cell without a value"
        else:
            yield "\n".join(filter(None, cells)), f"{which.called(number)}, which is not read"


def _warn_of_rest(builder: Builder, name: str, rows: Sequence[Sequence[str]], which: Columns) -> None:
    taken = (which.text, which.speaker, which.start, which.end)
    unread = [
        which.name(number)
        for number in range(len(rows[0]))
        if number not in taken and any(not is_nothing(row[number]) for row in rows[which.first :])
    ]
    if unread:
        told = "1 column is" if len(unread) == 1 else f"{len(unread)} columns are"
        listed = ", ".join(unread[:5]) + (", ..." if len(unread) > 5 else "")
        builder.warnings.append(f"{name}: {told} kept and not read: {listed}")
