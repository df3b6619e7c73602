"""Chats that signal-export writes as Markdown: WhatsApp's lines, with quotations, reactions and links to media."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.model import Document, Kind
from tui_reader.formats.builder import Run
from tui_reader.formats.chats import line_forms
from tui_reader.formats.chats.message import Message, remark, said
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.producers.producer import Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_REACTIONS = re.compile(r"\(- [^\n]{1,500} -\)")
_STICKER = re.compile(r"\(\( [^\n]{1,100} \)\)")
_MEDIA = re.compile(r"!?\[[^\[\]\n]{0,300}\]\(\.{1,2}/(?:media|exported_stickers)/[^()\n]{0,400}\)")
_SIGNS = re.compile(rf"{_MEDIA.pattern}|^{_REACTIONS.pattern}$", re.MULTILINE)
"""What no other program writes."""


def _recognise(file: SourceFile) -> Evidence | None:
    if not (file.ends_with(".md") or _SIGNS.search(file.head)):
        return None
    found = line_forms.recognise(file, line_forms.BRACKETED)
    return Evidence(found.points + 1) if found else None


def _read(file: SourceFile) -> Document:
    above, drafts = line_forms.drafts_of(file, line_forms.BRACKETED, "Signal")
    return document_of(file, _messages(drafts), above=above, in_line=True)


def _messages(drafts: list[line_forms.Draft]) -> Iterator[Message]:
    for name, head, lines in drafts:
        if name is None:
            yield Message(None, remark("\n".join(lines)), head)
            continue
        pieces: list[tuple[Kind, Run]] = []
        rest: list[str] = []
        for line in map(str.strip, lines):
            if line.startswith(">") or _REACTIONS.fullmatch(line):
                rest.append(line)
            elif _STICKER.fullmatch(line):
                pieces += remark(line)
            else:
                pieces += said(_MEDIA.sub("", line))
                for media in _MEDIA.finditer(line):
                    pieces += remark(media[0].lstrip("!").partition("]")[0] + "]")
                    rest.append(media[0].partition("]")[2])
        yield Message(name, pieces, head, rest="\n".join(rest))


PRODUCERS = (Producer("signal-markdown", "Signal (signal-export, Markdown)", _recognise, _read),)
