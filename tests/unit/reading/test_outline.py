"""The outline: a row for each page."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.reading import Reading


def test_the_outline_has_a_row_for_each_page(reading: Reading) -> None:
    rows = [reading.outline.row(index) for index in range(len(reading.outline))]
    assert [row.position for row in rows] == [Position(page.index, 0) for page in reading.document.pages]
    assert rows[8].name == "Turn 9, Ball" and rows[8].level == 1
    assert reading.document.pages[8].text.startswith(rows[8].words[:20])
    assert rows[23].level == 0 and rows[23].words == ""
    assert reading.outline.parts == [0, 23]
