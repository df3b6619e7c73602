"""Pronunciations that a person sets: kept in the library for one document, in the person's own lexicon file for all.

A face that corrects a word makes a LexiconEntry, plays it (`Narration.as_said_with`) and calls `correct`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.atomic_write import atomic_write
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError, UsageError
from tui_reader.library import Library
from tui_reader.narration.normalization import LexiconEntry, load_lexicon, parse_lexicon
from tui_reader.paths import config_folder
from tui_reader.toml_file import statements

if TYPE_CHECKING:
    from tui_reader.narration.narration import Narration


def own_file() -> Path:
    """The file of the person's own pronunciations, which apply to all documents."""
    return config_folder() / "lexicon.toml"


def stored(document: Document | None, library: Library) -> list[LexiconEntry]:
    """The entries for a document, or, without one, for all documents. Raises ReaderError for a file that is wrong."""
    if document is None:
        return list(load_lexicon(own_file()).entries)
    return [entry for line in library.lexicon(document.key) for entry in parse_lexicon(line, "The library")]


def correct(entry: LexiconEntry, narration: Narration, library: Library, everywhere: bool = False) -> None:
    """Say a word by its entry from now on, and store it: for the document, or `everywhere`. Raises ReaderError."""
    store([entry], None if everywhere else narration.document, library)
    if everywhere:
        library.keep_word(narration.document.key, entry.written, None)
    narration.correct(entry)


def store(entries: Iterable[LexiconEntry], document: Document | None, library: Library) -> None:
    """Store entries: for a document in the library, or, without one, in the person's own file. Raises ReaderError."""
    if document is None:
        _change_own({entry.written: entry.line for entry in entries})
        return
    for entry in entries:
        library.keep_word(document.key, entry.written, entry.line)


def remove(words: Iterable[str], document: Document | None, library: Library) -> None:
    """Remove the entries of words, for a document or, without one, for all. Raises UsageError for an unknown word."""
    words = list(words)
    there = {entry.written for entry in stored(document, library)}
    for word in words:
        if word not in there:
            raise UsageError(f"The lexicon has no word {word!r}; it has {', '.join(sorted(there)) or 'none'}.")
    if document is None:
        _change_own(dict.fromkeys(words))
        return
    for word in words:
        library.keep_word(document.key, word, None)


def _change_own(words: dict[str, str | None]) -> None:
    """Write the line of each word into the person's own file, or remove it where it is None; the rest stays."""
    path = own_file()
    load_lexicon(path)  # raises where something is wrong with it: then it is not written over
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    for written, line in words.items():
        text = with_line(text, written, line)
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as file:
        file.write(text.encode())


def with_line(text: str, written: str, line: str | None) -> str:
    """The text of a lexicon with another line for a word, or without the word where `line` is None.

    All other lines stay. Raises ReaderError where the word is written in a way that cannot be changed safely.
    """
    expected = tomllib.loads(text)
    expected.pop(written, None)
    lines = text.split("\n")
    headers: list[int] = []
    for statement in reversed(list(statements(text))):
        if all(key[0] == written for key in statement.keys):
            del lines[statement.first : statement.last + 1]
            headers = [at - (statement.last + 1 - statement.first) for at in headers]
        elif statement.header:
            headers.append(statement.first)
    if line is not None:
        expected |= tomllib.loads(line)
        end = len(lines)
        while end and not lines[end - 1].strip():
            end -= 1
        lines.insert(min(headers, default=end), line)
    if lines and lines[-1]:
        lines.append("")
    changed = "\n".join(lines)
    try:
        right = tomllib.loads(changed) == expected
    except tomllib.TOMLDecodeError:
        right = False
    if not right:
        raise ReaderError(f"{own_file()}: {written!r} is written in a way that can only be changed in a text editor.")
    return changed
