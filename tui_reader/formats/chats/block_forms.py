"""Chats in blocks: a line of time and name stands above the words of each message."""

from __future__ import annotations

import re
from itertools import pairwise

from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Run
from tui_reader.formats.chats.clock import DATE, DATE_TIME, TIME, plain
from tui_reader.formats.chats.message import Message, remark, said
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple


class _Block(NamedTuple):
    head: re.Match[str]
    lines: list[str]


class _Form(NamedTuple):
    """How a program prints its messages."""

    name: str
    title: str
    head: re.Pattern[str]
    """The line above a message: its group `name` says whose it is; without one the next line does."""
    rest: re.Pattern[str]
    """A line that nobody says: with a colon or brace at its end all lines below it are not said either."""
    about: re.Pattern[str] | None = None
    """What the first lines have; None where the heads are certain enough."""
    before: str = ""
    """What stands before each line of a reply."""
    is_common: bool = False
    """Whether other texts have such lines too, so that only names that come again tell the program."""


_NOTICE = re.compile(
    r"(?:Pinned a message|Joined the server|Started a call|Added .{1,60} to the group|Left the group"
    r"|Changed the channel (?:name|icon)).{0,80}"
)
"""Words of Discord that stand under a name."""
_FILE = re.compile(r"(?:~?/|attachments/|\w:\\)\S[^\n]{0,300}\.\w{2,5}")
_LEAST = 0.2
"""Share of the first lines that are heads, where other texts have such lines too."""
_LONGEST = 60
"""Characters of a name that stands in a line of its own."""
_FORMS = (
    _Form(
        "discord-text",
        "Discord (DiscordChatExporter, text)",
        re.compile(rf"\[{DATE_TIME}\] (?P<name>[^\n]{{1,100}}?)(?: \(pinned\))?|={{20,}}"),
        re.compile(r"\{(?:Attachments|Embed|Stickers?|Reactions|Invites?)\}|Exported [\d.,]+ message\(s\)"),
        re.compile(r"(?:Guild|Channel|Topic): "),
    ),
    _Form(
        "meeting-chat",
        "Chat of a meeting (Zoom)",
        re.compile(
            rf"(?:{DATE} )?{TIME}[ \t]+(?:(?:From|Von|De)[ \t]+(?P<name>[^\n:]{{1,100}}?)"
            r"(?:[ \t]+(?:[Tt]o|an|à|a)[ \t]+[^\n:]{1,100}?)? ?:"
            r"|(?P<short>[^\t\n:]{1,100}):(?=\t|$))[ \t]*(?P<text>.*)"
        ),
        re.compile(r"(?:Replying to|Reacted to|Removed an? .{1,30}) [\"“].*"),
    ),
    _Form(
        "phone-messages",
        "Messages of a phone (imessage-exporter)",
        re.compile(rf"{DATE_TIME}(?:(?: \((?:Read|Delivered|Edited)[^()\n]*\))?| (?P<notice>[^\W\d_].*))"),
        re.compile(
            r"(?:Tapbacks|Replies|Stickers?):|Sent with [\w ]+|This message responded to an earlier message\.?"
            r"|This message was deleted from the conversation!"
        ),
    ),
    _Form(
        "telegram-copied",
        "Telegram, copied",
        re.compile(rf"(?P<name>[^\n\[]{{1,100}}?), \[{DATE_TIME}\](?P<text>)"),
        re.compile(r"\[(?:In reply to|Forwarded from|Ответ|Переслано) [^\]\n]*\]"),
    ),
    _Form(
        "teams-copied",
        "Teams, copied",
        re.compile(rf"\[(?:{DATE_TIME}|{TIME})\] (?P<name>[^\W_][^\n:]{{0,59}})(?<![.?!,;])"),
        re.compile(r"(?!)"),
    ),
    _Form(
        "signal-text",
        "Signal, text (sigtop)",
        re.compile(r"From: (?P<name>[^\n]{1,100}?)(?: \(\+?\d{5,20}\))?"),
        re.compile(
            r"(?:Type|Sent|Received|Attachment|Reaction|Edited): .*|>.*|\|(?: (?:Version|Sent|Attachment): .*)?"
        ),
        re.compile(r"Conversation: "),
    ),
    _Form(
        "slackdump",
        "Slack, text (slackdump)",
        re.compile(
            rf"(?:\|   )?> (?P<name>[^\n]{{1,100}}?) \[[A-Z0-9]{{3,20}}\] @ {DATE_TIME}(?: \w{{1,5}})?:(?P<text>)"
        ),
        re.compile(r"\|"),
        before="|   ",
    ),
    _Form(
        "wechat",
        "WeChat",
        re.compile(rf"(?P<name>[^\W\d][^\n:]{{0,59}}?) +\d{{4}}-\d{{2}}-\d{{2}} {TIME}(?P<text>)"),
        re.compile(r"(?!)"),
        is_common=True,
    ),
    _Form(
        "qq",
        "QQ",
        re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}} {TIME} (?P<name>[^\n]{{1,100}}?)(?:\(\d{{5,12}}\)|<[^<>\s]{{3,60}}>)"),
        re.compile(r"(?!)"),
    ),
)


def _recognise(file: SourceFile, form: _Form) -> Evidence | None:
    lines = [plain(line) for line in file.first_lines]
    heads = [(number, form.head.fullmatch(line)) for number, line in enumerate(lines)]
    found = [number for number, head in heads if head and not head.groupdict().get("notice")]
    if form.about:
        return Evidence(CERTAIN) if found and any(map(form.about.match, lines[:6])) else None
    are_alone = all(after - before > 1 for before, after in pairwise(found))
    if not are_alone and (form.is_common or "text" not in form.head.groupindex):
        return None
    if form.is_common:
        names = [head["name"] for _, head in heads if head]
        if len(names) < _LEAST * len(lines) or not 1 < len(set(names)) < len(names):
            return None
    if "name" not in form.head.groupindex:  # it stands in the line below
        found = [at for at in found if at + 1 < len(lines) and _may_be_name(lines[at + 1])]
    if not found or (len(found) < 2 and (found[0] > 0 or form.name != "meeting-chat")):
        return None
    return Evidence(CERTAIN)


def _may_be_name(line: str) -> bool:
    return len(line) <= _LONGEST and not line.endswith((".", "!", "?", ":"))


def _read(file: SourceFile, form: _Form) -> Document:
    above, blocks = _blocks(file.text, form.head)
    if not blocks:
        raise DocumentError(f"{file.name}: not a file of {form.title}: no line has date, time and name")
    return document_of(file, (_message(block, form) for block in blocks), above=above)


def _blocks(text: str, head: re.Pattern[str]) -> tuple[str, list[_Block]]:
    """What stands above the first head, and the heads with the lines below them.

    A notice stands below an empty line; else it is a line of the message, which names a date.
    """
    above: list[str] = []
    blocks: list[_Block] = []
    is_below_words = False
    for line in text.split("\n"):
        found = head.fullmatch(plain(line.rstrip()))
        if found and not (is_below_words and found.groupdict().get("notice")):
            blocks.append(_Block(found, []))
        else:
            (blocks[-1].lines if blocks else above).append(line)
        is_below_words = bool(line.strip())
    return "\n".join(above).strip(), blocks


def _message(block: _Block, form: _Form) -> Message:
    head, lines = block
    groups = head.groupdict()
    name = groups.get("name") or groups.get("short")
    if notice := groups.get("notice"):
        return Message(None, remark("\n".join([notice, *lines])), head[0].removesuffix(notice).strip())
    if "name" not in groups:
        at = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
        name, lines = (lines[at].strip() if at < len(lines) else None), lines[at + 1 :]
    elif name is None:
        return Message(None, (), "\n".join([head[0], *lines]).strip())
    pieces: list[tuple[Kind, Run]] = []
    rest: list[str] = []
    below = False  # whether all lines from here on are about the message
    for line in (groups.get("text") or "", *lines):
        words = line.strip().removeprefix(form.before)
        is_rest = form.rest.fullmatch(words) is not None
        below = below or (is_rest and words.endswith((":", "}")))
        if below or is_rest or _FILE.fullmatch(words):
            rest.append(words)
        else:
            pieces += remark(words) if _NOTICE.fullmatch(words) else said(words)
    printed = head[0].replace(name, "", 1) if "name" in groups and name else head[0]
    if groups.get("text"):
        printed = printed[: -len(groups["text"])]
    return Message(name, pieces, printed.strip(), rest="\n".join(filter(None, rest)))


def _producer(form: _Form) -> Producer:
    return Producer(form.name, form.title, lambda file: _recognise(file, form), lambda file: _read(file, form))


PRODUCERS = tuple(map(_producer, _FORMS))
