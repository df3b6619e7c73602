"""UTF-8 that was written as Latin-1, as the exports of Messenger and Instagram have it, put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui_reader.cleaning import clean
from tui_reader.formats.producers.json_values import load
from tui_reader.formats.source_file import SourceFile

_BARE = re.compile(b"\xc2[\x80-\x9f]")
"""A control character that is no escape: cleaning takes it out."""


def mended_json(file: SourceFile) -> Any:
    """The value of a file with its strings put right.

    Where such bytes stand in the file as they are, and not as escapes, its text is put right as well.
    """
    if _BARE.search(file.data):
        raw = file.data.decode("utf-8", "replace")
        whole = mended_text(raw)
        if whole is not raw:
            file.text = clean(whole)
            return load(file.text, file.name)
    return _mended(file.json)


def _mended(data: Any) -> Any:
    """The value with its strings put right; as it is where a character of any string cannot be such a byte."""
    if any(max(one, default="") > "\xff" for one in _strings(data)):
        return data
    return _mend(data)


def mended_text(words: str) -> str:
    """One string put right; as it is where it is no UTF-8."""
    if words.isascii():
        return words
    try:
        return words.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return words


def _strings(data: Any) -> Iterator[str]:
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _mend(one: Any) -> Any:
    if isinstance(one, str):
        return mended_text(one)
    if isinstance(one, dict):
        return {name: _mend(value) for name, value in one.items()}
    return [_mend(value) for value in one] if isinstance(one, list) else one
