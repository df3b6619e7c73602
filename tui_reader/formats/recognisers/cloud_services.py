"""Segments of Amazon's, Google's and Microsoft's services."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.formats.recognisers.segments import (
    Segment,
    Word,
    by_pauses,
    in_order,
    is_sign,
    put_together,
    segments_of_words,
)
from tui_reader.formats.recognisers.telling import names_of, speaker_name
from tui_reader.formats.recognisers.values import at, channels_of, first, objects, seconds, text

_MILLI = 0.001
_REPEATED = 20
"""Words by which a result is known to repeat those before it."""
_TICK = 1e-7
"""Seconds of the ticks that Microsoft counts in."""


def aws_transcribe(data: Any) -> list[Segment]:
    """AWS Transcribe: words with labels of speakers or channels, or whole segments."""
    results = at(data, "results")
    channels = objects(at(results, "channel_labels.channels"))
    if len(channels) > 1:
        said: list[Segment] = []
        for channel in channels:
            words = list(_aws_words(objects(channel.get("items")), {}, speaker_name(channel.get("channel_label"))))
            said += segments_of_words(words)
        return by_pauses(said)
    items = objects(at(results, "items"))
    if not items:
        return bedrock(results) if isinstance(results, dict) else []
    spoken = {
        text(item.get("start_time")): speaker_name(item.get("speaker_label") or segment.get("speaker_label"))
        for segment in objects(at(results, "speaker_labels.segments"))
        for item in objects(segment.get("items"))
    }
    return list(segments_of_words(_aws_words(items, spoken, None)))


def _aws_words(items: list[dict[str, Any]], spoken: dict[str, str | None], speaker: str | None) -> Iterator[Word]:
    """`spoken` tells the speakers by the times at which words begin, `speaker` that of all words."""
    for item in items:
        start = item.get("start_time")
        own = speaker or speaker_name(item.get("speaker_label")) or spoken.get(text(start))
        content = text(first(item.get("alternatives")).get("content"))
        yield Word(
            content,
            seconds(start),
            seconds(item.get("end_time")),
            own,
            item.get("type") == "punctuation" or is_sign(content),
        )


def call_analytics(data: Any) -> list[Segment]:
    """AWS Call Analytics and Contact Lens: speeches of the agent and the customer."""
    names = {
        text(one.get("ParticipantId")): speaker_name(one.get("ParticipantRole"))
        for one in objects(at(data, "Participants"))
    }
    said = []
    for one in objects(at(data, "Transcript")):
        id = text(one.get("ParticipantId"))
        speaker = one.get("DisplayName") or one.get("ParticipantRole") or names.get(id) or id
        start, end = seconds(one.get("BeginOffsetMillis"), _MILLI), seconds(one.get("EndOffsetMillis"), _MILLI)
        items = [
            Word(
                text(item.get("Content")), seconds(item.get("BeginOffsetMillis"), _MILLI),
                seconds(item.get("EndOffsetMillis"), _MILLI), joined=is_sign(text(item.get("Content"))),
            )
            for item in objects(one.get("Items"))
        ]  # fmt: skip
        whole, words = text(one.get("Content")), put_together(items)
        times = words.times if words and words.text == whole else ()
        said.append(Segment(whole, speaker_name(speaker), start, end, times))
    return in_order(said)


def health_scribe(data: Any) -> list[Segment]:
    """AWS HealthScribe: what clinician and patient say."""
    return [
        Segment(
            text(one.get("Content")), speaker_name(at(one, "ParticipantDetails.ParticipantRole")),
            seconds(one.get("BeginAudioTime")), seconds(one.get("EndAudioTime")),
        )
        for one in objects(at(data, "Conversation.TranscriptSegments"))
    ]  # fmt: skip


def bedrock(data: Any) -> list[Segment]:
    """Amazon Bedrock's data automation: segments of sound."""
    said = []
    for one in objects(at(data, "audio_segments")):
        speaker = at(one, "speaker.speaker_name") or at(one, "speaker.speaker_label") or one.get("speaker_label")
        speaker = speaker or at(one, "channel.channel_label") or one.get("channel_label")
        start = seconds(one.get("start_timestamp_millis"), _MILLI)
        end = seconds(one.get("end_timestamp_millis"), _MILLI)
        start = seconds(one.get("start_time")) if start is None else start
        end = seconds(one.get("end_time")) if end is None else end
        said.append(Segment(text(one.get("text") or one.get("transcript")), speaker_name(speaker), start, end))
    return said


def google(data: Any) -> list[Segment]:
    """Google's Speech-to-Text, versions 1 and 2.

    With speakers the last result repeats all words, and alone tells who says them; 0 is nobody's number.
    """
    results = _google_results(data)
    read = [first(result.get("alternatives")) for result in results]
    words = [objects(one.get("words")) for one in read]
    if words and any(map(_google_speaker, words[-1])) and _repeats(words):
        return list(segments_of_words(map(_google_word, words[-1])))
    channels = channels_of(results, "channelTag") - {None}
    said: list[Segment] = []
    for result, reading, own in zip(results, read, words, strict=True):
        whole, end = (
            text(reading.get("transcript")),
            seconds(result.get("resultEndTime") or result.get("resultEndOffset")),
        )
        tag = result.get("channelTag")
        speaker = speaker_name(f"Channel {tag}") if len(channels) > 1 and isinstance(tag, int) else None
        if any(map(_google_speaker, own)) or (own and not whole.strip()):
            said += segments_of_words(map(_google_word, own))
            continue
        together = put_together(word._replace(speaker=None) for word in map(_google_word, own))
        if together and together.text == whole.strip():
            said.append(together._replace(speaker=speaker))
        else:
            said.append(
                Segment(whole, speaker, together.start if together else None, together.end if together else end)
            )
    return in_order(said) if len(channels) > 1 else said


def _repeats(words: list[list[dict[str, Any]]]) -> bool:
    """Whether the last result begins with the words of those before it."""
    before = [word.get("word") for one in words[:-1] for word in one]
    first_words = before[:_REPEATED]
    return bool(before) and [word.get("word") for word in words[-1][: len(first_words)]] == first_words


def _google_results(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [result for one in data for result in _google_results(one)]
    found = at(data, "results") or at(data, "response.results")
    if isinstance(found, dict):  # by the files of a batch
        files = [at(one, "transcript.results") or at(one, "inlineResult.transcript.results") for one in found.values()]
        return [result for one in files for result in objects(one)]
    return objects(found)


def _google_speaker(word: dict[str, Any]) -> str | None:
    found = word.get("speakerLabel") or word.get("speaker_label") or word.get("speakerTag") or word.get("speaker_tag")
    return speaker_name(found) if found not in (0, "0") else None


def _google_word(word: dict[str, Any]) -> Word:
    start = next((word[key] for key in ("startTime", "startOffset", "start_time", "start_offset") if key in word), None)
    end = next((word[key] for key in ("endTime", "endOffset", "end_time", "end_offset") if key in word), None)
    return Word(text(word.get("word")), seconds(start), seconds(end), _google_speaker(word))


def azure_batch(data: Any) -> list[Segment]:
    """Microsoft's batch transcription: phrases in order of time, those of a recording's channels together."""
    phrases, wholes = objects(at(data, "recognizedPhrases")), objects(at(data, "combinedRecognizedPhrases"))
    several = len(channels_of([*phrases, *wholes])) > 1
    said = []
    for phrase in phrases:
        start, length = seconds(phrase.get("offsetInTicks"), _TICK), seconds(phrase.get("durationInTicks"), _TICK)
        start = seconds(phrase.get("offset")) if start is None else start
        length = seconds(phrase.get("duration")) if length is None else length
        best = first(phrase.get("nBest"))
        words = put_together(_azure_word(word) for word in objects(best.get("displayWords")))
        display = text(best.get("display"))
        times = words.times if words and words.text == display else ()
        speaker = _azure_speaker(phrase.get("speaker"), phrase.get("channel"), several)
        said.append(Segment(display, speaker, start, _sum(start, length), times))
    heard = channels_of(phrases)
    unheard = [one for one in wholes if not channels_of([one]) <= heard]  # a file that was cut
    rest = (Segment(text(one.get("display")), _azure_speaker(None, one.get("channel"), several)) for one in unheard)
    return [*in_order(said), *rest]


def _azure_word(word: dict[str, Any]) -> Word:
    start = seconds(word.get("offsetInTicks"), _TICK)
    return Word(text(word.get("displayText")), start, _sum(start, seconds(word.get("durationInTicks"), _TICK)))


def _azure_speaker(speaker: object, channel: object, several: bool) -> str | None:
    if speaker is not None:
        return speaker_name(speaker)
    return f"Channel {channel}" if several and isinstance(channel, int) else None


def azure_fast(data: Any) -> list[Segment]:
    """Microsoft's fast transcription: phrases with milliseconds."""
    phrases = objects(at(data, "phrases"))
    several = len(channels_of(phrases)) > 1
    said = []
    for phrase in phrases:
        start = seconds(phrase.get("offsetMilliseconds", phrase.get("offset")), _MILLI)
        length = seconds(phrase.get("durationMilliseconds", phrase.get("duration")), _MILLI)
        speaker = _azure_speaker(phrase.get("speaker"), phrase.get("channel"), several)
        said.append(Segment(text(phrase.get("text")), speaker, start, _sum(start, length)))
    return in_order(said)


def azure_audio_files(data: Any) -> list[Segment]:
    """Microsoft's batch transcription, version 2."""
    said = []
    for file in objects(at(data, "AudioFileResults")):
        parts = objects(file.get("SegmentResults"))
        several = len(channels_of(parts, "ChannelNumber")) > 1
        for part in parts:
            start, length = seconds(part.get("Offset"), _TICK), seconds(part.get("Duration"), _TICK)
            channel = part.get("ChannelNumber")
            channel = int(channel) if isinstance(channel, str) and channel.isdecimal() else channel
            speaker = _azure_speaker(part.get("SpeakerId"), channel, several)
            said.append(Segment(text(first(part.get("NBest")).get("Display")), speaker, start, _sum(start, length)))
    return in_order(said)


def video_indexer(data: Any) -> list[Segment]:
    """Microsoft's Video Indexer: lines with the ids of speakers."""
    insights = at(data, "videos.0.insights") or at(data, "insights") or data
    names = names_of(objects(at(insights, "speakers")))
    said = []
    for line in objects(at(insights, "transcript")):
        id, instance = line.get("speakerId"), first(line.get("instances"))
        known = names.get(id) if isinstance(id, (int, str)) else None
        start, end = seconds(instance.get("start")), seconds(instance.get("end"))
        said.append(Segment(text(line.get("text")), known or speaker_name(id), start, end))
    return said


def _sum(start: float | None, length: float | None) -> float | None:
    return None if start is None or length is None else start + length
