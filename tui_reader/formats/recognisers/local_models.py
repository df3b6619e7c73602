"""Segments of recognisers that run at home: Whisper in its forms, Vosk, NeMo, Kaldi, and the lists of MeetEval."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tui_reader.formats.captions.scanner import WordTime
from tui_reader.formats.producers.json_fields import speaker_of
from tui_reader.formats.recognisers.pieces import MILLI, field, segment_of, word_of
from tui_reader.formats.recognisers.segments import Segment, Word, put_together, segments_of_words
from tui_reader.formats.recognisers.telling import speaker_name
from tui_reader.formats.recognisers.values import at, first, objects, seconds, text

_TOKEN = re.compile(r"\[_[A-Z0-9_]{1,20}_?\]|<\|[^|<>]{1,30}\|>")
"""A sign of the model that nobody said: [_BEG_], <|0.00|>."""
_TURN = re.compile(r"\[SPEAKER[_ ]TURN\]")
_IN_BRACKETS = re.compile(r"\s*\((speaker (?:\d{1,3}|\?))\)\s*")


def whisper(data: Any) -> list[Segment]:
    """Whisper, WhisperX and their like: segments, whose words vote for a speaker where the segment names none."""
    said = []
    for one in objects(at(data, "segments") or data):
        words = [
            word_of(word, "word|text", speaker=speaker_name(word.get("speaker"))) for word in objects(one.get("words"))
        ]
        votes = Counter(word.speaker for word in words if word.speaker)
        speaker = speaker_of(one, weak=False)
        if speaker is None and votes:
            speaker = votes.most_common(1)[0][0]
        printed = _TOKEN.sub("", text(one.get("text")))
        if not printed.strip():
            continue
        times = put_together(words)
        segment = Segment(printed, speaker, seconds(one.get("start")), seconds(one.get("end")))
        said.append(segment._replace(times=_placed(printed, words)) if times else segment)
    return said


def _placed(printed: str, words: list[Word]) -> tuple[WordTime, ...]:
    """When each word of a text was said, by where it stands in the text."""
    found, place = [], 0
    for word in words:
        said = word.text.strip()
        here = printed.find(said, place) if said else -1
        if here >= 0 and word.start is not None:
            found.append(WordTime(here, word.start, word.end))
            place = here + len(said)
    return tuple(found)


def whisper_cpp(data: Any) -> list[Segment]:
    """whisper.cpp: a change of speaker without a name begins a paragraph."""
    said = []
    for one in objects(at(data, "transcription")):
        printed = _TURN.sub(" ", _TOKEN.sub("", text(one.get("text"))))
        start, end = seconds(at(one, "offsets.from"), MILLI), seconds(at(one, "offsets.to"), MILLI)
        start = seconds(at(one, "timestamps.from")) if start is None else start
        end = seconds(at(one, "timestamps.to")) if end is None else end
        named = _IN_BRACKETS.match(printed)
        speaker = speaker_name(one.get("speaker"))
        if named:
            speaker = speaker or speaker_name(named[1].split()[1])
            printed = printed[named.end() :]
        said.append(Segment(printed, speaker, start, end))
    return said


def vosk(data: Any) -> list[Segment]:
    """Vosk: results one after another; partial ones are said again in whole ones."""
    said = []
    for result in objects(data if isinstance(data, list) else [data]):
        one = result if "text" in result else first(result.get("alternatives"))
        words, whole = put_together(map(word_of, objects(one.get("result")))), text(one.get("text"))
        whole_in_words = words and words.text == whole.strip()
        said.append(words if words and whole_in_words else Segment(whole, speaker_name(one.get("speaker"))))
    return said


def nemo(data: Any) -> list[Segment]:
    """NVIDIA NeMo: sentences with speakers, or words with them."""
    speaker = "speaker|speaker_label"
    sentences = objects(at(data, "sentences"))
    if sentences:
        return [
            segment_of(one, "text|sentence", speaker_name(field(one, speaker)), "start_time", "end_time")
            for one in sentences
        ]
    words = objects(at(data, "words"))
    return list(
        segments_of_words(
            word_of(one, "word|text", "start_time", "end_time", speaker_name(field(one, speaker))) for one in words
        )
    )


def kaldi(data: Any) -> list[Segment]:
    """The BBC's Kaldi: words with signs, and speakers by time."""
    data = at(data, "retval") or data
    spans = []
    for one in objects(at(data, "segmentation.segments")):
        start, speaker = seconds(one.get("start")), speaker_name(at(one, "speaker.@id") or one.get("speaker"))
        if start is not None and speaker:
            spans.append((start, start + (seconds(one.get("duration")) or 0.0), speaker))
    words = (word_of(one, "punct|word") for one in objects(at(data, "words")))
    return list(segments_of_words(by_time(words, spans)))


def gentle(data: Any) -> list[Segment]:
    """Gentle: words with places in the transcript, which has the signs between them."""
    whole = text(at(data, "transcript"))
    found = [one for one in objects(at(data, "words")) if isinstance(one.get("startOffset"), int)]
    starts = [max(0, one["startOffset"]) for one in found]
    ends = [*starts[1:], len(whole)]
    return list(
        segments_of_words(
            Word(whole[start:end].strip(), seconds(one.get("start")), seconds(one.get("end")))
            for one, start, end in zip(found, starts, ends, strict=True)
        )
    )


def by_time(words: Iterator[Word], spans: list[tuple[float, float, str]]) -> Iterator[Word]:
    """The words with the speakers in whose time the middle of each is, else of the last who began before.

    A span is begin, end in seconds, and the speaker.
    """
    spans = sorted(spans)
    place = 0
    for word in words:
        if word.start is None or not spans:
            yield word
            continue
        middle = (word.start + (word.end if word.end is not None else word.start)) / 2
        while place + 1 < len(spans) and spans[place + 1][0] <= middle:
            place += 1
        yield word._replace(speaker=spans[place][2])


def seg_lst(data: Any) -> list[Segment]:
    """SegLST of MeetEval: a list of segments whose words are one text."""
    return [
        segment_of(one, "words", speaker_name(one.get("speaker")), "start_time", "end_time") for one in objects(data)
    ]
