"""What the tests of casting need."""

from __future__ import annotations

import os

import pytest


@pytest.fixture
def first_names() -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("gender_guesser")
