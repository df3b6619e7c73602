"""Which list in a file of JSON is the dialogue: the one that holds the words, tells who speaks, and divides the least.

Knows lists and objects; what of them is text or a speaker is told to it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple

_LOOKED_AT = 3000
"""Lists and objects that are looked at for segments."""
_MEMBERS = 50
"""Members of a list that are looked into for further lists."""
_SAMPLE = 400
"""Members that are asked who speaks."""
_MOST = 0.7
"""Share of the most words that any list holds, which the dialogue has at least."""


class _Candidate(NamedTuple):
    members: list[dict[str, Any]]
    length: int
    """Characters of its words."""
    speakers: int


def segments_of(
    data: Any, text: Callable[[Any], str], speaker: Callable[[dict[str, Any]], str | None]
) -> list[dict[str, Any]]:
    """The segments of the dialogue in order; empty where no list holds words."""
    _give_speakers(data)
    found: list[_Candidate] = []
    waiting: deque[Any] = deque([data])
    looked = 0
    while waiting and looked < _LOOKED_AT:
        looked += 1
        one = waiting.popleft()
        values = list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
        members = [member for member in values if isinstance(member, dict)]
        if members and (isinstance(one, list) or len(members) > 1):
            lengths = [len(text(member).strip()) for member in members]
            spoken = [member for member, length in zip(members, lengths, strict=True) if length]
            if 2 * len(spoken) >= len(values):
                names = {name for member in spoken[:_SAMPLE] if (name := speaker(member))}
                found.append(_Candidate(spoken, sum(lengths), min(2, len(names))))
        lists = values if isinstance(one, dict) else values[:_MEMBERS]
        waiting.extend(value for value in lists if isinstance(value, (list, dict)))
    most = max((one.length for one in found), default=0)
    full = [one for one in found if one.length >= _MOST * most]
    best = max(full, key=lambda one: (one.speakers, -len(one.members)), default=None)
    return best.members if best else []


def _give_speakers(data: Any) -> None:
    """Give words their speakers where the file tells those apart from the words, by time, as AWS Transcribe does."""
    results = data.get("results") if isinstance(data, dict) else None
    if not isinstance(results, dict) or not isinstance(results.get("items"), list):
        return
    labels = results.get("speaker_labels")
    segments = labels.get("segments") if isinstance(labels, dict) else None
    if not isinstance(segments, list):
        return
    said = {
        str(item.get("start_time")): item.get("speaker_label")
        for segment in objects(segments)
        for item in objects(segment.get("items"))
    }
    before = None
    for item in objects(results["items"]):
        if "speaker_label" not in item:
            before = said.get(str(item["start_time"]), before) if item.get("start_time") else before
            item["speaker_label"] = before


def objects(value: object) -> list[dict[str, Any]]:
    """The objects in a list of JSON; none in anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
