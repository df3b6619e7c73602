"""What a media key or the desktop's player controls ask, done as plain text mode does it: told, and reading on."""

from __future__ import annotations

from tui_reader.desktop.requests import adjust, command_for
from tui_reader.faces.plain.parts import PlainParts
from tui_reader.faces.plain.place_words import place
from tui_reader.faces.plain.plain_commands import do
from tui_reader.playback.asked import Asked, Wish
from tui_reader.terminal.commands import CommandId


def do_asked(parts: PlainParts, asked: Asked) -> None:
    """Do what is asked. Where it was reading on, it goes on from the next or previous turn."""
    continuous, playback = parts.continuous, parts.reading.playback
    reading_on, here = continuous.active, parts.reading.place.position
    id = command_for(asked, reading_on or playback.playing)
    if asked.wish is Wish.STOP:
        continuous.stop()
        adjust(parts.reading, asked)
        if reading_on:
            parts.writing.say(f"Stopped at {place(parts.reading)}.")
    elif id == "play_or_pause" and playback.playing and not reading_on:
        continuous.stop(pause=True)  # a turn that is told by itself
    elif id:
        _run(parts, id)
        if reading_on and id != "play_or_pause" and parts.reading.place.position != here:
            continuous.start_or_pause()
    elif line := adjust(parts.reading, asked):
        parts.writing.say(line)


def _run(parts: PlainParts, id: CommandId) -> None:
    do(parts, next(command for command in parts.keys.commands if command.id == id), "")
