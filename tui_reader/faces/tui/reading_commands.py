"""The commands that the reading runs itself, each by its id in the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_reader.reading import Reading


def reading_commands(reading: Reading) -> Mapping[str, Callable[[], str | None]]:
    """By the id of a command what runs it; each returns what there is to say, if anything."""
    return {
        "play_or_pause": reading.play_or_pause,
        "next_page": reading.next_page,
        "previous_page": reading.previous_page,
        "next_of_speaker": reading.next_of_speaker,
        "previous_of_speaker": reading.previous_of_speaker,
        "next_sentence": reading.next_sentence,
        "previous_sentence": reading.previous_sentence,
        "next_paragraph": reading.next_paragraph,
        "previous_paragraph": reading.previous_paragraph,
        "next_word": reading.next_word,
        "previous_word": reading.previous_word,
        "next_part": reading.next_part,
        "previous_part": reading.previous_part,
        "repeat": reading.repeat,
        "where": reading.where,
        "gloss": reading.gloss,
        "next_hit": reading.next_hit,
        "previous_hit": reading.previous_hit,
        "bookmark": reading.bookmark,
        "go_back": reading.go_back,
        "go_forward": reading.go_forward,
        "aside": reading.aside,
        "notes_aloud": reading.notes_aloud,
        "step": reading.step,
        "one_side": reading.one_side,
        "sleep": reading.sleep,
        "faster": reading.faster,
        "slower": reading.slower,
        "louder": reading.louder,
        "softer": reading.softer,
        "sound": reading.sound,
    }
