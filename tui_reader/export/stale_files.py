"""Removes what an earlier export left beside a file that is written anew and that is untrue of it: ledger and stems.

Only files that an export has written are removed: a ledger that lists the file; a label track in our form, and the
stems of the speakers that it names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.export import stems
from tui_reader.export.export_ledger import LARGEST, ledger_path
from tui_reader.export.output_formats import ExportTarget
from tui_reader.small_file import read_small
from tui_reader.startup.input_files import InputFiles

_TIMES = re.compile(r"\d+\.\d{6}\t\d+\.\d{6}\t")
"""How a line of a label track begins; the speaker's name and ": " follow."""


def stale_files(targets: Sequence[ExportTarget]) -> list[Path]:
    """What an earlier export has left beside these files. Looked for before they are written anew."""
    return [*dict.fromkeys(path for target in targets for path in _stale(target))]


def remove_stale(stale: Sequence[Path], written: Collection[Path], inputs: InputFiles) -> list[Path]:
    """Remove what is stale, but none that is `written` or one of the inputs; returns those that were removed."""
    removed: list[Path] = []
    for path in stale:
        if path in written:
            continue
        try:
            inputs.refuse(path)
            path.unlink()
        except (ReaderError, OSError):
            continue
        removed.append(path)
    return removed


def _stale(target: ExportTarget) -> Iterator[Path]:
    yield from _ledgers(target.path)
    if target.format.is_audio:
        yield from _stems(target)


def _ledgers(output: Path) -> Iterator[Path]:
    """The ledger of an earlier export that lists this file, for programs and for people."""
    path = ledger_path(output)
    try:
        ledger = json.loads(read_small(path, LARGEST) or b"")
        is_ours = str(ledger["program"]).startswith("tui-reader ")
        if is_ours and output.name in (file["name"] for file in ledger["files"]):
            yield from (path, path.with_suffix(".txt"))
    except (ReaderError, ValueError, LookupError, TypeError, RecursionError):
        return


def _stems(target: ExportTarget) -> Iterator[Path]:
    """The label track of an earlier export, and the sound files of the speakers in it."""
    labels = target.path.with_name(f"{target.stem}.labels.txt")
    try:
        lines = (read_small(labels, LARGEST) or b"").decode().splitlines()
    except (ReaderError, ValueError):
        return
    if not lines or not all(_TIMES.match(line) and ": " in line for line in lines):
        return
    names = dict.fromkeys(line.rpartition("\t")[2].partition(": ")[0] for line in lines)
    for word in stems.file_words(names):
        path = target.path.with_name(f"{target.stem}.{word}{target.format.ending}")
        if path.is_file():
            yield path
    yield labels
