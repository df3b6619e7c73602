"""The names of speakers, where a file of JSON lists them by number or id apart from what they say."""

from __future__ import annotations

import re
from collections import deque
from typing import Any

from tui_reader.formats.producers.json_fields import fields_of, folded
from tui_reader.formats.recognisers.telling import speaker_name
from tui_reader.formats.recognisers.values import objects

_TABLES = re.compile(r"speaker|participant|people|persons|users|members|voices|agents|labels|names|attendees|contacts")
_IDS = ("id", "speakerid", "participantid", "userid", "key", "speaker", "label", "tag", "spkid", "number", "index")
_NAMES = (
    "name",
    "displayname",
    "fullname",
    "speakername",
    "realname",
    "username",
    "nickname",
    "value",
    "title",
    "displaytext",
)
_LOOKED_AT = 300


def names_by_id(data: Any) -> dict[str, str]:
    """The names by what a segment says instead, "Speaker 3"; of two names of one id the first."""
    found: dict[str, str] = {}
    waiting: deque[tuple[str, Any]] = deque([("", data)])
    for _ in range(_LOOKED_AT):
        if not waiting:
            break
        name, one = waiting.popleft()
        if _TABLES.search(name):
            for id, person in _table(one).items():
                found.setdefault(id, person)
        if isinstance(one, dict):
            waiting.extend((folded(key), value) for key, value in one.items() if isinstance(value, (dict, list)))
        elif isinstance(one, list):
            waiting.extend(("", value) for value in one[:3] if isinstance(value, dict))
    return found


def _table(one: Any) -> dict[str, str]:
    """A list of objects with id and name, or an object of names, or of objects with names, by id."""
    pairs: list[tuple[object, object]] = []
    if isinstance(one, dict):
        for id, value in one.items():
            pairs.append((id, _first(fields_of(value), _NAMES) if isinstance(value, dict) else value))
    for member in objects(one):
        fields = fields_of(member)
        pairs.append((_first(fields, _IDS), _first(fields, _NAMES)))
    found: dict[str, str] = {}
    for id, value in pairs:
        label = speaker_name(value) if isinstance(value, str) else None
        if label and isinstance(id, (str, int)) and not isinstance(id, bool):
            found.setdefault(speaker_name(id) or "", label)
    return found


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> object:
    return next((fields[name] for name in names if isinstance(fields.get(name), (str, int))), None)
