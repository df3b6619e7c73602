"""Applies rules and lexicon to a sentence. Knows no document, voice or engine."""

from __future__ import annotations

from tui_reader.script.utterance import Piece


class Speller:
    """Spells out printed sentences."""

    def pieces(self, printed: str, language: str = "en") -> tuple[Piece, ...]:
        """What is said for `printed`, as pieces that cover it exactly."""
        return (Piece(0, len(printed), printed),) if printed else ()
