"""Which voice each person of the document has: chosen here, known from other documents, or assigned by rule."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.document.model import NARRATOR
from tui_reader.reading.observers import Observers
from tui_reader.reading.place import Place

if TYPE_CHECKING:
    from tui_reader.casting import Cast, VoiceSet
    from tui_reader.library import Library

ON_TRIAL = "on trial"
"""Stands for a person's id: who speaks in a voice that is tried."""


class VoiceAssignment:
    """The voices for the document of a place."""

    def __init__(
        self,
        place: Place,
        library: Library,
        load_voices: Callable[[], VoiceSet],
        chosen: Callable[[str], None] = lambda person: None,
    ) -> None:
        """`load_voices` is called when voices are first needed, `chosen` with a person's id after each choice."""
        self._chosen = chosen
        self._place, self._library, self._load_voices = place, library, load_voices
        self._cast: Cast | None = None
        self._remembered: Cast | None = None
        """The cast whose voices the library's registry knows."""
        self.changed = Observers()
        """Told when a person was given another voice."""

    def document_changed(self) -> None:
        """Assign the voices anew when they are needed."""
        self._cast = None

    @cached_property
    def available(self) -> VoiceSet:
        """All voices that can be assigned."""
        return self._load_voices()

    @property
    def cast(self) -> Cast:
        """Who has which voice."""
        if self._cast is None:
            from tui_reader.casting import cast

            document = self._place.document
            chosen, known = self._library.cast(document.key), self._library.voice_registry.voices(document.people)
            self._cast = cast(document, self.available, chosen, *known)
        return self._cast

    def assign(self, person: str, voice: str) -> None:
        """Give a person (or the narrator) another voice, at once and in the library too. Both are ids."""
        self._library.keep_voice(self._place.document.key, person, voice)
        self._cast = None
        self._chosen(person)
        self.changed.tell()

    def attempt(self, person: str, voice: str) -> None:
        """Have the speaker ON_TRIAL speak in a voice as that person would; nobody's voice is changed."""
        from dataclasses import replace

        cast, tried = self.cast, self.available[voice]
        language = tried.language or cast.voice(person).language
        self._cast = replace(cast, voices={**cast.voices, ON_TRIAL: replace(tried, language=language)})
        self.changed.tell()

    def assign_next(self, person: str, step: int) -> None:
        """Give a person (or the narrator) the next voice, or the one before for a `step` of -1.

        Voices of other languages are left out, and those of others, unless none else is free. Raises ReaderError where
        it cannot be saved.
        """
        from tui_reader.casting import voices_in

        cast, own = self.cast, self.cast.voice(person).id
        document = self._place.document
        available = voices_in(document.language, self.available)
        others = [one.id for one in document.people] + [NARRATOR]
        taken = {cast.voice(one).id for one in others if one != person}
        free = [id for id in available if id not in taken or id == own]
        voices = free if len(free) > 1 else list(available)
        at = voices.index(own) if own in voices else -1
        self.assign(person, voices[(at + step) % len(voices)])

    def remember_heard(self) -> None:
        """Save the voices that are heard now: people with a full name keep them in every document."""
        if self._remembered is not self.cast:
            self._remembered = self.cast
            people = self._place.document.people
            heard = {person: self.cast.voice(person.id).id for person in people}
            self._library.voice_registry.keep_heard(heard, self.cast.misheard)
