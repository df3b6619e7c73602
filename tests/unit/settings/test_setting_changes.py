"""Changes of a setting as a person makes them: the next value, a typed one, and what is said of it."""

from __future__ import annotations

import pytest

from tui_reader.settings import Settings
from tui_reader.settings.setting_changes import in_force, key_trouble, next_value
from tui_reader.settings.settings_table import settings_table
from tui_reader.settings.values import Value, changed

TABLE = {setting.name: setting for setting in settings_table()}


@pytest.mark.parametrize(
    ("name", "way", "value"),
    [
        ("speed", 1, 1.1), ("speed", -1, 0.9), ("volume", 1, 1.0), ("width", -1, 70), ("pauses.change", 1, 750),
        ("rewind", 1, 4),
        ("stereo", 1, False), ("verbosity", 1, "full"), ("verbosity", -1, "brief"), ("device", 1, None),
    ],
)  # fmt: skip
def test_the_next_value(name: str, way: int, value: Value | None) -> None:
    assert next_value(TABLE[name], Settings(), way) == value


def test_the_next_of_other_choices_begins_anew_behind_the_last() -> None:
    assert next_value(TABLE["theme"], Settings(), -1, ["auto", "a", "b"]) == "b"
    assert next_value(TABLE["theme"], changed(Settings(), "theme", "b"), 1, ["auto", "a", "b"]) == "auto"


def test_keys_that_are_taken_are_told() -> None:
    assert in_force(TABLE["speed"], Settings()) == "1" and in_force(TABLE["stereo"], Settings()) == "true"
    assert in_force(TABLE["keys.next_page"], Settings()) == "n Right Enter"
    taken = changed(Settings(), "keys.next_page", "q")
    assert str(key_trouble(TABLE["keys.next_page"], taken)).startswith("keys.next_page: ")
    assert key_trouble(TABLE["speed"], taken) is None
