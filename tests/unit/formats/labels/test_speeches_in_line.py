"""Several speeches in one line, and a title that begins none."""

from __future__ import annotations

from tui_reader.formats.transcript import parse


def test_a_title_before_a_name_begins_no_speech_within_the_line() -> None:
    talk = "MRS. HOLM. Good day.\n\nMR. HOLM. Good night.\n\nHOLM. So it is.\n\n" * 3
    labels = [turn.label.text for turn in parse(talk, "play.txt", "0" * 64).turns]
    assert labels == ["MRS. HOLM", "MR. HOLM", "HOLM"] * 3
