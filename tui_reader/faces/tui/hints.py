"""The keys shown in the status line, each until it has been used a few times."""

from __future__ import annotations

from functools import cached_property

from tui_reader.library import Library
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.terminal.commands import Command
from tui_reader.terminal.keymap import Keymap
from tui_reader.terminal.keys import key_name

ENOUGH = 3
"""Uses after which a key is known."""


class Hints:
    """The hints; each use of a key is saved in the library at once."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _times(self) -> dict[str, int]:
        return self._library.used.times()

    def used(self, command: Command) -> None:
        """A command was used."""
        if command.footer and (times := self._times.get(command.id, 0)) < ENOUGH:
            self._times[command.id] = times + 1
            self._library.used.add(command.id)

    def shown(self, reading: Reading, keys: Keymap, settings: Settings) -> list[str]:
        """The keys, each with its word: "n next"."""
        if settings.calm or settings.hints == "never":
            return []
        found = []
        for command in keys.commands:
            word = command.footer
            known = settings.hints == "auto" and self._times.get(command.id, 0) >= ENOUGH
            if command.id == "play_or_pause" and reading.playback.playing:
                word = "pause"
            if word and not known and (command.id != "notes" or reading.place.notes_of(reading.place.page)):
                found.append(f"{key_name(command.keys[0]).lower()} {word}")
        return found
