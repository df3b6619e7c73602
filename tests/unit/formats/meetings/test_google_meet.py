"""Transcripts that Google Meet writes into a document."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_NOTICE = "This editable transcript was computer generated and might contain errors."


def test_notices_are_not_said_and_times_are_kept() -> None:
    text = (
        "Mar 5, 2024\nWeekly - Transcript\n00:00:00\n\nAnna Berg: How?\nBen: So.\n\n00:05:06\n\nBen: And so.\n"
        f"Anna Berg: Fine.\nTranscription ended after 00:10:00\n\n{_NOTICE}\n"
    )
    document = parse(text.encode(), "weekly.txt")
    assert turns_by_label(document) == [("Anna Berg", "How?"), ("Ben", "So. And so."), ("Anna Berg", "Fine.")]
    assert [time.start for time in document.times] == [0, 306]
    assert document.title and document.title.text == "Weekly - Transcript" and document.lost is None


def test_a_title_with_a_colon_is_no_speech() -> None:
    text = (
        f"Sync: mills and rivers - 2024/03/05 10:00 CET - Transcript\nAttendees\nAnna, Ben\nTranscript\n"
        f"Anna: How?\nBen: So.\n00:05:00\nAnna: Fine.\n{_NOTICE}\n"
    )
    document = parse(text.encode(), "weekly.txt")
    assert document.title and document.title.text.startswith("Sync: mills")
    assert turns_by_label(document) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Fine.")]


def test_those_who_came_are_about_the_meeting() -> None:
    text = f"Weekly\nAttendees\nAnna, Ben\nTranscript\n{_NOTICE}\nAnna: How?\nBen: So.\nAnna: Fine.\n"
    document = parse(text.encode(), "weekly.txt")
    assert document.title and document.title.text == "Weekly"
    assert [page.turn is not None for page in document.pages] == [True] * 3
    with pytest.raises(DocumentError, match="no line is Name: words"):
        parse(b"How so?\n", "talk.txt", producer="google-meet")
