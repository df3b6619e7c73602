"""What an audio file says about itself: its tags, and its chapters as FFmpeg and as Vorbis comments take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from tui_reader.document.model import Document
from tui_reader.export.audio.language_codes import three_letters
from tui_reader.export.chapters import Chapter, at_most
from tui_reader.export.rendering import Rendering
from tui_reader.terminal.counts import timestamp
from tui_reader.terminal.output import PROGRAM

_MOST_COMMENTS = 1000
"""Chapters that Vorbis comments can hold: their numbers have three figures, and FFmpeg takes 1000 for 100."""


def tags(rendering: Rendering) -> dict[str, str]:
    """The tags of the whole file under FFmpeg's names for them, each a line; those without a value are left out."""
    document = rendering.document
    values = {
        "title": document.heading,
        "artist": "; ".join(person.name or person.id for person in document.people),
        "album": document.collection.text if document.collection else "",
        "date": (document.date.iso or document.date.passage.text) if document.date else "",
        "comment": _source(document),
        "copyright": rendering.job.options.licence,
        "language": three_letters(document.language),
        "genre": "Speech",
        "encoded_by": PROGRAM,
        "encoding_tool": PROGRAM,  # so MP4 has it
    }
    return {name: " ".join(text.replace("\0", "").split()) for name, text in values.items() if text}


def _source(document: Document) -> str:
    return f"Source: {document.source.text}" if document.source and document.source.text else ""


def container_chapters(rendering: Rendering, chapters: Iterable[Chapter]) -> list[dict[str, Any]]:
    """Chapters as PyAV puts them into MP4 and MP3; `start` and `end` count frames of the rendering."""
    time_base = Fraction(1, rendering.timeline.sample_rate)
    return [
        {
            "id": number,
            "start": chapter.start,
            "end": chapter.end,
            "time_base": time_base,
            "metadata": {"title": chapter.title},
        }
        for number, chapter in enumerate(chapters)
    ]


def chapter_comments(rendering: Rendering) -> Iterator[tuple[str, str]]:
    """The chapters as Vorbis comments (https://wiki.xiph.org/Chapter_Extension): names and values."""
    for number, chapter in enumerate(at_most(rendering.chapters, _MOST_COMMENTS)):
        yield f"CHAPTER{number:03}", timestamp(rendering.seconds(chapter.start))
        yield f"CHAPTER{number:03}NAME", chapter.title
