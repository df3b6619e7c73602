"""The commands that are typed as lines while a document is read aloud without a screen. Knows no sound and no loop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_reader.faces.plain.note_steps import NoteSteps
from tui_reader.faces.plain.place_words import help_hint, place
from tui_reader.faces.plain.plain_words import help_lines
from tui_reader.faces.plain.typed_line import meant
from tui_reader.reading import Reading
from tui_reader.reading.excerpts import capitalized
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.reading.typed_place import EXAMPLES
from tui_reader.settings import Settings
from tui_reader.terminal.commands import PLAIN, CommandId
from tui_reader.terminal.keymap import keymap

QUIT: CommandId = "quit"


class LineCommands:
    """Does what a typed line asks for: a key, or the words of a command, as plain text mode takes them."""

    def __init__(self, reading: Reading, settings: Settings) -> None:
        """`settings` have the keys of the commands."""
        self.reading, self.notes = reading, NoteSteps(reading)
        self._keys = keymap(settings.keymap, settings.keys)
        self._commands = {key: command for command in self._keys.of(PLAIN) for key in command.keys}

    def is_quit(self, line: str) -> bool:
        """Whether the line asks to quit."""
        found = meant(line, self._commands)
        return found is not None and found.command.id == QUIT

    def do(self, line: str) -> list[str]:
        """Do it; returns the lines to print. Raises ReaderError."""
        found = meant("h" if line.strip() == "?" else line, self._commands)
        if found is None:
            return [f"Unknown command {line.strip()}. {help_hint(self._keys)}"]
        id, here = found.command.id, self.reading.place.position
        if id == "help":
            return self._help()
        if id in OWN_COMMANDS:
            said = OWN_COMMANDS[id](self, found.about)
        elif id in READING_COMMANDS:
            said = READING_COMMANDS[id](self.reading)
        else:
            return [f"{found.command.words}: only in plain text mode and the full screen (tui-reader FILE)."]
        if said is None and self.reading.place.position != here and not self.reading.playback.playing:
            said = f"{capitalized(place(self.reading, whole=True))}."
        return [said] if said else []

    def _help(self) -> list[str]:
        known = [one for one in self._commands.values() if one.id in {*READING_COMMANDS, *OWN_COMMANDS, "help", QUIT}]
        return ["Type a key or a command's name, then Enter.", *help_lines(known)]

    def stopped(self) -> str:
        """That it has stopped, and where."""
        return f"Stopped at {place(self.reading)}{'; place saved' if self.reading.place.saved else ''}."


def _pause_or_go_on(commands: LineCommands, typed: str) -> str | None:
    playing = commands.reading.playback.playing
    line = commands.reading.playback.play_or_pause()
    return f"Stopped at {place(commands.reading)}." if playing else line


def _pause(commands: LineCommands, typed: str) -> str | None:
    return _pause_or_go_on(commands, typed) if commands.reading.playback.playing else "It has stopped."


def _to_last_turn(commands: LineCommands, typed: str) -> str | None:
    jumps = commands.reading.jumps
    return jumps.to_typed(typed) if typed else jumps.to_last_turn()


def _to_bookmark(commands: LineCommands, typed: str) -> str | None:
    if typed and not (typed.isascii() and typed.isdecimal()):
        return f"There is no bookmark {typed}."
    return commands.reading.bookmarks.go_to(int(typed[:9]) if typed else None)


def _rehearse(commands: LineCommands, typed: str) -> str:
    rehearsal = commands.reading.rehearsal
    names = ", ".join(name for name, _ in rehearsal.choices)
    return rehearsal.take_named(typed) if typed else f"{rehearsal.question} Type the name with it: {names}."


OWN_COMMANDS: Mapping[CommandId, Callable[[LineCommands, str], str | None]] = {
    "play_or_pause": _pause_or_go_on,
    "back": _pause,
    "notes": lambda commands, typed: commands.notes.next(),
    "go_to": lambda commands, typed: commands.reading.jumps.to_typed(typed) if typed else EXAMPLES,
    "last_turn": _to_last_turn,
    "search": lambda commands, typed: (
        commands.reading.search.find(typed) if typed else "Type the words with it: /castro"
    ),
    "to_bookmark": _to_bookmark,
    "chair": _rehearse,
}
"""By the id of a command: what is told or done otherwise than `READING_COMMANDS` does it. Each takes what was typed
with it, "" for nothing, and returns a line to print or None."""
