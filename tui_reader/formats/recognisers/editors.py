"""Segments of programs in which transcripts are corrected, and of meeting recorders."""

from __future__ import annotations

from typing import Any

from tui_reader.formats.recognisers.local_models import by_time
from tui_reader.formats.recognisers.pieces import MILLI, field, segment_of, word_of
from tui_reader.formats.recognisers.segments import Segment, Word, put_together, segments_of_words, whole_words
from tui_reader.formats.recognisers.telling import speaker_name
from tui_reader.formats.recognisers.values import at, objects, seconds, text

_MEET_NAMES = "signedinUser.displayName|anonymousUser.displayName|phoneUser.displayName"


def paper_edit(data: Any) -> list[Segment]:
    """Digital Paper Edit and slate: words, and paragraphs with speakers by time."""
    if isinstance(data, list):
        return [segment for one in data for segment in paper_edit(one)]
    data = at(data, "transcript") if objects(at(data, "transcript.words")) else data
    spans = []
    for one in objects(at(data, "paragraphs")):
        start, end, speaker = seconds(one.get("start")), seconds(one.get("end")), speaker_name(one.get("speaker"))
        if start is not None and speaker is not None:
            spans.append((start, start if end is None else end, speaker))
    words = map(word_of, objects(at(data, "words")))
    return list(segments_of_words(by_time(words, spans)))


def trint(data: Any) -> list[Segment]:
    """Trint: words with milliseconds by paragraphs, whose speakers a list names."""
    data = data.get("transcript", data)
    names = {str(one.get("id")): text(one.get("name")) for one in objects(at(data, "speakers"))}
    speakers: dict[object, str | None] = {}
    for one in objects(at(data, "paragraphs")):
        id = text(field(one, "speaker.name|speaker.id|speakerId|speaker"))
        speakers[one.get("id")] = speaker_name(names.get(id) or id)
    words = []
    for one in objects(at(data, "words")):
        start, length = seconds(one.get("time"), MILLI), seconds(one.get("duration"), MILLI)
        end = None if start is None or length is None else start + length
        words.append(Word(text(one.get("value")), start, end, speakers.get(text(one.get("paragraphId")))))
    return list(segments_of_words(words))


def auto_edit(data: Any) -> list[Segment]:
    """autoEdit: paragraphs of lines of words."""
    said: list[Segment] = []
    for paragraph in objects(at(data, "text")):
        speaker = speaker_name(paragraph.get("speaker"))
        lines = [line for one in objects(paragraph.get("paragraph")) for line in objects(one.get("line"))]
        said += segments_of_words(word_of(one, "text", "start|startTime", "end|endTime", speaker) for one in lines)
    return said


def transcribee(data: Any) -> list[Segment]:
    """transcribee: paragraphs of pieces of words with their own blanks, and a table of names."""
    names = at(data, "speaker_names")
    names = names if isinstance(names, dict) else {}
    said = []
    for paragraph in objects(at(data, "children")):
        id = paragraph.get("speaker")
        speaker = speaker_name(names.get(str(id)) or id)
        pieces = objects(paragraph.get("children"))
        own_blanks = any(text(one.get("text"))[:1].isspace() for one in pieces)
        words = list(map(word_of, pieces))
        if own_blanks:
            words = list(whole_words(words))
        made = put_together(words)
        if made:
            said.append(made._replace(text=made.text, speaker=speaker))
    return said


def recall(data: Any) -> list[Segment]:
    """Recall: what each participant says, in words with times."""
    said: list[Segment] = []
    for one in objects(data if isinstance(data, list) else at(data, "transcript")):
        speaker = speaker_name(at(one, "participant.name") or one.get("speaker") or at(one, "participant.id"))
        said += segments_of_words(
            word_of(word, "text", "start_timestamp", "end_timestamp", speaker) for word in objects(one.get("words"))
        )
    return said


def gong(data: Any) -> list[Segment]:
    """Gong: monologues of sentences by the ids of speakers, with milliseconds."""
    said = []
    for call in objects(at(data, "callTranscripts")):
        for one in objects(call.get("transcript")):
            speaker = speaker_name(one.get("speakerId"))
            said += [segment_of(part, speaker=speaker, unit=MILLI) for part in objects(one.get("sentences"))]
    return said


def meet_entries(data: Any) -> list[Segment]:
    """Google Meet's API: entries by participants, who are numbered where no list beside them says their names."""
    people = objects(at(data, "participants"))
    names = {text(one.get("name")): text(field(one, _MEET_NAMES)) for one in people}
    numbers: dict[str, str] = {}
    said = []
    for one in objects(at(data, "transcriptEntries")):
        who = text(one.get("participant"))
        name = names.get(who) or numbers.setdefault(who, str(len(numbers) + 1))
        said.append(Segment(text(one.get("text")), speaker_name(name)))
    return said
