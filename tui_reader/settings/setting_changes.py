"""Changes of a setting as a person makes them with a key: to the next value, or back. Knows no face and no file."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.settings.setting import Setting
from tui_reader.settings.values import Settings, Value, value_of
from tui_reader.terminal.keymap import keymap
from tui_reader.terminal.keys import key_name

STEPS = {"speed": 0.1, "volume": 0.1, "rewind": 1, "width": 2, "buffer": 10, "spacing": 1, "margins": 1}
"""By how much a key changes a number; a pause by 50 (ms)."""
PAUSE_STEP = 50
LATER = ("face", "engine", "buffer", "media_keys")
"""Settings that take effect at the next start."""
AT_NEXT_START = "Takes effect at the next start."


def value_shown(value: Value) -> str:
    """A value as it is written in the file."""
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)


def in_force(setting: Setting, settings: Settings) -> str:
    """The value of a setting as it is shown; of a command's keys those in force."""
    table, _, id = setting.name.partition(".")
    if table != "keys":
        return value_shown(value_of(settings, setting.name))
    command = next(one for one in keymap(settings.keymap, settings.keys).commands if one.id == id)
    return " ".join(map(key_name, command.keys))


def next_value(setting: Setting, settings: Settings, way: int, choices: Sequence[str] = ()) -> Value | None:
    """The value after the one in force, for a `way` of 1, or before it, for -1; None where there is no order.

    `choices` in place of those of the table.
    """
    value = value_of(settings, setting.name)
    choices = choices or setting.choices
    if isinstance(value, bool):
        return not value
    if choices:
        at = list(choices).index(str(value)) if str(value) in choices else -1
        return choices[(at + way) % len(choices)]
    if isinstance(value, int | float) and setting.low is not None and setting.high is not None:
        step = STEPS.get(setting.name, PAUSE_STEP)
        near = round(min(max(value + way * step, setting.low), setting.high), 2)
        return int(near) if isinstance(setting.default, int) else near
    return None


def key_trouble(setting: Setting, settings: Settings) -> str | None:
    """What is wrong with the keys that were set for a command, or None."""
    table, _, id = setting.name.partition(".")
    told = keymap(settings.keymap, settings.keys).troubles.get(id) if table == "keys" else None
    return f"{setting.name}: {told}." if told else None
