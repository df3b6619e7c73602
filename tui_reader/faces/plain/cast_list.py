"""The cast in plain text mode: who has which voice, each heard and changed by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.model import NARRATOR
from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList

if TYPE_CHECKING:
    from tui_reader.faces.plain.parts import PlainParts

HINT = (
    "Down, Up or a number go to a person: h hears the voice, n gives the next voice, p the one before, Enter keeps it."
)


class CastList:
    """Each method takes the row of a person and returns what there is to say."""

    def __init__(self, parts: PlainParts) -> None:
        self._parts, self._reading = parts, parts.reading
        self._people = [*(person.id for person in self._reading.document.people), NARRATOR]
        self._heard = False
        """Whether a voice was heard, so that a changed one is heard too."""

    def open(self) -> None:
        """Tell who has which voice and take keys for it."""
        contents = ListContents(
            "voice",
            MadeRows(len(self._people), self._row),
            self._keep,
            HINT,
            {
                "h": self._hear,
                "n": lambda index: self._change(index, 1),
                "p": lambda index: self._change(index, -1),
            },
            selects=True,
        )
        NumberedList(self._parts.questions, contents).open()

    def _row(self, index: int) -> str:
        """ "Ball, voice Henry"."""
        id = self._people[index]
        name = self._reading.document.short_name(id) if id != NARRATOR else NARRATOR.capitalize()
        return f"{name}, voice {self._reading.voices.cast.voice(id).name}"

    def _keep(self, index: int) -> None:
        kept = " is kept." if self._parts.session.library.path else ". Not saved: there is no library."
        self._parts.writing.say(f"{self._row(index)}{kept}")

    def _hear(self, index: int) -> str:
        if not self._parts.session.options.sound:
            return "There is no sound, for --no-sound was given."
        self._heard = True
        self._reading.snippets.audition(self._people[index])
        return f"{self._row(index)}."

    def _change(self, index: int, step: int) -> str:
        try:
            self._reading.voices.assign_next(self._people[index], step)
        except ReaderError as error:
            return str(error)
        if self._heard:
            self._reading.snippets.audition(self._people[index])
        return f"{self._row(index)}."
