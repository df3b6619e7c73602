"""The table of all producers, and which of them wrote a file.

To add one, write a module with PRODUCERS and put its row here. The producer with the most evidence reads the file, the
first of those with as much; what came second is told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

from tui_reader.document.model import RecognisedAs
from tui_reader.errors import UsageError
from tui_reader.formats.producers.producer import ANYTHING, Evidence, Family, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.lazy_re import lazy_re

_RESEARCH = lazy_re(
    r'[@;\\]|\{[^{}]{0,300}"tiers"|SPKR-INFO\b|File type|"ooTextFile'
    r"|<(?:[^<>]*>\s*<){0,9}(?:ANNOTATION_DOCUMENT|basic-transcription|folker-transcription|Trans)\b"
    r"|\S+[ \t]+\S+[ \t]+(?:\S+[ \t]+)?[\d.]+[ \t]+[\d.]+[ \t]"
)
"""How the files of research begin."""
_CAPTIONS = lazy_re(r"[WS\[{$/]|\d{1,3}:\d|<(?:[^<>]*>\s*<){0,9}(?i:tt:tt|tt|sami|timedtext|transcript)\b")
"""How captions begin, but for those that have arrows between times."""
_SPEAKER_LINES = lazy_re(
    r"SPEAKER: \S+\s*\n|[\[(](?i:speaker)[ :][\w?]{1,3}[\])]|\d[\d:.,]*\t\d[\d:.,]*\t|[\d.]+ [\d.]+ (?i:sp)|start=\d"
    r'|(?:[A-Za-z][\w-]{0,40}[ ,])?\d[\d:.]*[ ,]\d[\d:.]*[ ,](?:[A-Za-z][\w-]{0,40}[ ,])?"'
)
"""How lines of recognisers begin that have no clock times."""
_TABLE = lazy_re(r'"[^"\n]{0,60}"|[^\n.!?]{1,40}[\t;,|]')
"""How a table begins whose first line holds the heads of its columns."""
_TABLES = (".csv", ".tsv", ".tab", ".psv")
_FIRST = 800
"""Characters in which the first message of a chat stands."""
_CHAT = lazy_re(
    r"^\W{0,4}(?:\[[^\]\n]{1,100}\] )?\W{0,3}"
    r"(?:\w{0,3}\d\d?(?:[:.]| h )\d\d[^\n]|\w{1,9}[./:, -][^\n]{0,30}\d(?:[:.]| h )\d\d)|={20}|, \[\d|\] @ \d",
    re.MULTILINE,
)
"""A time in the first words of a line, or what stands in its place in exports of chats."""
_IRC = lazy_re(
    r"^[^<>\n]{0,50}<[ @+%~&]{0,2}[^\s<>/?!][^\s<>]{0,89}>|^[^\n\t]{6,40}\t[^\t\n]{1,40}\t|\d +\S{1,40} +[|│] "
    r"|[<>] \S{1,80}: ",
    re.MULTILINE,
)
"""A nickname in angle brackets, or columns."""
_SEARCHED = 40_000
"""Characters in which a page says that it is a chat: there may be much style before it."""
_CHAT_PAGE = lazy_re(r"chat_page|chatlog__|message_part|_a6-g\b|\birc\b", re.IGNORECASE)
"""Classes of chats in web pages, and what logs of IRC say they are."""


def _is_chat(file: SourceFile) -> bool:
    return _CHAT.search(file.head, 0, _FIRST) is not None


FAMILIES = (
    Family("Books", "producers.books", lambda file: file.data.startswith(b"PK"), packed=True),
    Family(
        "Word processors",
        "office.producers",
        lambda file: file.data.startswith(b"PK") or file.is_rich_text,
        packed=True,
    ),
    Family("Packed chats", "chats.archive", lambda file: file.data.startswith(b"PK"), packed=True),
    Family("Subtitles of television", "captions.ebu_stl", lambda file: file.data[3:6] == b"STL", packed=True),
    Family("Captions", "captions.producers", lambda file: _CAPTIONS.match(file.head) is not None or "-->" in file.head),
    Family("Meetings", "meetings.producers", lambda file: not file.root and file.is_timed),
    Family("Google Meet", "meetings.google_meet", lambda file: not file.root and ": " in file.head),
    Family("Screenplays", "screenplay.producers", lambda file: file.root == "FinalDraft" or not file.root),
    Family(
        "Language models",
        "assistants.producers",
        lambda file: file.is_json or "# aider chat started" in file.head or " said:" in file.head,
    ),
    Family("Speech recognisers", "recognisers.producers", lambda file: file.is_json),
    Family(
        "Lines of recognisers",
        "recognisers.lines",
        lambda file: "->" in file.head or file.head[:5].casefold() in ("start", "token"),
    ),
    Family(
        "Lines of recognisers with speakers",
        "recognisers.speaker_lines",
        lambda file: _SPEAKER_LINES.match(file.head) is not None,
    ),
    Family(
        "Tables",
        "tables.producers",
        lambda file: not (file.is_json or file.root) and (file.ends_with(*_TABLES) or bool(_TABLE.match(file.head))),
    ),
    Family("Research", "research.producers", lambda file: _RESEARCH.match(file.head) is not None),
    Family("Messengers", "chats.producers", lambda file: file.is_json),
    Family("Chats in lines", "chats.line_forms", lambda file: file.is_timed and _is_chat(file)),
    Family("Signal's Markdown", "chats.signal_markdown", lambda file: file.is_timed and file.head.startswith("[")),
    Family("Chats in blocks", "chats.block_forms", lambda file: file.is_timed and _is_chat(file)),
    Family(
        "Chats as web pages",
        "chats.pages",
        lambda file: file.root is not None and _CHAT_PAGE.search(file.text, 0, _SEARCHED) is not None,
    ),
    Family(
        "Rooms as web pages",
        "chats.rocket_chat_page",
        lambda file: file.root is not None and "</strong> (" in file.head and "):<br" in file.head,
    ),
    Family(
        "Activity as web pages",
        "assistants.gemini_page",
        lambda file: file.root is not None and 'class="outer-cell' in file.text,
    ),
    Family("Messages of phones as XML", "chats.sms", lambda file: file.root == "smses"),
    Family("IRC", "chats.irc", lambda file: _IRC.search(file.head, 0, _FIRST) is not None),
    Family("JSON", "producers.json_producers", lambda file: file.is_json),
    Family("XML", "xml.producers", lambda file: file.root is not None),
    Family("Texts", "producers.texts", lambda _: True),
)
"""In the order in which they are listed for people."""


def producers_of(family: Family) -> tuple[Producer, ...]:
    """The producers of a family; imports its module."""
    found: tuple[Producer, ...] = import_module(f"tui_reader.formats.{family.module}").PRODUCERS
    return found


def listed() -> Iterator[str]:
    """The list for people: the families with the name and title of each producer."""
    for family in FAMILIES:
        yield family.title
        yield from (f"  {producer.name:<24}{producer.title}" for producer in producers_of(family))


def producer_named(name: str) -> Producer:
    """The producer of a name. Raises UsageError."""
    for family in FAMILIES:
        for producer in producers_of(family):
            if producer.name == name.casefold():
                return producer
    raise UsageError(f"There is no format {name!r}; --as list prints the names.")


def recognised(file: SourceFile, packed: bool = False) -> tuple[Producer, RecognisedAs] | None:
    """Who wrote a file, and how it is told; None for a packed file of nobody. A text always is somebody's.

    `packed`: the file is not known to be text yet. Raises DocumentError for JSON that is broken.
    """
    found: list[tuple[Evidence, Producer]] = []
    for family in FAMILIES:
        if family.packed == packed and family.gate(file):
            for producer in producers_of(family):
                evidence = producer.recognise(file)
                if evidence:
                    found.append((evidence, producer))
    if not found:
        return None
    found.sort(key=lambda one: -one[0].points)
    evidence, producer = found[0]
    second = found[1][1].title if len(found) > 1 and found[1][0].points > ANYTHING else None
    return producer, RecognisedAs(producer.name, producer.title, evidence.seen, second)
