"""The cast in plain text mode: who has which voice, each heard and changed by keys or chosen from all voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.model import NARRATOR
from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList

if TYPE_CHECKING:
    from tui_reader.faces.plain.parts import PlainParts

HINT = (
    "Down, Up or a number go to a person: h hears the voice, n gives the next voice, p the one before, v lists all "
    "voices, Enter keeps it."
)
RECORDING_HINT = "r changes between the recording and the voice."
VOICES_HINT = "Down, Up or a number try a voice, h hears it, slash filters, Enter keeps it."
NO_SOUND = "There is no sound, for --no-sound was given."


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
            f"{HINT} {RECORDING_HINT}" if self._reading.recorded.is_heard else HINT,
            {
                "h": self._hear,
                "n": lambda index: self._change(index, 1),
                "p": lambda index: self._change(index, -1),
                "v": self._list_voices,
                "r": lambda index: self._reading.recorded.switch_person(self._people[index]),
            },
            selects=True,
        )
        NumberedList(self._parts.questions, contents).open()

    def _row(self, index: int) -> str:
        """ "Ball, voice Henry, man", or "Ball, recording"."""
        id = self._people[index]
        if self._reading.recorded.is_heard_of(id):
            return f"{self._name(id)}, recording"
        voice = self._reading.voices.cast.voice(id)
        return ", ".join(filter(None, (self._name(id), f"voice {voice.name}", voice.kind)))

    def _name(self, id: str) -> str:
        return self._reading.document.short_name(id) if id != NARRATOR else NARRATOR.capitalize()

    def _keep(self, index: int) -> None:
        library = self._parts.session.library
        if library.unsaved and library.path:
            kept = f". Not saved. {library.troubles[-1] if library.troubles else ''}".rstrip()
        else:
            kept = " is kept." if library.path else ". Not saved: there is no library."
        self._parts.writing.say(f"{self._row(index)}{kept}")

    def _hear(self, index: int) -> str:
        if not self._parts.session.options.sound:
            return NO_SOUND
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

    def _list_voices(self, index: int) -> None:
        """List all voices for a person; each is tried where it is stepped to, and heard where the own voice is on."""
        from tui_reader.casting.voice_options import voice_options

        reading, person = self._reading, self._people[index]
        options = voice_options(reading.document, reading.voices.cast, reading.voices.available, person)
        own = reading.voices.cast.voice(person).id

        def hear(at: int) -> str:
            if not self._parts.session.options.sound:
                return NO_SOUND
            self._heard = True
            reading.voices.attempt(person, options[at].voice.id)
            reading.snippets.audition(person, on_trial=True)
            return f"{options[at].voice.name}."

        def stepped(at: int) -> None:
            if self._parts.telling.voice or self._heard:
                hear(at)

        def keep(at: int) -> str | None:
            try:
                reading.voices.assign(person, options[at].voice.id)
            except ReaderError as error:
                return str(error)
            self._keep(index)
            return None

        contents = ListContents(
            "voice",
            [option.said for option in options],
            keep,
            VOICES_HINT,
            {"h": hear},
            first=next((at for at, option in enumerate(options) if option.voice.id == own), 0),
            before=f"The voice of {self._name(person)}.",
            stepped=stepped,
            selects=True,
        )
        NumberedList(self._parts.questions, contents).open()
