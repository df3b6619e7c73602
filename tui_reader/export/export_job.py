"""An export job: a document with everything its sound needs, and what is to be written of it. Knows no device."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path

from tui_reader.casting import Cast, cast
from tui_reader.document.model import Document, Kind, Note, Page, Part, Passage
from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.export_options import ExportOptions
from tui_reader.library import Library, open_library
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import Titles
from tui_reader.narration.utterance import Utterance
from tui_reader.settings import Settings
from tui_reader.startup.engine_voices import engine_voices
from tui_reader.startup.find_document import find_document
from tui_reader.startup.input_files import InputFiles
from tui_reader.startup.reading_options import ReadingOptions, effective_settings, make_narration_options
from tui_reader.startup.spoken_language import spoken_language_notices
from tui_reader.tts.engine import Engine
from tui_reader.tts.open_engine import open_engine
from tui_reader.tts.render import SpeechStyle


@dataclass(frozen=True)
class ExportJob:
    """What is read, by whom and how, and into which files; nothing is spoken until it is rendered."""

    narration: Narration
    cast: Cast
    style: SpeechStyle
    settings: Settings
    options: ExportOptions
    notices: tuple[str, ...]
    """Lines for the person."""
    inputs: InputFiles
    """The files that it was made from: no output may be one of them."""

    @cached_property
    def document(self) -> Document:
        """What is read."""
        cite, document = self.options.cite, self.narration.document
        return _cited(document, self.settings.citation if cite == "setting" else cite) if cite else document

    def pages(self) -> Sequence[Page]:
        """The pages from the first turn that is wanted to the last.

        Raises UsageError for a turn number the document does not have.
        """
        index = {page.turn.number: page.index for page in self.document.pages if page.turn}
        for option, turn in (("--from", self.options.first), ("--until", self.options.last)):
            if turn is not None and turn not in index:
                raise UsageError(f"{option} {turn}: {self.document.name} has {len(index)} turns.")
        first = 0 if self.options.first is None else index[self.options.first]
        last = len(self.document.pages) if self.options.last is None else index[self.options.last]
        return self.document.pages[first : last + 1]

    def parts(self) -> Iterator[tuple[Part, list[Page]]]:
        """Each part with those of `pages` that are in it, in order. Raises as `pages` does."""
        for _, pages in groupby(self.pages(), key=lambda page: id(page.part)):
            own = list(pages)
            yield own[0].part, own

    def utterances(self) -> list[Utterance]:
        """Everything that is said on these pages, in order.

        Raises UsageError for a turn number the document does not have and for turns in which nothing would be said,
        ReaderError if nothing at all would be said.
        """
        utterances = list(filter(self.is_wanted(), self.narration))
        if not utterances and (self.options.first, self.options.last) != (None, None):
            raise UsageError(f"{self.document.name}: nothing in these turns is read aloud; choose others.")
        if not utterances:
            raise ReaderError(f"{self.document.name}: nothing in it is read aloud.")
        return utterances

    def is_wanted(self) -> Callable[[Utterance], bool]:
        """A test of whether an utterance is exported. Raises UsageError for a turn number the document lacks."""
        wanted = {page.index for page in self.pages()} or {0}
        untitled = self.options.first is not None

        def is_wanted(utterance: Utterance) -> bool:
            is_title = utterance.page == 0 and utterance.offset is None and not utterance.note
            return utterance.page in wanted and not (untitled and is_title)

        return is_wanted

    def open_engine(self) -> Engine:
        """The engine that makes the sound; close it afterwards. Raises EngineError if it cannot be started."""
        return open_engine(self.settings.engine)


def open_export_job(path: Path | None, reading_options: ReadingOptions, options: ExportOptions) -> ExportJob:
    """The job of exporting the document at `path` (None: the one read last) with its voices from the library.

    The library is only read. Raises UsageError for an unknown engine, DocumentError if the document cannot be read,
    ReaderError for a faulty voice file.
    """
    with open_library(reading_options.library) as library:
        path, document, found = find_document(path, library, reading_options)
        job = export_job_of(document, InputFiles([path], reading_options.library), library, reading_options, options)
    spoken = [] if options.text_only else spoken_language_notices(document, job.settings)
    return replace(job, notices=(*job.notices, *found, *spoken))


def export_job_of(
    document: Document, inputs: InputFiles, library: Library, reading_options: ReadingOptions, options: ExportOptions
) -> ExportJob:
    """The job of exporting a document that is open already and was made from `inputs`; its voices are the library's.

    Raises UsageError for an unknown engine, ReaderError for a faulty voice file.
    """
    settings, notices = effective_settings(reading_options, data=True)
    # Plain dicts, because a job can be pickled for another process.
    settings = settings._replace(pauses=dict(settings.pauses), keys=dict(settings.keys))
    chosen, known = library.cast(document.key), library.voice_registry.voices(document.people)
    return ExportJob(
        Narration(document, make_narration_options(document, settings, reading_options)._replace(titles=Titles.FULL)),
        cast(document, engine_voices(settings.engine), chosen, *known),
        SpeechStyle(settings.speed, settings.stereo, settings.pauses),
        settings,
        options,
        tuple(notices),
        inputs,
    )


def _cited(document: Document, style: str) -> Document:
    """The document with its citation in place of the source, which every form names."""
    from tui_reader.document.citation import citation
    from tui_reader.document.citation_styles import STYLES

    source = document.source or Note("Source", None, Passage(Kind.PARAGRAPH, "", ()))
    passage = source.passage or Passage(Kind.PARAGRAPH, "", ())
    cited = STYLES[style](citation(document))
    return document._replace(source=source._replace(passage=passage._replace(text=cited, marks=())))
