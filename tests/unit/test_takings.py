"""What is taken out of the program to see tests of screen readers fail still stands there, and so do the tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui_reader
from tests.heard.taken_out import Taking, takings

PROGRAM = Path(tui_reader.__file__).parent
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("taking", takings(), ids=lambda taking: f"{taking.point}: {taking.what}")
def test_what_is_taken_out_stands_once_in_its_file_and_its_tests_exist(taking: Taking) -> None:
    assert (PROGRAM / taking.file).read_text(encoding="utf-8").count(taking.old) == 1
    for test in taking.tests:
        file, *names = test.partition("[")[0].split("::")
        text = (ROOT / file).read_text(encoding="utf-8")
        assert all(re.search(rf"^\s*(?:async def|def|class) {name}\b", text, re.MULTILINE) for name in names), test
