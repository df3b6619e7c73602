"""What the reading does for each command of the table that is the same in every face.

What a face does itself, because it asks or shows something, stands in a mapping of that face.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_reader.reading.reading import Reading
from tui_reader.terminal.commands import CommandId

ReadingCommand = Callable[[Reading], str | None]
"""Does a command; returns what there is to say of it, or None."""

READING_COMMANDS: Mapping[CommandId, ReadingCommand] = {
    "play_or_pause": lambda reading: reading.playback.play_or_pause(),
    "next_page": lambda reading: reading.place.next_page(),
    "previous_page": lambda reading: reading.place.previous_page(),
    "next_of_speaker": lambda reading: reading.place.next_of_speaker(),
    "previous_of_speaker": lambda reading: reading.place.previous_of_speaker(),
    "next_sentence": lambda reading: reading.playback.next_sentence(),
    "previous_sentence": lambda reading: reading.playback.previous_sentence(),
    "next_paragraph": lambda reading: reading.place.next_paragraph(),
    "previous_paragraph": lambda reading: reading.place.previous_paragraph(),
    "next_word": lambda reading: reading.place.next_word(),
    "previous_word": lambda reading: reading.place.previous_word(),
    "next_part": lambda reading: reading.jumps.next_part(),
    "previous_part": lambda reading: reading.jumps.previous_part(),
    "last_turn": lambda reading: reading.jumps.to_last_turn(),
    "repeat": lambda reading: reading.repeat(),
    "prompt": lambda reading: reading.rehearsal.prompt(aloud=not reading.player.silent),
    "show_words": lambda reading: reading.rehearsal.show_words(),
    "where": lambda reading: reading.whereabouts.tell(),
    "gloss": lambda reading: reading.glossary.explain_next(),
    "next_hit": lambda reading: reading.search.next_hit(),
    "previous_hit": lambda reading: reading.search.previous_hit(),
    "bookmark": lambda reading: reading.bookmarks.add(at=reading.search.at_hit if reading.playback.playing else None),
    "go_back": lambda reading: reading.history.back(),
    "go_forward": lambda reading: reading.history.forward(),
    "aside": lambda reading: reading.snippets.aside(),
    "notes_aloud": lambda reading: reading.spoken.next_note_reading(),
    "step": lambda reading: reading.stops.next_stepping(),
    "one_side": lambda reading: reading.spoken.one_side(),
    "sleep": lambda reading: reading.stops.next_sleep(),
    "split_turn": lambda reading: reading.labels.split_turn(),
    "join_turn": lambda reading: reading.labels.join_turn(),
    "undo": lambda reading: reading.labels.undo(),
    "faster": lambda reading: reading.player.faster(),
    "slower": lambda reading: reading.player.slower(),
    "louder": lambda reading: reading.player.louder(),
    "softer": lambda reading: reading.player.softer(),
    "recording": lambda reading: reading.recorded.switch(),
    "in_step": lambda reading: reading.recording_times.in_step(reading.key("in_step")),
    "sound": lambda reading: reading.player.toggle_sound(),
}
"""By the id of a command."""
