"""A rendering: an export job spoken, as a timeline and, if wanted, sound. Every format is written from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import BinaryIO

from tui_reader.document.model import Document
from tui_reader.export import export_progress
from tui_reader.export.chapters import Chapter, chapters_of
from tui_reader.export.export_job import ExportJob
from tui_reader.export.own_recording import RecordedPart, recorded_parts, without_lead
from tui_reader.export.parallel_render import render_in_parallel
from tui_reader.playback.timeline import TimedUtterance, Timeline
from tui_reader.tts import samples
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
    recorded: tuple[RecordedPart | None, ...] = ()
    """For each utterance of the timeline what is heard of the document's recording, None where it was synthesised;
    empty where all is."""
    channels: int = 2
    """1 where both channels of `sound` are the same because the recording has only one."""

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
    recording = job.open_recording()
    if not recording:
        return Rendering(job, timeline, word_times, sound, processes)
    if job.is_whole_recording:
        timeline = without_lead(timeline)
    recorded = recorded_parts(recording, timeline, job.style.speed)
    if recorded[-1] and not job.is_whole_recording:  # a clip ends with its last word, without a pause
        timeline = replace(timeline, frames=timeline.entries[-1].end)
        if sound:
            sound.truncate(timeline.frames * FRAME_BYTES)
    word_times = all(part.has_word_times if part else word_times for part in recorded)
    channels = 1 if sound and _is_mono(sound) else samples.CHANNELS
    return Rendering(job, timeline, word_times, sound, processes, recorded=recorded, channels=channels)


def _is_mono(sound: BinaryIO) -> bool:
    sound.seek(0)
    return all(map(samples.is_mono, iter(partial(sound.read, 1 << 20), b"")))


def silent_rendering(job: ExportJob) -> Rendering:
    """A rendering in which nothing is spoken, for formats that hold text alone."""
    return Rendering(job, Timeline(1, 0, ()), word_times=False)
