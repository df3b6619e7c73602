"""Finds the command that a typed line means: a key, or the words of a command. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.commands import Command
from tui_reader.terminal.keys import NAMES, named_key

_NUMBER = lazy_re(r"([0-9]+)\s*(.*)", re.DOTALL)


class Meant(NamedTuple):
    """A command, and the words that were typed with it."""

    command: Command
    about: str = ""


def meant(line: str, commands: Mapping[str, Command]) -> Meant | None:
    """The command that a line asks for, or None. `commands` are those of the face, by their keys.

    An empty line is Enter, spaces are Space. "12 g", "g 12", "go to 12" and "12" go to turn 12; "/castro" and "search
    castro" search. Of several commands that begin with the words, the first is meant.
    """
    typed = line.strip()
    if not typed:
        key = "space" if line else "enter"
        return Meant(commands[key]) if key in commands else None
    if number := _NUMBER.fullmatch(typed):
        return _numbered(number[1], number[2], commands)
    if command := commands.get("escape" if typed == "\x1b" else named_key(typed)):
        return Meant(command)
    first = commands.get(NAMES.get(typed[0], typed[0]))
    rest = typed[1:].strip()
    if first and first.takes_words and (not typed[0].isalnum() or typed[1].isspace() or rest[0].isdecimal()):
        return Meant(first, rest)
    return _in_words(typed, list(dict.fromkeys(commands.values())))


def _numbered(figures: str, rest: str, commands: Mapping[str, Command]) -> Meant | None:
    """A number alone, with a percent sign, or before a key or a command's words."""
    go_to = next((command for command in commands.values() if command.id == "go_to"), None)
    if go_to and (not rest or rest[0] in "%.,p"):
        return Meant(go_to, figures + (f" {rest}" if rest[:1] == "p" else rest))
    found = meant(rest, commands)
    return Meant(found.command, figures) if found and not found.about and found.command.takes_number else None


def _in_words(typed: str, commands: Iterable[Command]) -> Meant | None:
    words = typed.casefold().split()
    for many in range(len(words), 0, -1):
        about = " ".join(typed.split()[many:])
        found = _named(" ".join(words[:many]), commands)
        if found and (not about or found.takes_words):
            return Meant(found, about)
    return None


def _named(words: str, commands: Iterable[Command]) -> Command | None:
    """The command with that name, or whose name or a word in it begins with it."""
    fits: tuple[Callable[[str], bool], ...] = (
        lambda name: name == words,
        lambda name: name.startswith(words),
        lambda name: f" {words}" in name,
    )
    other = next((command for command in commands if words in command.other_names), None)
    if other:
        return other
    return next((command for fit in fits for command in commands if any(map(fit, _names(command)))), None)


def _names(command: Command) -> Iterator[str]:
    yield command.words.casefold()
    yield command.id.replace("_", " ")
    yield command.id
