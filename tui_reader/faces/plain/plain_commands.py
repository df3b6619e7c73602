"""What the plain face does for each command of the table: in its own way, or as the reading does it, and then told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.parts import PlainParts
from tui_reader.faces.plain.place_words import at_the_end, place
from tui_reader.faces.printing import note_text
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.reading.reading_progress import NO_NOTES
from tui_reader.settings import keep_setting
from tui_reader.startup.session import Session
from tui_reader.terminal.commands import Command, CommandId

Ending = int | Session
"""The exit status, or the session to go on with in the full screen."""
PlainCommand = Callable[[PlainParts, str], Ending | None]
"""Does a command with what was typed for it, "" for nothing. Returns something to end this face."""


def do(parts: PlainParts, command: Command, typed: str) -> Ending | None:
    """Do a command with what was typed for it, and tell what has changed."""
    id: CommandId = command.id
    continuous = parts.continuous
    at_end, continuous.at_end = continuous.at_end, False
    if id in AT_OWN_TURN and continuous.on_own_turn:
        AT_OWN_TURN[id](parts)
        return None
    if not (id in KEEP_READING or (id in ANSWERED_MEANWHILE and continuous.active)):
        continuous.stop()
    if parts.search.busy and id not in ("next_hit", "previous_hit"):
        parts.search.stop()
        if id == "back":
            return None
    page = parts.reading.place.page
    if id == "previous_page" and at_end and page and page.turn:
        id = "repeat"  # before the end stands the last turn, and that is where the place is
    if id in OWN_COMMANDS:
        return OWN_COMMANDS[id](parts, typed)
    if continuous.active:
        _answer_meanwhile(parts, id)
    else:
        _do_by_reading(parts, id)
    return None


def _answer_meanwhile(parts: PlainParts, id: CommandId) -> None:
    """Have the reading do a command that does not stop it, and tell its line."""
    line = READING_COMMANDS[id](parts.reading)
    if line and not (id == "bookmark" and parts.reading.snippets.confirms_bookmarks):
        parts.continuous.answer(line)


def _do_by_reading(parts: PlainParts, id: CommandId) -> None:
    """Have the reading do a command, and tell its line or the text to which it has gone."""
    reading, here = parts.reading, parts.reading.place.position
    line = READING_COMMANDS[id](reading)
    tell = TELL_AFTER.get(id, _tell_page)
    if reading.place.position != here:
        parts.copying.moved()
        parts.memos.origin = here if tell is _tell_part else None
    parts.continuous.at_end = bool(line and line.startswith("End of document."))
    if line:
        parts.writing.say(f"{line} {at_the_end(parts.reading, parts.keys)}" if parts.continuous.at_end else line)
    else:
        tell(parts)


def _tell_page(parts: PlainParts) -> None:
    parts.telling.page()


def _tell_part(parts: PlainParts) -> None:
    parts.memos.tell_part()


TELL_AFTER: Mapping[CommandId, Callable[[PlainParts], None]] = {
    "next_sentence": lambda parts: parts.telling.sentence(),
    "previous_sentence": lambda parts: parts.telling.sentence(),
    "next_paragraph": lambda parts: parts.telling.paragraph(),
    "previous_paragraph": lambda parts: parts.telling.paragraph(),
    "next_word": lambda parts: parts.telling.word(),
    "previous_word": lambda parts: parts.telling.word(),
    "next_part": _tell_part,
    "previous_part": _tell_part,
}
"""What is told when a command of the reading has moved the place, where it is not the page."""


def switch_own_voice(parts: PlainParts) -> None:
    """Turn the reader's own voice on or off."""
    if not parts.session.options.sound:
        parts.writing.say("There is no sound, for --no-sound was given. Your screen reader reads.")
        return
    telling, player = parts.telling, parts.reading.player
    telling.voice = not telling.voice
    if telling.voice:
        player.start()
        if player.muted:  # on the full screen, before that was left
            player.toggle_sound()
    parts.writing.say("Own voice on." if telling.voice else "Own voice off. Your screen reader reads.")


def tell_aside(parts: PlainParts) -> None:
    """Tell the note of this place, or who speaks; aloud while the talk waits, or else in print."""
    if parts.telling.voice:
        line = parts.reading.snippets.aside()
        if line:
            parts.writing.say(line)
        return
    parts.continuous.stop()
    place, document = parts.reading.place, parts.reading.document
    notes, person = place.notes_of(place.page), place.speaker_of(place.page)
    who = ", ".join(filter(None, (document.short_name(person.id), person.role))) if person else ""
    if notes:
        parts.writing.say(note_text(notes[0].mark, notes[0].text))
    else:
        parts.writing.say(f"{who.rstrip('.')}." if who else NO_NOTES)


def change_verbosity(parts: PlainParts) -> None:
    """Take the next of brief, normal and full, and save it for the next time."""
    level = parts.telling.next_verbosity()
    try:
        keep_setting("verbosity", level.value)
    except ReaderError as error:
        parts.writing.say(f"{level.capitalize()}. {error}")
    else:
        parts.continuous.answer(f"{level.capitalize()}.")


def list_library(parts: PlainParts) -> None:
    """List the documents of the library, and ask which to open."""
    from tui_reader.faces.plain.library_lists import LibraryLists
    from tui_reader.library.listing import Order

    def take_order(order: Order) -> None:
        parts.take_setting("library_order", order)
        keep_setting("library_order", order)

    say, take_up, order = parts.writing.say, parts.opening.take_up, Order(parts.settings.library_order)
    lists = LibraryLists(
        parts.reading, parts.questions, say, take_up, lambda: bool(parts.inbox.waiting), order, take_order
    )
    lists.ask()


def next_hit(parts: PlainParts) -> None:
    """Go to the next hit; after the last one, to the next document of the library that has what was searched for."""
    further = parts.reading.search.further()
    if further is None:
        _do_by_reading(parts, "next_hit")
        return
    place, across = further
    parts.opening.take_up(place.path, place.typed, place.found, across)


def go_through_history(parts: PlainParts, id: CommandId) -> None:
    """Go back, or forward again, also to another document."""
    path = parts.reading.history.elsewhere(forward=id == "go_forward")
    if path is None:
        _do_by_reading(parts, id)
    else:
        parts.opening.take_up(path)


def list_documents(parts: PlainParts) -> None:
    """List the documents of the volume, and ask which to open."""
    from tui_reader.faces.plain import place_lists

    place_lists.list_documents(parts)


def list_outline(parts: PlainParts) -> None:
    """List parts and turns, and ask where to go."""
    from tui_reader.faces.plain import place_lists

    place_lists.list_outline(parts)


def list_bookmarks(parts: PlainParts) -> None:
    """List the bookmarks, and ask what to do with one."""
    from tui_reader.faces.plain import place_lists

    place_lists.list_bookmarks(parts)


def list_settings(parts: PlainParts) -> None:
    """List the settings, to change them."""
    from tui_reader.faces.plain.settings_list import SettingsList

    SettingsList(parts).open()


def list_cast(parts: PlainParts) -> None:
    """List who has which voice, to hear and change it."""
    from tui_reader.faces.plain.cast_list import CastList

    CastList(parts).open()


def put_in_step(parts: PlainParts) -> None:
    """Mark the moment of the recording that is heard, and stop there; or put the sentence here at that moment."""
    line = READING_COMMANDS["in_step"](parts.reading)
    parts.continuous.stop(pause=True)
    parts.writing.say(line or "")


def list_words(parts: PlainParts) -> None:
    """List the words of the page, to correct how one is pronounced."""
    from tui_reader.faces.plain import word_list

    word_list.list_words(parts)


def export(parts: PlainParts) -> None:
    """Ask for a form and a place, and write the document."""
    from tui_reader.faces.plain.exporting import Exporting

    Exporting(parts).ask()


def quit(parts: PlainParts) -> int:
    """Save the place and end; returns the exit status."""
    parts.reading.place.keep()
    saved = "; place saved" if parts.reading.place.saved else ""
    library = parts.session.library
    trouble = f" {library.troubles[-1]}" if library.unsaved and library.troubles else ""
    parts.writing.say(f"Stopped at {place(parts.reading)}{saved}.{trouble}")
    return 0


def change_face(parts: PlainParts) -> Session:
    """Go on in the full screen; returns the session with what was changed in this face."""
    parts.writing.say("Full screen.")
    settings = parts.session.settings._replace(verbosity=parts.telling.verbosity)
    return parts.session._replace(settings=settings, speak=parts.telling.voice)


def prompt(parts: PlainParts) -> None:
    """Whisper the next words of the person's turn, or print them where the reader's own voice is off."""
    telling = parts.telling
    line = parts.reading.rehearsal.prompt(aloud=telling.voice and not parts.reading.player.silent)
    if line:
        parts.writing.say(line)
    if not telling.voice:
        telling.begin_time()


def show_words(parts: PlainParts) -> None:
    """Show more of the words of the person's turn."""
    line, page = parts.reading.rehearsal.show_words(), parts.reading.place.page
    words = parts.telling.own_words(page) if page and parts.reading.rehearsal.is_own else ""
    parts.writing.say(f"{line} {words}".rstrip())


AT_OWN_TURN: Mapping[CommandId, Callable[[PlainParts], None]] = {
    "next_page": lambda parts: parts.continuous.go_on(),
    "repeat": lambda parts: parts.continuous.repeat(),
}
"""What these commands do while it reads on and has come to a turn of the person: then it goes on reading."""
OWN_COMMANDS: Mapping[CommandId, PlainCommand] = {
    "play_or_pause": lambda parts, typed: parts.continuous.start_or_pause(),
    "memo": lambda parts, typed: parts.memos.visit(),
    "notes": lambda parts, typed: parts.writing.say(parts.notes.next()),
    "people": lambda parts, typed: parts.prompts.people(typed),
    "give_turn": lambda parts, typed: parts.prompts.give_turn(typed),
    "documents": lambda parts, typed: list_documents(parts),
    "outline": lambda parts, typed: list_outline(parts),
    "bookmarks": lambda parts, typed: list_bookmarks(parts),
    "correct": lambda parts, typed: list_words(parts),
    "chair": lambda parts, typed: parts.prompts.chair(typed),
    "prompt": lambda parts, typed: prompt(parts),
    "show_words": lambda parts, typed: show_words(parts),
    "cast": lambda parts, typed: list_cast(parts),
    "settings": lambda parts, typed: list_settings(parts),
    "select": lambda parts, typed: parts.writing.say(parts.copying.select()),
    "copy": lambda parts, typed: parts.writing.say(parts.copying.copy()),
    "copy_reference": lambda parts, typed: parts.writing.say(parts.copying.copy(with_reference=True)),
    "highlight": lambda parts, typed: parts.writing.say(parts.copying.highlight()),
    "library": lambda parts, typed: list_library(parts),
    "export": lambda parts, typed: export(parts),
    "verbosity": lambda parts, typed: change_verbosity(parts),
    "go_to": lambda parts, typed: parts.prompts.go_to(typed),
    "times": lambda parts, typed: parts.prompts.times(typed),
    "in_step": lambda parts, typed: put_in_step(parts),
    "next_hit": lambda parts, typed: next_hit(parts),
    "go_back": lambda parts, typed: go_through_history(parts, "go_back"),
    "go_forward": lambda parts, typed: go_through_history(parts, "go_forward"),
    "last_turn": lambda parts, typed: parts.prompts.go_to(typed) if typed else _do_by_reading(parts, "last_turn"),
    "search": lambda parts, typed: parts.prompts.search(typed),
    "to_bookmark": lambda parts, typed: parts.prompts.to_bookmark(typed),
    "aside": lambda parts, typed: tell_aside(parts),
    "sound": lambda parts, typed: switch_own_voice(parts),
    "face": lambda parts, typed: change_face(parts),
    "help": lambda parts, typed: parts.prompts.help(typed),
    "back": lambda parts, typed: parts.go_back(),
    "quit": lambda parts, typed: quit(parts),
}
"""By the id of a command: what this face does itself. `READING_COMMANDS` does all others."""
KEEP_READING: frozenset[CommandId] = frozenset({"play_or_pause", "aside", "back", "in_step", "prompt", "show_words"})
"""Commands that do not stop the reading first: they look themselves whether it goes on."""
ANSWERED_MEANWHILE: frozenset[CommandId] = frozenset(
    {"faster", "slower", "louder", "softer", "bookmark", "sleep", "verbosity", "where"}
)
"""Commands that are answered while it reads on, by its own voice where that reads; then it goes on."""
