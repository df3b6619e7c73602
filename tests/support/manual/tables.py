"""The tables of the manual's pages, in Markdown, from the program's own tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from tests.support.manual.command_line import CommandWords, commands, opening
from tests.support.manual.parity import key_in_words, parity
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.faces.tui.screens.help import OTHERS
from tui_reader.formats.readable_formats import READABLE_FORMATS
from tui_reader.settings.settings_table import settings_table
from tui_reader.terminal.commands import COMMANDS

_PLACE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """The page with each table between its marks as the program has it now."""
    return _PLACE.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n\n{found[3]}", page)


def all_keys() -> str:
    """Every command of the keyboard, and what else the full screen understands."""
    rows = [
        (", ".join(map(key_in_words, command.keys)), _sentence(command.help),
         "" if len(command.faces) > 1 else "the full screen" if "full" in command.faces else "plain text mode")
        for command in COMMANDS
    ]  # fmt: skip
    rows += [(", ".join(f"`{key}`" for key in keys.split(", ")), about, only) for keys, about, only in other_keys()]
    return _table(("key", "what it does", "only in"), rows)


def other_keys() -> Iterator[tuple[str, str, str]]:
    """What is in no table of commands: keys, what they do, and the only mode in which they do it or ""."""
    for keys, about in OTHERS:
        yield keys, about, "" if keys == "Ctrl+Z" else "the full screen"


def names_of_keys() -> str:
    """Every command of the keyboard by the name that the settings file has for it."""
    return _table(("name", "keys"), ((f"`{one.id}`", ", ".join(map(key_in_words, one.keys))) for one in COMMANDS))


def all_settings() -> str:
    """Every setting but the person's own keys."""
    return _table(("setting", "what it does", "may be", "default"), (
        (f"`{one.name}`", one.about, one.values, str(one.default).lower())
        for one in settings_table() if not one.name.startswith("keys.")
    ))  # fmt: skip


def formats_read() -> str:
    """Every format that is read."""
    return _table(
        ("format", "what is understood of it", "recognised by", "traps"),
        ((one.name, one.understood, one.recognised, one.traps) for one in READABLE_FORMATS),
    )


def formats_written() -> str:
    """Every format that is written."""
    return _table(("ending", "what it is", "`--format`", "needs"), (
        (f"`{one.ending}`", _sentence(one.about), f"`{one.name}`", "the sound library" if one.is_encoded else "")
        for one in OUTPUT_FORMATS
    ))  # fmt: skip


def all_commands() -> str:
    """Every command with its options, a section each."""
    return "\n\n".join(_section(command) for command in (opening(), *commands()))


def _section(command: CommandWords) -> str:
    head = f"tui-reader {command.name}".rstrip()
    rows = [(f"`{one.typed}`", one.about) for one in command.own]
    blocks = [
        f"## {head}",
        " ".join(command.about.split()),
        f"```\n{command.usage}\n```",
        _table(("option", "what it does"), rows) if rows else "",
        command.shared,
    ]
    return "\n\n".join(filter(None, blocks))


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in (heads, *rows)]
    return "\n".join([lines[0], "|---" * len(heads) + "|", *lines[1:]])


def both_modes() -> str:
    """Everything a sighted person can do, with the keys of both modes and what is heard."""
    return _table(("what you can do", "full screen", "plain", "heard in plain"), parity())


TABLES: Mapping[str, Callable[[], str]] = {
    "keys": all_keys,
    "names": names_of_keys,
    "settings": all_settings,
    "formats": formats_read,
    "export": formats_written,
    "commands": all_commands,
    "parity": both_modes,
}
"""The tables, by the name in the mark of a page."""
