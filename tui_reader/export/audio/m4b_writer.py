"""M4B audiobooks: AAC in MP4, with chapters, tags and cover."""

from __future__ import annotations

import unicodedata
from typing import BinaryIO

from tui_reader.export.audio import nero_chapters
from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.audio.true_peak import encode_below_peak
from tui_reader.export.chapters import Chapter
from tui_reader.export.rendering import Rendering


def chapters(rendering: Rendering) -> list[Chapter]:
    """All chapters, with titles as long as every reader can take them."""
    return [one._replace(title=_cut(one.title)) for one in rendering.chapters]


def _cut(title: str) -> str:
    """The title, cut between letters and their marks where it is too long for `nero_chapters`."""
    if len(title.encode()) <= nero_chapters.LONGEST_TITLE:
        return title
    room = nero_chapters.LONGEST_TITLE - len("…".encode())
    end = len(title.encode()[:room].decode(errors="ignore"))
    while end and unicodedata.category(title[end]).startswith("M"):
        end -= 1
    return f"{title[:end].rstrip()}…"


M4B = Encoding("mp4", "aac", {"aac_coder": "fast"}, {"brand": "M4B "}, bit_rate=64_000, chapters=chapters)
"""The fast coder takes a quarter of the time, and speech of one voice at a time sounds the same. FFmpeg's muxer "ipod"
writes the same container, but cannot hold a PNG as its cover."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where PyAV is missing or FFmpeg refuses, OSError."""
    encode_below_peak(file, rendering, encode, M4B)
    nero_chapters.limit(file, chapters(rendering), rendering.timeline.sample_rate)
