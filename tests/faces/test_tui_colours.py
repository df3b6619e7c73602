"""Colours: the pair of high contrast is one, NO_COLOR is heeded, and the spoken word is seen without any."""

from __future__ import annotations

from itertools import chain

import pytest
from rich.color import Color
from rich.style import Style

from tests.support.app_driver import running_app
from tui_reader.faces.tui.text.colours import CONTRAST, DARK, GROUNDS, LIGHT, OWN, colours_of
from tui_reader.settings import Settings


def lightness(color: Color) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """How many times as light one of two colours is as the other."""
    dark, light = sorted((lightness(one), lightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_each_pair_of_high_contrast_is_seven_to_one(theme: str) -> None:
    text, ground = map(Color.parse, GROUNDS[theme])
    colours = CONTRAST[theme]
    written = [text, colours.quiet.color, *map(Color.parse, colours.speakers)]
    assert all(color and contrast(color, ground) >= 7 for color in written)
    for style in (colours.hit, colours.highlight):
        assert style.color and style.bgcolor and contrast(style.color, style.bgcolor) >= 7
    assert not any(style.dim for style in (colours.quiet, colours.hit, colours.highlight))


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_all_that_is_painted_is_seven_to_one(theme: str) -> None:
    async with running_app(settings=Settings(theme=theme, layout="scroll")) as driver:
        for keys in ("VeHnf", "/meeting\r", "l", "c", "\x1bh", "\x1bk", "\x1bu", "\x1bO"):
            await driver.press(*({"\r": "enter", "\x1b": "escape"}.get(key, key) for key in keys))
            for segment in chain.from_iterable(driver.rows):
                style = segment.style or Style()
                if segment.text.strip():
                    assert style.color and style.bgcolor and not style.dim, segment
                    assert contrast(style.color, style.bgcolor) >= 7, segment


def test_other_themes_have_the_colours_of_the_terminal() -> None:
    assert colours_of("ansi-dark") is colours_of("nord") is OWN
