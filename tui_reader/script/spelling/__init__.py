"""Spelling out: a printed sentence into what an engine is to say, with the map back to the printed characters."""

from __future__ import annotations

from tui_reader.script.spelling.lexicon import (
    Entry,
    Lexicon,
    document_lexicon,
    load_lexicon,
    make_entry,
    parse_lexicon,
)
from tui_reader.script.spelling.speller import Speller

__all__ = ["Entry", "Lexicon", "Speller", "document_lexicon", "load_lexicon", "make_entry", "parse_lexicon"]
