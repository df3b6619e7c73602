"""Segments made into a Document: one run of segments of one speaker is one turn, its words in paragraphs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from tui_reader.cleaning import clean
from tui_reader.document.model import Document, Kind
from tui_reader.document.printed_pieces import TIME_OF_CUE
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_names
from tui_reader.formats.captions.cue_turns import tell
from tui_reader.formats.captions.scanner import NOBODY, CaptionCue, CuePiece
from tui_reader.formats.captions.voice_ids import is_nobody, names_of_ids
from tui_reader.formats.recognisers.languages import language_of
from tui_reader.formats.recognisers.segments import Segment
from tui_reader.formats.source_file import SourceFile

_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_BARE = re.compile(r"\d{1,4}|[A-Z]")
"""A speaker that a machine numbered and did not name."""
_LONGEST = 80
"""Characters of a name."""


def speaker_name(found: object) -> str | None:
    """The label of a speaker by what a file says: a name, a number, a letter; None where it says nothing."""
    if isinstance(found, bool) or not isinstance(found, (str, int, float)):
        return None
    if isinstance(found, float):
        if not math.isfinite(found):
            return None
        found = int(found) if found == int(found) else found
    text = str(found)
    return _short_label(text) if len(text) <= _LONGEST else _label(text)


@lru_cache(1 << 12)
def _short_label(found: str) -> str | None:
    return _label(found)


def _label(found: str) -> str | None:
    label = " ".join(clean(found).split())[:_LONGEST]
    if not label:
        return None
    if is_nobody(label):
        return NOBODY
    return f"Speaker {label}" if _BARE.fullmatch(label) else label


def names_of(speakers: Iterable[Mapping[str, Any]]) -> dict[object, str | None]:
    """The names by the ids of the objects of speakers."""
    return {one["id"]: speaker_name(one.get("name")) for one in speakers if isinstance(one.get("id"), (int, str))}


def document_of(
    file: SourceFile,
    segments: Sequence[Segment],
    data: Any,
    above: Iterable[str] = (),
    format: str = "json",
    messages: bool = False,
) -> Document:
    """The Document of the segments of a file; `data` is all that it says, which may tell title and language.

    `above` are lines above the transcript that are about it, `format` is the name of the format. Where the segments are
    whole `messages`, each is a turn.

    Raises DocumentError where no segment has words.
    """
    segments = _without_ids([one for one in segments if one.text.strip()])
    if not segments:
        raise DocumentError(f"{file.name}: nothing is said in this transcript; it has no words")
    builder = Builder(file.name, file.key, format, file.entries, file.warnings)
    for line in above:
        builder.residue(line, "about the transcript")
    title = data.get("title") if isinstance(data, dict) else None
    if isinstance(title, str) and title.strip():
        builder.title = builder.passage(Kind.HEADING, title)
    builder.language = language_of(data)
    parsing_progress.reached(0.3)
    if messages:
        _tell_messages(builder, segments)
        return builder.document()
    unnamed = 0
    for heading, part in groupby(segments, key=lambda segment: segment.heading):
        cues = list(_cues(part))
        if not any(piece.speaker for cue in cues for piece in cue.pieces):
            cues = cue_names.named(cues)
        unnamed += tell(builder, cues, heading).cues
    if unnamed and format != "otranscribe":  # there a speech goes on after a time in it
        words = "1 segment names" if unnamed == 1 else f"{unnamed} segments name"
        builder.warnings.append(f"{file.name}: {words} no speaker; read as the words of the speaker before")
    return builder.document()


def _tell_messages(builder: Builder, segments: Sequence[Segment]) -> None:
    """A turn for each message, with its paragraphs."""
    heading = None
    for segment in segments:
        if segment.heading != heading:
            heading = segment.heading
            builder.part("exchange", heading)
        if segment.speaker:
            builder.turn(segment.speaker)
        else:
            builder.end_turn()
        for paragraph in re.split(r"\n[ \t]*\n", segment.text):
            builder.add(Kind.SPEECH if segment.speaker else Kind.PARAGRAPH, paragraph)


def _cues(segments: Iterable[Segment]) -> Iterator[CaptionCue]:
    """The segments as cues; the name of a speaker is printed where his turn begins."""
    before: str | None = None
    for text, speaker, start, end, times, _ in segments:
        printed = speaker if speaker and speaker != before else ""
        before = speaker if speaker is not None else before
        pieces = (_new(CuePiece, (text, speaker, printed or "", times)),)
        yield _new(CaptionCue, ("", start, end, pieces, TIME_OF_CUE))


def _without_ids(segments: list[Segment]) -> list[Segment]:
    """The segments with numbers for speakers of whom only a long key is known, in the order of their first words."""
    names = names_of_ids(one.speaker for one in segments)
    if not names:
        return segments
    return [one._replace(speaker=names.get(one.speaker or "", one.speaker)) for one in segments]
