"""The captions of a document with the times that its file gives: a rendering for which nothing is spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from tui_reader.document.model import Document, SpokenAt
from tui_reader.document.passage_times import timed_stretches
from tui_reader.errors import ReaderError
from tui_reader.export.export_job import ExportJob
from tui_reader.export.rendering import Rendering
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.pause import Pause
from tui_reader.narration.stretches import SpokenStretch
from tui_reader.narration.utterance import SpokenPiece, Utterance
from tui_reader.playback.recording.time_correction import TimeCorrection
from tui_reader.playback.timeline import TimedUtterance, Timeline
from tui_reader.tts.render import Word

_RATE = 1000
"""Frames a second: milliseconds, the finest resolution of caption formats."""
_LAST = 2.0
"""Seconds of the last caption, if the file does not say when it ends."""


def has_times(document: Document) -> bool:
    """Whether the file says when its captions were said."""
    return any(not time.is_word for time in document.times)


def source_rendering(job: ExportJob) -> Rendering:
    """The captions of the job's document, with their own times: an utterance for each, or for each passage it is in.

    The times are those of the recording where the two were found to differ, but for `--times original`.
    For a document that `has_times`. Raises UsageError for an unknown turn number, ReaderError if no words are wanted.
    """
    right = TimeCorrection() if job.options.times == "original" else job.correction
    times = [_corrected(time, right) for time in job.document.times]
    captions, words = [time for time in times if not time.is_word], [time for time in times if time.is_word]
    entries: list[TimedUtterance] = []
    for caption, group in groupby(_lines(job, captions, words), key=lambda line: line.caption):
        lines = list(group)
        for line, (start, end) in zip(lines, _divided(lines, *_span(captions, caption)), strict=True):
            entries.append(_timed(line, len(entries), start, end))
    if not entries:
        raise ReaderError(f"{job.document.name}: there are no words in what is to be exported.")
    frames = max(entry.end for entry in entries)
    return Rendering(job, Timeline(_RATE, frames, tuple(entries)), bool(words), is_spoken=False)


class _Line(NamedTuple):
    """The words of one caption in one passage."""

    caption: int
    """Index into the captions."""
    page: int
    stretch: SpokenStretch
    offset: int
    """Characters into the passage's text."""
    printed: str
    words: tuple[tuple[int, SpokenAt], ...]
    """Where words begin, in characters of `printed`, and their times; empty where the file times no words."""


def _lines(job: ExportJob, captions: Sequence[SpokenAt], words: Sequence[SpokenAt]) -> Iterator[_Line]:
    """The captions of the pages that are wanted, in order."""
    only = job.narration.options.only
    for page in job.pages():
        for stretch in job.narration.stretches(page.index):
            if stretch.offset is None or (only and stretch.voice not in only):
                continue
            text = stretch.passage.text
            timed = [(at, words[word]) for word, at, _ in timed_stretches(stretch.passage, words) if word >= 0]
            for caption, start, end in timed_stretches(stretch.passage, captions):
                printed = text[start:end].strip()
                first = text.index(printed, start)
                inside = tuple((at - first, time) for at, time in timed if first <= at < end)
                if printed:
                    yield _Line(max(0, caption), page.index, stretch, first, printed, inside)


def _corrected(time: SpokenAt, right: TimeCorrection) -> SpokenAt:
    end = None if time.end is None else right.seconds(time.end)
    return time._replace(start=right.seconds(time.start), end=end)


def _span(captions: Sequence[SpokenAt], caption: int) -> tuple[float, float]:
    """From when to when a caption is shown, in seconds."""
    start, end = captions[caption].start, captions[caption].end
    if end is None or end <= start:
        later = (one.start for one in captions[caption + 1 : caption + 2] if one.start > start)
        end = next(later, start + _LAST)
    return start, end


def _divided(lines: Sequence[_Line], start: float, end: float) -> Iterator[tuple[float, float]]:
    """The times of the lines of one caption: by their first words, else by the characters of each."""
    whole, before = sum(len(line.printed) for line in lines), 0
    starts = [start]
    for line, following in pairwise(lines):
        before += len(line.printed)
        share = start + (end - start) * before / whole
        starts.append(following.words[0][1].start if following.words else share)
    yield from pairwise((*starts, end))


def _timed(line: _Line, number: int, start: float, end: float) -> TimedUtterance:
    printed, stretch = line.printed, line.stretch
    first = max(0, round(start * _RATE))
    timed = line.words
    if timed and timed[0][0] > 0:
        timed = (0, SpokenAt(0, start, None, is_word=True)), *timed
    ends = [at for at, _ in timed[1:]] + [len(printed)]
    words = tuple(
        Word(_frames(time.start, first), at, end, None if time.end is None else _frames(time.end, first))
        for (at, time), end in zip(timed, ends, strict=False)
    )
    utterance = Utterance(
        line.page, number, stretch.voice, stretch.passage.kind, printed, (stretch.offset or 0) + line.offset,
        (SpokenPiece(0, len(printed), printed),), Pause.SENTENCE,
    )  # fmt: skip
    return TimedUtterance(utterance, first, max(first + 1, round(end * _RATE)), words)


def _frames(seconds: float, first: int) -> int:
    """A time in frames from the frame `first`."""
    return max(0, round(seconds * _RATE) - first)
