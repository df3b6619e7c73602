"""Numbers with their nouns, as the faces print them."""

from __future__ import annotations


def count(number: int, thing: str) -> str:
    """A number and a noun: "1 turn", "23 turns"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
