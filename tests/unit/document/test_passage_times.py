"""The times of a document by its passages."""

from __future__ import annotations

import pytest

from tui_reader.document.model import SpokenAt
from tui_reader.document.passage_times import last_time


@pytest.mark.parametrize(
    ("times", "last"),
    [
        ((), 0.0),
        (((1.0, 4.0), (2.0, 3.0)), 4.0),
        (((1.0, 4.0), (9.0, None)), 9.0),
        (((1.0, 4.0), (20.0, 19.0)), 20.0),
    ],
)
def test_the_last_time_is_the_latest_end(times: tuple[tuple[float, float | None], ...], last: float) -> None:
    assert last_time([SpokenAt(0, start, end, False) for start, end in times]) == last
