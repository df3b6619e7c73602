"""Words of the page in plain text mode, from the one that was last heard, to correct how one is pronounced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList
from tui_reader.reading.word_correction import WordCorrection

if TYPE_CHECKING:
    from tui_reader.faces.plain.parts import PlainParts

HINT = "Down, Up or a number go to a word: Enter corrects it, h hears it."
NO_SOUND = "There is no sound, for --no-sound was given."


def list_words(parts: PlainParts) -> None:
    """Tell the words of the page, and ask how one is pronounced."""
    words = WordCorrection(parts.reading)
    if not words.spans:
        parts.writing.say("There is no word here.")
        return

    def hear(index: int) -> str:
        if not parts.session.options.sound:
            return NO_SOUND
        words.hear(index)
        return f"{words.word(index)}."

    def correct(index: int) -> None:
        told = f"Type how {words.word(index)} is pronounced: in letters, or in IPA between slashes."
        parts.questions.ask_line(told, f"{words.word(index)}: ", lambda typed: keep(index, typed))

    def keep(index: int, typed: str) -> None:
        try:
            entry = words.entry(index, typed)
            told = words.keep(entry, typed.strip())
        except (ValueError, ReaderError) as error:
            listed.resume(f"{str(error).rstrip('.')}.")
            return
        if parts.session.options.sound:
            words.hear(index, entry)
        parts.writing.say(told)

    rows = MadeRows(len(words.spans), words.word)
    contents = ListContents("word", rows, correct, HINT, {"h": hear}, first=words.here, selects=True, between=" ")
    listed = NumberedList(parts.questions, contents)
    listed.open()
