"""A reading of the memorandum without sound, and its library, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.reading_driver import ReadingDriver, silent_reading
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.reading import Reading


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(None) as library:
        yield library


@pytest.fixture
def reading(library: Library) -> Reading:
    return silent_reading(read(MEMORANDUM), MEMORANDUM, library)


@pytest.fixture
def driver(library: Library) -> Iterator[ReadingDriver]:
    """Drives a reading of the memorandum, and lets it be heard."""
    driver = ReadingDriver(library)
    yield driver
    driver.reading.close()
