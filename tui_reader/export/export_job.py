"""An export job: a document with everything its sound needs, and what is to be written of it. Knows no device."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.casting import Cast, cast
from tui_reader.document.citation import UNKNOWN, Publication
from tui_reader.document.model import Document, Kind, Note, Page, Part, Passage
from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.own_recording import recording_engine, recording_of, why_unheard
from tui_reader.library import Library, open_library
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import Titles
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.recording.time_correction import TimeCorrection, correction_by
from tui_reader.reading.publication import publication
from tui_reader.settings import Settings
from tui_reader.startup.engine_voices import engine_voices
from tui_reader.startup.find_document import find_document
from tui_reader.startup.input_files import InputFiles
from tui_reader.startup.reading_options import ReadingOptions, effective_settings, make_narration_options
from tui_reader.startup.spoken_language import spoken_language_notices
from tui_reader.tts.engine import Engine
from tui_reader.tts.open_engine import open_engine
from tui_reader.tts.render import SpeechStyle

if TYPE_CHECKING:
    from tui_reader.playback.recording.recording import Recording

_AS_TIMED = TimeCorrection()


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
    recording: Path | None = None
    """The document's recording, which is heard where it has the words."""
    is_recording_named: bool = False
    """Whether the person named or chose it; otherwise it was found beside the document."""
    published: Publication = UNKNOWN
    """Who edited and published it, where it is cited."""
    correction: TimeCorrection = _AS_TIMED
    """From the document's own times to those of its recording, also where none is heard."""

    @cached_property
    def document(self) -> Document:
        """What is read, as it is shown."""
        style, document = _citation_style(self.options, self.settings), self.narration.shown
        return _cited(document, style, self.published) if style else document

    def pages(self) -> Sequence[Page]:
        """The pages from the first turn that is wanted to the last.

        Raises UsageError for a turn number the document does not have.
        """
        if self.options.first is None and self.options.last is None:
            return self.document.pages
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
        untitled = self.options.first is not None or self.recording is not None

        def is_wanted(utterance: Utterance) -> bool:
            is_title = utterance.page == 0 and utterance.offset is None and not utterance.note
            return utterance.page in wanted and not (untitled and is_title)

        return is_wanted

    def open_engine(self, whole: bool = False) -> Engine:
        """The engine that makes the sound; close it afterwards.

        `whole`: of a recording also what is before the first words and after the last. Raises EngineError if it cannot
        be started, ReaderError where the recording cannot be opened.
        """
        engine, recording = open_engine(self.settings.engine), self.open_recording()
        if not recording:
            return engine
        try:
            return recording_engine(engine, recording, whole)
        except ReaderError as error:
            raise ReaderError(f"{error} --no-audio exports with voices.") from None

    def open_recording(self) -> Recording | None:
        """The recording in step with the document, if it has one; nothing is read of it yet."""
        if not self.recording:
            return None
        from tui_reader.playback.recording.recording import Recording

        return Recording(self.recording, self.narration.document, self.correction)

    def with_sound_that_is_there(self) -> ExportJob:
        """The same job, with voices and a notice where a recording that was only found beside it cannot be heard."""
        told = why_unheard(self.recording) if self.recording and not self.is_recording_named else ""
        return replace(self, recording=None, notices=(*self.notices, told)) if told else self

    @property
    def is_whole_recording(self) -> bool:
        """Whether all of the recording is heard, also what is before the first words and after the last."""
        some = self.options.first or self.options.last or self.narration.options.only
        return self.recording is not None and not some


def open_export_job(path: Path | None, reading_options: ReadingOptions, options: ExportOptions) -> ExportJob:
    """The job of exporting the document at `path` (None: the one read last) with its voices from the library.

    The library is only read. Raises UsageError for an unknown engine, DocumentError if the document cannot be read,
    ReaderError for a faulty voice file.
    """
    with open_library(reading_options.library) as library:
        path, document, found = find_document(path, library, reading_options)
        inputs = InputFiles([path], reading_options.library)
        job = export_job_of(document, path, inputs, library, reading_options, options)
    spoken = [] if options.text_only else spoken_language_notices(document, job.settings)
    return replace(job, notices=(*job.notices, *found, *spoken))


def export_job_of(
    document: Document,
    path: Path | None,
    inputs: InputFiles,
    library: Library,
    reading_options: ReadingOptions,
    options: ExportOptions,
) -> ExportJob:
    """The job of exporting a document that is open already and was made from `inputs`; its voices are the library's.

    `path`: where it is, and beside it its recording; None for one that was put together. Raises UsageError for an
    unknown engine and as `recording_of` does, ReaderError for a faulty voice file.
    """
    settings, notices = effective_settings(reading_options, data=True)
    # Plain dicts, because a job can be pickled for another process.
    settings = settings._replace(pauses=dict(settings.pauses), keys=dict(settings.keys))
    recording = recording_of(document, path, library, reading_options)
    if recording:
        inputs.add(recording.path)
    is_heard = reading_options.audio or not library.recordings.has_voices_instead(document.key)
    chosen, known = library.cast(document.key), library.voice_registry.voices(document.people)
    return ExportJob(
        Narration(document, make_narration_options(document, settings, reading_options)._replace(titles=Titles.FULL)),
        cast(document, engine_voices(settings.engine), chosen, *known),
        SpeechStyle(
            settings.speed,
            settings.stereo,
            settings.pauses,
            voiced=library.recordings.voiced(document.key),
            unrecorded_silent=settings.unrecorded == "silence",
        ),
        settings,
        options,
        tuple(notices),
        inputs,
        recording.path if recording and is_heard and not reading_options.no_audio else None,
        recording is not None and recording.is_named,
        publication(path) if path and _citation_style(options, settings) else UNKNOWN,
        correction_by(library.recordings.points(document.key)),
    )


def _citation_style(options: ExportOptions, settings: Settings) -> str | None:
    """The style that was asked for, or else set; None where it is neither, and the source is named as it is."""
    set_style = settings.citation if settings.citation != Settings().citation else None
    return settings.citation if options.cite == "setting" else options.cite or set_style


def _cited(document: Document, style: str, published: Publication) -> Document:
    """The document with its citation in place of the source, which every form names."""
    from tui_reader.document.citation import citation
    from tui_reader.document.citation_styles import STYLES

    source = document.source or Note("Source", None, Passage(Kind.PARAGRAPH, "", ()))
    passage = source.passage or Passage(Kind.PARAGRAPH, "", ())
    cited = STYLES[style](citation(document, published=published))
    return document._replace(source=source._replace(passage=passage._replace(text=cited, marks=())))
