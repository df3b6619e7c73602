"""The command `lexicon`, and keeping a corrected word: for one document in the library, for all in the person's file.

Knows no face. A face that corrects a word makes an `Entry`, lets it be heard (`Script.as_said_with`) and calls
`correct`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.atomic_write import atomic_write
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError, UsageError
from tui_reader.library import Library
from tui_reader.narration.normalization import LexiconEntry, load_lexicon, make_entry, parse_lexicon
from tui_reader.narration.normalization.ipa import are_mnemonics, mnemonics
from tui_reader.narration.normalization.lexicon import lexicon_beside
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
    """Take back what was kept for words. Raises UsageError for a word that is not there, ReaderError."""
    words = list(words)
    kept = load_lexicon(own_file()).entries if document is None else _kept(document, library)
    there = {entry.written for entry in kept}
    for word in words:
        if word not in there:
            raise UsageError(f"The lexicon has no word {word!r}; it has {', '.join(sorted(there)) or 'none'}.")
    if document is None:
        _change_own(dict.fromkeys(words))
        return
    for word in words:
        library.keep_word(document.key, word, None)


def lines(document: Document | None, path: Path, library: Library) -> Iterator[str]:
    """The rules one by one, as they would stand in a file: the document's and where they are kept, or the person's."""
    if document is None:
        found = load_lexicon(own_file()).entries
        yield from (entry.line for entry in found)
        if not found:
            yield f"No words of your own yet. They are kept in {own_file()}."
        return
    kept = _kept(document, library)
    beside = lexicon_beside(path)
    over = {entry.written for entry in kept}
    others = [entry for entry in load_lexicon(beside).entries if entry.written not in over]
    yield from (entry.line for entry in kept)
    yield from (f"{entry.line}  # in {beside.name}" for entry in others)
    if not kept and not others:
        yield f"No words for {document.name} alone. Those for all documents: tui-reader lexicon."


def entries_of(option: str, given: Iterable[str], any_case: bool) -> list[LexiconEntry]:
    """Entries as an option has them: WORD=SAID for "said", "ipa" and "phonemes", WORD for "skip". Raises UsageError."""
    found = []
    for words in given:
        written, sign, value = words.partition("=")
        if option != "skip" and not (written and sign and value):
            raise UsageError(f"{words!r}: write the word, =, and how it is said: Adlai=Addlay.")
        table: dict[str, object] = {"skip": True} if option == "skip" else {option: value}
        if any_case:
            table["case"] = False
        try:
            found.append(make_entry(words if option == "skip" else written, table))
        except ValueError as error:
            raise UsageError(f"{words!r}: {error}.") from None
    return found


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


def _kept(document: Document, library: Library) -> list[LexiconEntry]:
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
    kept = text.split("\n")
    headers: list[int] = []
    for statement in reversed(list(statements(text))):
        if all(key[0] == written for key in statement.keys):
            del kept[statement.first : statement.last + 1]
            headers = [at - (statement.last + 1 - statement.first) for at in headers]
        elif statement.header:
            headers.append(statement.first)
    if line is not None:
        expected |= tomllib.loads(line)
        end = len(kept)
        while end and not kept[end - 1].strip():
            end -= 1
        kept.insert(min(headers, default=end), line)
    if kept and kept[-1]:
        kept.append("")
    changed = "\n".join(kept)
    try:
        right = tomllib.loads(changed) == expected
    except tomllib.TOMLDecodeError:
        right = False
    if not right:
        raise ReaderError(f"{own_file()}: {written!r} stands there in a way that only an editor can change.")
    return changed
