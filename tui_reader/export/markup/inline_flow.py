"""Pours a passage's text into elements, its marks and line breaks in their places."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from tui_reader.document.model import Mark
from tui_reader.export.markup.elements import Element, add_text, make


class InlineFlow:
    """A passage's text that is poured from its start to its end into one element after another, with its marks."""

    def __init__(self, text: str, marks: Iterable[tuple[Mark, Element]]) -> None:
        self._text, self._at, self._marks = text, 0, deque(marks)

    def pour(self, element: Element, end: int, marks_at_end: bool = True) -> None:
        """Put the characters up to `end` behind what is in an element; a mark stands before its character."""
        while self._marks and self._marks[0][0].offset < end + marks_at_end:
            mark, reference = self._marks.popleft()
            self._print(element, mark.offset)
            element.append(reference)
        self._print(element, end)

    def _print(self, element: Element, end: int) -> None:
        first, *lines = self._text[self._at : end].split("\n")
        add_text(element, first)
        for line in lines:
            element.append(make("br"))
            add_text(element, line)
        self._at = max(self._at, end)
