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
from tui_reader.narration.normalization.ipa import are_mnemonics, mnemonics
from tui_reader.paths import config_folder
from tui_reader.toml_file import statements

if TYPE_CHECKING:
    from tui_reader.formats.pls import Lexeme
    from tui_reader.narration.narration import Narration


def own_file() -> Path:
    """The person's lexicon, which is for all documents."""
    return config_folder() / "lexicon.toml"


def correct(entry: LexiconEntry, script: Narration, library: Library, everywhere: bool = False) -> None:
    """Say a word so from now on, and keep that: for the document, or `everywhere`. Raises ReaderError."""
    keep([entry], None if everywhere else script.document, library)
    if everywhere:
        library.keep_word(script.document.key, entry.written, None)
    script.correct(entry)


def keep(entries: Iterable[LexiconEntry], document: Document | None, library: Library) -> None:
    """Keep entries in the library for a document, or in the person's file for all. Raises ReaderError."""
    if document is None:
        _change_own({entry.written: entry.line for entry in entries})
        return
    for entry in entries:
        library.keep_word(document.key, entry.written, entry.line)


def remove(words: Iterable[str], document: Document | None, library: Library) -> None:
    """Remove what was set for words. Raises UsageError for a word without a pronunciation, ReaderError."""
    words = list(words)
    there = {entry.written for entry in kept(document, library)}
    for word in words:
        if word not in there:
            raise UsageError(f"The lexicon has no word {word!r}; it has {', '.join(sorted(there)) or 'none'}.")
    if document is None:
        _change_own(dict.fromkeys(words))
        return
    for word in words:
        library.keep_word(document.key, word, None)


def imported(path: Path) -> tuple[list[LexiconEntry], list[str]]:
    """The entries of a W3C pronunciation lexicon or of a TOML lexicon, and a line for each word left out.

    Raises ReaderError, with the place.
    """
    from tui_reader.formats import pls

    if not pls.is_pls(path):
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file.")
        return list(load_lexicon(path).entries), []
    lexemes, warnings = pls.load(path)
    entries, left_out = [], list(warnings)
    for lexeme in lexemes:
        entry = _entry(lexeme)
        if isinstance(entry, LexiconEntry):
            entries.append(entry)
        else:
            left_out.append(f"{path.name}:{lexeme.line}: {lexeme.written}: left out: {entry}.")
    return entries, left_out


def _entry(lexeme: Lexeme) -> LexiconEntry | str:
    """The entry of a word, or why there is none."""
    language = lexeme.language.partition("-")[0].lower()
    sounds: str | None = ""
    if lexeme.phoneme and language == "en":
        ipa = lexeme.alphabet.lower() == "ipa"
        sounds = mnemonics(lexeme.phoneme) if ipa else lexeme.phoneme if are_mnemonics(lexeme.phoneme) else None
    if sounds or lexeme.alias:
        return LexiconEntry(lexeme.written, lexeme.alias or None, sounds or "", language=language)
    if not lexeme.phoneme:
        return "it has neither alias nor phoneme"
    return "sounds are for English, and it has no alias" if language != "en" else f"{lexeme.phoneme} is no English IPA"


def kept(document: Document | None, library: Library) -> list[LexiconEntry]:
    """What was set for a document, or, without one, for all documents. Raises ReaderError for a broken file."""
    if document is None:
        return list(load_lexicon(own_file()).entries)
    return [entry for line in library.lexicon(document.key) for entry in parse_lexicon(line, "The library")]


def _change_own(words: dict[str, str | None]) -> None:
    """Put lines for words into the person's file, or take them out where there is none; all else stays as it is."""
    path = own_file()
    load_lexicon(path)  # what is wrong with it is told, and not written over
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    for written, line in words.items():
        text = with_line(text, written, line)
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as file:
        file.write(text.encode())


def with_line(text: str, written: str, line: str | None) -> str:
    """The text of a lexicon with that line for a word, or without any; all else is kept.

    Raises ReaderError where the word stands there in a way that cannot be changed safely.
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
        raise ReaderError(f"{own_file()}: {written!r} stands there in a way that only an editor can change.")
    return changed
