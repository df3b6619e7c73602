"""Transcripts in JSON: Podcasting 2.0, Whisper, WhisperX and their like, told by their shape and not by a schema.

The first list of segments that hold text is the dialogue. The document's text is what the builder writes: the words of
the segments in order, their times between them as residue; the marks and the other fields of JSON are no text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.cue_turns import tell
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece, WordTime
from tui_reader.formats.producers.json_lists import objects, segments_of
from tui_reader.formats.producers.json_times import END, START, in_seconds, part_times, time_of
from tui_reader.formats.producers.json_values import load

_TEXT = (
    "body", "text", "utf8", "transcript", "display", "content", "parts", "utterance", "value", "punctuated_word",
    "word", "line", "message",
)  # fmt: skip
_FIRST_OF = ("alternatives", "nBest")
"""Lists of readings of one segment, the likeliest first."""
_SPEAKER = (
    "speaker", "speaker_name", "speakerName", "speaker_label", "speakerLabel", "speakerTag", "speakerId", "speaker_id",
    "user_profile", "author", "sender", "from", "role", "username", "user", "name",
)  # fmt: skip
_NAMES = ("nickname", "real_name", "displayName", "name", "label", "username", "role", "id")
_INSIDE = ("elements", "sentences", "segs", "words", "items")
"""Lists of words in a segment, which hold its text or its speaker where it has none."""
_DEEPEST = 6
"""Levels of a segment in which its words may lie."""
_STOP = re.compile(r"[.?!…。？！]$")
_MOST_WORDS = 200
"""Words put together where no stop divides them."""
_ANONYMOUS = re.compile(r"\d{1,4}|[A-Z]")
"""A speaker that a machine numbered and did not name."""


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean text of JSON. DocumentError where it is broken or no transcript."""
    data = load(text, name)
    segments = segments_of(data, _text, _speaker)
    if not segments:
        raise DocumentError(
            f"{name}: JSON without a transcript; a list of segments with a text each is needed, as Whisper writes it"
        )
    builder = Builder(name, key, "json", entries, warnings)
    if isinstance(data, dict):
        title, language = data.get("title"), data.get("language")
        if isinstance(title, str) and title.strip():
            builder.title = builder.passage(Kind.HEADING, title)
        if isinstance(language, str):
            builder.language = language
    parsing_progress.reached(0.12)
    cues = _cues(_named(segments, data))
    parsing_progress.reached(0.45)
    if any(cue.start is not None for cue in cues):
        unnamed = tell(builder, cues).cues
        if unnamed:
            words = "1 segment names" if unnamed == 1 else f"{unnamed} segments name"
            builder.warnings.append(f"{name}: {words} no speaker; read as the words of the speaker before")
    else:
        _tell_messages(builder, cues)
    return builder.document()


def _named(segments: list[dict[str, Any]], data: Any) -> list[dict[str, Any]]:
    """The segments with the names of their speakers, where the file lists them by number."""
    listed = data.get("speakers") if isinstance(data, dict) else None
    names = {
        one["id"]: one["name"]
        for one in reversed(listed if isinstance(listed, list) else [])
        if isinstance(one, dict) and isinstance(one.get("id"), (int, str)) and isinstance(one.get("name"), str)
    }
    if not names:
        return segments
    return [
        {**segment, "speaker": names[number]}
        if isinstance(number := segment.get("speaker"), (int, str)) and number in names
        else segment
        for segment in segments
    ]


def _text(segment: Any, depth: int = 0) -> str:
    """The words of a segment: its text, of alternatives the first, or those of the words in it."""
    if isinstance(segment, str):
        return segment
    if depth > _DEEPEST:
        return ""
    if isinstance(segment, list):
        return "".join(_joined([_text(one, depth + 1) for one in segment]))
    if not isinstance(segment, dict):
        return ""
    for key in _TEXT:
        if isinstance(segment.get(key), (str, dict, list)) and (words := _text(segment[key], depth + 1)):
            return words
    for key in _FIRST_OF:
        if isinstance(segment.get(key), list) and segment[key]:
            return _text(segment[key][0], depth + 1)
    return _text(_inside(segment), depth + 1)


def _inside(segment: dict[str, Any]) -> list[Any]:
    return next((segment[key] for key in _INSIDE if isinstance(segment.get(key), list)), [])


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """Words with a blank between them, unless they have blanks of their own."""
    spaced = any(text[:1].isspace() or text[-1:].isspace() for text in texts)
    for number, text in enumerate(texts):
        yield text if spaced or not number or not any(map(str.isalnum, text)) else " " + text


def _speaker(segment: dict[str, Any], keys: Sequence[str] = _SPEAKER) -> str | None:
    """Who speaks, as a label; of a segment that says it only of its words, whoever has most of them."""
    for key in keys:
        found = segment.get(key)
        if isinstance(found, dict):
            found = next((found[inner] for inner in _NAMES if isinstance(found.get(inner), str)), None)
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str) and found.strip():
            label = " ".join(found.split())[:80]
            return f"Speaker {label}" if _ANONYMOUS.fullmatch(label) else label
    if isinstance(segment.get("message"), dict) and "message" not in segment["message"]:
        return _speaker(segment["message"])
    further = [one for key in _FIRST_OF for one in objects(segment.get(key))]
    inside = [word for one in (segment, *further[:1]) for word in objects(_inside(one))]
    votes = Counter(voted for word in [*inside, *further[:1]] if (voted := _speaker(word, _SPEAKER[:-1])))
    return votes.most_common(1)[0][0] if votes else None


def _cues(segments: list[dict[str, Any]]) -> list[CaptionCue]:
    """The segments as cues; words alone are put together up to a stop."""
    texts = [_text(segment) for segment in segments]
    short = sum(len(text.split()) <= 1 for text in texts) > 0.9 * len(texts)
    cues: list[CaptionCue] = []
    run: list[int] = []
    for number, segment in enumerate(segments):
        own = _speaker(segment)
        follows = _speaker(segments[number + 1]) if number + 1 < len(segments) else None
        run.append(number)
        goes_on = number + 1 < len(segments) and (own == follows or not any(map(str.isalnum, texts[number + 1])))
        if short and goes_on and len(run) < _MOST_WORDS and not (_STOP.search(texts[number]) and own == follows):
            continue
        times = [(time_of(segments[one], START), time_of(segments[one], END)) for one in run]
        start, end = times[0][0][1], times[-1][1][1]
        speaker = _speaker(segments[run[0]])
        head = " ".join(f"{begin[0]} --> {stop[0]}" for begin, stop in times if begin[0] or stop[0])
        parts = list(_joined([texts[one] for one in run]))
        words = "".join(parts)
        timed = _word_times(segments[run[0]], words) if len(run) == 1 else part_times(parts, times)
        piece = CuePiece(words, speaker, speaker or "", tuple(timed))
        cues.append(CaptionCue(head, start, end, (piece,), "time of a segment"))
        run = []
    return in_seconds(cues)


def _word_times(segment: dict[str, Any], text: str) -> Iterator[WordTime]:
    """When each word of a segment was said, where the segment lists its words with their times."""
    at = 0
    for word in _inside(segment):
        (_, start), said = time_of(word, START) if isinstance(word, dict) else ("", None), _text(word).strip()
        place = text.find(said, at) if said else -1
        if start is not None and place >= 0:
            yield WordTime(place, start, time_of(word, END)[1])
            at = place + len(said)


def _tell_messages(builder: Builder, cues: list[CaptionCue]) -> None:
    """Segments without times are whole messages: a turn each, with its paragraphs."""
    for cue in cues:
        for piece in cue.pieces:
            if not piece.text.strip():
                continue
            if piece.speaker:
                builder.turn(piece.speaker)
            for paragraph in re.split(r"\n[ \t]*\n", piece.text):
                builder.add(Kind.SPEECH if piece.speaker else Kind.PARAGRAPH, paragraph)
