"""A reading of the memorandum without sound, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.reading_driver import silent_reading
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.reading import Reading


@pytest.fixture
def reading() -> Iterator[Reading]:
    with Library(None) as library:
        yield silent_reading(read(MEMORANDUM), MEMORANDUM, library)
