"""Writings that put no blanks between words, and how long their letters take to say."""

from __future__ import annotations


def unspaced(character: str) -> bool:
    """Whether a character is of a writing without blanks: Chinese, Japanese, Thai, Lao, Khmer, Burmese."""
    if character < "\u0e00":
        return False
    return (
        "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u3000" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def spoken_length(text: str) -> int:
    """The Latin letters that take as long to say as a text: four for each Han sign, three for a Korean syllable."""
    return len(text) if text.isascii() else len(text) + sum(map(_longer_by, text))


def _longer_by(character: str) -> int:
    if "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff":
        return 3
    if "\uac00" <= character <= "\ud7a3":
        return 2
    return int(unspaced(character) and character.isalnum())
