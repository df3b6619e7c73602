"""Formats of captions and timed text as producers. Each is read by its module in this room."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import captions
from tui_reader.formats.captions import stl
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_TWO_TIMES = re.compile(
    r"(?m:^[ \t]*\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*,[ \t]*\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*$)"
)
_FRAMES = re.compile(r"\{\d{1,9}\}\{\d{0,9}\}")
_TENTHS = re.compile(r"\[\d{1,9}\]\[\d{0,9}\]")
_LYRICS = re.compile(r"(?:\[\d{1,3}:\d{2}(?:[.:]\d{1,3})?\]){1,99}(?![ \t]*(?![FMDfmd]:|[Vv]\d:)\S{1,40}:[ \t])")
_LYRICS_TAG = re.compile(r"\[(?:ti|ar|al|au|by|length|offset|re|ve|la|tool|id|#):[^\[\]]*\]", re.IGNORECASE)
_MOST = 0.6
"""Share of the first lines that have the times of their format."""

Recognise = Callable[[SourceFile], Evidence | None]


def _is_kind(kind: str) -> Recognise:
    return lambda file: Evidence(CERTAIN) if captions.kind_of(file.text) == kind else None


def _has_lines(line: re.Pattern[str]) -> Recognise:
    """Whether most of the first lines begin with the times of a format."""

    def recognise(file: SourceFile) -> Evidence | None:
        timed = sum(map(bool, map(line.match, file.first_lines)))
        return Evidence(CERTAIN, "lines with times") if timed and timed >= _MOST * len(file.first_lines) else None

    return recognise


def _is_sbv(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if _TWO_TIMES.search(file.head) else None


def _is_lrc(file: SourceFile) -> Evidence | None:
    """Tags of a song, or a file's name, and lines with times; times alone stand before speech too."""
    timed = sum(map(bool, map(_LYRICS.match, file.first_lines)))
    tags = sum(map(bool, map(_LYRICS_TAG.match, file.first_lines)))
    if not timed or timed + tags < _MOST * len(file.first_lines):
        return None
    return Evidence(CERTAIN, "lines with times") if tags or file.ends_with(".lrc") else None


def _has_root(*roots: str) -> Recognise:
    return lambda file: Evidence(CERTAIN) if file.root and file.root.casefold() in roots else None


def _is_youtube(file: SourceFile) -> Evidence | None:
    if file.root not in ("timedtext", "transcript", "transcript_list"):
        return None
    return Evidence(CERTAIN) if re.search(r"<p [^<>]*\bt=|<text [^<>]*\b(?:start|t)=", file.head) else None


def _is_scc(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.head.startswith("Scenarist_SCC") else None


def _refuse_scc(file: SourceFile) -> Document:
    raise DocumentError(
        f"{file.name}: SCC holds captions as codes of a television signal, not as words; convert it to SRT or WebVTT"
    )


def _producer(kind: str, title: str, recognise: Recognise) -> Producer:
    def read(file: SourceFile) -> Document:
        return captions.parse(file.text, file.name, file.key, file.entries, file.warnings, kind)

    return Producer(kind, title, recognise, read)


PRODUCERS = (
    _producer("vtt", "WebVTT", _is_kind("vtt")),
    _producer("srt", "SRT", _is_kind("srt")),
    _producer("ass", "ASS, SSA", _is_kind("ass")),
    _producer("sbv", "SBV, SubViewer", _is_sbv),
    _producer("ttml", "TTML, DFXP, IMSC", _has_root("tt")),
    _producer("youtube-xml", "YouTube's timed text (XML)", _is_youtube),
    _producer("sami", "SAMI", _has_root("sami")),
    _producer("microdvd", "MicroDVD", _has_lines(_FRAMES)),
    _producer("mpl2", "MPL2", _has_lines(_TENTHS)),
    _producer("stl", "Spruce's STL", _has_lines(re.compile(rf"{stl.LINE.pattern}|\$\w+ *=|//"))),
    Producer("scc", "SCC, codes of captions", _is_scc, _refuse_scc),
    _producer("lrc", "Lyrics with times (LRC)", _is_lrc),
)
