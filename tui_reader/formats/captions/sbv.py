"""SBV, the captions of YouTube and Google Meet, and SubViewer, from which it comes: a line of two times, then words."""

from __future__ import annotations

import re

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.labels.clock_times import seconds

_TIME = r"(\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3})"
TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*,[ \t]*{_TIME}[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
_NEXT_SPEAKER = re.compile(r"\n-[ \t]*\n[ \t]*\n")
"""What Google Meet prints in a cue between two people: a dash and a nearly empty line."""
_TITLE = re.compile(r"^\[TITLE\][ \t]*(\S[^\n]*)$", re.MULTILINE | re.IGNORECASE)


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The cues in order; a title of SubViewer's header is the document's."""
    times = list(TIMES.finditer(text))
    head = text[: times[0].start()].strip() if times else text
    found = [CaptionCue(head, None, None, (), "header of the captions")] if head else []
    title = _TITLE.search(head)
    if title:
        builder.title = builder.passage(Kind.HEADING, title[1])
        found[0] = found[0]._replace(printed=head.replace(title[0], "").strip())
    for number, line in enumerate(times):
        end = times[number + 1].start() if number + 1 < len(times) else len(text)
        start, stop = seconds(line[1]), seconds(line[2])
        printed = line[0].strip()
        for words in _NEXT_SPEAKER.split(_BREAK.sub("\n", text[line.end() : end])):
            pieces = (CuePiece(words),) if words.strip() else ()
            found.append(CaptionCue(printed, start, stop, pieces))
            printed = ""
    return found
