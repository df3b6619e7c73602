"""LRC, the lyrics of a song with the time of each line, and perhaps of each word; tags for title and artist above."""

from __future__ import annotations

import re

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece, WordTime
from tui_reader.formats.labels.clock_times import seconds

_CLOCK = r"\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?"
TIMED = re.compile(rf"[ \t]*\[({_CLOCK})\]")
TAG = re.compile(r"\[(ti|ar|al|au|by|re|ve|la|lr|length|offset|tool|id|#)[ \t]*:([^\[\]\n]*)\]", re.IGNORECASE)
_WORD = re.compile(rf"<({_CLOCK})>")
_SINGER = re.compile(r"[ \t]*(?:[FMDfmd]|[Vv]\d):[ \t]*")
"""Who sings a line of a duet: a woman, a man, both, or a voice by its number."""


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The lines in order of time, those with several times at each; sets title and language."""
    about: list[CaptionCue] = []
    timed: list[CaptionCue] = []
    at = 0.0
    for line in text.split("\n"):
        tag = TAG.fullmatch(line.strip())
        if tag:
            about += _about(tag, builder)
            continue
        times: list[float] = []
        begins = 0
        while found := TIMED.match(line, begins):
            times.append(_seconds(found[1]))
            begins = found.end()
        printed = line[:begins].strip()
        for time in times or ([at] if line.strip() else []):
            timed.append(_line(line[begins:], printed, time))
            at, printed = time, f"[{int(time) // 60:02}:{time % 60:05.2f}]"
    return about + sorted(timed, key=lambda cue: cue.start or 0.0)


def _about(tag: re.Match[str], builder: Builder) -> list[CaptionCue]:
    name, value = tag[1].casefold(), tag[2].strip()
    if name == "ti" and value and builder.title is None:
        builder.title = builder.passage(Kind.HEADING, value)
        return []
    if name == "la":
        builder.language = value
    return [CaptionCue(tag[0], None, None, (), "about the song")]


def _line(words: str, printed: str, time: float) -> CaptionCue:
    """A line from the time at which it is sung."""
    singer = _SINGER.match(words)
    if singer:
        printed, words = f"{printed} {singer[0].strip()}", words[singer.end() :]
    made, *timed = _WORD.split(words)  # the words before each time and after it, with the times between
    times: list[WordTime] = []
    for clock, word in zip(timed[::2], timed[1::2], strict=True):
        if word.strip():
            times.append(WordTime(len(made) + len(word) - len(word.lstrip()), _seconds(clock)))
        made += word
    pieces = (CuePiece(made, times=tuple(times)),) if made.strip() else ()
    return CaptionCue(printed, time, None, pieces, "time of a line")


def _seconds(clock: str) -> float:
    """The seconds of "01:02.50", or of "01:02:50" with hundredths."""
    minutes, _, rest = clock.partition(":")
    return int(minutes) * 60 + seconds(rest.replace(":", "."))
