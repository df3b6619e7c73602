"""Messages that SMS Backup & Restore (Android) writes as XML: their words stand in attributes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats.conversations import Conversation, document_of_conversations
from tui_reader.formats.chats.message import Message, printed_time, remark, said
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

_SENT = frozenset(("2", "4", "5", "6"))
"""Types of messages that the owner of the telephone wrote."""
_DRAFT = "3"
_SENDER = "137"
"""The type of the address that a message to several people is from."""
_LAYOUT = "application/smil"
"""A part that says how the others are shown."""
_NOBODY = frozenset(("", "null", "(Unknown)"))


def _recognise(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.root == "smses" else None


def _read(file: SourceFile) -> Document:
    """The conversation with one number, or those with several as a collection. Raises DocumentError without words."""
    xml = parse_xml(file.text, file.name)
    file.warnings = (*file.warnings, *xml.warnings)
    talks: dict[str, list[tuple[str, Message]]] = {}
    names: dict[str, str] = {}
    all_messages = [one for one in xml.root if local(one) in ("sms", "mms")]
    for one in all_messages:
        name = str(one.get("contact_name") or "")
        names.setdefault(_address(one), _address(one) if name in _NOBODY else name)
    for one in all_messages:
        for number, name in _names_of_group(one).items():
            names.setdefault(number, name)
    for one in all_messages:
        date = str(one.get("date") or "")
        talks.setdefault(_address(one), []).append((date.zfill(20), _message(one, names, date)))
    found = [
        Conversation(names[address], [message for _, message in sorted(messages, key=lambda pair: pair[0])], address)
        for address, messages in talks.items()
    ]
    if not found:
        raise DocumentError(f"{file.name}: no backup of messages: it has no element sms or mms")
    return document_of_conversations(file, found, "xml")


def _names_of_group(one: Element) -> dict[str, str]:
    """The names of several people by their numbers, where the message has as many of both."""
    numbers, people = _address(one).split("~"), str(one.get("contact_name") or "").split(", ")
    own = {str(each.get("address")) for each in one.iter("{*}addr") if each.get("type") == _SENDER}
    if len(numbers) == len(people) + 1 and str(one.get("msg_box")) in _SENT:
        numbers = [number for number in numbers if number not in own]
    return dict(zip(numbers, people, strict=True)) if len(numbers) == len(people) > 1 else {}


def _address(one: Element) -> str:
    """The number of the other, or those of several people."""
    return str(one.get("address") or "")


def _message(one: Element, names: Mapping[str, str], date: str) -> Message:
    """A message; the words of a draft, which nobody was sent, are kept and not read."""
    kind = str(one.get("type") or one.get("msg_box") or "")
    words, when = "\n".join(_texts(one)), str(one.get("readable_date") or printed_time(date))
    if kind == _DRAFT:
        return Message(None, (), when, rest=words)
    has_media = any(part.get("ct") not in ("text/plain", _LAYOUT) for part in one.iter("{*}part"))
    pieces = said(words) or remark("media" if has_media else "")
    return Message("Me" if kind in _SENT else _sender(one, names), pieces, when)


def _sender(one: Element, names: Mapping[str, str]) -> str:
    """The name or number of who sent a message that came: of several people the one whose address says so."""
    whole = _address(one)
    if "~" not in whole:
        return names[whole]
    found = (str(each.get("address") or "") for each in one.iter("{*}addr") if each.get("type") == _SENDER)
    number = next(filter(None, found), whole)
    return names.get(number, number)


def _texts(one: Element) -> Iterator[str]:
    """The words of a message: its own, or those of its parts that are text."""
    body = str(one.get("body") or "")
    if body and body != "null":
        yield body
    for part in one.iter("{*}part"):
        words = str(part.get("text") or "")
        if part.get("ct") == "text/plain" and words != "null":
            yield words


PRODUCERS = (Producer("sms-backup", "SMS Backup & Restore", _recognise, _read, collects=True),)
