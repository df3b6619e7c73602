"""Rocket.Chat's export of a room as a web page: a paragraph for each message, its user's name and time at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats.markup import words_of_html
from tui_reader.formats.chats.message import Message, remark, said
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_HEAD = re.compile(r"<p><strong>(?P<name>[^<>\n]{1,100})</strong> \((?P<time>[^()<>\n]{8,60})\):<br ?/?>")
_NOTICE = re.compile(r"\s*<i>[^<>]*</i>\s*</p>\s*")
"""What the program says of somebody who came or left."""
_LINK = re.compile(r"<a [^<>]{0,2000}>[^<>]*</a>|<img [^<>]{0,2000}>")


def _recognise(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if _HEAD.search(file.head) else None


def _read(file: SourceFile) -> Document:
    heads = list(_HEAD.finditer(file.text))
    if not heads:
        raise DocumentError(f"{file.name}: not a page of Rocket.Chat: no paragraph begins with a bold name and a time")
    return document_of(file, _messages(file.text, heads), "html", above=words_of_html(file.text[: heads[0].start()]))


def _messages(text: str, heads: list[re.Match[str]]) -> Iterator[Message]:
    ends = [after.start() for _, after in pairwise(heads)] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        printed = text[head.end() : end]
        files = words_of_html(" ".join(_LINK.findall(printed))).strip()
        words = words_of_html(_LINK.sub("", printed))
        sender, time = words_of_html(head["name"]), head["time"]
        if _NOTICE.fullmatch(printed):
            yield Message(None, remark(f"{sender}: {words.strip()}"), time)
        else:
            yield Message(sender, said(words), time, rest=files)


PRODUCERS = (Producer("rocket-chat-page", "Rocket.Chat, web page", _recognise, _read),)
