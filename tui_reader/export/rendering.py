"""A recital made: its timeline, its sound where it is wanted, and the chapters in it. Knows no file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO, NamedTuple

from tui_reader.document.model import Document
from tui_reader.export.job import ExportJob
from tui_reader.export.parallel_render import render_in_parallel
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.timeline import TimedUtterance, Timeline
from tui_reader.tts.samples import FRAME_BYTES

_LONGEST_TITLE = 120
"""Characters of a chapter's title."""


class Chapter(NamedTuple):
    """A stretch of the recording with a name of its own: a turn, the head of a part, title and date."""

    start: int
    """Frames from the start of the whole; the first is 0."""
    end: int
    """The start of the next, or the end of the whole."""
    title: str
    """One line of the document's words: data."""


@dataclass(frozen=True)
class Rendering:
    """What every form is written from. Its functions of time give seconds from the start."""

    recital: ExportJob
    timeline: Timeline
    word_times: bool
    """Whether the engine has told the times of words; otherwise they are worked out."""
    sound: BinaryIO | None = None
    """Signed 16-bit stereo frames at `timeline.sample_rate`, all of the timeline; None where no sound was wanted."""
    processes: int = 1
    """How many cores may work on it."""

    @property
    def document(self) -> Document:
        """What was read."""
        return self.recital.document

    def seconds(self, frames: int) -> float:
        """A place on the timeline as seconds."""
        return frames / self.timeline.sample_rate

    def pcm(self, frames: int) -> Iterator[bytes]:
        """The sound from its start, in stretches of so many frames."""
        assert self.sound
        self.sound.seek(0)
        while stretch := self.sound.read(frames * FRAME_BYTES):
            yield stretch

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """A chapter for each turn and each head of a part, in order, without gaps."""
        starts: list[tuple[int, str]] = []
        before: tuple[int, str] | None = None
        for timed in self.timeline.entries:
            place = _place(self.document, timed.utterance)
            if place != before:
                starts.append((timed.start, place[1]))
            before = place
        ends = [start for start, _ in starts[1:]] + [self.timeline.frames]
        return tuple(
            Chapter(start if number else 0, end, title)
            for number, ((start, title), end) in enumerate(zip(starts, ends, strict=True))
        )

    def name(self, timed: TimedUtterance) -> str:
        """Who says it, in a word or two."""
        return self.document.short_name(timed.utterance.voice)


def _place(document: Document, utterance: Utterance) -> tuple[int, str]:
    """The page of an utterance, -1 for title and date, and what its chapter is called."""
    if utterance.offset is None and not utterance.note and utterance.page == 0 and document.title:
        texts = (document.title.text, document.date.passage.text if document.date else "")
        if utterance.printed and any(utterance.printed in text for text in texts):
            return -1, _line(document.heading)
    if not document.pages:
        return -1, _line(document.heading)
    page = document.pages[utterance.page]
    if page.turn:
        return page.index, _line(f"{page.turn.number}. {document.short_name(page.turn.speaker)}")
    return page.index, _line((page.part.heading or page.passages[0]).text)


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"


def render_job(recital: ExportJob, sound: BinaryIO | None = None, processes: int = 1) -> Rendering:
    """Make the whole recital; its sound goes into `sound`, from its start.

    `processes`: so many may make it together. Raises EngineError, OSError.
    """
    timeline, word_times = render_in_parallel(recital, sound, processes)
    return Rendering(recital, timeline, word_times, sound, processes)


def silent_rendering(recital: ExportJob) -> Rendering:
    """A recital of which nothing is heard, for forms that are text alone."""
    return Rendering(recital, Timeline(1, 0, ()), False)
