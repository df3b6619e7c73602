"""The export of one document: all its files, written from one rendering, appear together or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui_reader.errors import UsageError
from tui_reader.export import export_progress, stems
from tui_reader.export.audio.held_peaks import held_below_peak
from tui_reader.export.export_job import ExportJob, open_export_job
from tui_reader.export.export_ledger import ledger_json, ledger_page, ledger_text
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.output_files import OutputFiles
from tui_reader.export.output_formats import ExportTarget, Needs, export_targets
from tui_reader.export.own_recording import length_told
from tui_reader.export.rendering import Rendering, render_job, silent_rendering
from tui_reader.export.source_times import has_times, source_rendering
from tui_reader.export.stale_files import remove_stale, stale_files
from tui_reader.export.written_file import WrittenFile
from tui_reader.named_tuple import NamedTuple
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.counts import length
from tui_reader.workers.worker_process import cores


class Exported(NamedTuple):
    """What an export has written."""

    paths: tuple[Path, ...]
    seconds: float | None
    """How long the reading is; None if nothing was spoken for it."""
    notices: tuple[str, ...]
    """Lines for the person."""
    keeps_times: bool = False
    """Whether the captions have the document's own times."""
    document: str = ""
    """The name of the document."""
    recording: str = ""
    """The name of the recording that is heard; empty where none is."""

    @property
    def line(self) -> str:
        """What was written, as a line for the person."""
        names = ", ".join(str(path) for path in self.paths)
        if self.document:
            names += f" from {self.document}"
        if self.recording:
            names += f", with the recording {self.recording}"
        if self.keeps_times:
            names += ", with the document's own times"
        if self.seconds is None:
            return f"Wrote {names}."
        return f"Wrote {names}, {length(self.seconds)}."


def export_document(path: Path | None, options: ExportOptions, reading_options: ReadingOptions) -> Exported:
    """Export the document at `path` (None: the one read last).

    Raises as `check_options`, `open_export_job` and `write_job` do.
    """
    check_options(options)
    return write_job(open_export_job(path, reading_options, options), processes=cores())


def check_options(options: ExportOptions) -> list[ExportTarget]:
    """The files that are asked for, if they can be written with these options and what is installed.

    Raises UsageError for an unknown format, turns the wrong way round and options that do not go with the formats,
    ReaderError if PyAV is
    needed and missing.
    """
    targets = export_targets(options)
    if options.first is not None and options.last is not None and options.last < options.first:
        raise UsageError(f"--until {options.last} is before --from {options.first}.")
    needs = {target.format.needs for target in targets}
    if options.stems and not any(target.format.is_audio for target in targets):
        raise UsageError(f"--stems is for sound files; {options.output} is not one.")
    if options.times and Needs.TIMES not in needs:
        raise UsageError(f"--times is for captions, transcripts and chapters; {options.output} has none.")
    if options.word_times and not any(target.format.name == "vtt" for target in targets):
        raise UsageError(f"--word-times is for WebVTT captions (.vtt); {options.output} has none.")
    if options.loudness is not None and Needs.SOUND not in needs:
        raise UsageError(f"--loudness is for sound; {options.output} has none.")
    if options.loudness is not None or any(target.format.is_encoded for target in targets):
        from tui_reader.playback.pyav import pyav

        pyav()
    return targets


def planned_paths(options: ExportOptions) -> list[Path]:
    """The files that are asked for, but for a sound file for each speaker. Raises as `export_targets` does."""
    targets = export_targets(options)
    return [*(target.path for target in targets), *_labels(options, targets), *_ledgers(options, targets)]


def write_job(
    job: ExportJob,
    before_they_appear: Callable[[list[WrittenFile], float | None], object] = lambda files, seconds: None,
    processes: int = 1,
) -> Exported:
    """Render a job once, in up to `processes` processes, and write all files its options ask for.

    `before_they_appear` is called with the files, and the seconds of sound or None, when all are whole, just before
    they appear at their paths. Raises as `check_options` and `render_job` do, and ReaderError if a file cannot be
    written. After any error, what was at the files' paths before is still there.
    """
    options = job.options
    targets = check_options(options)
    stale = stale_files(targets)
    with OutputFiles(job.inputs) as files:
        # Opened before anything is spoken, so that a path that cannot be written is reported at once.
        opened = [(target, files.new(target.path)) for target in targets]
        for path in (*_labels(options, targets), *_ledgers(options, targets)):
            files.check(path)
        own = source_rendering(job) if _keeps_times(job, targets) else None
        if _is_spoken(targets, bool(own)):
            job = job.with_sound_that_is_there()
        rendering = _render(job, targets, files, processes, bool(own))
        for target, file in opened:
            target.format.writer.write(file, own if own and target.format.needs is Needs.TIMES else rendering)
            if options.stems and target.format.is_audio:
                _write_stems(target, rendering, files)
        for path in _labels(options, targets):
            files.new(path).write("".join(stems.labels(rendering)).encode())
        if options.ledger:
            spoken = bool(rendering.timeline.entries)
            _write_ledger(_ledgers(options, targets), rendering if spoken else own or rendering, files)
        seconds = rendering.seconds(rendering.timeline.frames) if rendering.timeline.entries else None
        before_they_appear(files.written(), seconds)
    notices = job.notices
    if removed := remove_stale(stale, files.paths, job.inputs):
        notices += (f"Removed, as part of an earlier export: {', '.join(path.name for path in removed)}.",)
    if seconds is not None and (odd := length_told(job.open_recording())):
        notices += (odd,)
    recording = job.recording.name if job.recording and any(rendering.recorded) else ""
    return Exported(tuple(files.paths), seconds, notices, bool(own), job.document.name, recording)


def _keeps_times(job: ExportJob, targets: list[ExportTarget]) -> bool:
    """Whether captions are written with the document's own times. Raises UsageError if they should and it has none."""
    times, needs = job.options.times, {target.format.needs for target in targets}
    if times == "original" and not has_times(job.document):
        raise UsageError(f"--times original: {job.document.name} does not say when its words were said.")
    wanted = times == "original" or (times is None and Needs.SOUND not in needs)
    return wanted and Needs.TIMES in needs and has_times(job.document)


def _is_spoken(targets: list[ExportTarget], keeps_times: bool) -> bool:
    """Whether the targets need more than text; `keeps_times`: those that need times have the document's own."""
    return any(
        target.format.needs is Needs.SOUND or (target.format.needs is Needs.TIMES and not keeps_times)
        for target in targets
    )


def _render(
    job: ExportJob, targets: list[ExportTarget], files: OutputFiles, processes: int, keeps_times: bool
) -> Rendering:
    """As much of a rendering as the targets need, its sound at the loudness that is wanted.

    `keeps_times`: whether those that need times have the document's own.
    """
    if not _is_spoken(targets, keeps_times):
        return silent_rendering(job)
    output, loudness = job.options.output, job.options.loudness
    if loudness is not None or any(target.format.is_encoded for target in targets):
        export_progress.encodes()
    has_sound = any(target.format.needs is Needs.SOUND for target in targets)
    rendering = render_job(job, files.scratch(output) if has_sound else None, processes)
    if loudness is None and not any(target.format.is_encoded for target in targets):
        as_played = rendering.recorded or not rendering.sound
        return rendering if as_played else held_below_peak(rendering, files.scratch(output))
    from tui_reader.export.audio.loudness import SPEECH_LUFS, at_loudness

    return at_loudness(rendering, SPEECH_LUFS if loudness is None else loudness, files.scratch(output))


def _write_stems(target: ExportTarget, rendering: Rendering, files: OutputFiles) -> None:
    """Write, beside the sound of all, a sound file for each speaker."""
    for speaker, word in stems.file_names(rendering).items():
        file = files.new(target.path.with_name(f"{target.stem}.{word}{target.format.ending}"))
        with files.scratch(target.path) as sound:
            target.format.writer.write(file, stems.only(rendering, speaker, sound))


def _labels(options: ExportOptions, targets: list[ExportTarget]) -> list[Path]:
    """Where the label track of an export is written, if stems are wanted."""
    return [options.output.with_name(f"{targets[0].stem}.labels.txt")] if options.stems else []


def _ledgers(options: ExportOptions, targets: list[ExportTarget]) -> list[Path]:
    """Where the ledger of an export is written, for programs and for people, if it is wanted."""
    if not options.ledger:
        return []
    return [options.output.with_name(f"{targets[0].stem}.ledger.{ending}") for ending in ("json", "txt")]


def _write_ledger(paths: list[Path], rendering: Rendering, files: OutputFiles) -> None:
    """Write the ledger of all files so far."""
    ledger = ledger_json(rendering, files.written())
    for path, text in zip(paths, (ledger_text(ledger), ledger_page(ledger)), strict=True):
        files.new(path).write(text.encode())
