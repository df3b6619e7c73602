"""Transcripts that Google Meet writes into a document: a time every few minutes, `Name: words`, notices of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_names, cue_turns
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.chats.clock import is_day, plain
from tui_reader.formats.labels.clock_times import seconds
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_CLOCK = re.compile(r"\d{1,2}:\d{2}:\d{2}")
_ENDED = re.compile(r"(?:Transcription|Meeting) ended after \d{1,2}:\d{2}:\d{2}.{0,5}")
_GENERATED = "This editable transcript was computer generated"
_ABOUT = re.compile(r"Attendees|Transcript|Invited.*|Attachments.*|Meeting records.*|\W*")
_ABOVE = re.compile(r"(?:.{0,200} [-–] )?Transcript|0?0:00:00")
"""The line below which the first speech stands; a title may have a colon too."""
_SAID = re.compile(r"[^\W_][^:\n]{0,59}:(?: |$)")


def is_google_meet(file: SourceFile) -> Evidence | None:
    """Whether a text has the notices of Google Meet."""
    if _GENERATED not in file.head and not (_ENDED.search(file.text, max(0, len(file.text) - 500))):
        return None
    return Evidence(CERTAIN) if sum(_SAID.match(line) is not None for line in file.first_lines) > 1 else None


def read(file: SourceFile) -> Document:
    """The Document; what stands above the first speech is title or about the meeting."""
    lines = [line for line in map(str.strip, file.text.split("\n")) if line]
    above = next((number for number, line in enumerate(lines) if _ABOVE.fullmatch(line)), 0)
    said = (number for number, line in enumerate(lines[above:], above) if _is_said(line) or _CLOCK.fullmatch(line))
    first = next(said, None)
    if first is None:
        raise DocumentError(f"{file.name}: no transcript of Google Meet: no line is Name: words")
    builder = Builder(file.name, file.key, "timed-lines", file.entries, file.warnings)
    names = False
    for line in lines[:first]:
        is_about = names or line.startswith(_GENERATED) or _ABOUT.fullmatch(line) or is_day(plain(line))
        if is_about or builder.title is not None:
            builder.residue(line, "about the meeting")
        else:
            builder.title = builder.passage(Kind.HEADING, line)
        names = line == "Attendees"
    cue_turns.tell(builder, cue_names.named(list(_cues(lines[first:]))))
    return builder.document()


def _is_said(line: str) -> bool:
    return _SAID.match(line) is not None and not _ABOVE.fullmatch(line)


def _cues(lines: list[str]) -> Iterator[CaptionCue]:
    start = None
    for line in lines:
        if _CLOCK.fullmatch(line):
            start = seconds(line)
            yield CaptionCue(line, None, None, (), "a time of the meeting")
        elif _ENDED.fullmatch(line) or line.startswith(_GENERATED):
            yield CaptionCue(line, None, None, (), "notice of the program")
        else:
            yield CaptionCue("", start, None, (CuePiece(line),), "time of a line")
            start = None


PRODUCERS = (Producer("google-meet", "Google Meet", is_google_meet, read),)
