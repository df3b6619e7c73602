"""Messages that SMS Backup & Restore (Android) writes as XML: their words stand in attributes."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats.conversations import Conversation, document_of_conversations
from tui_reader.formats.chats.message import Message, printed_time, said
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

_SENT = frozenset(("2", "4", "5", "6"))
"""Types of messages that the owner of the telephone wrote."""
_NOBODY = frozenset(("", "null", "(Unknown)"))


def _recognise(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.root == "smses" else None


def _read(file: SourceFile) -> Document:
    """The conversation with one number, or those with several as a collection. Raises DocumentError without words."""
    xml = parse_xml(file.text, file.name)
    file.warnings = (*file.warnings, *xml.warnings)
    talks: dict[str, list[tuple[str, Message]]] = {}
    names: dict[str, str] = {}
    for one in xml.root:
        if local(one) in ("sms", "mms"):
            address = str(one.get("address") or "")
            name = str(one.get("contact_name") or "")
            names.setdefault(address, address if name in _NOBODY else name)
            date = str(one.get("date") or "")
            talks.setdefault(address, []).append((date.zfill(20), _message(one, names[address], date)))
    found = [
        Conversation(names[address], [message for _, message in sorted(messages, key=lambda pair: pair[0])], address)
        for address, messages in talks.items()
    ]
    if not found:
        raise DocumentError(f"{file.name}: no backup of messages: it has no element sms or mms")
    return document_of_conversations(file, found, "xml")


def _message(one: Element, name: str, date: str) -> Message:
    sent = str(one.get("type") or one.get("msg_box") or "") in _SENT
    words = "\n".join(_texts(one))
    return Message("Me" if sent else name, said(words), str(one.get("readable_date") or printed_time(date)))


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
