"""The README's picture can be drawn, and shows what it should."""

from __future__ import annotations

from tests.support.screenshot import PICTURE, WORD, picture


async def test_the_picture_shows_the_memorandum_with_a_marked_word() -> None:
    svg = await picture()
    assert svg.startswith("<svg") and "http" not in svg.replace("http://www.w3.org", "").replace(
        "https://www.textualize.io", ""
    )
    for drawn in (svg, PICTURE.read_text(encoding="utf-8")):
        assert "Stevenson" in drawn and f">{WORD}</text>" in drawn
