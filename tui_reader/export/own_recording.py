"""The document's own recording in an export: which file it is, who plays it, what of it is heard as each utterance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.errors import ReaderError, UsageError
from tui_reader.library import Library
from tui_reader.named_tuple import NamedTuple
from tui_reader.playback.timeline import TimedUtterance, Timeline
from tui_reader.startup.reading_options import BESIDE, ReadingOptions

if TYPE_CHECKING:
    from tui_reader.playback.recording.alignment import RecordedSpan
    from tui_reader.playback.recording.recording import Recording
    from tui_reader.tts.engine import Engine


class RecordedPart(NamedTuple):
    """The part of the recording that is heard as an utterance, in seconds from the start of that file."""

    start: float
    end: float
    has_word_times: bool
    """Whether the document's file says when its words were said; otherwise that is estimated."""


class ExportedRecording(NamedTuple):
    """The recording of a document that is exported."""

    path: Path
    is_named: bool
    """Whether the person named or chose it; otherwise it was found beside the document, and may be no sound at all."""


def recording_of(
    document: Document, path: Path | None, library: Library, options: ReadingOptions
) -> ExportedRecording | None:
    """The recording of a document at `path`: the one that is named, that was chosen before, or that is found beside it.

    None for a document that does not say when its words were said. Raises UsageError where one is named for it.
    """
    is_named = options.audio is not None and options.audio != BESIDE
    if not document.times:
        if is_named:
            raise UsageError(f"--audio {options.audio}: {document.name} does not say when its words were said.")
        return None
    chosen = library.recordings.chosen(document.key) if options.audio is None else None
    named = options.audio if is_named else chosen if chosen and chosen.is_file() else None
    if named:
        return ExportedRecording(named, True)
    from tui_reader.startup.find_recording import find_recording

    found = find_recording(document, path).path if path else None
    return ExportedRecording(found, False) if found else None


def why_unheard(recording: Path) -> str:
    """Why a recording cannot be heard, in a line for the person; empty where it can."""
    from tui_reader.playback.recording.open_sound import open_sound

    try:
        open_sound(recording).close()
    except ReaderError as error:
        return f"{error} Voices read the document."
    return ""


def recording_engine(engine: Engine, recording: Recording, whole: bool) -> Engine:
    """An engine that plays the recording, and has `engine` say what it lacks; both are closed together.

    `whole`: what is before the first words and after the last is heard too, and every pause as long as it is. Raises
    ReaderError where the recording cannot be opened; `engine` is closed then.
    """
    from tui_reader.playback.recording.open_sound import open_sound
    from tui_reader.playback.recording.recording_engine import RecordingEngine

    try:
        return RecordingEngine(engine, recording, open_sound(recording.path), whole)
    except ReaderError:
        engine.close()
        raise


def length_told(recording: Recording | None) -> str:
    """What is odd about a document's times beside the length of its recording; empty where they fit."""
    if recording is None:
        return ""
    from tui_reader.playback.recording.length_check import length_warning
    from tui_reader.startup.find_recording import sound_length

    return length_warning(recording.alignment, sound_length(recording.path) or 0.0)


def without_lead(timeline: Timeline) -> Timeline:
    """The timeline of a whole recording: its first utterance begins with its words, and not with the recording."""
    first, *others = timeline.entries
    if not _is_recorded(first):
        return timeline
    lead = first.words[0].frame
    words = tuple(
        word._replace(frame=word.frame - lead, until=None if word.until is None else word.until - lead)
        for word in first.words
    )
    return replace(timeline, entries=(replace(first, start=first.start + lead, words=words), *others))


def recorded_parts(recording: Recording, timeline: Timeline, speed: float) -> tuple[RecordedPart | None, ...]:
    """For each utterance of a timeline the part of the recording that is heard, None where it was synthesised."""

    seconds, parts = speed / timeline.sample_rate, list[RecordedPart | None]()
    reached, before = 0.0, None
    following = [*(timed.start for timed in timeline.entries[1:]), timeline.frames]
    for timed, end in zip(timeline.entries, following, strict=True):
        # Where several speak at once, nothing may be left of one of them. A voice always sounds.
        is_recorded = _is_recorded(timed) or end == timed.start
        span = recording.alignment.span(timed.utterance) if is_recorded else None
        parts.append(None)
        if span:
            goes_on = before is not None and recording.alignment.joins(before, span)
            start = max(0.0, _begin(span, timed, seconds, reached if goes_on else 0.0))
            parts[-1] = RecordedPart(start, start + (timed.end - timed.start) * seconds, span.has_word_times)
            reached = start + (end - timed.start) * seconds
        before = span
    return tuple(parts)


def _begin(span: RecordedSpan, timed: TimedUtterance, seconds: float, reached: float) -> float:
    """When the part of the recording begins that is heard as an utterance, by the last word that begins within it.

    Words that are over before are heard at its first frame; where all are, it begins where the one before it has
    `reached`. A frame of the timeline is so many `seconds` of the recording.
    """
    for word, heard in zip(reversed(span.words), reversed(timed.words), strict=False):
        if 0 < heard.frame < timed.end - timed.start - 1:
            return word.begin - heard.frame * seconds
    return max(span.begin, reached)


def _is_recorded(timed: TimedUtterance) -> bool:
    """Whether an utterance is heard from a recording: the words of voices have no ends."""
    return bool(timed.words) and timed.words[0].until is not None
