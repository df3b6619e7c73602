"""Whether a JSON of unknown make holds many conversations, and which: a list of them, or messages by conversation.

A list of sections of one conversation is none: sections have headings, conversations ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tui_reader.formats.producers.json_collection import Unit, date_of
from tui_reader.formats.producers.json_fields import fields_of, folded, is_segment, speaker_of, text_of
from tui_reader.formats.producers.json_tables import members
from tui_reader.named_tuple import NamedTuple

_TALK_IDS = (
    "conversationid", "convoid", "dialogueid", "dialogid", "chatid", "threadid", "callid", "sessionid", "ticketid",
    "talkid", "convid",
)  # fmt: skip
_IDS = ("id", "uuid", "key")
_MESSAGES = frozenset(("messages", "conversation", "conversations", "chat", "log", "chatmessages", "thread", "history"))
"""Names of lists that hold a whole conversation."""
_HEADINGS = ("heading", "title", "chapter", "section", "sectiontitle", "scene", "act")
_TITLES = ("title", "name", "subject", "topic")
_DATES = ("date", "createdat", "createtime", "created", "timestamp", "starttime", "startedat")
_AROUND = frozenset((
    "conversations", "dialogues", "dialogs", "chats", "talks", "threads", "sessions", "calls", "tickets", "data",
    "rows", "items", "examples", "instances", "list", "transcripts", "train", "test", "validation",
))  # fmt: skip
"""Names of fields that hold a list of conversations."""
_LOOKED_AT = 8
"""Conversations, and messages of each, that show what a list is."""
_MOST = 0.8
"""Share of the members of a list that are conversations, at least; others hold nothing."""


class FoundTalk(NamedTuple):
    """A conversation in a file of many."""

    unit: Unit
    value: Any


def talks_of(data: Any) -> list[FoundTalk]:
    """The conversations in order; none where the file holds one or none."""
    for keys, found in _lists(data):
        talks = _nested(keys, found) or _grouped(found)
        if len(talks) > 1:
            return talks
    return []


def _lists(data: Any, depth: int = 0) -> Iterator[tuple[list[str], list[dict[str, Any]]]]:
    """The lists that may be of conversations, with the key of each member where they are kept by keys."""
    if isinstance(data, list):
        objects = [one for one in data if isinstance(one, dict)]
        yield [], [one["row"] if isinstance(one.get("row"), dict) else one for one in objects]
    elif isinstance(data, dict):
        inner = {name: one for name, one in data.items() if isinstance(one, dict)}
        if len(inner) > 1 and len(inner) == len(data):
            yield list(inner), list(inner.values())
        for name, one in data.items():
            if depth < 2 and folded(name) in _AROUND:
                yield from _lists(one, depth + 1)


def _nested(keys: list[str], found: list[dict[str, Any]]) -> list[FoundTalk]:
    """The members of a list that each hold the messages of a conversation."""
    if len(found) < 2:
        return []
    first = found[:_LOOKED_AT]
    [(name, often)] = Counter(map(_name_of_messages, first)).most_common(1)
    if name is None or often < _MOST * len(first) or not _are_talks(keys, first, name):
        return []
    held = [place for place, one in enumerate(found) if isinstance(one.get(name), list) and one[name]]
    if len(held) < _MOST * len(found):
        return []
    return [
        FoundTalk(_unit(keys[place] if keys else "", fields_of(found[place]), found[place][name]), found[place])
        for place in held
    ]


def _name_of_messages(talk: dict[str, Any]) -> str | None:
    """The field that holds who says what; None in what is itself said by somebody, or at a moment of a recording."""
    if is_segment(talk):
        return None
    for name, value in talk.items():
        said = members(value)[:_LOOKED_AT] if isinstance(value, list) else []
        texts = list(map(text_of, said))
        if said and all(texts) and any(" " in text.strip() for text in texts) and all(map(_is_named, said)):
            return name
    return None


def _is_named(message: dict[str, Any]) -> bool:
    return speaker_of(message, weak=False) is not None


def _are_talks(keys: list[str], first: list[dict[str, Any]], name: str) -> bool:
    fields = [fields_of(one) for one in first]
    if keys or folded(name) in _MESSAGES or all(_value(one, _TALK_IDS) for one in fields):
        return True
    return all(_value(one, _IDS) for one in fields) and not any(one.get(name) for one in fields for name in _HEADINGS)


def _grouped(found: list[dict[str, Any]]) -> list[FoundTalk]:
    """The messages of a list by the conversation that each says it is of."""
    first = [fields_of(one) for one in found[:_LOOKED_AT]]
    name = next((name for name in _TALK_IDS if first and all(_value(one, (name,)) for one in first)), None)
    if name is None or not all(text_of(one) and _is_named(one) for one in found[:_LOOKED_AT]):
        return []
    talks: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        talks.setdefault(_value(fields_of(one), (name,)), []).append(one)
    return [FoundTalk(_unit(id, {}, rows), rows) for id, rows in talks.items()]


def _unit(id: str, fields: dict[str, Any], messages: list[Any]) -> Unit:
    title = next((fields[name] for name in _TITLES if isinstance(fields.get(name), str) and fields[name].strip()), "")
    date = next((fields[name] for name in _DATES if fields.get(name)), None)
    id = id or _value(fields, (*_TALK_IDS, *_IDS))
    return Unit(
        id,
        title or next((text for one in members(messages[:20]) or messages[:20] if (text := text_of(one).strip())), ""),
        len(messages),
        date_of(date),
    )


def _value(fields: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first id under the names, as text."""
    found = (fields.get(name) for name in names)
    return next(
        (str(one) for one in found if isinstance(one, (int, str)) and not isinstance(one, bool) and one != ""), ""
    )
