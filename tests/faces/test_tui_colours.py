"""Colours: the pair of high contrast is one, NO_COLOR is heeded, and the spoken word is seen without any."""

from __future__ import annotations

from itertools import chain, combinations
from math import atan2, degrees, dist
from operator import mul

import pytest
from rich.color import Color, ColorType
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from tests.support.app_driver import AppDriver, running_app
from tui_reader.document.speaker_colours import SPEAKER_COLOURS
from tui_reader.faces.tui.text.colours import CONTRAST, DARK, GROUNDS, LIGHT, OWN, colours_of
from tui_reader.faces.tui.themes import remark, theme_names
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


def assert_contrast(driver: AppDriver, least: float) -> None:
    """Assert that all that is painted has that contrast to one, and is not dimmed."""
    for segment in chain.from_iterable(driver.rows):
        style = segment.style or Style()
        if segment.text.strip():
            assert style.color and style.bgcolor and not style.dim, segment
            assert contrast(style.color, style.bgcolor) >= least, segment


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_all_that_is_painted_is_seven_to_one(theme: str) -> None:
    async with running_app(settings=Settings(theme=theme, layout="scroll")) as driver:
        for keys in ("VeHnf", "/meeting\r", "l", "c", "\x1bh", "\x1bk", "\x1bu", "\x1bO"):
            await driver.press(*({"\r": "enter", "\x1b": "escape"}.get(key, key) for key in keys))
            assert_contrast(driver, 7)


def test_the_terminals_own_colours_are_never_dimmed() -> None:
    assert not OWN.quiet.dim and not OWN.hit.dim and not OWN.highlight.dim


VIEWS = (
    "VeHbnf", "/meeting\r", "/", "\x1bg", "\x1bC", "\x1bO", "\x1bh", "\x1bD", "\x1bW", "\x1bk", "\x1bc", "\r",
    "\x1b\x1bA", "\x1bK", "\x1bu", "/", "\x1b\x1b'", "\x1bd", "\x1b\x10", "the", "\x1bl", "l", "l",
)  # fmt: skip
"""Keys that open every view, one after the other."""
NAMES = {"\r": "enter", "\x1b": "escape", "\x10": "ctrl+p"}


@pytest.mark.parametrize("size", [(40, 10), (140, 40)])
@pytest.mark.parametrize("theme", ["nord", "textual-light", DARK, LIGHT])
async def test_no_view_has_anything_dimmed(theme: str, size: tuple[int, int]) -> None:
    async with running_app(*size, settings=Settings(theme=theme)) as driver:
        for keys in VIEWS:
            await driver.press(*(NAMES.get(key, key) for key in keys))
            await driver.pilot.wait_for_scheduled_animations()
            assert_contrast(driver, 4.5)


THEMES = sorted(name for name in BUILTIN_THEMES if not name.startswith("ansi"))


@pytest.mark.parametrize("theme", THEMES)
async def test_all_that_is_painted_in_every_theme_is_4_5_to_one(theme: str) -> None:
    async with running_app(settings=Settings(theme=theme, layout="scroll")) as driver:
        assert colours_of(driver.app.current_theme) is CONTRAST[DARK if driver.app.current_theme.dark else LIGHT]
        for keys in ("VeHnf", "/meeting\r", "l", "c", "\x1bu", "\x1b\x10", "the"):
            await driver.press(*(NAMES.get(key, key) for key in keys))
            assert_contrast(driver, 4.5)


def test_the_list_of_themes_says_what_contrast_each_has() -> None:
    said = {theme: remark(theme) for theme in ["auto", *theme_names()]}
    assert {theme for theme, told in said.items() if told == "contrast 7 to 1"} == {DARK, LIGHT}
    assert sorted(theme for theme, told in said.items() if told == "contrast 4.5 to 1") == THEMES
    assert {said[theme] for theme in {*said} - {*THEMES, DARK, LIGHT}} == {
        "with your terminal's own colours and contrast"
    }


SAME = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
"""What full sight sees."""
SIMULATED = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What of linear red, green and blue is seen (Machado, Oliveira and Fernandes 2009, severity 1)."""
TOLD_APART = 15
"""A distance in CIELAB that is seen at a glance; from 2.3 on two colours beside each other are told apart."""


def seen(color: str, matrix: tuple[tuple[float, float, float], ...]) -> tuple[float, float, float]:
    """A colour in CIELAB (D65), as somebody sees it whose sight is simulated by the matrix."""
    parts = [part / 255 for part in Color.parse(color).get_truecolor()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (min(1, max(0, sum(map(mul, row, linear)))) for row in matrix)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", [*SIMULATED, "full sight"])
@pytest.mark.parametrize("ground", ["on_dark", "on_light", "on_any"])
def test_speakers_differ_for_the_colour_blind(ground: str, sight: str) -> None:
    shown = [seen(getattr(color, ground), SIMULATED.get(sight, SAME)) for color in SPEAKER_COLOURS]
    assert min(dist(one, other) for one, other in combinations(shown, 2)) >= TOLD_APART


def test_speakers_have_their_contrast_on_every_ground_and_the_same_hue() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    for color in SPEAKER_COLOURS:
        assert contrast(Color.parse(color.on_dark), black) >= 7 <= contrast(Color.parse(color.on_light), white)
        assert min(contrast(Color.parse(color.on_any), ground) for ground in (black, white)) >= 4.5
        for page, ground in (("#fbfaf6", color.on_light), ("#16171a", color.on_dark)):
            assert contrast(Color.parse(page), Color.parse(ground)) >= 4.5
        hues = [hue(getattr(color, ground)) for ground in ("on_dark", "on_light", "on_any")]
        assert max(min(abs(one - other), 360 - abs(one - other)) for one, other in combinations(hues, 2)) < 50


def hue(color: str) -> float:
    """The hue angle in CIELAB, in degrees."""
    _, a, b = seen(color, SAME)
    return degrees(atan2(b, a)) % 360


@pytest.mark.parametrize("theme", [*THEMES, DARK, LIGHT])
async def test_each_speaker_is_4_5_to_one_in_every_theme(theme: str) -> None:
    async with running_app(settings=Settings(theme=theme)) as driver:
        ground = driver.rows[0][0].style
        assert ground and ground.bgcolor
        for speaker in colours_of(driver.app.current_theme).speakers:
            assert contrast(Color.parse(speaker), ground.bgcolor) >= 4.5, speaker


def test_among_a_terminals_own_sixteen_colours_each_speaker_has_another() -> None:
    speakers = [Color.parse(name) for name in OWN.speakers]
    assert {color.type for color in speakers} == {ColorType.STANDARD}
    assert len({color.number for color in speakers}) == len(speakers) == len(SPEAKER_COLOURS)
