"""A rendering: an export job spoken, as a timeline and, if wanted, sound. Every format is written from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import BinaryIO

from tui_reader.document.model import Document
from tui_reader.export import export_progress
from tui_reader.export.chapters import Chapter, chapters_of
from tui_reader.export.export_job import ExportJob
from tui_reader.export.parallel_render import render_in_parallel
from tui_reader.playback.timeline import TimedUtterance, Timeline
from tui_reader.tts.samples import FRAME_BYTES


@dataclass(frozen=True)
class Rendering:
    """What every format is written from."""

    job: ExportJob
    timeline: Timeline
    word_times: bool
    """Whether the engine reported when each word is heard; if not, word times are estimated."""
    sound: BinaryIO | None = None
    """Signed 16-bit stereo frames at `timeline.sample_rate`, as long as the timeline; None if no sound was wanted."""
    processes: int = 1
    """How many CPU cores may work on it."""
    is_spoken: bool = True
    """Whether the times are those of an engine's speech, and not those that the document's file gives."""

    @property
    def document(self) -> Document:
        """What was read."""
        return self.job.document

    def seconds(self, frames: int) -> float:
        """A place on the timeline, given in frames, in seconds from its start."""
        return frames / self.timeline.sample_rate

    def pcm(self, frames: int) -> Iterator[bytes]:
        """The sound from its start, `frames` frames at a time. Only for a rendering with sound."""
        assert self.sound
        self.sound.seek(0)
        blocks = iter(partial(self.sound.read, frames * FRAME_BYTES), b"")
        yield from export_progress.passing(blocks, self.timeline.frames * FRAME_BYTES)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in order, without gaps."""
        return chapters_of(self.document, self.timeline)

    def name(self, timed: TimedUtterance) -> str:
        """The short name of the person who says it."""
        return self.document.short_name(timed.utterance.voice)


def render_job(job: ExportJob, sound: BinaryIO | None = None, processes: int = 1) -> Rendering:
    """Speak a whole job in up to `processes` processes; its sound is written into `sound`, if given.

    Raises EngineError if the engine fails, UsageError or ReaderError as `ExportJob.utterances` does, OSError.
    """
    timeline, word_times = render_in_parallel(job, sound, processes)
    return Rendering(job, timeline, word_times, sound, processes)


def silent_rendering(job: ExportJob) -> Rendering:
    """A rendering in which nothing is spoken, for formats that hold text alone."""
    return Rendering(job, Timeline(1, 0, ()), word_times=False)
