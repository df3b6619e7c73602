"""Chats as web pages: Telegram, Discord, Messenger and iMessage by their classes, logs of IRC by their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats import irc
from tui_reader.formats.chats.clock import is_day
from tui_reader.formats.chats.markup import words_of_html
from tui_reader.formats.chats.message import Message, remark, said
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.html.html_elements import tree
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple

_HIDDEN = re.compile(r"<(style|script)\b[^<>]*>[^<]*+(?:<(?!/\1)[^<]*+)*(?:</\1\s*>|\Z)", re.IGNORECASE)
"""Styles and scripts; one that is not closed reaches to the end, as in a browser."""
_LOG = 20_000
"""Characters in which lines of IRC are looked for."""


class _Page(NamedTuple):
    """How a program writes a chat as a web page: the classes of its elements."""

    name: str
    title: str
    message: str
    """One message."""
    sender: str
    text: str
    notice: str
    """What the program says itself."""
    sure: str
    """A class that no other page has."""
    heading: str = ""
    """What holds the title; empty where that of the page is good."""
    newest_first: bool = False


_PAGES = (
    _Page("telegram-page", "Telegram, web page", "message", "from_name", "text", "details", "chat_page", "page_header"),
    _Page(
        "discord-page", "Discord, web page", "chatlog__message-container", "chatlog__author", "chatlog__content",
        "chatlog__system-notification-content", "chatlog__author",
    ),
    _Page("phone-messages-page", "Messages of a phone, web page", "message", "sender", "bubble", "", "message_part"),
    _Page("messenger-page", "Messenger, web page", "_a6-g", "_a6-h", "_a6-p", "", "_a6-p", newest_first=True),
)  # fmt: skip


def elements_of_class(element: Any, name: str, but: str = "") -> list[Any]:
    """The outermost elements of a class within another, in order; none of those within the class `but`."""
    found: list[Any] = []
    waiting = list(reversed(element)) if name else []
    while waiting:
        one = waiting.pop()
        classes = (one.get("class") or "").split() if isinstance(one.tag, str) else ()
        if name in classes:
            found.append(one)
        elif but not in classes:
            waiting.extend(reversed(one))
    return found


def words_of(element: Any) -> str:
    """The words of an element, with a line for each break."""
    pieces: list[str] = [element.text or ""]
    for one in element:
        if isinstance(one.tag, str):
            pieces.append("\n" if one.tag == "br" else words_of(one) + ("\n" if one.tag in ("div", "p") else ""))
        pieces.append(" ".join((one.tail or "").split("\n")))
    return "".join(pieces)


def _recognise(file: SourceFile, page: _Page) -> Evidence | None:
    classes = (page.message, page.sender, page.sure)
    has_all = all(re.search(rf'class="(?:[^"]* )?{re.escape(one)}[ "]', file.text) for one in classes)
    return Evidence(CERTAIN) if has_all else None


def _read(file: SourceFile, page: _Page) -> Document:
    try:
        return _document(file, page)
    except RecursionError:
        raise DocumentError(f"{file.name}: nested too deeply for a chat; open it with --as html") from None


def _document(file: SourceFile, page: _Page) -> Document:
    root, limits = tree(file.text, file.name)
    file.warnings = (*file.warnings, *limits)
    found = elements_of_class(root, page.message)
    messages = list(_messages(found, page))
    if not messages:
        raise DocumentError(f"{file.name}: not a page of {page.title}: no element is of the class {page.message}")
    headings = elements_of_class(root, page.heading)[:1] or list(root.iter("title"))[:1]
    title = " ".join(words_of(headings[0]).split()) if headings else None
    around = "\n".join(_others(root, {*found, *headings, *root.iter("head")}))
    return document_of(file, reversed(messages) if page.newest_first else messages, "html", title, around)


def _messages(elements: list[Any], page: _Page) -> Iterator[Message]:
    sender = ""
    for one in elements:
        found = elements_of_class(one, page.sender, page.message)
        if found:
            sender = " ".join((found[0].text or "").split()) or " ".join(words_of(found[0]).split())
        texts = elements_of_class(one, page.text, page.message)
        notices = [] if texts or found else elements_of_class(one, page.notice)
        taken = {*found[:1], *texts, *notices[:1]}
        rest = "\n".join(_others(one, taken))
        if notices:
            notice = words_of(notices[0])
            yield Message(None, (), notice) if is_day(notice) else Message(None, remark(notice), rest=rest)
        else:
            yield Message(sender, [piece for text in texts for piece in said(words_of(text))], rest=rest)


def _others(element: Any, taken: set[Any]) -> Iterator[str]:
    """The words of a message that stand in none of the elements that were taken."""
    if element in taken:
        return
    if words := " ".join((element.text or "").split()):
        yield words
    for one in element:
        if isinstance(one.tag, str):
            yield from _others(one, taken)
        if words := " ".join((one.tail or "").split()):
            yield words


def _lines(text: str) -> list[str]:
    """The lines of a page as it is seen."""
    return [line for line in map(str.rstrip, words_of_html(_HIDDEN.sub("", text)).split("\n")) if line.strip()]


def _is_log(file: SourceFile) -> Evidence | None:
    lines = _lines(file.text[:_LOG])
    said_so = sum(irc.is_line(line) for line in lines)
    return Evidence(CERTAIN, "a web page") if said_so >= 3 and said_so >= 0.5 * len(lines) else None


def _read_log(file: SourceFile) -> Document:
    lines = _lines(file.text)
    first = next((number for number, line in enumerate(lines) if irc.is_line(line)), None)
    if first is None:
        raise DocumentError(f"{file.name}: no log of IRC: no line has a time and a nickname such as <anna>")
    return document_of(file, irc.messages(lines[first:]), "html", above="\n".join(lines[:first]))


def _producer(page: _Page) -> Producer:
    return Producer(page.name, page.title, lambda file: _recognise(file, page), lambda file: _read(file, page))


PRODUCERS = (*map(_producer, _PAGES), Producer("irc-page", "IRC log, web page", _is_log, _read_log))
