"""Chats in lines: the date and time, the name and the words of a message stand in one line, and may go on below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tui_reader.cleaning import clean
from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Run
from tui_reader.formats.chats.clock import DATE, DATE_TIME, HALF, TIME, WHEN, is_day, plain
from tui_reader.formats.chats.message import Message, remark, said
from tui_reader.formats.chats.own_words import EDITED, begins_poll, is_own
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.producers.producer import CERTAIN, LIKELY, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple

_NAME = r"(?P<name>@[^\s:]{1,60}:[^\s:]{1,60}|[^:\n]{1,100}?)"
"""A name has no colon, but for an address of Matrix."""
_MARK = "\ue200"
"""Stands for U+200E, which WhatsApp prints before its own words and nobody sees."""
_OWN_WORDS = "\u200e"


_Forms = tuple[re.Pattern[str], ...]
"""How a program prints a message: the groups are name and text, or `notice` for what nobody says."""

_WHATSAPP = (
    re.compile(rf"\[ ?{WHEN} ?\] (?:{_NAME} ?:(?!//)(?: ?(?P<text>.*))|(?P<notice>.*))"),
    re.compile(rf"{WHEN} ?[-–] (?:{_NAME} ?:(?!//)(?: ?(?P<text>.*))|(?P<notice>.*))"),
    re.compile(rf"{DATE} {TIME}: (?:{_NAME}:(?!//)(?: ?(?P<text>.*))|(?P<notice>.*))"),
)
BRACKETED = _WHATSAPP[:1]
"""Date and time in square brackets."""
_KAKAOTALK = (
    re.compile(rf"{DATE_TIME}, (?:{_NAME} : ?(?P<text>.*)|(?P<notice>.*))"),
    re.compile(
        rf"\[(?![^\]\n]*\d{{4}}\])(?P<name>[^\]\n]{{1,100}})\] \[(?=[^\]]*(?:{HALF})){TIME}\] ?"
        r"(?P<text>.*)(?P<notice>(?!))?"
    ),
)
_LINE = (re.compile(rf"{TIME}\t(?:(?P<name>(?![\d:.,]+\t)[^\t\n]{{1,100}})(?<!:)\t(?P<text>.*)|\t?(?P<notice>.*))"),)
_PIDGIN = (re.compile(rf"\((?:{DATE_TIME}|{TIME})\) (?:{_NAME}:(?!//)(?: (?P<text>.*))|(?P<notice>.*))"),)
_CAME_OR_WENT = re.compile(
    r"\S.{0,60}(?:님이 .{0,60}(?:나갔습니다|들어왔습니다|초대했습니다|내보냈습니다)"
    r"|(?: left| joined) this chatroom)\."
)
"""A line of KakaoTalk that begins with no head."""
_NOTE = re.compile(rf"{_MARK} ?<")
"""How a note of WhatsApp behind words begins: that they were changed."""
_QUOTES = re.compile(r"[\"“”„«»]")
_LEVELS = frozenset(
    (
        "trace", "debug", "info", "notice", "warn", "warning", "error", "err", "severe", "critical", "fatal", "alert",
        "emergency",
    )
)  # fmt: skip
"""What the log of a program prints in the place of a name."""
_FEWEST = 2
_SHARE = 0.2
"""Share of the first lines that begin a message."""
_LONGEST_OWN = 60
"""Characters of a program's words, at most, but for polls and notes in angle brackets."""
_LONG = 6
"""Words of a note that WhatsApp puts under somebody's name, above which it is no picture left out."""


def _form_of(file: SourceFile, forms: _Forms) -> tuple[re.Pattern[str] | None, int]:
    """The form of a file, and how many of its first lines have it."""
    lines = [plain(line) for line in file.first_lines]
    counts = [
        sum((head := form.match(line)) is not None and _is_of_person(head["name"]) for line in lines) for form in forms
    ]
    most = max(counts)
    if not most or most < _SHARE * len(lines):
        return None, 0
    return forms[counts.index(most)], most


def _is_of_person(name: str | None) -> bool:
    return name is not None and name.strip(" []<>").casefold() not in _LEVELS


def recognise(file: SourceFile, forms: _Forms) -> Evidence | None:
    """How sure it is that the file has one of the forms; None where none fits."""
    form, found = _form_of(file, forms)
    if form is None or (found < _FEWEST and len(file.first_lines) > found + 1):
        return None
    return Evidence(CERTAIN if found >= _FEWEST else LIKELY)


def _read(file: SourceFile, forms: _Forms, title: str) -> Document:
    above, drafts = drafts_of(file, forms, title, has_days=forms is not _WHATSAPP)
    if forms is _LINE:
        drafts = list(map(_unquoted, drafts))
    return document_of(file, _messages(drafts), above=above, in_line=True)


def _unquoted(draft: Draft) -> Draft:
    """A message of several lines without the quotation marks that LINE prints around it."""
    text = "\n".join(draft.lines)
    quoted = len(draft.lines) > 1 and text[0] == text[-1:] == '"'
    return draft._replace(lines=text[1:-1].split("\n")) if quoted else draft


def drafts_of(file: SourceFile, forms: _Forms, title: str, has_days: bool = False) -> tuple[str, list[Draft]]:
    """What stands above the messages of a file, and the messages with all of their lines.

    `title` is the program's, for people; `has_days` as in `_drafts`. Raises DocumentError where no line has a form.
    """
    form, _ = _form_of(file, forms)
    if form is None:
        raise DocumentError(f"{file.name}: not a chat of {title}: no line begins with date, time and name")
    return _drafts(_marked(file), form, has_days)


def _marked(file: SourceFile) -> str:
    """The text with a sign where WhatsApp has an invisible one."""
    if _OWN_WORDS.encode() not in file.data:
        return file.text
    try:
        return clean(file.data.decode("utf-8").replace(_OWN_WORDS, _MARK))
    except UnicodeDecodeError:
        return file.text


class Draft(NamedTuple):
    """A message: its name, what is printed before the words, and its lines."""

    name: str | None
    head: str
    lines: list[str]


def _drafts(text: str, head: re.Pattern[str], has_days: bool) -> tuple[str, list[Draft]]:
    """What stands above the messages, and the messages with all of their lines.

    `has_days`: lines of a date alone, and of who came and went, are no words of the message above them.
    """
    above: list[str] = []
    found: list[Draft] = []
    for line in text.split("\n"):
        bare = line.lstrip(_MARK + " ")
        easy = plain(bare)
        begins = head.match(easy)
        if begins is None:
            if found and has_days and is_day(easy):
                found.append(Draft(None, bare, []))
            elif found and has_days and _CAME_OR_WENT.fullmatch(easy):
                found.append(Draft(None, "", [bare]))
            else:
                (found[-1].lines if found else above).append(line)
        elif begins["name"] is None:
            start = begins.start("notice")
            found.append(Draft(None, bare[:start], [bare[start:]]))
        else:
            start, first, last = begins.start("text"), *begins.span("name")
            sign = bare[last:start]
            before = bare[:first] if not sign.strip(" :：") else f"{bare[:first]}{sign}"
            found.append(Draft(bare[first:last], before, [bare[start:]]))
    return "\n".join(above).replace(_MARK, "").strip(), found


def _messages(drafts: list[Draft]) -> Iterator[Message]:
    often = Counter(draft.name for draft in drafts)
    only_notes = {draft.name for draft in drafts} - {
        draft.name for draft in drafts if not (draft.lines and draft.lines[0].startswith(_MARK))
    }
    groups = {name for name in only_notes if len(often) > len(only_notes)}
    for name, head, lines in drafts:
        text = "\n".join(lines)
        if name is None:
            yield Message(None, remark(text.replace(_MARK, "")), head)
            continue
        shown = name.strip(f" ~{_MARK}\t")
        if _QUOTES.search(name) and often[name] == 1:  # "Ann changed the subject to "X: Y""
            yield Message(None, remark(f"{shown}: {text}".replace(_MARK, "")), head)
        elif _is_note(shown, text, name in groups):
            yield Message(None, remark(text.replace(_MARK, "")), f"{head}{shown}:")
        else:
            yield Message(shown, _pieces(text), head)


def _is_note(name: str, text: str, of_group: bool) -> bool:
    """Whether words that WhatsApp puts under a name are about the chat, and not for a picture that is left out."""
    if not text.startswith(_MARK) or _MARK in text[1:] or "<" in text[:3]:
        return False
    return (of_group and len(text) > 40) or name in text or len(text.split()) > _LONG or len(text) > 80


def _pieces(text: str) -> list[tuple[Kind, Run]]:
    """The words of a message, and what WhatsApp says in their place: "<attached: photo.jpg>"."""
    if _MARK not in text and "<" not in text and len(text) > _LONGEST_OWN and not begins_poll(text):
        return said(text)
    pieces: list[tuple[Kind, Run]] = []
    for line in text.split("\n"):
        noted = _NOTE.search(line) or EDITED.search(line)
        own = line if line.startswith(_MARK) or f"• {_MARK}" in line else line[noted.start() :] if noted else ""
        words = line[: len(line) - len(own)].strip()
        if is_own(words):
            own, words = words, ""
        pieces += said(words.replace(_MARK, ""))
        pieces += remark(own.replace(_MARK, ""))
    return pieces


def _producer(name: str, title: str, forms: _Forms) -> Producer:
    return Producer(name, title, lambda file: recognise(file, forms), lambda file: _read(file, forms, title))


PRODUCERS = (
    _producer("whatsapp", "WhatsApp", _WHATSAPP),
    _producer("kakaotalk", "KakaoTalk", _KAKAOTALK),
    _producer("line", "LINE", _LINE),
    _producer("pidgin", "Pidgin", _PIDGIN),
)
