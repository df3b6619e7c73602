"""Transcripts in JSON that no producer is known for, told by their shape: lists of who says what, and perhaps when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.document.model import Document
from tui_reader.formats import parsing_progress
from tui_reader.formats.captions.scanner import WordTime
from tui_reader.formats.producers.json_fields import fields_of, inside, text_of, times_of, voted_speaker, words_of
from tui_reader.formats.producers.json_lists import Member, members_of_dialogue
from tui_reader.formats.producers.json_names import names_by_id
from tui_reader.formats.producers.json_prose import prose_of
from tui_reader.formats.recognisers.segments import Segment, by_pauses, segments_of_words
from tui_reader.formats.recognisers.telling import document_of, speaker_name
from tui_reader.formats.source_file import SourceFile

_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_SLOWEST = 3.0
"""Seconds for a character, above which times are thousandths of a second."""
_WORDS = 0.9
"""Share of segments of one word, above which all are words and no segments."""


def read(file: SourceFile) -> Document:
    """The Document of a file of JSON. DocumentError where it holds no transcript."""
    members = members_of_dialogue(file.json)
    if not members:
        return prose_of(file)
    parsing_progress.reached(0.12)
    segments = _in_seconds(list(_segments(members, file.json)))
    if _are_tracks(members, segments):
        segments = by_pauses(segments)
    if all(one.speaker is None and one.start is None for one in segments):
        return prose_of(file, [one.text for one in segments])
    untimed = all(one.start is None for one in segments)
    return document_of(file, segments, file.json, messages=untimed)


def _segments(members: Sequence[Member], data: Any) -> Iterator[Segment]:
    names = names_by_id(data)
    speakers = [one.speaker if one.speaker is not None else voted_speaker(one.segment) for one in members]
    speakers = [names.get(one, one) if one else one for one in speakers]
    objects = [one.segment for one in members]
    if not any(speakers):
        speakers = _channels(objects) or speakers
    texts = list(map(text_of, objects))
    if sum(len(text.split(None, 1)) <= 1 for text in texts) > _WORDS * len(texts) and len(texts) > 1:
        timed = any(times_of(one)[0] is not None for one in objects)
        if timed:
            yield from segments_of_words(words_of(objects, speakers))
            return
    for member, text, speaker in zip(members, texts, speakers, strict=True):
        start, end = times_of(member.segment)
        timed_words = tuple(_word_times(member.segment, text)) if start is not None else ()
        yield _new(Segment, (text, speaker, start, end, timed_words, member.section))


def _channels(objects: Sequence[dict[str, Any]]) -> list[str | None]:
    """The channels of a recording as speakers; empty where it has not several."""
    found = [fields.get("channel", fields.get("channeltag")) for fields in map(fields_of, objects)]
    labels = [speaker_name(f"Channel {one}") if isinstance(one, int) else speaker_name(one) for one in found]
    return labels if len(set(labels) - {None}) > 1 else []


def _word_times(segment: dict[str, Any], text: str) -> Iterator[WordTime]:
    """When each word of a segment was said, where the segment lists its words with their times."""
    place = 0
    for word in inside(fields_of(segment)):
        said = text_of(word).strip() if isinstance(word, dict) else ""
        here = text.find(said, place) if said else -1
        if here >= 0 and (times := times_of(word))[0] is not None:
            yield WordTime(here, times[0], times[1])
            place = here + len(said)


def _in_seconds(segments: list[Segment]) -> list[Segment]:
    """The segments with their times in seconds: nobody needs more than seconds for each character of what is said."""
    length = sum(one.end - one.start for one in segments if one.start is not None and one.end is not None)
    if length <= _SLOWEST * sum(len(one.text) for one in segments):
        return segments
    return [
        one._replace(
            start=_thousandth(one.start),
            end=_thousandth(one.end),
            times=tuple(WordTime(word.offset, word.start / 1000, _thousandth(word.end)) for word in one.times),
        )
        for one in segments
    ]


def _thousandth(time: float | None) -> float | None:
    return time / 1000 if time else time


def _are_tracks(members: Sequence[Member], segments: Sequence[Segment]) -> bool:
    """Whether each list holds the words of one speaker, and they speak in turn: the channels of a conversation."""
    if len(members) != len(segments) or any(one.start is None for one in segments):
        return False
    lists: dict[int, list[Segment]] = {}
    for member, segment in zip(members, segments, strict=True):
        lists.setdefault(member.list_number, []).append(segment)
    if len(lists) < 2 or any(len({one.speaker for one in own}) > 1 for own in lists.values()):
        return False
    spans = sorted((own[0].start or 0.0, own[-1].end or own[-1].start or 0.0) for own in lists.values())
    return len({own[0].speaker for own in lists.values()}) > 1 and spans[1][0] < spans[0][1]
