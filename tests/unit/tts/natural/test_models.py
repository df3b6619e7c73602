"""Models of human voices: what is put behind a file's bytes, and what is said where the package is missing."""

from __future__ import annotations

import sys

import pytest

from tui_reader.errors import EngineError
from tui_reader.tts.natural.models import _as_output, found_models


def test_a_tensor_becomes_an_output_of_the_graph() -> None:
    made = _as_output("/Cast")
    assert made == b"\x3a\x09" + b"\x62\x07" + b"\x0a\x05/Cast"


def test_without_the_package_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hibari.voices", None)
    monkeypatch.setitem(sys.modules, "hibari", None)
    with pytest.raises(EngineError, match=r"pip install 'tui-reader\[natural\]'"):
        found_models()
