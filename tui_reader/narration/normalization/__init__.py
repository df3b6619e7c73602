"""Text normalization: a printed sentence as an engine is to say it, with the map back to the printed characters.

A rule is an entry in the module of its kind, listed in `rules`; a word is a line of a lexicon. It knows no document.
"""

from __future__ import annotations

from tui_reader.narration.normalization.lexicon import (
    Lexicon,
    LexiconEntry,
    document_lexicon,
    load_lexicon,
    make_entry,
    own_file,
    own_lexicon,
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
    "own_file",
    "own_lexicon",
    "parse_lexicon",
]
