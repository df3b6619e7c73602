"""Logs of IRC in lines, as irssi, WeeChat, ZNC, XChat, mIRC, eggdrop, bip, dircproxy and others write them.

Who comes, goes and is renamed is kept, not said; a new nickname is the same person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats.clock import DATE, TIME
from tui_reader.formats.chats.message import Message, remark, said
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_ZONE = r"(?:Z|[+-]\d\d:?\d\d| ?[A-Z]{3,4})?"
_STAMP = re.compile(
    r"[ \t]*(?:(?:\[[^\[\]\n]{3,40}\][ \t]*)?\[[^\[\]\n]{0,25}\d[:.]\d\d[^\[\]\n]{0,12}\]"
    rf"|\[?(?:{DATE},?[T ]{{1,2}}|[A-Z][a-z]{{2}} \d{{1,2}},? (?:\d{{4}} )?)?"
    rf"\(?{TIME}{_ZONE}\)?\]?"
    r"|@?\d{10}(?=[ \t]))(?=[ \t\]<*]|$)\]?"
)
"""When something was said; a long number is the seconds since 1970."""
_NICK = r"(?P<nick>[@+%~&!. ]{0,3}[^\s<>@+%~&!][^\s<>]{0,80})"
_SAID = re.compile(
    rf"[ \t]*(?:[<>](?:[#&][^\s:<>]{{1,60}}:)?{_NICK}[ \t]?[<>][ \t]?(?P<text>.*)"
    r"|[<>] (?P<bip>[^\s:]{1,90}): (?P<words>.*))"
)
_COLUMNS = re.compile(
    r"[ \t]*(?P<nick>[^\s<>*|=-][^\s<>|]{0,40}|[@+%~&][^\s<>|]{1,40})[ ]*(?:\t|[ ]\|[ ]|[ ]│[ ])(?P<text>.*)"
)
_ACTION = re.compile(r"[ \t]*(?:\*|Action:)[ \t]{1,2}(?P<text>[^\s*].*)|[ \t]*\*[ \t]*(?P<more>[^\s*]\S*[ \t].*)")
_NOTICE = re.compile(
    r"[ \t]*(?:(?:-!-|\*\*\*+|---|-->|<--|--|==?>?|<?=+|=-=|[→←⇐⇒•—]|-\S+-|!|\[\S+\])(?:[ \t]|$)"
    r"|(?:Session (?:Start|Close|Ident|Time)|Nick change|Topic changed|Join|Quit|Part|Mode|Nick|Topic)\b"
    r"|\S+ \([^\s()]+@[^\s()]+\) (?:joined|left)\b|\S+ (?:kicked|left irc)\b)"
)
_IS_NOTICE = re.compile(
    r"(?:\S+ )?(?:\([^()\n]*\) |\[[^\[\]\n]*\] )?(?:(?:has|have) (?:joined|left|quit|been kicked)"
    r"|[Qq]uit|joined|left|was kicked|sets? mode)\b"
    r"|.*(?:is now known as |changes? (?:the )?topic|(?:changed|set) the topic)"
    r"|(?:Topic|Now talking|Users|Disconnected|Connected|Rejoined|Joins|Parts|Quits|Retrieving)\b"
)
"""What some programs print like an action."""
_RENAMED = re.compile(
    r"(?<!\S)(\S{1,90})[ \t](?:is now known as|->)[ \t](\S{1,90})|Nick change: (\S{1,90}) -> (\S{1,90})", re.IGNORECASE
)
_RANK = "@+%~&!. "
_FEWEST = 2
_SHARE = 0.5
"""Share of the first lines that an IRC program has written."""


def _words(line: str) -> tuple[str, str]:
    """The time before a line, and the rest of it."""
    stamp = _STAMP.match(line)
    return (line[: stamp.end()], line[stamp.end() :]) if stamp else ("", line)


def _speech(time: str, words: str) -> tuple[str, str, str] | None:
    """The nickname, what is printed of its user and the words of a line that somebody says."""
    found = _SAID.match(words)
    if found:
        nick, text = found["nick"] or found["bip"], found["text"] if found["nick"] else found["words"]
    else:
        found = _COLUMNS.match(words) if time and not _NOTICE.match(words) else None
        if not found:
            return None
        nick, text = found["nick"], found["text"]
    mask, _, user = nick.strip(_RANK).partition("!")
    if user and text[:1] in ("+", "-"):  # whether a person has given a name to the server
        text = text[1:]
    return mask or nick, user, text


def is_line(line: str) -> bool:
    """Whether an IRC program has written a line: what somebody says or does at a time, or a notice."""
    time, words = _words(line)
    return bool(time and (_speech(time, words) or _NOTICE.match(words) or _ACTION.match(words)))


def _recognise(file: SourceFile) -> Evidence | None:
    speeches, others, nicks = 0, 0, set()
    timed = 0
    for line in file.first_lines:
        time, words = _words(line)
        if speech := _speech(time, words):
            speeches += 1
            timed += bool(time)
            nicks.add(speech[0])
        else:
            others += _NOTICE.match(words) is not None or _ACTION.match(words) is not None
    if not speeches or speeches + others < max(_FEWEST, _SHARE * len(file.first_lines)):
        return None
    if not timed and (len(nicks) < 2 or "</" in file.head):
        return None
    return Evidence(CERTAIN) if timed or others else None


def _read(file: SourceFile) -> Document:
    if not any(_speech(*_words(line)) for line in file.text.split("\n")):
        raise DocumentError(f"{file.name}: not a log of IRC: no line has a time and a nickname such as <anna>")
    return document_of(file, messages(file.text.split("\n")), in_line=True)


def messages(lines: Iterable[str]) -> Iterator[Message]:
    """The messages of the lines of a log, and what the program says of who comes and goes."""
    people: dict[str, str] = {}  # by nickname, the first one that the person had
    for line in lines:
        time, words = _words(line)
        speech = _speech(time, words)
        if speech:
            nick, user, text = speech
            yield Message(nick, said(text), f"{time} {user}".strip(), people.setdefault(nick, nick))
            continue
        action = _ACTION.match(words)
        text = (action["text"] or action["more"] or "") if action else words
        if renamed := _RENAMED.search(text):
            before, after = (part.strip(_RANK) for part in (renamed[1] or renamed[3], renamed[2] or renamed[4]))
            people.setdefault(after, people.setdefault(before, before))
        if action and not _IS_NOTICE.match(text):
            yield Message(None, remark(text), f"{time} {words[: len(words) - len(text)]}".strip(" *"))
        else:
            yield Message(None, (), time.strip(), rest=words.strip())


PRODUCERS = (Producer("irc", "IRC log", _recognise, _read),)
