"""Writes a reading in the forms that are wanted, all from one recording."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from tui_reader.errors import UsageError
from tui_reader.export import stems
from tui_reader.export.forms import Form, Needs, wanted
from tui_reader.export.order import Order
from tui_reader.export.recital import open_recital
from tui_reader.export.recording import Recording, record, unspoken
from tui_reader.export.whole import whole_file
from tui_reader.opening import Options


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


def export(path: Path | None, order: Order, options: Options) -> Exported:
    """Write the reading of a document; all files of one order are of one recording.

    Raises UsageError for a form that there is not, ReaderError where a file cannot be written, and what `open_recital`
    and `record` raise. On any failure what was at the files' places stays as it was.
    """
    forms = wanted(order)
    needs = {form.needs for form, _ in forms}
    if order.stems and not any(form.alone for form, _ in forms):
        raise UsageError(f"--stems is for files of sound; {order.output} is none.")
    if order.loudness is not None and Needs.SOUND not in needs:
        raise UsageError(f"--loudness is for sound; {order.output} has none.")
    if order.loudness is not None or any(form.coded for form, _ in forms):
        from tui_reader.export.sound.libav import library

        library()
    recital = open_recital(path, options, order)
    with _Files() as files:
        # Opened before anything is spoken, for what cannot be written is told at once; all appear at the end.
        opened = [(form, place, files.new(place)) for form, place in forms]
        if needs == {Needs.TEXT}:
            recording = unspoken(recital)
        else:
            sound = files.spool(order.output) if Needs.SOUND in needs else None
            recording = _levelled(record(recital, sound), [form for form, _ in forms], files)
        for form, place, file in opened:
            form.writer.write(file, recording)
            if order.stems and form.alone:
                _write_stems(form, place, recording, files)
        if order.stems:
            lines = "".join(stems.labels(recording))
            files.new(order.output.with_name(_stem(forms[0]) + ".labels.txt")).write(lines.encode())
    seconds = recording.seconds(recording.timeline.frames) if needs != {Needs.TEXT} else None
    return Exported(tuple(files.places), seconds, recital.notices)


class _Files(ExitStack):
    """The files of an order, which appear together when the block ends without an error."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Path] = []

    def new(self, place: Path) -> BinaryIO:
        """A new file, which will be at `place`."""
        file = self.enter_context(whole_file(place))
        self.places.append(place)
        return file

    def spool(self, beside: Path) -> BinaryIO:
        """A file without a name on the disk where `beside` will be; it is gone at the end."""
        from tempfile import TemporaryFile

        return cast("BinaryIO", self.enter_context(TemporaryFile(dir=beside.absolute().parent, buffering=1 << 20)))


def _levelled(recording: Recording, forms: list[Form], files: _Files) -> Recording:
    """At the loudness that was asked for; where none was, a lone WAV stays as it is played."""
    order = recording.recital.order
    if order.loudness is None and not any(form.coded for form in forms):
        return recording
    from tui_reader.export.sound import loudness

    target = loudness.SPEECH if order.loudness is None else order.loudness
    return loudness.levelled(recording, target, files.spool(order.output))


def _write_stems(form: Form, place: Path, recording: Recording, files: _Files) -> None:
    """Beside the whole, a file for each who is heard."""
    for speaker, word in stems.file_names(recording).items():
        file = files.new(place.with_name(f"{_stem((form, place))}.{word}{form.ending}"))
        with files.spool(place) as sound:
            form.writer.write(file, stems.alone(recording, speaker, sound))


def _stem(one: tuple[Form, Path]) -> str:
    form, place = one
    return place.name.removesuffix(form.ending) if place.name.endswith(form.ending) else place.stem
