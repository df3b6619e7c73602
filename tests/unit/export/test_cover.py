"""The cover: made from the title, where the format can have one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.exports import exported
from tui_reader.export import cover

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


class TestCover:
    """A picture made from the title, where the format can have one."""

    @pytest.mark.parametrize("name", ["talk.flac", "talk.mp3", "talk.m4b"])
    def test_the_cover_is_in_the_file(self, talk: Path, folder: Path, name: str) -> None:
        if not os.environ.get("CI"):
            pytest.importorskip("av")
            pytest.importorskip("PIL")
        import av

        exported(talk, folder / name)
        with av.open(str(folder / name)) as file:
            pictures = [packet for packet in file.demux(video=0) if packet.size]
            assert (file.streams.video[0].width, file.streams.video[0].height) == (1400, 1400)
            assert bytes(pictures[0]).startswith(b"\x89PNG")
            assert len(file.chapters()) == 4

    def test_words_of_other_scripts_are_not_drawn_as_boxes(self) -> None:
        if not os.environ.get("CI"):
            pytest.importorskip("PIL")
        assert cover.png(Dialogue().titled("Ion").turn("ANNE", "Yes.").document())
        assert cover.png(Dialogue().titled("Ἴων").turn("ANNE", "Yes.").document()) is None

    def test_the_cover_of_a_book_has_the_title_and_fits(self) -> None:
        document = Dialogue().titled("Why & how " * 60).turn("ANNE", "Yes.").document()
        text = cover.svg(document).decode()
        assert "Why &amp; how" in text and len(list(cover.lines(document))) <= 11
        assert all(0 < line.y < cover.SIZE for line in cover.lines(document))
