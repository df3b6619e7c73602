"""What the tests of the faces share: the program in plain mode."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.plain_program import Plain


@pytest.fixture
def plain() -> Iterator[Plain]:
    """The memorandum, opened for the first time; its opening was told."""
    program = Plain("--no-sound")
    program.told()
    yield program
    program.close()
