"""The recording of the document that is read: which file it is, and whether it or voices are heard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Position
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading.observers import Observers
from tui_reader.reading.place import Place
from tui_reader.terminal.counts import clock

if TYPE_CHECKING:
    from tui_reader.library import Library
    from tui_reader.playback.recording.recording import Recording
    from tui_reader.settings import Settings
    from tui_reader.tts.render import SpeechStyle

FindRecording = Callable[[Document, Path, Path | None], tuple[Path | None, str]]
"""Gives the sound file of a document at a path, where there is one, and a line for the person, which may be empty.

The last argument is the file that the person has chosen for it, or None."""
NO_RECORDING = "This document has no recording. tui-reader FILE --audio SOUND names one."


class RecordedPage(NamedTuple):
    """When a page is heard in the recording, in seconds from its start."""

    begin: float
    until: float
    here: float
    """At the place on it."""


def find_none(document: Document, path: Path, chosen: Path | None) -> tuple[Path | None, str]:
    """No recording but the one that was chosen."""
    return chosen, ""


class RecordedSound:
    """The recording of the document of a place, found when it is first asked for."""

    def __init__(
        self, place: Place, library: Library, settings: Callable[[], Settings], find: FindRecording = find_none
    ) -> None:
        """`settings` gives those in force."""
        self._place, self._library, self._settings, self._find = place, library, settings, find
        self.changed = Observers()
        """Told when the recording or voices are to be heard instead, or other times are taken."""
        self.opened()

    def opened(self) -> None:
        """Another document is read from now on."""
        self._found: Recording | None = None
        self._is_sought = self._is_chosen = self._left_out = False
        self._told = ""

    def choose(self, path: Path | None) -> None:
        """Take this file as the recording of the document, now and later; None forgets it. Raises LibraryError."""
        self._library.recordings.choose(self._place.whole.key, path and path.absolute())
        self.opened()
        self._is_chosen = path is not None

    def leave_out(self) -> None:
        """Take no recording of this document, until another is opened."""
        self.opened()
        self._left_out = True

    def document_changed(self) -> None:
        """The document was understood otherwise."""
        if self._found:
            self._found.take_document(self._place.whole)

    @property
    def told(self) -> str:
        """A line for the person when the document is opened; mostly empty.

        Why there is no recording is told when somebody asks for it (`why_none`), unless they chose one.
        """
        return self._told if self.recording or self._is_chosen else ""

    @property
    def why_none(self) -> str:
        """Why there is no recording, and where it is, if the document says so."""
        return self._told or NO_RECORDING

    @property
    def is_found(self) -> bool:
        """Whether a recording was asked for and found."""
        return self._found is not None

    @property
    def recording(self) -> Recording | None:
        """The recording; None where the document has none."""
        document = self._place.whole
        if not self._is_sought and not self._left_out and (document.times or document.media or self._is_chosen):
            self._is_sought = True
            recordings = self._library.recordings
            chosen = recordings.chosen(document.key)
            self._is_chosen = chosen is not None
            path, self._told = self._find(document, self._place.path, chosen)
            if path and not document.times:
                self._told = f"{document.name} has no times, so the voices read it: {path.name} cannot be followed."
            elif path:
                from tui_reader.playback.recording.recording import Recording
                from tui_reader.playback.recording.time_correction import correction_by

                self._found = Recording(path, document, correction_by(recordings.points(document.key)))
        return self._found

    @property
    def is_heard(self) -> bool:
        """Whether the recording is heard when the document is read aloud."""
        return self.recording is not None and not self._library.recordings.has_voices_instead(self._place.whole.key)

    def in_style(self, style: SpeechStyle) -> SpeechStyle:
        """The style with what is to be heard of the recording."""
        if not self.recording:
            return style
        from dataclasses import replace

        voiced = self._library.recordings.voiced(self._place.document.key)
        settings = self._settings()
        return replace(
            style,
            recording=self.is_heard,
            voiced=voiced,
            unrecorded_silent=settings.unrecorded == "silence",
            skip_silence=settings.skip_silence,
        )

    def is_heard_of(self, person: str) -> bool:
        """Whether the turns of a person, by id, are heard as they were recorded."""
        document = self._place.document
        is_person = document.person(person) is not None
        return is_person and self.is_heard and person not in self._library.recordings.voiced(document.key)

    def voice_chosen(self, person: str) -> None:
        """Hear the voice that was chosen for a person instead of the recording."""
        if self.is_heard_of(person):
            self._library.recordings.set_voiced(self._place.document.key, person, True)
            self.changed.tell()

    def switch_person(self, person: str) -> str:
        """Have a person's turns read by the voice instead of the recording, or heard as recorded again."""
        document = self._place.document
        if not self.recording or document.person(person) is None:
            return "There is no recording of the narrator." if self.recording else NO_RECORDING
        if not self.is_heard:
            return "Voices read everybody; the recording is switched on first."
        heard = self.is_heard_of(person)
        self._library.recordings.set_voiced(document.key, person, heard)
        self.changed.tell()
        return f"{document.short_name(person)}: {'voice' if heard else 'recording'}."

    def switch(self) -> str:
        """Have voices read instead of the recording, or the recording heard again, at the same word."""
        if not self.recording:
            return self.why_none
        heard = self.is_heard
        self._library.recordings.set_voices_instead(self._place.whole.key, heard)
        self.changed.tell()
        return "Voices read, without the recording." if heard else "The recording is heard."

    def where(self, position: Position) -> str:
        """A place of the document as a time in the recording: "12:31 of 48:02 in the recording."; empty without one."""
        recording = self.recording
        at = recording.alignment.seconds_at(position) if recording else None
        if recording is None or at is None:
            return ""
        whole = f" of {clock(recording.seconds)}" if recording.seconds else ""
        return f"{clock(at)}{whole} in the recording."

    def track(self, position: Position) -> RecordedPage | None:
        """The page of a place in the recording; None where that is not known, or it is not heard."""
        alignment = self.recording.alignment if self.is_heard and self.recording else None
        times = alignment.page_times(position.page) if alignment else None
        at = alignment.seconds_at(position) if alignment else None
        return None if times is None or at is None else RecordedPage(*times, at)

    def place_at(self, page: int, seconds: float) -> Position:
        """The word of a page that is heard at a time of the recording; of a page for which there is a `track`."""
        return Position(page, self.recording.alignment.offset_at(page, seconds) if self.recording else 0)

    def seconds_left(self, position: Position) -> float | None:
        """Seconds of the recording from a place to the last words; None where that is not known, or it is not heard."""
        if not self.is_heard or self.recording is None:
            return None
        at = self.recording.alignment.seconds_at(position)
        return None if at is None else max(0.0, self.recording.alignment.last - at)
