"""`tui-reader set`: lists the settings, shows one, and changes one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each, line_width
from tui_reader.errors import UsageError
from tui_reader.terminal.output import PROGRAM, print_json, print_lines

if TYPE_CHECKING:
    from tui_reader.settings import Settings
    from tui_reader.settings.setting import Setting


def add_arguments(parser: ArgumentParser) -> None:
    """The setting and its value."""
    parser.add_argument("setting", metavar="NAME", nargs="?", help="The setting. Without it, all are listed.")
    parser.add_argument(
        "value", metavar="VALUE", nargs="*", help="The new value, with or without its unit. Without it, NAME is shown."
    )
    parser.add_argument("--reset", action="store_true", help="Set NAME to its default.")
    parser.add_argument("--json", action="store_true", help="Print the settings as JSON.")


def check(arguments: Namespace) -> None:
    """Raise UsageError for options that do not go together."""
    if arguments.reset and (arguments.setting is None or arguments.value):
        raise UsageError(f"--reset is for one setting, without a value: {PROGRAM} set speed --reset.")
    if arguments.json and (arguments.reset or arguments.value):
        raise UsageError("--json prints settings; leave out the value and --reset.")


def run(arguments: Namespace) -> int:
    """List them, show one or change one. Raises UsageError for an unknown name or value, ReaderError."""
    from tui_reader.settings import load_settings
    from tui_reader.settings.setting_words import in_groups
    from tui_reader.settings.settings_table import settings_table

    table = in_groups(settings_table())
    wanted = table if arguments.setting is None else [_named(table, arguments.setting)]
    settings, warnings = load_settings()
    complain_each(warnings)
    if arguments.json:
        print_json([_as_json(one, settings) for one in wanted])
    elif arguments.reset or arguments.value:
        print_lines(_changed(wanted[0], settings, None if arguments.reset else " ".join(arguments.value)))
    elif arguments.setting is None:
        print_lines(_listed(wanted, settings))
    else:
        print_lines(_shown(wanted[0], settings, line_width()))
    return 0


def _named(table: Sequence[Setting], name: str) -> Setting:
    from tui_reader.settings.setting_words import setting_named

    try:
        return setting_named(table, name)
    except LookupError as error:
        near = str(error.args[0])
        meant = f"Did you mean {near}?" if near else f"{PROGRAM} set lists them."
        raise UsageError(f"There is no setting {name!r}. {meant}") from None


def _listed(table: Sequence[Setting], settings: Settings) -> Iterator[str]:
    """A line for each setting with its value and its name in words, those of a group together; * marks your own."""
    from tui_reader.settings.setting_words import force_in_words, group_of, title_of
    from tui_reader.settings.values import value_of

    widest = max(len(one.name) for one in table)
    group = ""
    for one in table:
        if group_of(one) != group:
            yield from ([""] if group else [])
            group = group_of(one)
            yield group
        own = "*" if value_of(settings, one.name) != one.default else " "
        yield f"{own} {one.name:<{widest}}  {title_of(one)}: {force_in_words(one, settings)}"


def _shown(setting: Setting, settings: Settings, width: int) -> Iterator[str]:
    """What a setting is, does and may be."""
    from tui_reader.faces.printing import wrapped
    from tui_reader.settings.setting_words import explained, force_in_words, title_of

    yield f"{setting.name}  {title_of(setting)}: {force_in_words(setting, settings)}"
    about, values = explained(setting)
    choices = _choices(setting)
    if choices != setting.choices:
        values = f"{', '.join(choices)}. Default: {setting.default}."
    for text in (about, values):
        yield from wrapped(text, width).split("\n")


def _changed(setting: Setting, settings: Settings, typed: str | None) -> Iterator[str]:
    """Change a setting to what was typed, or to its default for None; what there is to say of it."""
    from tui_reader.settings import keep_setting
    from tui_reader.settings.setting_changes import key_trouble
    from tui_reader.settings.setting_words import force_in_words, title_of, typed_value
    from tui_reader.settings.values import changed

    try:
        value = setting.default if typed is None else typed_value(setting, typed, _choices(setting))
    except ValueError as error:
        raise UsageError(f"{setting.name} {error}") from None
    now = changed(settings, setting.name, value)
    if trouble := key_trouble(setting, now):
        raise UsageError(trouble)
    keep_setting(setting.name, value)
    yield f"{title_of(setting)}: {force_in_words(setting, now)}. Saved."


def _choices(setting: Setting) -> Sequence[str]:
    """The values to choose from; empty where any may be typed."""
    if setting.name != "theme":
        return setting.choices
    from tui_reader.faces.tui.themes import theme_names

    return ("auto", *theme_names())


def _as_json(setting: Setting, settings: Settings) -> dict[str, object]:
    from tui_reader.settings.setting_words import group_of, title_of, unit_of
    from tui_reader.settings.values import value_of

    return {
        "name": setting.name,
        "group": group_of(setting),
        "title": title_of(setting),
        "value": value_of(settings, setting.name),
        "default": setting.default,
        "unit": unit_of(setting) if not isinstance(setting.default, str) and unit_of(setting) != "%" else "",
        "choices": list(_choices(setting)),
        "about": setting.about,
    }


COMMAND = CliCommand("set", "List the settings, or change one.", 95, add_arguments, run, check)
