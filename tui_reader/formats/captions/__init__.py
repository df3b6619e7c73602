"""Captions and timed text read into a Document; a module for each format gives its cues.

The document's text is what the builder writes: the words of the cues in their order, their markup taken off and their
entities resolved; the numbers and times of cues and what else is printed between them stand in it as residue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from tui_reader.document.model import Document
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.printed_pieces import TIME_OF_CUE
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_names, cue_turns, rolling, voice_ids
from tui_reader.formats.captions.scanner import TIMES, CaptionCue

_SEARCHED = 4000
"""Characters in which the first time line is looked for."""
_VTT = re.compile(r"\s*WEBVTT(?=\s|$)")
_ASS = re.compile(r"\s*\[Script Info\]|^\[Events\][ \t]*\n", re.IGNORECASE | re.MULTILINE)
_READERS: Mapping[str, str] = {
    "vtt": "vtt", "srt": "srt", "ass": "ass", "sbv": "sbv", "lrc": "lrc", "microdvd": "frames", "mpl2": "frames",
    "sami": "sami", "ttml": "ttml", "youtube-xml": "youtube_xml",
    "stl": "stl", "ebu-stl": "ebu_stl",
}  # fmt: skip
"""The module of each format, which has a function `cues`."""
_APART = frozenset(("ttml",))
"""Formats that list their speakers: two names are two people."""

_NEVER_ROLLING = frozenset(("ass", "lrc"))
"""Formats in which a line that comes again is said again."""


def kind_of(text: str) -> str | None:
    """ "vtt", "srt" or "ass" where the text is captions, else None."""
    if _VTT.match(text):
        return "vtt"
    head = text[:_SEARCHED]
    if "-->" in head and TIMES.search(head):
        return "srt"
    return "ass" if head.lstrip().startswith("[") and _ASS.search(head) else None


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = (), kind: str = ""
) -> Document:
    """The Document of a clean text of captions; `kind` is a key of `_READERS`. DocumentError where no cue has words."""
    kind = kind or kind_of(text) or "srt"
    builder = Builder(name, key, kind, entries, warnings)
    read: Callable[[str, Builder], list[CaptionCue]]
    read = import_module(f"tui_reader.formats.captions.{_READERS[kind]}").cues
    cues = read(text, builder)
    parsing_progress.reached(0.2)
    if kind not in _NEVER_ROLLING:
        cues = rolling.unrolled(cues)
        last = next((cue for cue in reversed(cues) if cue.why.startswith("time")), None)
        if last and not last.pieces and last.why == TIME_OF_CUE:
            builder.warnings.append(f"{name}: the last cue has no words; the file seems to be cut off")
    named = cue_names.named(voice_ids.numbered(cues), builder.warn)
    parsing_progress.reached(0.5)
    listed = kind in _APART and any(piece.speaker for cue in cues for piece in cue.pieces)
    unnamed = cue_turns.tell(builder, named, apart=listed).changes
    if unnamed:
        changes = "1 change of speaker names" if unnamed == 1 else f"{unnamed} changes of speaker name"
        builder.warnings.append(f"{name}: {changes} nobody; read as the words of the speaker before")
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{name}: the captions hold no words")
    return document
