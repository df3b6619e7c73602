"""Exports many documents for `tui-reader export`: with a progress bar, or a line for each to a screen reader or log."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_reader.cli.command_output import complain_each
from tui_reader.export.batch.batch_export import BatchResult, DocumentOutcome, export_many
from tui_reader.export.batch.index_page import index_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.startup.face_choice import Face, choose_face
from tui_reader.startup.reading_options import ReadingOptions, effective_settings
from tui_reader.startup.screen_reader_detection import find_screen_reader
from tui_reader.terminal.output import in_one_line, print_messages

_WHY_NOT_WRITTEN = {
    DocumentOutcome.DONE_BEFORE: "done before",
    DocumentOutcome.LEFT_OUT: "left out because it has no speakers",
    DocumentOutcome.FAILED: "failed",
}
"""The line for a document whose export returned no message."""


def run(
    path: Path | None, options: ExportOptions, reading_options: ReadingOptions, jobs: int | None, scheduler: str | None
) -> int:
    """Write them all, with progress and a summary on standard error; the exit status is 1 where any failed.

    Raises as `export_many` does.
    """
    settings, notices = effective_settings(reading_options, data=True)
    complain_each(notices)
    face = choose_face(None, sys.stderr.isatty(), os.environ, settings, find_screen_reader).face
    counts: Counter[DocumentOutcome] = Counter()
    results = _counted(export_many(path, options, reading_options, jobs, scheduler), counts)
    try:
        if face is Face.FULL:
            _with_bar(results)
        else:
            _with_lines(results)
    finally:
        if counts:
            print_messages([_summary(counts, options.output)])
    return 1 if counts[DocumentOutcome.FAILED] else 0


def _counted(results: Iterable[BatchResult], counts: Counter[DocumentOutcome]) -> Iterator[BatchResult]:
    """The results as they come, counted by outcome."""
    for result in results:
        counts[result.outcome] += 1
        yield result


def _with_lines(results: Iterable[BatchResult]) -> None:
    """A numbered line for each document."""
    for number, result in enumerate(results, 1):
        words = result.line or f"{result.name}: {_WHY_NOT_WRITTEN[result.outcome]}."
        print_messages([f"{number}. {words}"])  # how many there are is known when all collections are read


def _with_bar(results: Iterable[BatchResult]) -> None:
    """A progress bar, and a line for each document that failed."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    columns = (TextColumn("Writing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for number, result in enumerate(results, 1):
            bar.update(task, completed=number, total=max(number, result.total))
            if result.outcome is DocumentOutcome.FAILED:
                bar.console.print(Text(in_one_line(f"{result.name}: {result.line}")), soft_wrap=True)


def _summary(counts: Counter[DocumentOutcome], folder: Path) -> str:
    """How many were written, and what became of the others."""
    written = counts[DocumentOutcome.WRITTEN]
    words = [f"{written} document{'' if written == 1 else 's'} written into {folder}"]
    if not written and not counts[DocumentOutcome.FAILED]:
        words = [f"Nothing to do in {folder}"]
    words += [
        f"{counts[outcome]} {outcome}"
        for outcome in (DocumentOutcome.DONE_BEFORE, DocumentOutcome.LEFT_OUT, DocumentOutcome.FAILED)
        if counts[outcome]
    ]
    listed = index_of(folder)
    return ", ".join(words) + (f"; {listed.name} lists them." if listed else ".")
