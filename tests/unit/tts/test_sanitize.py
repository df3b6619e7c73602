"""What an engine would take for a command is replaced by blanks."""

from __future__ import annotations

import pytest

from tui_reader.tts.sanitize import sanitize


@pytest.mark.parametrize(
    ("text", "driver", "safe"),
    [
        ("[[rate 500]] a [b] [[[", "nsss", "  rate 500]] a [b]   ["),
        ("<b>one", "sapi5", " b>one"),
        ("[[f'u:]] a", "piper", "  f'u:]] a"),
        ("one \x01550S \x00\udcff\ue001 two", "espeak", "one  550S     two"),
        ("<b> [[one", "espeak", "<b> [[one"),
    ],
    ids=["macOS", "Windows", "piper", "espeak", "markup"],
)
def test_a_text_stays_as_long_as_it_is(text: str, driver: str, safe: str) -> None:
    assert sanitize(text, driver) == safe
