"""Normalized text in tests: what is said for what is printed, and how espeak-ng sounds it."""

from __future__ import annotations

from tests.support.phonemes import phonemes
from tui_reader.narration.normalization import TextNormalizer


def spelled(normalizer: TextNormalizer, printed: str) -> str:
    """The words that are said for printed ones."""
    return "".join(piece.said for piece in normalizer.pieces(printed))


def heard(text: str) -> str:
    """The phonemes without stress, blanks and the weak i, which differ between figures and words."""
    return "".join(sign for sign in phonemes(text).replace("ᵻ", "ɪ") if sign not in " ˈˌ")
