"""A whole sound is handed over in chunks, each with the marks in it."""

from __future__ import annotations

from tests.support.sound import joined
from tui_reader.tts.chunks import CHUNK, in_chunks
from tui_reader.tts.engine import Chunk, WordMark

PCM = bytes(range(256)) * (5 * CHUNK // 256)
"""Two and a half chunks."""


def test_all_sound_and_all_marks_are_handed_over_in_order() -> None:
    taken: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        taken.append(chunk)
        return True

    marks = [WordMark(0, 0), WordMark(CHUNK, 4), WordMark(5 * CHUNK // 2, 9)]
    assert in_chunks(PCM, marks, take, before=100)
    assert joined(taken) == (PCM, tuple(WordMark(mark.sample + 100, mark.offset) for mark in marks))
    assert [len(chunk.marks) for chunk in taken] == [1, 1, 1]


def test_no_more_is_handed_over_than_is_wanted() -> None:
    taken: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        taken.append(chunk)
        return False

    assert not in_chunks(PCM, [], take)
    assert len(taken) == 1
