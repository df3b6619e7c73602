"""Writes a reading in the forms that are wanted, all from one recording."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import ExitStack
from io import BufferedRandom
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from tui_reader.atomic_write import atomic_write
from tui_reader.errors import UsageError
from tui_reader.export import export_ledger, stems
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.job import ExportJob, open_export_job
from tui_reader.export.output_formats import Form, Needs, wanted
from tui_reader.export.parallel_render import cores
from tui_reader.export.rendering import Rendering, render_job, silent_rendering
from tui_reader.startup.reading_options import ReadingOptions


class Exported(NamedTuple):
    """What has been written."""

    paths: tuple[Path, ...]
    seconds: float | None
    """How long the reading is; None where nothing of it was spoken."""
    notices: tuple[str, ...]
    """Lines for the person."""

    @property
    def line(self) -> str:
        """What has been done, for the person."""
        names = ", ".join(str(path) for path in self.paths)
        if self.seconds is None:
            return f"Wrote {names}."
        minutes, seconds = divmod(round(self.seconds), 60)
        return f"Wrote {names}, {minutes} min {seconds} s."


def export(path: Path | None, order: ExportOptions, options: ReadingOptions) -> Exported:
    """Write the reading of a document. Raises as `write` does, and what `open_recital` raises."""
    check(order)
    return write(open_export_job(path, options, order), processes=cores())


def check(order: ExportOptions) -> list[tuple[Form, Path]]:
    """The forms that are ordered and where each goes.

    Raises UsageError for one that there is not or that does not go with the rest, ReaderError for what is missing.
    """
    forms = wanted(order)
    needs = {form.needs for form, _ in forms}
    if order.stems and not any(form.alone for form, _ in forms):
        raise UsageError(f"--stems is for files of sound; {order.output} is none.")
    if order.loudness is not None and Needs.SOUND not in needs:
        raise UsageError(f"--loudness is for sound; {order.output} has none.")
    if order.loudness is not None or any(form.coded for form, _ in forms):
        from tui_reader.export.audio.libav_encoder import library

        library()
    return forms


def write(recital: ExportJob, seal: Seal = lambda _: None, processes: int = 1) -> Exported:
    """Write the files that a recital's order wants, all of one recording, which so many `processes` may make.

    `seal` is told of the files when they are whole, just before they appear. Raises as `check` does, ReaderError where
    a file cannot be written, and what `record` raises. On any failure what was at the files' places stays as it was.
    """
    order = recital.order
    forms = check(order)
    needs = {form.needs for form, _ in forms}
    with _Files() as files:
        # Opened before anything is spoken, for what cannot be written is told at once; all appear at the end.
        opened = [(form, place, files.new(place)) for form, place in forms]
        if needs == {Needs.TEXT}:
            recording = silent_rendering(recital)
        else:
            sound = files.spool(order.output) if Needs.SOUND in needs else None
            recording = _levelled(render_job(recital, sound, processes), [form for form, _ in forms], files)
        for form, place, file in opened:
            form.writer.write(file, recording)
            if order.stems and form.alone:
                _write_stems(form, place, recording, files)
        if order.stems:
            lines = "".join(stems.labels(recording))
            files.new(order.output.with_name(_stem(forms[0]) + ".labels.txt")).write(lines.encode())
        if order.ledger:
            account = export_ledger.account(recording, files.written())
            for ending, text in (("json", export_ledger.as_json(account)), ("txt", export_ledger.as_page(account))):
                files.new(order.output.with_name(f"{_stem(forms[0])}.ledger.{ending}")).write(text.encode())
        seal(files.written())
    seconds = recording.seconds(recording.timeline.frames) if needs != {Needs.TEXT} else None
    return Exported(tuple(files.places), seconds, recital.notices)


class Written(NamedTuple):
    """A file as it was written."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    """In hex."""


Seal = Callable[[list[Written]], object]


class _Files(ExitStack):
    """The files of an order, which appear together when the block ends without an error."""

    def __init__(self) -> None:
        super().__init__()
        self._files: list[tuple[Path, BinaryIO]] = []

    @property
    def places(self) -> list[Path]:
        """Where the files will be."""
        return [place for place, _ in self._files]

    def new(self, place: Path) -> BinaryIO:
        """A new file, which will be at `place`."""
        file = self.enter_context(atomic_write(place))
        self._files.append((place, file))
        return file

    def written(self) -> list[Written]:
        """The files as they are now, each of them whole."""
        found = []
        for place, file in self._files:
            file.seek(0)
            digest = hashlib.file_digest(cast("BufferedRandom", file), "sha256").hexdigest()
            found.append(Written(place, file.seek(0, os.SEEK_END), digest))
        return found

    def spool(self, beside: Path) -> BinaryIO:
        """A file without a name on the disk where `beside` will be; it is gone at the end."""
        from tempfile import TemporaryFile

        return cast("BinaryIO", self.enter_context(TemporaryFile(dir=beside.absolute().parent, buffering=1 << 20)))


def _levelled(recording: Rendering, forms: list[Form], files: _Files) -> Rendering:
    """At the loudness that was asked for; where none was, a lone WAV stays as it is played."""
    order = recording.recital.order
    if order.loudness is None and not any(form.coded for form in forms):
        return recording
    from tui_reader.export.audio import loudness

    target = loudness.SPEECH if order.loudness is None else order.loudness
    return loudness.levelled(recording, target, files.spool(order.output))


def _write_stems(form: Form, place: Path, recording: Rendering, files: _Files) -> None:
    """Beside the whole, a file for each who is heard."""
    for speaker, word in stems.file_names(recording).items():
        file = files.new(place.with_name(f"{_stem((form, place))}.{word}{form.ending}"))
        with files.spool(place) as sound:
            form.writer.write(file, stems.alone(recording, speaker, sound))


def _stem(one: tuple[Form, Path]) -> str:
    form, place = one
    return place.name.removesuffix(form.ending) if place.name.endswith(form.ending) else place.stem
