"""The command `export` for many documents: a bar where somebody looks at it, lines for a screen reader or a log."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_reader.export.batch.batch_export import BatchResult, DocumentOutcome, export_many
from tui_reader.export.export_options import ExportOptions
from tui_reader.startup.face_choice import Face, choose_face
from tui_reader.startup.reading_options import ReadingOptions, effective_settings
from tui_reader.startup.screen_reader_detection import find_screen_reader
from tui_reader.terminal.output import complain, without_controls


def run(
    path: Path | None, options: ExportOptions, reading_options: ReadingOptions, jobs: int | None, scheduler: str | None
) -> int:
    """Write them all and say how it went on standard error; the status is 1 where any failed.

    Raises as `export_many` does.
    """
    settings, notices = effective_settings(reading_options, data=True)
    for line in notices:
        complain(line)
    face = choose_face(None, sys.stderr.isatty(), os.environ, settings, find_screen_reader).face
    told: Counter[DocumentOutcome] = Counter()
    results = _counted(export_many(path, options, reading_options, jobs, scheduler), told)
    try:
        if face is Face.FULL:
            _with_bar(results)
        else:
            _with_lines(results)
    finally:
        if told:
            print(_summary(told, options.output), file=sys.stderr)
    return 1 if told[DocumentOutcome.FAILED] else 0


def _counted(results: Iterable[BatchResult], told: Counter[DocumentOutcome]) -> Iterator[BatchResult]:
    for result in results:
        told[result.outcome] += 1
        yield result


def _with_lines(results: Iterable[BatchResult]) -> None:
    for number, result in enumerate(results, 1):
        words = without_controls(result.line or f"{result.name}: {_LEFT[result.outcome]}.")
        print(f"{number} of {max(number, result.total)}. {words}", file=sys.stderr, flush=True)


def _with_bar(results: Iterable[BatchResult]) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    columns = (TextColumn("Writing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for number, result in enumerate(results, 1):
            bar.update(task, completed=number, total=max(number, result.total))
            if result.outcome is DocumentOutcome.FAILED:
                bar.console.print(Text(without_controls(f"{result.name}: {result.line}")), soft_wrap=True)


_LEFT = {
    DocumentOutcome.DONE_BEFORE: "done before",
    DocumentOutcome.LEFT_OUT: "nobody speaks in it, left out",
    DocumentOutcome.FAILED: "failed",
}


def _summary(told: Counter[DocumentOutcome], folder: Path) -> str:
    written = told[DocumentOutcome.WRITTEN]
    words = [f"{written} document{'' if written == 1 else 's'} written into {folder}"]
    words += [
        f"{told[fate]} {fate}"
        for fate in (DocumentOutcome.DONE_BEFORE, DocumentOutcome.LEFT_OUT, DocumentOutcome.FAILED)
        if told[fate]
    ]
    return ", ".join(words) + "."
