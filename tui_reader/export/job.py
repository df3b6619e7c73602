"""A document with all it takes to make its sound, without a place in it, a device or a face."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui_reader.casting import Cast, cast, load_voices
from tui_reader.document.model import Document, Page
from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.export_options import ExportOptions
from tui_reader.library import Library, open_library
from tui_reader.narration.narration import Narration
from tui_reader.narration.utterance import Utterance
from tui_reader.settings import Settings
from tui_reader.startup.find_document import find_document
from tui_reader.startup.reading_options import ReadingOptions, effective_settings, make_narration_options
from tui_reader.tts.engine import Engine
from tui_reader.tts.open_engine import open_engine
from tui_reader.tts.render import SpeechStyle


@dataclass(frozen=True)
class ExportJob:
    """What is read, by whom and how; it makes no sound before an engine is opened."""

    script: Narration
    cast: Cast
    manner: SpeechStyle
    settings: Settings
    order: ExportOptions
    notices: tuple[str, ...]
    """Lines for the person."""

    @property
    def document(self) -> Document:
        """What is read."""
        return self.script.document

    def pages(self) -> Sequence[Page]:
        """The pages from the first turn that is wanted to the last. Raises UsageError for a turn that there is not."""
        index = {page.turn.number: page.index for page in self.document.pages if page.turn}
        for option, turn in (("--from", self.order.first), ("--until", self.order.last)):
            if turn is not None and turn not in index:
                raise UsageError(f"{option} {turn}: {self.document.name} has {len(index)} turns.")
        first = 0 if self.order.first is None else index[self.order.first]
        last = len(self.document.pages) if self.order.last is None else index[self.order.last]
        return self.document.pages[first : last + 1]

    def utterances(self) -> list[Utterance]:
        """All that is said on these pages.

        Raises UsageError for a turn that there is not, ReaderError where nothing is said.
        """
        said = list(filter(self.chooser(), self.script))
        if not said:
            raise ReaderError(f"{self.document.name}: nothing of it is to be read aloud.")
        return said

    def chooser(self) -> Callable[[Utterance], bool]:
        """Tells what of the reading is wanted. Raises UsageError for a turn that there is not."""
        wanted = {page.index for page in self.pages()} or {0}
        untitled = self.order.first is not None

        def is_wanted(utterance: Utterance) -> bool:
            title = utterance.page == 0 and utterance.offset is None and not utterance.note
            return utterance.page in wanted and not (untitled and title)

        return is_wanted

    def open_engine(self) -> Engine:
        """What makes the sound; close it after the work. Raises EngineError where it cannot be started."""
        return open_engine(self.settings.engine)


def open_export_job(path: Path | None, options: ReadingOptions, order: ExportOptions) -> ExportJob:
    """Open a document with the voices that were chosen for it; the library is only read.

    Raises UsageError for an unknown engine, DocumentError, ReaderError for a voice's file.
    """
    library, forgetful = open_library(options.library)
    with library:
        _, document, found = find_document(path, library, options)
        recital = export_job_of(document, library, options, order)
    return replace(recital, notices=(*recital.notices, *([forgetful] if forgetful else []), *found))


def export_job_of(document: Document, library: Library, options: ReadingOptions, order: ExportOptions) -> ExportJob:
    """The recital of a document that has been opened, with what the library knows of its voices.

    Raises UsageError for an unknown engine, ReaderError for a voice's file.
    """
    settings, notices = effective_settings(options, data=True)
    # Of its own, for they can go to another process.
    settings = settings._replace(pauses=dict(settings.pauses), keys=dict(settings.keys))
    chosen, known = library.cast(document.key), library.register.voices(document.people)
    return ExportJob(
        Narration(document, make_narration_options(document, settings, options)),
        cast(document, load_voices(), chosen, known),
        SpeechStyle(settings.speed, settings.stereo, settings.pauses),
        settings,
        order,
        tuple(notices),
    )
