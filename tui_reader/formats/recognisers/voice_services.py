"""Segments of Deepgram, AssemblyAI, Rev, Speechmatics, IBM Watson, ElevenLabs, Soniox and others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.formats.recognisers.local_models import by_time
from tui_reader.formats.recognisers.pieces import segment_of, word_of
from tui_reader.formats.recognisers.segments import (
    Segment,
    Word,
    by_pauses,
    in_order,
    is_sign,
    put_together,
    segments_of_words,
    whole_words,
)
from tui_reader.formats.recognisers.telling import names_of, speaker_name
from tui_reader.formats.recognisers.values import at, channels_of, first, objects, seconds, text

_MILLI = 0.001


def deepgram(data: Any) -> list[Segment]:
    """Deepgram: utterances if the file has them, else the words of each channel; a channel of several is a speaker."""
    channels = objects(at(data, "results.channels"))
    utterances = objects(at(data, "results.utterances"))
    several = len(channels) > 1 or len(channels_of(utterances)) > 1
    if utterances:
        return in_order([
            _with_times(
                Segment(
                    text(one.get("transcript")), _deepgram_speaker(one, one.get("channel"), several),
                    seconds(one.get("start")), seconds(one.get("end")),
                ),
                _deepgram_words(one.get("words"), None, False),
            )
            for one in utterances
        ])  # fmt: skip
    said: list[Segment] = []
    for number, channel in enumerate(channels):
        reading = first(channel.get("alternatives"))
        own = list(_deepgram_words(reading.get("words"), number, several))
        if own:
            said += segments_of_words(own)
        elif paragraphs := objects(at(reading, "paragraphs.paragraphs")):
            for one in paragraphs:
                speaker = _deepgram_speaker(one, number, several)
                said += [segment_of(part, speaker=speaker) for part in objects(one.get("sentences"))]
        else:
            said.append(Segment(text(reading.get("transcript")), f"Channel {number}" if several else None))
    return by_pauses(said) if several else said


def _deepgram_words(words: object, channel: int | None, several: bool) -> Iterator[Word]:
    for word in objects(words):
        printed = text(word.get("punctuated_word")) or text(word.get("word"))
        yield Word(
            printed, seconds(word.get("start")), seconds(word.get("end")), _deepgram_speaker(word, channel, several)
        )


def _deepgram_speaker(one: dict[str, Any], channel: object, several: bool) -> str | None:
    speaker = speaker_name(one.get("speaker"))
    if not several or not isinstance(channel, int):
        return speaker
    return f"Channel {channel}, {speaker}" if one.get("speaker") not in (None, 0) else f"Channel {channel}"


def assembly_ai(data: Any) -> list[Segment]:
    """AssemblyAI: utterances if the file has them, else words."""
    utterances = objects(at(data, "utterances"))
    if not utterances:
        return list(segments_of_words(_timed_words(at(data, "words"), _MILLI))) or [Segment(text(at(data, "text")))]
    return [
        _with_times(
            Segment(
                text(one.get("text")), speaker_name(one.get("speaker") or one.get("channel")),
                seconds(one.get("start"), _MILLI), seconds(one.get("end"), _MILLI),
            ),
            _timed_words(one.get("words"), _MILLI),
        )
        for one in utterances
    ]  # fmt: skip


def rev(data: Any) -> list[Segment]:
    """Rev and Rev.ai: monologues of elements, whose signs and blanks are elements too."""
    names = names_of(objects(at(data, "speakers")))
    said: list[Segment] = []
    for one in objects(at(data, "monologues")):
        id = one.get("speaker")
        known = names.get(id) if isinstance(id, (int, str)) else None
        speaker = known or speaker_name(one.get("speaker_name") or id)
        words = (
            Word(_rev_element(part), seconds(part.get("ts")), seconds(part.get("end_ts")), speaker)
            for part in objects(one.get("elements"))
        )  # fmt: skip
        said += segments_of_words(whole_words(words))
    return said


def _rev_element(part: dict[str, Any]) -> str:
    """The words of an element; a tag stands for what is not understood or no speech: "inaudible"."""
    value = text(part.get("value"))
    return f" [{value or text(part.get('name'))}] " if part.get("type") == "tag" else value


def speechmatics(data: Any) -> list[Segment]:
    """Speechmatics, version 2: words and signs with speakers; UU is nobody."""
    results = objects(at(data, "results"))
    several = len(channels_of(results)) > 1
    words: list[Word] = []
    leads = False  # whether the sign before belongs to the word behind it
    for one in results:
        reading = first(one.get("alternatives"))
        speaker = speaker_name(one.get("channel") if several else reading.get("speaker") or one.get("speaker"))
        side = one.get("attaches_to", "previous") if one.get("type") == "punctuation" else ""
        is_joined, leads = leads or side in ("previous", "both"), side in ("next", "both")
        word = word_of(reading, "content", speaker=speaker)
        start, end = seconds(one.get("start_time")), seconds(one.get("end_time"))
        words.append(word._replace(start=start, end=end, joined=is_joined))
    if not several:
        return list(segments_of_words(words))
    tracks = dict.fromkeys(word.speaker for word in words)
    return by_pauses(
        [segment for name in tracks for segment in segments_of_words(word for word in words if word.speaker == name)]
    )


def speechmatics_1(data: Any) -> list[Segment]:
    """Speechmatics, version 1: words, and speakers by time."""
    return list(segments_of_words(by_time(_named_words(data), _spans(at(data, "speakers"), "time", "duration"))))


def _named_words(data: Any) -> Iterator[Word]:
    for one in objects(at(data, "words")):
        start, length = seconds(one.get("time")), seconds(one.get("duration"))
        name = text(one.get("name"))
        yield Word(name, start, None if start is None or length is None else start + length, joined=is_sign(name))


def _spans(speakers: object, start: str, length: str) -> list[tuple[float, float, str]]:
    found = []
    for one in objects(speakers):
        begin, name = seconds(one.get(start)), speaker_name(one.get("name"))
        if begin is not None and name:
            found.append((begin, begin + (seconds(one.get(length)) or 0.0), name))
    return found


def ibm_watson(data: Any) -> list[Segment]:
    """IBM Watson: words with times, and speakers by the times of words."""
    said: list[Segment] = []
    kept = [one for one in objects(at(data, "results")) if "results" in one]  # those of a job that was asked for later
    for answer in kept or (data if isinstance(data, list) else [data]):
        speakers = {
            seconds(one.get("from")): speaker_name(one.get("speaker")) for one in objects(at(answer, "speaker_labels"))
        }
        words: list[Word] = []
        for result in objects(at(answer, "results")):
            if result.get("final") is False:
                continue
            reading = first(result.get("alternatives"))
            stamps = reading.get("timestamps")
            own = [one for one in stamps if isinstance(one, list) and len(one) >= 3] if isinstance(stamps, list) else []
            if own and speakers:
                words += [
                    Word(text(w), seconds(s), seconds(e), speakers.get(seconds(s)))
                    for w, s, e, *_ in own
                    if w != "%HESITATION"
                ]
            else:
                whole = " ".join(text(reading.get("transcript")).replace("%HESITATION", " ").split())
                times = [(seconds(one[1]), seconds(one[2])) for one in own]
                said.append(Segment(whole, None, times[0][0] if times else None, times[-1][1] if times else None))
        said += segments_of_words(words)
    return said


def eleven_labs(data: Any) -> list[Segment]:
    """ElevenLabs: words, the blanks between them, and sounds in brackets."""
    return list(segments_of_words(whole_words(_pieces(at(data, "words"), "speaker_id", "start", "end", 1.0))))


def soniox(data: Any) -> list[Segment]:
    """Soniox: tokens, which have the blanks before them."""
    return list(segments_of_words(whole_words(_pieces(at(data, "tokens"), "speaker", "start_ms", "end_ms", _MILLI))))


def _pieces(found: object, speaker: str, start: str, end: str, unit: float) -> Iterator[Word]:
    for one in objects(found):
        begin, stop = seconds(one.get(start), unit), seconds(one.get(end), unit)
        yield Word(text(one.get("text")), begin, stop, speaker_name(one.get(speaker)))


def gladia(data: Any) -> list[Segment]:
    """Gladia: utterances."""
    found = (
        at(data, "result.transcription.utterances") or at(data, "transcription.utterances") or at(data, "utterances")
    )
    return in_order(
        [
            _with_times(
                Segment(
                    text(one.get("text")),
                    speaker_name(one.get("speaker")),
                    seconds(one.get("start")),
                    seconds(one.get("end")),
                ),
                _timed_words(one.get("words"), 1.0),
            )
            for one in objects(found)
        ]
    )


def _timed_words(words: object, unit: float) -> Iterator[Word]:
    """Words with text, start, end and speaker; `unit` is how many seconds one is."""
    for one in objects(words):
        said = text(one.get("text")) or text(one.get("word"))
        yield Word(
            said,
            seconds(one.get("start"), unit),
            seconds(one.get("end"), unit),
            speaker_name(one.get("speaker")),
            is_sign(said),
        )


def _with_times(segment: Segment, words: Iterator[Word]) -> Segment:
    """The segment with the times of its words, where the words are all of its text."""
    together = put_together(words)
    text = " ".join(segment.text.split())
    if together and " ".join(together.text.split()) == text and len(text) == len(together.text):
        return segment._replace(text=text, times=together.times)
    return segment
