"""The settings in the words of a person: groups, names, units, values that are typed, and what was probably meant."""

from __future__ import annotations

import pytest

from tui_reader.settings import Settings
from tui_reader.settings.setting_words import (
    GROUPS,
    explained,
    force_in_words,
    found,
    group_of,
    in_groups,
    setting_named,
    title_of,
    typed_value,
    value_in_words,
)
from tui_reader.settings.settings_table import settings_table
from tui_reader.settings.values import Value, changed

TABLE = {setting.name: setting for setting in settings_table()}
SHOWN = in_groups(settings_table())


def test_every_setting_is_in_a_group_and_those_of_a_group_are_together() -> None:
    assert sorted(SHOWN) == sorted(TABLE.values())
    assert [*dict.fromkeys(map(group_of, SHOWN))] == [*GROUPS]
    assert [group_of(one) for one in SHOWN] == sorted(map(group_of, SHOWN), key=[*GROUPS].index)
    assert len({title_of(one) for one in SHOWN}) == len(SHOWN)
    assert {name for rows in GROUPS.values() for name in rows} <= TABLE.keys()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("speed", 1.2, "1.2"), ("volume", 0.9, "90 %"), ("volume", 1.0, "100 %"), ("stereo", False, "off"),
        ("pauses.change", 700, "700 ms"), ("pauses.change", 1, "1 ms"), ("width", 72, "72 columns"),
        ("spacing", 1, "1 line"), ("rewind", 1, "1 minute"), ("layout", "page", "page"),
        ("device", "", "the system's default"), ("keys.quit", "", "q"), ("keys.quit", "Q", "Q"),
    ],
)  # fmt: skip
def test_values_have_units(name: str, value: Value, words: str) -> None:
    assert force_in_words(TABLE[name], changed(Settings(), name, value)) == words


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("speed", "2", 2.0), ("speed", " 1.5 ", 1.5), ("stereo", "False", False), ("stereo", "off", False),
        ("stereo", "Yes", True), ("volume", "90%", 0.9), ("volume", "90 %", 0.9), ("volume", "0.9", 0.9),
        ("volume", "90", 0.9), ("volume", "1", 1.0), ("pauses.change", "800 ms", 800), ("pauses.change", "800ms", 800),
        ("spacing", "1 line", 1), ("spacing", "2 lines", 2), ("width", "60 columns", 60),
        ("layout", "SCROLL", "scroll"), ("device", "USB", "USB"),
    ],
)  # fmt: skip
def test_a_value_is_typed_with_or_without_its_unit(name: str, typed: str, value: Value) -> None:
    assert typed_value(TABLE[name], typed) == value and type(typed_value(TABLE[name], typed)) is type(value)


@pytest.mark.parametrize("setting", SHOWN, ids=lambda setting: str(setting.name))
def test_what_is_shown_of_a_default_can_be_typed(setting: object) -> None:
    one = TABLE[getattr(setting, "name", "")]
    assert typed_value(one, value_in_words(one, one.default)) == one.default


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("speed", "fast", "must be 0.5 to 4."), ("speed", "9", "must be 0.5 to 4."),
        ("speed", "nan", "must be 0.5 to 4."),
        ("stereo", "maybe", "must be on or off."), ("volume", "200%", "must be 0 to 100 %."),
        ("pauses.change", "1.5", "must be 0 to 10000 ms."),
        ("layout", "scrol", "must be auto, page, scroll or sentence. Did you mean scroll?"),
        ("layout", "s", "must be auto, page, scroll or sentence."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_what_there_is(name: str, typed: str, told: str) -> None:
    with pytest.raises(ValueError) as error:
        typed_value(TABLE[name], typed)
    assert str(error.value) == told


def test_what_is_said_of_a_setting() -> None:
    about, values = explained(TABLE["engine"])
    assert about.endswith("Takes effect at the next start.") and values.endswith(" Default: auto.")
    assert explained(TABLE["volume"])[1] == "0 to 100 %. Default: 100 %."


@pytest.mark.parametrize("typed", ["show_notes", "show-notes", "Show Notes", "always show  notes"])
def test_a_setting_is_found_by_its_name_however_it_is_spelt(typed: str) -> None:
    assert setting_named(SHOWN, typed).name == "show_notes"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("layuot", "layout"),
        ("pauses.chnage", "pauses.change"),
        ("braille", "cursor"),
        ("qqqq", ""),
        ("volum", "volume"),
    ],
)
def test_a_mistyped_name_is_told_what_was_probably_meant(typed: str, meant: str) -> None:
    with pytest.raises(LookupError) as error:
        setting_named(SHOWN, typed)
    assert error.value.args[0] == meant


def test_names_that_have_the_words_come_before_sentences() -> None:
    assert [one.name for one in found(SHOWN, "pause speaker")][:2] == ["pauses.same_speaker", "pauses.change"]
    names = [one.name for one in found(SHOWN, "notes")]
    assert names[:2] == ["notes", "show_notes"] and "earcons" in names
    assert found(SHOWN, "xyzzy") == [] and found(SHOWN, "") == SHOWN
