"""Words of the plain face for less than a turn, and for its keys. Pure: a reading and commands in, lines out."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.faces.plain.kind_words import told_passage, told_piece
from tui_reader.faces.printing import marked_text, passage_text
from tui_reader.reading import Reading
from tui_reader.terminal.commands import Command
from tui_reader.terminal.counts import count
from tui_reader.terminal.keymap import Keymap
from tui_reader.terminal.keys import key_said


def sentence(reading: Reading) -> str | None:
    """The sentence at the place; None where it is best told as the whole page."""
    utterance, page = reading.playback.saying, reading.place.page
    if utterance is None or page is None:
        return None
    if utterance.offset is None:
        return utterance.printed
    return told_piece(reading.document, page, utterance.offset, utterance.offset + len(utterance.printed))


def word(reading: Reading) -> str | None:
    """The word at the place."""
    page, start = reading.place.page, reading.place.position.offset
    found = page.text[start:].split(maxsplit=1) if page else []
    return marked_text(page, start, start + len(found[0])) if page and found else None


def paragraph(reading: Reading) -> str | None:
    """The paragraph that starts at the place; None where the page has only one."""
    page, start = reading.place.page, reading.place.position.offset
    if page is None or len(page.passages) < 2:
        return None
    return told_passage(reading.document, page, start)


def memo(reading: Reading, keys: Keymap) -> str | None:
    """What the part that begins here is and how long; None where it has no heading."""
    page = reading.place.page
    if page is None or page.turn or not page.part.heading or not page.part.body:
        return None
    heading = passage_text(page.part.heading).rstrip(".")
    hear, go_on = keys.key("memo"), keys.key("next_page")
    return f"{heading}. {count(len(page.part.body), 'paragraph')}. {hear} to hear it, {go_on} to go on."


def help_lines(commands: Iterable[Command], names: bool = False) -> list[str]:
    """The keys, a line each, the two ways of a step in one; or the `names` alone, to be typed or spoken."""
    lines: dict[str, list[Command]] = {}
    for command in dict.fromkeys(commands):
        lines.setdefault(command.pair or command.id, []).append(command)
    return [
        ("" if names else f"{', '.join(key_said(key) for one in both for key in _told(one))}: ")
        + f"{', '.join([first.words, *(one.words[0].lower() + one.words[1:] for one in rest)])}."
        for both in lines.values()
        for first, *rest in [both]
    ]


def _told(command: Command) -> tuple[str, ...]:
    """The keys that the help names: the first, and beside Escape, which screen readers may keep, the next too."""
    return command.keys[: 2 if command.keys[0] == "escape" else 1]


def described(key: str, command: Command | None) -> str:
    """What a key does, or a command that was named."""
    words = f"{command.words}. {command.help}" if command else "No command."
    return words if command and key not in command.keys else f"{key_said(key)}: {words}"
