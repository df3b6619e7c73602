"""Spelling out: a printed sentence into what an engine is to say, with the map back to the printed characters."""

from __future__ import annotations

from tui_reader.narration.normalization.lexicon import (
    Lexicon,
    LexiconEntry,
    document_lexicon,
    load_lexicon,
    make_entry,
    parse_lexicon,
)
from tui_reader.narration.normalization.normalizer import TextNormalizer

__all__ = [
    "Lexicon",
    "LexiconEntry",
    "TextNormalizer",
    "document_lexicon",
    "load_lexicon",
    "make_entry",
    "parse_lexicon",
]
