"""What of the document is read aloud: everybody or one side, with its notes or without. Knows no sound."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.narration.narration_options import NarrationOptions, NoteReading
from tui_reader.reading.observers import Observers
from tui_reader.reading.place import Place
from tui_reader.terminal.commands import CommandId
from tui_reader.terminal.counts import count

if TYPE_CHECKING:
    from tui_reader.narration.narration import Narration


class SpokenContent:
    """The narration of the document of a place, and the options it is made with."""

    def __init__(
        self,
        place: Place,
        options: NarrationOptions,
        key: Callable[[CommandId], str],
        report: Callable[[str], None] | None,
    ) -> None:
        """`key` gives the key of a command, as the person has set it and as it is written.

        `report` takes a line for a lexicon that cannot be read; without it that is an error.
        """
        self._place, self._options, self._key, self._report = place, options, key, report
        self._narration: Narration | None = None
        self.changed = Observers()
        """Told when the options have changed."""

    def document_changed(self) -> None:
        """Narrate the document that is read now; people who do not speak in it are no longer among those chosen."""
        self._narration = None
        heard = frozenset(filter(self._place.document.person, self._options.only))
        self._options = self._options._replace(only=heard)

    @property
    def options(self) -> NarrationOptions:
        """What is said beside the words of the document, and whom the person hears."""
        return self._options

    @property
    def narration(self) -> Narration:
        """The document as utterances."""
        if self._narration is None:
            from tui_reader.narration.narration import Narration

            options = self._options._replace(chair=self._place.hiding.speakers)
            self._narration = Narration(self._place.whole, options, report=self._report, shown=self._place.document)
        return self._narration

    def words_shown(self) -> None:
        """The same is said; of turns that are left to the person other words are shown."""
        if self._narration:
            self._narration.show(self._place.document)

    def choose(self, options: NarrationOptions) -> None:
        """Narrate with other options from here on."""
        self._options, self._narration = options, None
        self.changed.tell()

    def why_silent(self) -> str:
        """Why nothing of the document is read by itself, and what reads it: a line for when there is no utterance."""
        document, key = self._place.document, self._key
        if not document.pages:
            return "The document has no text."
        if self._options.only:
            names = " and ".join(document.short_name(id) for id in sorted(self._options.only))
            return f"Only {names} is to be heard, who says nothing here; {key('one_side')} lets everybody be heard."
        parts = count(len(document.pages), "page")
        asked = f"{key('repeat')}, then {key('play_or_pause')}"
        return f"No turns were found, only {parts} of other text, which is read when asked for: {asked}."

    def one_side(self) -> str:
        """Hear only who speaks here, or everybody again."""
        page = self._place.page
        speaker = page.speaker if page else None
        if self._options.only or speaker is None:
            self.choose(self._options._replace(only=frozenset()))
            return "Everybody is heard."
        self.choose(self._options._replace(only=frozenset([speaker])))
        return f"Only {self._place.document.short_name(speaker)} is heard."

    def next_note_reading(self) -> str:
        """Choose when notes are read aloud: the next of the choices."""
        every = list(NoteReading)
        notes = every[(every.index(self._options.notes) + 1) % len(every)]
        self.choose(self._options._replace(notes=notes))
        return {
            NoteReading.SILENT: "Notes are not read aloud.",
            NoteReading.SOUND: "A short sound tells where a note is.",
            NoteReading.MARK: "Notes are read after their sentence.",
            NoteReading.TURN: "Notes are read after their turn.",
            NoteReading.END: "Notes are read at the end.",
        }[notes]
