"""Segments of oTranscribe (OTR): text with markup, in which a person put times while listening."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from tui_reader.formats.recognisers.segments import Segment
from tui_reader.formats.recognisers.values import seconds, text

_PARAGRAPHS = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "blockquote"))


def otranscribe(data: Any) -> list[Segment]:
    """What is said from one time to the next, or to the end of the paragraph."""
    reader = _Segments()
    reader.feed(text(data.get("text")) if isinstance(data, dict) else "")
    reader.close()
    reader.end()
    return reader.found


class _Segments(HTMLParser):
    """Takes the markup, and puts segments together."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Segment] = []
        self._words: list[str] = []
        self._start: float | None = None
        self._in_time = False
        """Whether the printed time is read, which is not said."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A paragraph ends, or a time is printed."""
        time = seconds(dict(attrs).get("data-timestamp")) if tag == "span" else None
        if tag in _PARAGRAPHS or time is not None:
            self.end()
        if time is not None:
            self._start, self._in_time = time, True

    def handle_endtag(self, tag: str) -> None:
        """A paragraph or a printed time ends."""
        self._in_time = self._in_time and tag != "span"
        if tag in _PARAGRAPHS:
            self.end()

    def handle_data(self, data: str) -> None:
        """Words are said."""
        if not self._in_time:
            self._words.append(data)

    def end(self) -> None:
        """Put a segment behind the others; a time without words after it is that of the next."""
        words = " ".join("".join(self._words).split())
        self._words = []
        if words:
            self.found.append(Segment(words, start=self._start))
            self._start = None
