"""The recording of a document: its sound file, and where in it the words are."""

from __future__ import annotations

from pathlib import Path

from tui_reader.document.model import Document
from tui_reader.playback.recording.alignment import Alignment
from tui_reader.playback.recording.time_correction import TimeCorrection


class Recording:
    """A sound file in step with a document. It may be changed in one thread and asked in another."""

    def __init__(self, path: Path, document: Document, correction: TimeCorrection | None = None) -> None:
        self.path = path
        self.alignment = Alignment(document, correction)
        """Where the utterances are; another one when document or times change."""
        self.seconds: float | None = None
        """How long it is; None before it was opened."""

    def take_document(self, document: Document) -> None:
        """Be the recording of the same document, understood otherwise from now on."""
        self.alignment = Alignment(document, self.alignment.correction)

    def correct(self, correction: TimeCorrection) -> None:
        """Take the document's times as shifted and stretched from now on."""
        self.alignment = Alignment(self.alignment.document, correction)
