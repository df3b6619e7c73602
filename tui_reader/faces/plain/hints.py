"""Hints of plain text mode that are said once: who has heard how to go on knows it."""

from __future__ import annotations


class Hints:
    """Remembers what was said in this session."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def once(self, hint: str) -> str:
        """The hint behind a blank, or nothing if it was said before."""
        if hint in self._said:
            return ""
        self._said.add(hint)
        return f" {hint}"
