"""A sound that is made whole, handed on in chunks, so that whoever takes it can stop in between."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.tts.engine import Chunk, Take, WordMark
from tui_reader.tts.samples import WIDTH

CHUNK = 4096
"""Samples handed on at once."""


def in_chunks(pcm: bytes, marks: Sequence[WordMark], take: Take, before: int = 0) -> bool:
    """Hand 16-bit mono sound to `take` chunk by chunk, each with the marks in it; False when no more is wanted.

    `before` samples of the utterance were handed on already. Marks count from the start of `pcm`.
    """
    length = len(pcm) // WIDTH
    for start in range(0, length, CHUNK):
        end = start + CHUNK
        here = (mark for mark in marks if start <= mark.sample and (mark.sample < end or end >= length))
        shifted = tuple(mark._replace(sample=mark.sample + before) for mark in here)
        if not take(Chunk(pcm[start * WIDTH : end * WIDTH], shifted)):
            return False
    return True
