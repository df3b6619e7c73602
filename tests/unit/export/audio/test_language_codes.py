"""Languages in three letters."""

from __future__ import annotations

import pytest

from tui_reader.export.audio.language_codes import three_letters


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "eng"), ("de-AT", "deu"), ("pt_BR", "por"), ("zh-Hant", "zho"), ("grc", "grc"), ("xx", ""), ("", ""),
     ("not a language", "")],
)  # fmt: skip
def test_a_tag_has_its_code(tag: str, code: str) -> None:
    assert three_letters(tag) == code
