"""Writings that put no blanks between words."""

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
