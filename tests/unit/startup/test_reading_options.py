"""The options of the command line win over the settings, and the settings over the defaults."""

from __future__ import annotations

import sys

import pytest

from tui_reader.paths import config_folder
from tui_reader.settings.values import UNBROKEN
from tui_reader.startup.reading_options import ReadingOptions, effective_settings
from tui_reader.tts import espeak_library


def configure(text: str) -> None:
    """Write the settings file."""
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.toml").write_text(text)


def test_an_option_wins_over_a_setting_and_a_setting_over_the_default() -> None:
    configure('speed = 2.0\nwidth = 50\nengine = "tone"\n')
    settings, _ = effective_settings(ReadingOptions(speed=3.0))
    assert (settings.speed, settings.width, settings.engine) == (3.0, 50, "tone")


@pytest.mark.parametrize(("width", "line_width"), [(None, UNBROKEN), (40, 40), (72, 72)])
def test_a_width_that_is_asked_for_breaks_lines_where_the_settings_break_none(
    width: int | None, line_width: int
) -> None:
    configure("wrap = false\nwidth = 50\n")
    settings, _ = effective_settings(ReadingOptions(width=width))
    assert settings.line_width == line_width


@pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is Linux")
def test_files_of_sound_are_made_by_the_default_where_the_engine_set_gives_none() -> None:
    configure('engine = "speech-dispatcher"\n')
    engines = [effective_settings(ReadingOptions(), **how)[0].engine for how in ({}, {"live": True}, {"data": True})]
    assert engines == ["speech-dispatcher", "speech-dispatcher", "espeak"]
    asked = ReadingOptions(engine="speech-dispatcher")
    assert effective_settings(asked, data=True)[0].engine == "speech-dispatcher", "who names it is told that it cannot"
    (config_folder() / "settings.toml").unlink()
    engines = [effective_settings(ReadingOptions(), **how)[0].engine for how in ({}, {"live": True})]
    assert engines == ["espeak", "speech-dispatcher"]


@pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is Linux")
@pytest.mark.parametrize(
    ("missing", "system", "engine"),
    [
        ("miniaudio", None, "speech-dispatcher"),
        ("espeakng_loader", "libnone.so", "speech-dispatcher"),
        ("espeakng_loader", None, "espeak"),
    ],
)
def test_where_a_package_for_sound_is_missing_the_systems_own_speech_is_the_default(
    monkeypatch: pytest.MonkeyPatch, missing: str, system: str | None, engine: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setattr(espeak_library, "SYSTEM", system or "libc.so.6")
    assert effective_settings(ReadingOptions())[0].engine == engine
    assert effective_settings(ReadingOptions(), data=True)[0].engine == "espeak"
