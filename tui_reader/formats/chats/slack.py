"""Slack's export of a channel in JSON: a list of messages, with the names of people in it or in users.json beside it.

How words are written: https://docs.slack.dev/messaging/formatting-message-text/.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Rest, Run
from tui_reader.formats.chats.conversations import Conversation
from tui_reader.formats.chats.message import Message, UnnamedPeople, printed_time
from tui_reader.formats.recognisers.pieces import field
from tui_reader.formats.recognisers.values import objects, text
from tui_reader.formats.source_file import SourceFile

_SIGN = re.compile(
    r"<@(?P<user>[A-Z0-9]{3,20})(?:\|(?P<user_name>[^<>]*))?>|<#(?P<channel>[A-Z0-9]{3,20})(?:\|(?P<channel_name>[^<>]*))?>"
    r"|<!(?P<all>[^<>|]{1,60})(?:\|(?P<all_name>[^<>]*))?>|<(?P<link>[^<>|@#!][^<>|]*)(?:\|(?P<words>[^<>]*))?>"
    r"|(?P<emoji>:[a-z][a-z0-9_+'-]{1,60}:(?::skin-tone-\d:)?)"
)
_LINES = re.compile(r"[ \t]*\n\s*")
_NAMES = "real_name|profile.real_name|display_name|profile.display_name|name"
_LARGEST = 20_000_000
"""Bytes of a list of people."""


def conversations(file: SourceFile) -> Iterator[Conversation]:
    """The one conversation of the file, oldest message first.

    An answer that was also sent to the channel stands in the file twice, with the time that is the id of a message.
    """
    data = file.json
    found = objects(data if isinstance(data, list) else data.get("messages") if isinstance(data, dict) else None)
    found = [*found, *(reply for one in found for reply in objects(one.get("slackdump_thread_replies")))]
    found = list({str(one.get("ts") or number): one for number, one in enumerate(found)}.values())
    names = _names(found, file.folder)
    unnamed = UnnamedPeople()
    messages = [_message(one, names, unnamed) for one in sorted(found, key=_time)]
    if messages:
        title = text(field(data, "channel_info.name|channel.name|name")) if isinstance(data, dict) else ""
        yield Conversation(title or None, messages, data)


def _time(one: dict[str, Any]) -> float:
    try:
        return float(one.get("ts") or 0)
    except (TypeError, ValueError):
        return 0.0


def _names(found: list[dict[str, Any]], folder: Path | None) -> dict[str, str]:
    """The names of people by id: of messages, else of users.json in the file's folder or the one above."""
    names: dict[str, str] = {}
    for one in found:
        id, name = one.get("user"), text(field(one.get("user_profile"), _NAMES))
        if isinstance(id, str) and name:
            names.setdefault(id, name)
    for place in (folder, folder.absolute().parent) if folder else ():
        for one in _people(place / "users.json"):
            id, name = one.get("id"), text(field(one, _NAMES))
            if isinstance(id, str) and name:
                names.setdefault(id, name)
    return names


def _people(path: Path) -> list[dict[str, Any]]:
    """The people of a list; none where there is no such file, or no such list in it."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return []
        return objects(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
        return []


def _message(one: dict[str, Any], names: dict[str, str], unnamed: UnnamedPeople) -> Message:
    id, kind = one.get("user") or one.get("bot_id"), text(one.get("subtype"))
    sender = names.get(str(id)) or text(field(one, "username|bot_profile.name"))
    if not sender and isinstance(id, str):
        sender = unnamed.name(id)
    is_notice = kind not in ("", "bot_message", "thread_broadcast", "file_share", "file_comment", "bot_add")
    run_kind = Kind.ASIDE if is_notice else Kind.SPEECH
    words = text(one.get("text")).strip()
    if words and sender and kind == "me_message":
        words = f"{sender} {words}"
    words = words or "\n".join(_of_program(one))
    pieces: list[tuple[Kind, Run]] = [
        (run_kind, list(_run(line, names, unnamed))) for line in _LINES.split(words) if line
    ]
    return Message(None if is_notice else sender, pieces, printed_time(one.get("ts")))


def _of_program(one: dict[str, Any]) -> Iterator[str]:
    """The words of a message that has no text of its own: of blocks, and of what a program has attached."""
    for block in objects(one.get("blocks")):
        yield text(field(block, "text.text|text"))
    for attached in objects(one.get("attachments")):
        yield from (text(attached.get("pretext")), text(field(attached, "text|fallback|title")))


def _run(line: str, names: dict[str, str], unnamed: UnnamedPeople) -> Iterator[str | Rest]:
    """The words of a line: people and channels by their names, links by their words, emoji unsaid."""
    at = 0
    for sign in _SIGN.finditer(line):
        yield html.unescape(line[at : sign.start()])
        at = sign.end()
        if sign["user"] or sign["channel"]:
            yield Rest(sign["user"] or sign["channel"], "an id")
            yield " "
        if sign["user"]:
            yield names.get(sign["user"]) or sign["user_name"] or unnamed.name(sign["user"])
        elif sign["channel"]:
            yield sign["channel_name"] or "channel"
        elif sign["all"]:
            yield (sign["all_name"] or sign["all"].partition("^")[0]).lstrip("@")
        elif sign["emoji"]:
            yield Rest(sign["emoji"], "an emoji")
        else:
            if sign["words"]:
                yield Rest(html.unescape(sign["link"]), "address of a link")
                yield " "
            yield html.unescape(sign["words"] or sign["link"].removeprefix("mailto:"))
    yield html.unescape(line[at:])
