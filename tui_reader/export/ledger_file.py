"""A ledger as `verify` reads it: from any file that has its name, and for the sound of one speaker alone."""

from __future__ import annotations

import json
from math import isfinite
from pathlib import Path
from typing import Any

from tui_reader.errors import ReaderError
from tui_reader.export.export_ledger import LARGEST, LedgerJson, ledger_path
from tui_reader.export.stems import file_words
from tui_reader.small_file import read_small

_LATEST = 1e7
"""Seconds: no export lasts longer."""


def read_ledger(output: Path) -> LedgerJson:
    """The ledger beside an exported file. Raises ReaderError where there is none, or the file is something else."""
    path = ledger_path(output)
    data = read_small(path, LARGEST)
    if data is None:
        raise ReaderError(f"{output} cannot be checked: {path.name} is not beside it. Export it again with --ledger.")
    try:
        ledger: LedgerJson = json.loads(data)
        _check(ledger)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        raise ReaderError(f"{output} cannot be checked: {path.name} is not the ledger of an export.") from None
    return ledger


def of_stem(ledger: LedgerJson, output: Path) -> LedgerJson | None:
    """For the sound file of one speaker alone the ledger with only what that speaker says; None for another file."""
    names = dict[str, str]((one["by"], one["name"]) for one in ledger["utterances"])
    stem = ledger_path(output).name.removesuffix(".ledger.json")
    for speaker, word in zip(names, file_words(names.values()), strict=True):
        if output.stem == f"{stem}.{word}":
            return ledger | {"utterances": [one for one in ledger["utterances"] if one["by"] == speaker]}
    return None


def _check(ledger: LedgerJson) -> None:
    """Raise AttributeError, KeyError, TypeError or ValueError where a ledger lacks what is read of it."""
    _texts(ledger["document"], "name", "key")
    _is_right(isinstance(ledger["lost"], int))
    for file in ledger["files"]:
        _texts(file, "name", "sha256")
    for entry in ledger["entries"]:
        _texts(entry, "printed")
    for one in ledger["utterances"]:
        _texts(one, "by", "name", "printed", "shown", "note")
        _seconds(*([one["start"], one["end"]] if "start" in one else []))
        if "recorded" in one:
            start, end = one["recorded"]
            _seconds(start, end)
    _seconds(*([] if ledger["seconds"] is None else [ledger["seconds"]]))
    if recording := ledger.get("recording"):
        _texts(recording, "name", "sha256")
        _is_right(0.1 <= recording["speed"] <= 10)


def _texts(fields: dict[str, Any], *names: str) -> None:
    _is_right(all(isinstance(fields[name], str) for name in names))


def _seconds(*times: float) -> None:
    _is_right(all(isfinite(time) and -1 <= time <= _LATEST for time in times))


def _is_right(right: bool) -> None:
    if not right:
        raise ValueError
