"""The settings file: read with a warning for each wrong line, and one setting written without touching the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from tui_reader.errors import ReaderError, UsageError
from tui_reader.paths import config_folder
from tui_reader.settings.setting import Setting
from tui_reader.settings.values import Settings, Value, settings_of
from tui_reader.small_file import change_small, read_small

FILE = "settings.toml"
LARGEST = 64_000
"""Bytes: all settings with a page of comment for each are less."""
MOST_TOLD = 20
"""Wrong lines that are told one by one."""
_Key = tuple[str, ...]


def settings_path() -> Path:
    """Where the person's settings file is, or will be."""
    return config_folder() / FILE


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file (the person's own if None), and a warning for each thing in it that is not used.

    A warning names the line. Whatever is missing or wrong has its default; no file at all gives no warning.
    """
    path = path or settings_path()
    try:
        data = read_small(path, LARGEST)
    except ReaderError as error:
        return Settings(), (f"{error}; the defaults are used.",)
    if data is None:
        return Settings(), ()
    from tui_reader.toml_file import lines_of, parse_right_lines

    text, found, wrong_lines = parse_right_lines(data)
    values, wrong = _checked(found)
    settings = settings_of(values)
    wrong |= _wrong_keys(settings)
    lines = lines_of(text) if wrong else {}
    wrong_lines += [(lines.get(key, 1), message) for key, message in wrong.items()]
    told = [f"{path.name}, line {line}: {message}" for line, message in sorted(wrong_lines)]
    if len(told) > MOST_TOLD:
        told[MOST_TOLD:] = [f"{path.name}: {len(told) - MOST_TOLD:,} more lines are not used."]
    return settings, tuple(told)


def keep_setting(name: str, value: Value, path: Path | None = None) -> None:
    """Write one setting into the file and leave all else in it as it is; the file is whole at every moment.

    Raises UsageError for an unknown name or a value that is not allowed, ReaderError if the file cannot be changed.
    """
    from tui_reader.settings.settings_table import settings_table
    from tui_reader.toml_file import with_value

    setting = next((row for row in settings_table() if row.name == name), None)
    if setting is None:
        raise UsageError(f"{_shown(name)} is not a setting.")
    try:
        value = setting.check(value)
    except ValueError as error:
        raise UsageError(f"{name} {error}.") from None
    target = path or settings_path()
    try:
        change_small(target, LARGEST, lambda text: with_value(text, tuple(name.split(".")), value))
    except ReaderError as error:
        raise ReaderError(f"{name} could not be saved: {str(error).rstrip('.')}.") from None
    except ValueError as error:
        raise ReaderError(f"{name} could not be saved: {target}: {error}.") from None


def _checked(found: Mapping[str, object]) -> tuple[dict[str, Value], dict[_Key, str]]:
    """The allowed values of what is found in the file, by name; and by key, what is wrong with the others."""
    from tui_reader.settings.settings_table import settings_table

    table = {setting.name: setting for setting in settings_table()}
    values: dict[str, Value] = {}
    wrong: dict[_Key, str] = {}
    for key, value in _leaves(found, {name.rpartition(".")[0] for name in table}):
        name = ".".join(key)
        if name not in table:
            near = _nearest(name, table) if len(wrong) < MOST_TOLD else ""
            wrong[key] = f"{_shown(name)} is not a setting{near}."
            continue
        try:
            values[name] = table[name].check(value)
        except ValueError as error:
            default = table[name].default
            instead = "it is left out" if default == "" else f"{_shown(default)} is used"
            wrong[key] = f"{name} is {_shown(value)}, but {error}; {instead}."
    return values, wrong


def _wrong_keys(settings: Settings) -> dict[_Key, str]:
    """What is wrong with the person's own keys among the others, such as one key for two commands."""
    if not settings.keys:
        return {}
    from tui_reader.terminal.keymap import keymap

    troubles = keymap(settings.keymap, settings.keys).troubles
    return {
        ("keys", id): f"keys.{id} is {_shown(settings.keys[id])}, but {trouble}." for id, trouble in troubles.items()
    }


def _leaves(found: Mapping[str, object], tables: Set[str], inside: _Key = ()) -> Iterator[tuple[_Key, object]]:
    """Each key with its value; the `tables`, which hold settings, are gone through, any other is itself a value."""
    for name, value in found.items():
        key = (*inside, name)
        if isinstance(value, dict) and ".".join(key) in tables:
            yield from _leaves(value, tables, key)
        else:
            yield key, value


def _shown(value: object) -> str:
    """A value for a message: short, in one line, without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    shown = value if isinstance(value, str) and value.isprintable() and value else repr(value)
    shown = f"{value:g}" if isinstance(value, float) else shown
    return shown if len(shown) <= 40 else shown[:37] + "..."


def _nearest(name: str, table: Mapping[str, Setting]) -> str:
    """The setting that a wrong name is probably meant to be, as a question; empty if none is similar."""
    from difflib import get_close_matches

    near = get_close_matches(name, table, 1)
    return f" (did you mean {near[0]}?)" if near else ""
