"""The documents that a worker has open, as the library keeps them: their text, who speaks in which voice, the place."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from tui_reader.document.collection import path_of, split_id
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.export.export_job import ExportJob, export_job_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.markup.html_renderer import HtmlRenderer
from tui_reader.export.rendering import silent_rendering
from tui_reader.faces.served.documents.jobs import Job
from tui_reader.library import Library, open_library
from tui_reader.narration.narration import Narration
from tui_reader.reading.place import Place
from tui_reader.startup.background_reader import BackgroundReader
from tui_reader.startup.find_document import find_as_printed
from tui_reader.startup.input_files import InputFiles
from tui_reader.startup.input_source import InputSource
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.spoken_language import spoken_language_notices
from tui_reader.tts.render import SpeechStyle

KEPT = 4
"""Documents that a worker keeps open."""
CHANGED = "The document, its voices or the settings have changed since this page was opened."


State = tuple[object, ...]
"""What tells that a document was edited, or decided about, since it was opened."""


class Opened:
    """A document as it is read now."""

    def __init__(self, place: Place, job: ExportJob, notices: list[str], state: State, speed_given: bool) -> None:
        """`speed_given`: the speed was asked for when the program was started, and holds for every browser."""
        self.place, self.job, self.state, self.speed_given = place, job, state, speed_given
        self.notices = notices
        """Lines for the person."""

    @property
    def document(self) -> Document:
        """What is read, as it is shown."""
        return self.place.document

    @property
    def narration(self) -> Narration:
        """What is said of it."""
        return self.job.narration

    @cached_property
    def renderer(self) -> HtmlRenderer:
        """Makes its markup."""
        return HtmlRenderer(silent_rendering(self.job), words=False)

    @property
    def style(self) -> SpeechStyle:
        """How it is said: at speed 1, which the browser changes."""
        return replace(self.job.style, speed=1.0, skip_silence=self.job.settings.skip_silence)

    @cached_property
    def version(self) -> str:
        """The same for the same text, said by the same voices in the same way; different otherwise."""
        document, job = self.document, self.job
        said = (document.key, document.people, document.unmarked, document.corrections, document.lexicon)
        shortened = self.style.unrecorded_silent, self.style.skip_silence
        style = job.style.stereo, sorted((job.style.pauses or {}).items()), shortened
        options, hiding = job.narration.options, self.place.hiding
        options = options._replace(only=frozenset(), chair=frozenset())  # sets have no order
        whose = sorted(job.narration.options.only), sorted(hiding.speakers), hiding.shown
        how = (options, whose, job.settings.engine, style, sorted(job.cast.voices.items()), _own_words())
        heard = (job.recording, job.correction)
        return blake2b(repr((said, how, heard)).encode("utf-8", "replace"), digest_size=9).hexdigest()


class OpenDocuments:
    """The documents of one worker, and the library of which they are."""

    def __init__(self, options: ReadingOptions) -> None:
        self.troubles: list[str] = []
        """What is wrong with the library, for the person."""
        self.library: Library = open_library(options.library, self.troubles.append)
        self._open: OrderedDict[tuple[str, str], Opened] = OrderedDict()

    def newest(self, job: Job) -> Opened:
        """The document of a job as it is now. Raises ReaderError for one that is missing or cannot be read."""
        options = job.source.options
        if job.document and not job.document.startswith("#"):  # those that tell how the served file is read
            options = ReadingOptions(
                options.library, options.engine, options.speed, notes=options.notes, no_audio=options.no_audio
            )
        where, printed, found = find_as_printed(self._path(job), self.library, options, _read)
        place = Place(printed, where, self.library, keep=False)
        inputs = InputFiles([where], options.library)
        export = export_job_of(place.whole, where, inputs, self.library, options, ExportOptions(Path("page.html")))
        place.hide(place.hiding._replace(shown=export.settings.rehearsal_words))
        rehearsed = export.narration.options._replace(chair=place.hiding.speakers)
        export = replace(export, narration=Narration(place.whole, rehearsed, shown=place.document))
        told = [*_part(place), *export.notices, *found, *place.document.warnings]
        told += spoken_language_notices(place.whole, export.settings)
        opened = Opened(place, export, told, self._state(where, printed.key), options.speed is not None)
        self._keep(job.document, opened)
        return opened

    def of(self, job: Job, to_keep: bool = False) -> Opened:
        """The document of a job in the version that its page shows. Raises ReaderError if there is only another.

        `to_keep`: a place in it is to be kept, so the version must be the newest.
        """
        opened = self._open.get((job.document, job.version))
        if opened and to_keep and opened.state != self._state(opened.place.path, opened.document.key):
            opened = None
        opened = opened or self.newest(job)
        if opened.version != job.version:
            raise ReaderError(CHANGED)
        self._keep(job.document, opened)
        return opened

    def _state(self, path: Path, key: str) -> State:
        try:
            file = split_id(path)[0].stat()
            written = file.st_ino, file.st_size, file.st_mtime_ns
        except OSError:
            written = None
        return written, self.library.label_decisions.of(key), self.library.chairs.of(key)

    def _keep(self, document: str, opened: Opened) -> None:
        self._open[document, opened.version] = opened
        self._open.move_to_end((document, opened.version))
        if len(self._open) > KEPT:
            self._open.popitem(last=False)

    def _path(self, job: Job) -> Path:
        if not job.document:
            return job.source.path
        if job.document.startswith("#"):
            return path_of(job.source.path, job.document[1:])
        row = self.library.row("SELECT path FROM documents WHERE key = ? AND path != ''", job.document)
        if not row:
            raise ReaderError("No such document in the library; it may have been edited. Go back to the library.")
        return Path(row[0])


def _read(source: InputSource) -> Document:
    """Read a document, a large one in another process, which frees what that takes of memory. Raises as that does."""
    return BackgroundReader(source).document() if source.is_large else source.read()


def _part(place: Place) -> list[str]:
    """A line that names whose turns are left to the person; none without any."""
    names = " and ".join(place.whole.short_name(id) for id in sorted(place.hiding.speakers))
    return [f"Your part: {names}."] if names else []


def _own_words() -> int:
    """When the person's own pronunciations were last changed, in nanoseconds; 0 without any."""
    from tui_reader.narration.normalization.lexicon import own_file

    with suppress(OSError):
        return own_file().stat().st_mtime_ns
    return 0
