"""What an engine would take for a command is replaced by blanks."""

from __future__ import annotations

import pytest

from tui_reader.tts.sanitize import sanitize

TEXTS = {
    "macOS": ("[[rate 500]] a [b] [[[", "nsss", "  rate 500]] a [b]   ["),
    "Windows": ("<b>one", "sapi5", " b>one"),
    "piper": ("[[f'u:]] a", "piper", "  f'u:]] a"),
    "espeak": ("one \x01550S \x00\udcff\ue001 two", "espeak", "one  550S     two"),
    "markup": ("<b> [[one", "espeak", "<b> [[one"),
}


@pytest.mark.parametrize(("text", "driver", "safe"), TEXTS.values(), ids=TEXTS)
def test_a_text_stays_as_long_as_it_is(text: str, driver: str, safe: str) -> None:
    assert sanitize(text, driver) == safe
