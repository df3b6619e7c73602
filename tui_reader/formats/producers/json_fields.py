"""What the fields of an object in JSON of unknown make are, by their names: words, a speaker, times.

Names of fields are compared in small letters and without signs: ParticipantRole is participant_role.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tui_reader.formats.recognisers.segments import Word, put_together, whole_words
from tui_reader.formats.recognisers.telling import speaker_name
from tui_reader.formats.recognisers.values import objects, seconds

_TEXT = (
    "decoratedtext", "body", "text", "utf8", "punctuatedword", "transcript", "display", "content", "parts",
    "utterance", "value", "word", "line", "lines", "message", "msg", "textblocks", "blocks", "paragraphs",
    "sentence", "caption", "said", "speech", "quote", "dialogue", "comment", "texto", "texte", "testo", "tekst",
)  # fmt: skip
"""In the order in which they are asked."""
_TEXT_ENDS = ("text", "transcript", "transcription", "utterance", "sentence")
_SPEAKER_ENDS = ("speaker", "speakername", "speakerlabel", "participantname", "username")
_START_ENDS = ("starttime", "startsec", "startseconds", "beginoffset", "startoffset", "beginoffsetsecs")
_END_ENDS = ("endtime", "endsec", "endseconds", "endoffset", "endoffsetsecs")
"""How longer names of fields end: DisplayText, SegmentSpeaker, SegmentStartTime."""
_NO_TEXT = frozenset(("context", "subtext", "alttext", "hypertext"))
_INSIDE = ("elements", "sentences", "segs", "words", "items", "tokens", "children", "parts", "lines")
"""Lists of words or sentences in a segment, which hold its text or its speaker where it has none."""
_READINGS = ("alternatives", "nbest")
"""Lists of readings of one segment, the likeliest first."""
_SPEAKER = (
    "speakername", "speakerdisplayname", "speaker", "speakers", "speakerlabel", "speakertag", "participantname",
    "participantrole", "participanttype", "participantpurpose", "participant", "participantdetails", "displayname",
    "userprofile", "author", "authorname",
    "sender", "sendername", "from", "fromname", "role", "username", "user", "who", "person", "character", "speakerid",
    "participantid", "senderid", "userid", "mediachannel", "nick", "saidby", "hablante", "locuteur", "sprecher",
    "falante", "parlante",
)  # fmt: skip
_WEAK = ("name", "agent", "actor", "label")
"""What often is the name of a thing: who speaks only where one of them comes several times."""
_NAMES = (
    "nickname", "realname", "displayname", "fullname", "name", "speakername", "label", "speakerlabel", "username",
    "participantrole", "role", "firstname", "lastname", "id",
)  # fmt: skip
"""What a person is called, in the object of a speaker."""
_START = (
    "start", "starttime", "startms", "starttimems", "startseconds", "startsec", "starttimestamp", "startoffset",
    "begin", "begintime", "inicio", "debut", "inizio", "tstartms", "offsetms", "offsetmilliseconds",
    "offset", "timestamp",
    "time", "ts", "in",
)  # fmt: skip
_END = (
    "end",
    "endtime",
    "endms",
    "endtimems",
    "endseconds",
    "endsec",
    "endtimestamp",
    "endoffset",
    "stop",
    "out",
    "fin",
)
_LENGTH = ("duration", "dur", "ddurationms", "durationms", "durationmilliseconds")
_ABOUT = ("data", "metadata", "meta", "attributes", "properties")
"""Objects in a segment that hold what is about it."""
_ABOUT_NAMES = frozenset(_ABOUT)
_LONGEST_NAME = 8
"""Blanks in a name; what has more is no name but words."""
_LONGEST = 1e7
"""Seconds: what is more is a date."""
_KINDS = {
    "text": _TEXT, "speaker": _SPEAKER, "perhaps speaker": (*_SPEAKER, *_WEAK), "start": _START, "end": (*_END, "to"),
    "length": _LENGTH, "inside": _INSIDE, "readings": _READINGS, "about": _ABOUT,
    "interim": ("ispartial", "partial", "isfinal", "final"),
}  # fmt: skip
_ENDINGS = {
    "text": _TEXT_ENDS,
    "speaker": _SPEAKER_ENDS,
    "start": _START_ENDS,
    "end": _END_ENDS,
    "length": ("duration",),
}
_DEEPEST = 6
"""Levels of a segment in which its words may lie."""


@lru_cache(4096)
def folded(name: str) -> str:
    """The name of a field in small letters and without signs."""
    return re.sub(r"[\W_]", "", name.casefold())


def fields_of(segment: dict[str, Any]) -> dict[str, Any]:
    """The fields by their folded names, with those of an object that holds what is about it; the first of a name."""
    names = _folded_names(tuple(segment))
    if names is not None:
        return dict(zip(names, segment.values(), strict=True)) if names else segment
    found: dict[str, Any] = {}
    for name, value in segment.items():
        found.setdefault(folded(name), value)
    for name in _present(tuple(found), "about"):
        about = found.get(name)
        if isinstance(about, dict):
            for inner, value in about.items():
                found.setdefault(folded(inner), value)
    return found


def with_folded_names(segment: dict[str, Any]) -> dict[str, Any]:
    """The segment with the names of its fields folded, if no more than that is needed to ask for them."""
    names = _folded_names(tuple(segment))
    return dict(zip(names, segment.values(), strict=True)) if names else segment


@lru_cache(4096)
def _folded_names(names: tuple[str, ...]) -> tuple[str, ...] | None:
    """The folded names, in their order; empty where all are folded, None where two are the same or one holds fields."""
    found = tuple(map(folded, names))
    if len(set(found)) < len(names) or not _ABOUT_NAMES.isdisjoint(found):
        return None
    return () if found == names else found


@lru_cache(8192)
def _present(names: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The names of fields of a kind that are among those of an object, in the order in which they are asked."""
    return tuple(name for name in _KINDS[kind] if name in names)


@lru_cache(8192)
def _with_ending(names: tuple[str, ...], kind: str) -> str | None:
    """The first name that ends as longer names of a kind do."""
    return next((name for name in names if name.endswith(_ENDINGS[kind]) and name not in _NO_TEXT), None)


def text_of(segment: Any, depth: int = 0) -> str:
    """The words of a segment: its text, of alternatives the first, or those of the words in it."""
    if isinstance(segment, str):
        return segment
    if depth > _DEEPEST or not segment:
        return ""
    if isinstance(segment, list):
        return _joined([text_of(one, depth + 1) for one in segment])
    if not isinstance(segment, dict):
        return ""
    fields = fields_of(segment)
    keys = tuple(fields)
    for name in _present(keys, "text"):
        value = fields[name]
        if isinstance(value, (str, dict, list)) and (words := text_of(value, depth + 1)):
            return words
    for name in _present(keys, "readings"):
        value = fields[name]
        if isinstance(value, list) and value:
            return text_of(value[0], depth + 1)
    ending = fields.get(_with_ending(keys, "text") or "")
    return ending if isinstance(ending, str) else text_of(inside(fields), depth + 1)


def inside(fields: dict[str, Any]) -> list[Any]:
    """The words or sentences in a segment."""
    return next((fields[name] for name in _present(tuple(fields), "inside") if isinstance(fields[name], list)), [])


def _joined(texts: list[str]) -> str:
    own_blanks = any(text[:1].isspace() or text[-1:].isspace() for text in texts)
    if own_blanks and not any("\n" in text for text in texts):
        return "".join(texts)
    made = put_together(Word(text, joined=own_blanks or not any(map(str.isalnum, text))) for text in texts)
    return made.text if made else ""


def speaker_of(segment: dict[str, Any], weak: bool = True) -> str | None:
    """Who speaks, as the segment itself says; `weak`: also by a field that may name something else."""
    fields = fields_of(segment)
    keys = tuple(fields)
    for name in _present(keys, "perhaps speaker" if weak else "speaker"):
        found = fields[name]
        if isinstance(found, list) and len(found) == 1 and not isinstance(found[0], int):
            found = found[0]
        if isinstance(found, str) and found.count(" ") > _LONGEST_NAME:
            continue
        label = _person(found) if isinstance(found, dict) else speaker_name(found)
        if label is not None:
            return label
    ending = fields.get(_with_ending(keys, "speaker") or "")
    if isinstance(ending, str) and ending.count(" ") <= _LONGEST_NAME:
        return speaker_name(ending)
    nested = fields.get("message")
    if isinstance(nested, dict) and "message" not in nested:
        return speaker_of(nested, weak=False)
    return None


def is_segment(one: dict[str, Any]) -> bool:
    """Whether an object itself holds words, or a moment of a recording."""
    fields = fields_of(one)
    words = any(isinstance(fields[name], str) for name in _present(tuple(fields), "text"))
    return words or times_of(one)[0] is not None


def is_interim(segment: dict[str, Any]) -> bool:
    """Whether what a segment says is said again in a later one."""
    fields = fields_of(segment)
    names = _present(tuple(fields), "interim")
    return bool(names) and any(fields[name] is ("partial" in name) for name in names)


def _person(fields: dict[str, Any]) -> str | None:
    fields = fields_of(fields)
    parts = [fields[name] for name in ("firstname", "lastname") if isinstance(fields.get(name), str)]
    if len(parts) == 2 and not isinstance(fields.get("name"), str):
        return speaker_name(" ".join(parts))
    return next((label for name in _NAMES if (label := speaker_name(fields.get(name))) is not None), None)


def voted_speaker(segment: dict[str, Any]) -> str | None:
    """Who says most of the words in a segment that does not name its speaker itself."""
    fields = fields_of(segment)
    readings = [one for name in _READINGS for one in objects(fields.get(name))[:1]]
    words = [word for one in (fields, *map(fields_of, readings)) for word in objects(inside(one))]
    votes = Counter(label for word in (*words, *readings) if (label := speaker_of(word, weak=False)))
    return votes.most_common(1)[0][0] if votes else None


def times_of(segment: dict[str, Any]) -> tuple[float | None, float | None]:
    """When a segment begins and ends, in seconds as far as the names of its fields tell the unit."""
    fields = fields_of(segment)
    offsets = fields.get("offsets")
    if isinstance(offsets, dict):
        return seconds(offsets.get("from"), 0.001), seconds(offsets.get("to"), 0.001)
    keys = tuple(fields)
    stamp = fields.get("timestamp")
    if isinstance(stamp, list) and len(stamp) == 2:
        return _media(seconds(stamp[0])), _media(seconds(stamp[1]))
    start, end, length = _time(fields, keys, "start"), _time(fields, keys, "end"), _time(fields, keys, "length")
    if start is None and "from" in fields and not isinstance(fields["from"], str):
        start = _media(seconds(fields["from"]))
    if end is None and start is not None and length is not None:
        end = start + length
    return start, end


def _time(fields: dict[str, Any], keys: tuple[str, ...], kind: str) -> float | None:
    for name, unit in _units(keys, kind):
        if (found := _media(seconds(fields[name], unit))) is not None:
            return found
    return None


@lru_cache(8192)
def _units(names: tuple[str, ...], kind: str) -> tuple[tuple[str, float], ...]:
    """The names of the fields that may hold a time, in the order in which they are asked, with their units."""
    ending = _with_ending(names, kind)
    units = tuple((name, 0.001 if name.endswith(("ms", "milliseconds")) else 1.0) for name in _present(names, kind))
    return (*units, (ending, 1.0)) if ending else units


def _media(time: float | None) -> float | None:
    return time if time is not None and 0 <= time < _LONGEST else None


def words_of(segments: list[dict[str, Any]], speakers: list[str | None]) -> Iterator[Word]:
    """Segments of a word each as words."""
    words = [
        Word(text_of(one), *times_of(one), speaker)
        for one, speaker in zip(segments, speakers, strict=True)
    ]  # fmt: skip
    if any(word.text[:1].isspace() or word.text[-1:].isspace() for word in words):
        return whole_words(words)
    return (word._replace(joined=bool(word.text) and not any(map(str.isalnum, word.text))) for word in words)
