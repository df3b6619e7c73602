"""Pronunciations that a person sets: kept in the library for one document, in the person's own lexicon file for all.

A face that corrects a word makes a LexiconEntry, plays it (`Narration.as_said_with`) and calls `correct`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.errors import ReaderError, UsageError
from tui_reader.library import Library
from tui_reader.narration.normalization import LexiconEntry, own_file, own_lexicon, parse_lexicon
from tui_reader.narration.normalization.lexicon import LARGEST
from tui_reader.small_file import change_small
from tui_reader.toml_file import NotToml, parse_toml, statements

if TYPE_CHECKING:
    from tui_reader.narration.narration import Narration


def stored(document: Document | None, library: Library) -> list[LexiconEntry]:
    """The entries for a document, or, without one, for all documents. Raises ReaderError for a file that is wrong."""
    if document is None:
        return list(own_lexicon().entries)
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


def _change_own(words: Mapping[str, str | None]) -> None:
    """Write the line of each word into the person's own file, or remove it where it is None; the rest stays."""
    if words:
        change_small(own_file(), LARGEST, lambda text: with_lines(text, words))


def with_lines(text: str, words: Mapping[str, str | None]) -> str:
    """The text of a lexicon with another line for each word, or without the words whose line is None.

    All other lines stay. Raises ReaderError where something is wrong with the text, or a word is written in a way that
    cannot be changed safely.
    """
    parse_lexicon(text, str(own_file()))  # a lexicon that cannot be read is not written over
    expected = {word: value for word, value in parse_toml(text).items() if word not in words}
    lines, found = text.split("\n"), list(statements(text))
    changed = [statement for statement in found if all(key[0] in words for key in statement.keys)]
    gone = {number for statement in changed for number in range(statement.first, statement.last + 1)}
    header = next((one.first for one in found if one.header and one.first not in gone), len(lines))
    body = [lines[number] for number in range(header) if number not in gone]
    tables = [lines[number] for number in range(header, len(lines)) if number not in gone]
    while body and not tables and not body[-1].strip():
        body.pop()
    new = [line for line in words.values() if line is not None]
    written = "\n".join([*body, *new, *tables]).rstrip("\n") + "\n"
    try:
        expected |= parse_toml("\n".join(new))
        values = parse_toml(written)
    except NotToml as error:
        raise ReaderError(f"{own_file()}: cannot be changed: {error.reason}.") from None
    if values != expected:
        word = next((word for word in words if values.get(word) != expected.get(word)), "a word")
        raise ReaderError(f"{own_file()}: {word!r} is written in a way that can only be changed in a text editor.")
    return written
