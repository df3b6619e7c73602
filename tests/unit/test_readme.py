"""The README's tables are those of the program."""

from __future__ import annotations

from pathlib import Path

from tui_reader.settings import settings_table
from tui_reader.terminal.commands import COMMANDS
from tui_reader.terminal.keys import key_name

README = (Path(__file__).parents[2] / "README.md").read_text()


def key_rows() -> list[str]:
    """A row for each command of the one table."""
    rows = []
    for command in COMMANDS:
        keys = ", ".join(f"`{key_name(key)}`" for key in command.keys)
        plain = "only" if "full" not in command.faces else "yes" if "plain" in command.faces else "no"
        rows.append(f"| {keys} | {command.help} | {plain} |")
    return rows


def setting_rows() -> list[str]:
    """A row for each setting."""
    return [
        f"| `{setting.name}` | {str(setting.default).lower()} | {setting.values} | {setting.about} |"
        for setting in settings_table()
        if not setting.name.startswith("keys.")
    ]


def test_every_key_stands_in_the_readme_as_it_is() -> None:
    assert "\n".join(key_rows()) in README


def test_every_setting_stands_in_the_readme_as_it_is() -> None:
    assert "\n".join(setting_rows()) in README


def test_the_two_commands_stand_in_the_readme() -> None:
    assert "\npip install . && tui-reader\n" in README
    assert "\npip install -e '.[test]' && pytest\n" in README
