"""Chapters in sound files: titles of any length, more than a list can hold, and where those of MP3 begin."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.exports import exported
from tests.support.renderings import rendering
from tests.support.sound_files import chapter_starts
from tui_reader.export.audio import m4b_writer, mp3_writer, nero_chapters, opus_writer
from tui_reader.export.chapters import Chapter
from tui_reader.export.rendering import Rendering

LETTERS = {"Latin": "x", "Cyrillic": "ж", "Chinese": "中", "with marks": "e\u0301"}
LENGTHS = (1, 63, 64, 99, 100, 102, 127, 128, 255, 256, 300)
"""Bytes, about: also those at which other ways to write sizes have failed."""


@pytest.fixture(autouse=True)
def _with_pyav() -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("av")


@cache
def spoken() -> Rendering:
    """A rendering to make others from."""
    return rendering(Dialogue().turn("ANNE", "Yes.").document())


def talk(titles: list[str]) -> Rendering:
    """Sound of a tenth of a second for each of these chapters."""
    made = spoken()
    rate = made.timeline.sample_rate
    sound = BytesIO(bytes(rate // 10 * len(titles) * 4))
    silent = replace(made.timeline.entries[0], start=0, end=0, words=())
    timeline = replace(made.timeline, frames=rate // 10 * len(titles), entries=(silent,))
    made = replace(made, timeline=timeline, sound=sound)
    made.__dict__["chapters"] = tuple(
        Chapter(n * rate // 10, (n + 1) * rate // 10, title) for n, title in enumerate(titles)
    )
    return made


def read_by_ffmpeg(file: BytesIO) -> list[tuple[str, float]]:
    """Titles and starts in seconds."""
    import av

    file.seek(0)
    with av.open(file) as container:
        return chapter_starts(container)


def id3_chapters(data: bytes) -> Iterator[str]:
    """The titles of the CHAP frames of a tag of version 3, by the letter of ID3v2.3: all sizes of frames are plain."""
    assert data[:5] == b"ID3\x03\x00"
    end = 10 + sum((byte & 127) << 7 * (3 - at) for at, byte in enumerate(data[6:10]))
    at = 10
    while at < end and data[at]:
        name, size = struct.unpack_from(">4sI", data, at)
        if name == b"CHAP":
            inner = data.index(b"\0", at + 10) + 17
            title, length = struct.unpack_from(">4sI", data, inner)
            assert title == b"TIT2" and inner + 10 + length == at + 10 + size
            text = data[inner + 10 : inner + 10 + length]
            yield text[1:].decode("utf-16" if text[0] == 1 else "latin-1").rstrip("\0")
        at += 10 + size


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_titles_of_any_length_are_read_in_mp3(letter: str) -> None:
    titles = [letter * max(1, length // len(letter.encode())) for length in LENGTHS]
    for title in titles:
        file = BytesIO()
        mp3_writer.write(file, talk([title, "2. Ben", title]))
        assert [found for found, _ in read_by_ffmpeg(file)] == [title, "2. Ben", title]
        assert list(id3_chapters(file.getvalue())) == [title, "2. Ben", title]


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_titles_of_m4b_are_cut_between_letters(letter: str) -> None:
    titles = [letter * max(1, length // len(letter.encode())) for length in LENGTHS]
    file = BytesIO()
    m4b_writer.write(file, talk(titles))
    found = [title for title, _ in read_by_ffmpeg(file)]
    for got, wanted in zip(found, titles, strict=True):
        assert got == wanted or (got[-1] == "…" and wanted.startswith(got[:-1]))
        assert got.removesuffix("…") == letter * (len(got.removesuffix("…")) // len(letter))
        assert 250 < len(got.encode()) <= 255 or got == wanted
    assert nero_titles(file.getvalue()) == found


def nero_titles(data: bytes) -> list[str]:
    """The titles of the box `chpl`."""
    at = data.index(b"chpl") + 12
    titles = []
    for _ in range(data[at]):
        length = data[at + 9]
        titles.append(data[at + 10 : at + 10 + length].decode())
        at += 9 + length
    return titles


def test_more_chapters_than_the_list_of_an_m4b_holds_are_all_in_its_track_and_spread_over_the_list() -> None:
    titles = [f"{n}. Ben" for n in range(300)]
    file = BytesIO()
    m4b_writer.write(file, talk(titles))
    assert [title for title, _ in read_by_ffmpeg(file)] == titles
    listed = nero_titles(file.getvalue())
    assert 128 <= len(listed) <= nero_chapters.MOST and listed[0] == titles[0] and listed[-1] in titles[-3:]


def test_more_than_a_thousand_chapters_in_comments_keep_their_titles() -> None:
    """FFmpeg would take the name of chapter 1000 for that of chapter 100."""
    titles = [f"{n}. Ben" for n in range(1100)]
    file = BytesIO()
    made = talk(titles)
    opus_writer.write(file, made)
    found = read_by_ffmpeg(file)
    assert 500 < len(found) <= 1000
    at = {chapter.title: made.seconds(chapter.start) for chapter in made.chapters}
    assert all(abs(at[title] - start) < 0.002 for title, start in found)


def test_a_title_without_sound_leaves_the_next_chapter_of_mp3_in_its_place() -> None:
    made = rendering(Dialogue().turn("ANNE", "Yes.").turn("TOM", "No.").turn("ANNE", "So.").document())
    silent, spoken, *others = made.timeline.entries
    entries = (replace(silent, start=0, end=0), replace(spoken, start=0), *others)
    made = replace(made, timeline=replace(made.timeline, entries=entries))
    assert [one.start for one in mp3_writer.chapters(made)][1] < spoken.start


def test_a_chapter_of_mp3_begins_50_ms_after_the_words_before_it() -> None:
    made = rendering(Dialogue().turn("ANNE", "Yes.").turn("BEN", "No, no, no.").document())
    first, second, *rest = made.timeline.entries
    close = replace(second, start=first.end)
    made = replace(made, timeline=replace(made.timeline, entries=(first, close, *rest)))
    assert made.chapters[-1].start == first.end
    later = mp3_writer.chapters(made)[-1]
    assert later.start == first.end + round(0.05 * made.timeline.sample_rate) and later.end == made.timeline.frames


@pytest.mark.parametrize("name", ["talk.flac", "talk.opus", "talk.mp3", "talk.m4b"])
def test_the_language_is_told_in_three_letters(tmp_path: Path, name: str) -> None:
    import av

    path = tmp_path / "talk.txt"
    path.write_text("Ein Gespräch\n\nANNE: Das ist nicht der Weg, den wir gehen.\n\nBEN: Nein, und doch.\n")
    (tmp_path / "out").mkdir()
    exported(path, tmp_path / "out" / name)
    with av.open(str(tmp_path / "out" / name)) as file:
        stream = file.streams.audio[0].metadata
        told = stream if name.endswith(("m4b", "opus")) else file.metadata
        assert {key.lower(): value for key, value in told.items()}["language"] == "deu"
