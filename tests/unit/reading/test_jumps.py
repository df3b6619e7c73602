"""Places that are typed: turns, percentages, parts, words of headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading_driver import silent_reading
from tui_reader.document.model import Document, Position
from tui_reader.library import Library
from tui_reader.reading import Reading


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("12", 11), ("turn 12", 11), ("Turn 1", 0), ("0%", 0), ("start", 0), ("part 1", 0), (" Memorandum ", 23),
        ("end", 23),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(reading: Reading, typed: str, page: int) -> None:
    reading.jumps.to_turn(2)
    assert reading.jumps.to_typed(typed) is None
    assert reading.place.position.page == page


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("99", "No turn 99. The last is 23."),
        ("part 9", "No part 9. There are 2 parts."),
        ("101%", "There is no 101 percent; the end is 100."),
        ("x" * 50, "Type a turn (12), a percent (50%), a part (part 2) or a word of its heading."),
        ("", "Type a turn (12), a percent (50%), a part (part 2) or a word of its heading."),
    ],
)
def test_what_is_not_there_is_told(reading: Reading, typed: str, line: str) -> None:
    assert reading.jumps.to_typed(typed) == line
    assert reading.place.position == Position(0, 0)


@pytest.mark.parametrize("percent", [0, 7.5, 25, 50, 80, 100])
def test_a_percent_goes_to_the_start_of_its_sentence(reading: Reading, percent: float) -> None:
    reading.jumps.to_typed(f"{percent}%")
    page = reading.place.page
    assert page
    assert page.text[: reading.place.position.offset].strip()[-1:] in {"", ".", "?", "!", ":", ")", "”", '"', "]"}
    assert abs(reading.place.progress.percent(reading.place.position) - percent) < 3


def test_a_document_without_text_has_nowhere_to_go(library: Library) -> None:
    reading = silent_reading(Document("empty", "empty", "transcript", ""), Path("empty"), library)
    assert reading.jumps.to_typed("50%") == "The document has no text."
    assert reading.search.find("a") == "Nothing found for a."
    assert reading.bookmarks.add() == "Bookmark 1 at the end. Not saved: there is no library."
    assert len(reading.outline) == 0 and reading.outline.parts == []
