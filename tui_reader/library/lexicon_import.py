"""Reads a lexicon to be added to the person's own: a W3C pronunciation lexicon (PLS), or a TOML lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.errors import UsageError
from tui_reader.narration.normalization import LexiconEntry, load_lexicon
from tui_reader.narration.normalization.ipa import are_mnemonics, mnemonics

MOST_TOLD = 20
"""Words left out that are told one by one."""

if TYPE_CHECKING:
    from tui_reader.formats.pls import Lexeme


def read_lexicon(path: Path) -> tuple[list[LexiconEntry], list[str]]:
    """The entries of a PLS or TOML lexicon, and a line for each word that is left out, with the reason.

    Raises UsageError for a missing file, ReaderError, with the line, for one that is wrong.
    """
    from tui_reader.formats import pls

    if not path.is_symlink() and not path.exists():
        raise UsageError(f"{path}: there is no such file.")
    if not pls.is_pls(path):
        return list(load_lexicon(path).entries), []
    lexemes, warnings = pls.load(path)
    entries, left_out = [], list(warnings)
    for lexeme in lexemes:
        entry = _entry(lexeme)
        if isinstance(entry, LexiconEntry):
            entries.append(entry)
        else:
            left_out.append(f"{path.name}:{lexeme.line}: {lexeme.written}: left out: {entry}.")
    if len(left_out) > MOST_TOLD:
        left_out[MOST_TOLD:] = [f"{path.name}: {len(left_out) - MOST_TOLD:,} more words are left out."]
    return entries, left_out


def _entry(lexeme: Lexeme) -> LexiconEntry | str:
    """The entry of a word, or why it is left out."""
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
