"""Puts a passage's text into elements piece by piece, with its marks and line breaks in their places."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from tui_reader.document.model import Mark
from tui_reader.export.markup.xhtml_elements import Element, add_text, make


class InlineFlow:
    """A passage's text, put from start to end into one element after another, with its marks."""

    def __init__(self, text: str, marks: Iterable[tuple[Mark, Element]]) -> None:
        """`marks`: each mark, in the order of the text, with the element that is printed for it."""
        self._text, self._at, self._marks = text, 0, deque(marks)

    def add_up_to(self, element: Element, end: int, *, marks_at_end: bool = True) -> None:
        """Add the characters up to `end`, and the marks among them, at the end of an element.

        `marks_at_end`: whether marks right at `end` are added too.
        """
        while self._marks and self._marks[0][0].offset < end + marks_at_end:
            mark, reference = self._marks.popleft()
            self._add_text(element, mark.offset)
            element.append(reference)
        self._add_text(element, end)

    def _add_text(self, element: Element, end: int) -> None:
        first, *lines = self._text[self._at : end].split("\n")
        add_text(element, first)
        for line in lines:
            element.append(make("br"))
            add_text(element, line)
        self._at = max(self._at, end)
