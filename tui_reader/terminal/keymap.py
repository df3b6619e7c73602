"""The keys of each command, as they are set: a preset, and own keys over it. Pure: settings in, table out."""

from __future__ import annotations

from collections.abc import Mapping

from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.commands import COMMANDS, Command, CommandId
from tui_reader.terminal.keys import key_name, keys_typed

PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "vi": {
        "next_page": "j Right Enter", "previous_page": "k Left", "next_of_speaker": "J", "previous_of_speaker": "K",
        "next_hit": "n .", "previous_hit": "N ,", "go_to": "g", "bookmark": "m b", "memo": "I", "people": "@",
        "copy": "y x", "copy_reference": "Y X", "verbosity": "W", "export": "&",
        "in_step": "*", "times": "$",
    },
    "less": {
        "next_page": "f j Right Enter", "previous_page": "b k p Left", "next_of_speaker": "J",
        "previous_of_speaker": "K P", "next_hit": "n .", "previous_hit": "N ,", "go_to": "g", "bookmark": "m",
        "notes": "#", "where": "w =", "faster": "+", "memo": "I", "people": "@",
        "in_step": "*", "times": "$",
    },
}  # fmt: skip
"""Command id to keys, as a person types them, where they differ from the table's."""


class Keymap(NamedTuple):
    """The table of commands with the keys that are in force."""

    commands: tuple[Command, ...]
    troubles: Mapping[str, str]
    """Command id to the reason why not all of its own keys are used."""

    def of(self, face: str) -> list[Command]:
        """The commands of a face, in the table's order."""
        return [command for command in self.commands if face in command.faces]

    def key(self, id: CommandId) -> str:
        """The first key of a command, as a person writes it."""
        return next(key_name(command.keys[0]) for command in self.commands if command.id == id)


def keymap(preset: str = "default", own: Mapping[str, str] | None = None) -> Keymap:
    """The table with a preset's keys, and over them `own`: command id to keys, as a person types them.

    A key belongs to one command: keys in `own` are taken from the other commands, but never their last one.
    """
    preset_keys = {id: keys_typed(typed) for id, typed in PRESETS[preset].items()}
    commands, _ = _with_keys(COMMANDS, preset_keys)
    commands, troubles = _with_keys(commands, {id: keys_typed(typed) for id, typed in (own or {}).items() if typed})
    return Keymap(commands, troubles)


def _with_keys(
    commands: tuple[Command, ...], wanted: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[Command, ...], dict[str, str]]:
    """The commands with those of the wanted keys that each can have; and why not, for the others."""
    words = {command.id: command.words for command in commands}
    troubles: dict[str, str] = {}
    claims: dict[str, CommandId] = {}
    for command in commands:
        for key in wanted.get(command.id, ()):
            owner = claims.setdefault(key, command.id)
            if owner != command.id:
                troubles[command.id] = f"{key_name(key)} is already the key of {words[owner]}"
    while True:
        keys = {}
        for id, others, *_ in commands:
            mine = tuple(key for key in wanted.get(id, ()) if claims.get(key) == id)
            keys[id] = mine or tuple(key for key in others if key not in claims)
        stranded = next((command for command in commands if not keys[command.id]), None)
        if stranded is None:
            return tuple(command._replace(keys=keys[command.id]) for command in commands), troubles
        last = stranded.keys[0]  # its owner gets it back, so there is one claim less each time
        troubles[claims.pop(last)] = f"{key_name(last)} is the only key of {stranded.words}, which has no other"
