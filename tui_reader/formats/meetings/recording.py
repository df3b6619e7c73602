"""A recording's transcript in timed lines as a Document: its head, its speakers, the notices of the tool."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_names, cue_turns, voice_ids
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.headings import is_structure
from tui_reader.formats.labels.dialogue import take_turns
from tui_reader.formats.labels.shapes import cue_shape
from tui_reader.formats.meetings.timed_lines import Layout, Stamp, TimedLines, is_length, timed_lines
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.transcript.running_heads import running_heads

_FEWEST = 3
"""Lines with times from which on a text may be a recording's transcript."""
_FURTHER = 40_000
"""Characters in which they are looked for where the first ones have one or two."""
_IN_ORDER = 0.9
"""Share of the times that are no earlier than the one before."""
_COVERED = 0.6
"""Share of the lines that have times, where no names tell a dialogue."""
_SHORT = 4.0
"""Lines for each time, on average, where times stand alone and no names tell a dialogue."""
_OF_DAY = 6 * 3600
"""Seconds from which on the first time is that of a day, and not of a recording."""
_BEGINS = 60
"""Seconds within which the times of a recording in minutes and seconds begin."""
_PARAGRAPH = 20
"""Words of a line above the transcript from which on it is prose."""
_ALONE = re.compile(r"(?<=\n\n)([^\n]{1,60})(?=\n\n)")
"""A line between empty ones."""
_NOTICE = re.compile(
    r".{1,80} (?:started|stopped) (?:transcription|recording)\.?|user avatar"
    r"|(?:ACTION ITEM|HIGHLIGHT|BOOKMARK|QUESTION|SCREEN SHARING)\b.{0,400}WATCH: ?https?://\S{1,300}"
)
_CREDIT = re.compile(
    r"(?:transcribed|transcript(?:ion)?|generated|created|subtitles) .{0,40}\b(?:by|with|at|from)\b.{1,80}", re.I
)
_LABEL = re.compile(r"([^\W\d_][^\n:：]{0,59})[:：](?=\s)")
_FIELD = re.compile(
    r"summary keywords|speakers|keywords|attendees|participants|transcript(?:ion)?|.{1,30}[:：]|.{1,30}: .*", re.I
)
_ABOUT_TIME = re.compile(
    r".*\b(?:\d{1,2}[:.]\d{2}|(?:19|20)\d\d)\b.*|(?:\d{1,3} ?(?:h|hr|m|min|s|sec)[a-z]{0,7}[ ,]*)+", re.I
)


def is_recording(file: SourceFile) -> str:
    """What of the first lines tells the transcript of a recording, in words; empty where nothing does."""
    found = timed_lines(file.head)
    if not found or len(found.stamps) < _FEWEST:  # the first speeches may be long
        found = timed_lines(file.text[:_FURTHER])
    if not found or len(found.stamps) < _FEWEST:
        return ""
    starts = [one.start for one in found.stamps]
    rises = sum(after >= before for before, after in pairwise(starts))
    if rises < _IN_ORDER * (len(starts) - 1) or starts[-1] == starts[0]:
        return ""
    if _is_printed(file, found):
        return ""
    if found.layout is Layout.TIME_LAST:
        return found.layout.value if _are_ends(found) else ""
    return found.layout.value if found.layout is not Layout.NO_NAME or _is_without_names(found) else ""


def _is_printed(file: SourceFile, found: TimedLines) -> bool:
    """Whether it is a printed talk with times: in parts with headings, on pages, or with labels as no captions have."""
    lines = [line.strip() for line in found.lines[found.stamps[0].line :]]
    if any(is_structure(one[1]) for one in _ALONE.finditer(file.text)) or running_heads(file.head):
        return True
    said = [one.words or lines[one.line - found.stamps[0].line + 1 :][:1] for one in found.stamps]
    labels = _labels(one if isinstance(one, str) else "".join(one) for one in said)
    other = any(not cue_shape(label).possible for label in labels)
    return found.layout is Layout.NO_NAME and other and 2 * len(labels) > len(said) and take_turns(labels)


def _labels(said: Iterable[str]) -> list[str]:
    """The words before the colon of those lines that have one."""
    return [match[1] for one in said if (match := _LABEL.match(one))]


def _are_ends(found: TimedLines) -> bool:
    """Whether the times behind words are when these end in a recording, and no timetable or chapter and verse."""
    stamps = found.stamps
    labels = _labels(one.words for one in stamps)
    if (2 * len(labels) > len(stamps) and take_turns(labels)) or any(_is_exact(one.time) for one in stamps):
        return True
    is_round = any(one.time.startswith("(") for one in stamps)
    return not is_round and (stamps[0].end or 0.0) <= _BEGINS


def _is_exact(time: str) -> bool:
    """Whether a time has hours, or signs that only programs for transcripts print."""
    return time.count(":") > 1 or time.startswith("#")


def _is_without_names(found: TimedLines) -> bool:
    """Whether lines with times and without names are a recording's, and no timetable or chat."""
    stamps = found.stamps
    if any(one.words.startswith(("<", "*", "-!-", "-->", "<--")) for one in stamps):
        return False
    exact = any(one.end is not None or one.time.count(":") > 1 or "." in one.time for one in stamps)
    if not (exact or stamps[0].start <= _BEGINS) or stamps[0].start >= _OF_DAY:
        return False
    lines = sum(1 for line in found.lines[stamps[0].line :] if line.strip())
    if all(not one.words for one in stamps):
        return lines <= _SHORT * len(stamps)
    return len(stamps) >= _COVERED * lines


def read(file: SourceFile) -> Document:
    """The Document of timed lines. Raises DocumentError where no line has a time."""
    found = timed_lines(file.text)
    if not found:
        raise DocumentError(f"{file.name}: no line has a time such as 0:05 beside a name or words")
    builder = Builder(file.name, file.key, "timed-lines", file.entries, file.warnings)
    first = found.stamps[0].line - _lines_above(found)
    prose = list(_head(builder, found.lines[:first]))
    cues = list(_cues(found))
    cues = cue_names.named(voice_ids.numbered(cues))
    for paragraph in prose:
        builder.add(Kind.PARAGRAPH, paragraph)
    cue_turns.tell(builder, cues)
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: the lines with times hold no words")
    return document


def _lines_above(found: TimedLines) -> int:
    """How many lines above that of a stamp belong to it: of a name above a time, and of a time above a name."""
    return int(found.layout in (Layout.NAME_ABOVE, Layout.NAME_BELOW))


def _head(builder: Builder, lines: Sequence[str]) -> Iterator[str]:
    """The prose above the transcript; its first line that is neither a field nor a date is the title."""
    for line in filter(None, map(str.strip, lines)):
        if len(line.split()) >= _PARAGRAPH and line[-1] in ".?!…":
            yield line
        elif builder.title is None and not (
            _FIELD.fullmatch(line) or _ABOUT_TIME.fullmatch(line) or _NOTICE.fullmatch(line)
        ):
            builder.title = builder.passage(Kind.HEADING, line)
        else:
            builder.residue(line, "about the recording")


def _cues(found: TimedLines) -> Iterator[CaptionCue]:
    """A cue for each paragraph; the time stands before the first of a stamp."""
    of_day = found.stamps[0].start >= _OF_DAY
    above = _lines_above(found)
    ends = [*(one.line - above for one in found.stamps[1:]), len(found.lines)]
    last = ends[-1]
    while last > 0 and not found.lines[last - 1].strip():
        last -= 1
    for stamp, end in zip(found.stamps, ends, strict=True):
        start = None if of_day else stamp.start
        stop = None if of_day else stamp.end
        printed, name = stamp.time, stamp.printed
        for words, why in _paragraphs(stamp, found.lines[stamp.line + 1 : end], end == len(found.lines)):
            if why:
                yield CaptionCue(words, None, None, (), why)
                continue
            piece = CuePiece(words, stamp.name or None, name)
            yield CaptionCue(printed, start, stop, (piece,), "time of a line")
            printed, name, start, stop = "", stamp.name and "", None, None
        if printed:
            yield CaptionCue(f"{name} {printed}".strip(), None, None, (), "a time without words")


def _paragraphs(stamp: Stamp, below: Sequence[str], at_end: bool) -> Iterator[tuple[str, str]]:
    """The paragraphs of what is said at a time, and of what is not said, why."""
    words = [stamp.words] if stamp.words else []
    lines = [*below, ""]
    final = max((number for number, line in enumerate(lines) if line.strip()), default=-1) if at_end else -1
    for number, line in enumerate(lines):
        bare = line.strip()
        notice = _NOTICE.fullmatch(bare) or (number == final and len(bare) < 120 and _CREDIT.fullmatch(bare))
        silent = "notice of the program" if notice else "time in words" if is_length(bare, stamp.name) else ""
        if silent or not bare:
            if words:
                yield "\n".join(words), ""
            words = []
            if silent:
                yield bare, silent
        else:
            words.append(bare)
