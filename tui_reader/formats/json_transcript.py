"""Transcripts in JSON: Podcasting 2.0, Whisper, WhisperX and their like, told by their shape and not by a schema.

The first list of segments that hold text is the dialogue. The document's text is what the builder writes: the words of
the segments in order, their times between them as residue; the marks and the other fields of JSON are no text.
"""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.document.known import PersonEntry
from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import Cue, Piece
from tui_reader.formats.captions.turns import tell

_TEXT = ("body", "text", "utf8", "transcript", "content", "utterance", "value", "word", "punctuated_word", "line")
_SPEAKER = ("speaker", "speaker_name", "speakerName", "speaker_label", "speakerLabel", "role", "author", "name")
_START = ("startTime", "start", "start_time", "begin", "from")
_END = ("endTime", "end", "end_time", "to")
_INSIDE = ("elements", "words", "items")
"""Lists of words in a segment, which hold its text or its speaker where it has none."""
_LOOKED_AT = 2000
"""Lists and objects that are looked at for segments."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ANONYMOUS = re.compile(r"\d{1,4}|[A-Z]")
"""A speaker that a machine numbered and did not name."""


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean text of JSON. DocumentError where it is broken or no transcript."""
    data = _load(text, name)
    segments = _segments(data)
    if segments is None:
        raise DocumentError(
            f"{name}: JSON without a transcript; a list of segments with a text each is needed, as Whisper writes it"
        )
    builder = Builder(name, key, "json", entries, warnings)
    if isinstance(data, dict):
        title, language = data.get("title"), data.get("language")
        if isinstance(title, str) and title.strip():
            builder.title = builder.passage(Kind.HEADING, title)
        if isinstance(language, str) and _LANGUAGE.fullmatch(language):
            builder.language = language
    cues = list(_cues(segments))
    if any(cue.start is not None for cue in cues):
        unnamed = tell(builder, cues)
        if unnamed:
            words = "1 segment names" if unnamed == 1 else f"{unnamed} segments name"
            builder.warnings.append(f"{name}: {words} no speaker; read as the words of the speaker before")
    else:
        _tell_messages(builder, cues)
    return builder.document()


def _load(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        cut = " (cut off?)" if error.pos >= len(text.rstrip()) - 1 else ""
        raise DocumentError(f"{name}: {where}: not JSON{cut}: {error.msg}; write the file again") from None
    except RecursionError:
        raise DocumentError(f"{name}: JSON nested too deep for a transcript; it is not read") from None
    except ValueError as error:  # a number of more digits than Python reads
        raise DocumentError(f"{name}: not JSON that can be read: {str(error).partition(';')[0]}") from None


def _segments(data: Any) -> list[dict[str, Any]] | None:
    """The first list, from outside inwards, most of whose members are objects with text."""
    waiting: deque[Any] = deque([data])
    looked = 0
    while waiting and looked < _LOOKED_AT:
        looked += 1
        one = waiting.popleft()
        if isinstance(one, list):
            members = [member for member in one if isinstance(member, dict)]
            if members and 2 * sum(1 for member in members if _text(member)) >= len(one):
                return members
            waiting.extend(members[:50])
        elif isinstance(one, dict):
            values = sorted(one.values(), key=lambda value: not isinstance(value, list))
            waiting.extend(value for value in values if isinstance(value, (list, dict)))
    return None


def _text(segment: dict[str, Any]) -> str:
    for key in _TEXT:
        if isinstance(segment.get(key), str):
            return str(segment[key])
    return "".join(_joined(_inside(segment)))


def _inside(segment: dict[str, Any]) -> list[dict[str, Any]]:
    for key in _INSIDE:
        if isinstance(segment.get(key), list):
            return [word for word in segment[key] if isinstance(word, dict)]
    return []


def _joined(words: list[dict[str, Any]]) -> Iterator[str]:
    """The words of a segment with a blank between them, unless the segment has blanks of its own."""
    texts = [next((str(word[key]) for key in _TEXT if isinstance(word.get(key), str)), "") for word in words]
    spaced = any(text[:1].isspace() or text[-1:].isspace() for text in texts)
    for number, text in enumerate(texts):
        yield text if spaced or not number or not any(map(str.isalnum, text)) else " " + text


def _speaker(segment: dict[str, Any]) -> str | None:
    """Who speaks, as a label; of a segment that says it only of its words, whoever has most of them."""
    for key in _SPEAKER:
        found = segment.get(key)
        if isinstance(found, dict):
            found = next((found[inner] for inner in ("name", "label", "id") if isinstance(found.get(inner), str)), None)
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str) and found.strip():
            label = " ".join(found.split())[:80]
            return f"Speaker {label}" if _ANONYMOUS.fullmatch(label) else label
    votes = Counter(voted for word in _inside(segment) if (voted := _flat_speaker(word)))
    return votes.most_common(1)[0][0] if votes else None


def _flat_speaker(word: dict[str, Any]) -> str | None:
    return _speaker({key: word[key] for key in _SPEAKER if key in word and key != "name"})


def _time(segment: dict[str, Any], keys: tuple[str, ...]) -> tuple[str, float | None]:
    """A time as printed and in seconds."""
    for place in (segment, segment.get("offsets")):
        if isinstance(place, dict):
            for key in keys:
                found = place.get(key)
                if isinstance(found, (int, float)) and not isinstance(found, bool) and abs(found) < 1e12:
                    return str(found), found / 1000 if place is not segment else float(found)
                if isinstance(found, str) and re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?s?", found):
                    return found, float(found.rstrip("s"))
    return "", None


def _cues(segments: list[dict[str, Any]]) -> Iterator[Cue]:
    for segment in segments:
        (printed, start), (printed_end, end) = _time(segment, _START), _time(segment, _END)
        words, speaker = _text(segment), _speaker(segment)
        head = f"{printed} --> {printed_end}" if printed or printed_end else ""
        yield Cue(head, start, end, (Piece(words, speaker, speaker or ""),), "time of a segment")


def _tell_messages(builder: Builder, cues: list[Cue]) -> None:
    """Segments without times are whole messages: a turn each, with its paragraphs."""
    for cue in cues:
        for piece in cue.pieces:
            if not piece.text.strip():
                continue
            if piece.speaker:
                builder.turn(piece.speaker)
            for paragraph in re.split(r"\n[ \t]*\n", piece.text):
                builder.add(Kind.SPEECH if piece.speaker else Kind.PARAGRAPH, paragraph)
