"""The keys shown in the status line, each until it has been used a few times."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from tui_reader.library import Library
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.terminal.commands import Command, CommandId
from tui_reader.terminal.keymap import Keymap
from tui_reader.terminal.keys import key_name

ENOUGH = 3
"""Uses after which a key is known."""
OWN_TURN: Mapping[CommandId, str] = {"prompt": "prompt", "show_words": "words"}
"""The words of the keys that help in a turn which the person rehearses; there they come first."""


class Hints:
    """The hints; each use of a key is saved in the library at once."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _times(self) -> dict[str, int]:
        return self._library.used.times()

    def used(self, command: Command) -> None:
        """A command was used."""
        if (command.footer or command.id in OWN_TURN) and (times := self._times.get(command.id, 0)) < ENOUGH:
            self._times[command.id] = times + 1
            self._library.used.add(command.id)

    def shown(self, reading: Reading, keys: Keymap, settings: Settings) -> list[str]:
        """The keys, each with its word: "n next"."""
        if settings.calm or settings.hints == "never":
            return []
        found = []
        own_turn = reading.rehearsing and reading.rehearsal.is_own
        for command in sorted(keys.commands, key=lambda one: one.id not in OWN_TURN) if own_turn else keys.commands:
            word = OWN_TURN[command.id] if own_turn and command.id in OWN_TURN else command.footer
            known = settings.hints == "auto" and self._times.get(command.id, 0) >= ENOUGH
            if command.id == "play_or_pause" and reading.playback.playing:
                word = "pause"
            if word and not known and (command.id != "notes" or reading.place.notes_of(reading.place.page)):
                key = key_name(command.keys[0])
                found.append(f"{key if len(key) == 1 else key.lower()} {word}")
        return found
