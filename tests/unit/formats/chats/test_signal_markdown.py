"""Chats that signal-export writes as Markdown."""

from __future__ import annotations

from tests.support.documents import turns_by_label
from tui_reader.document.model import Kind
from tui_reader.formats import parse


def test_quotations_and_reactions_are_not_said_and_media_are_remarks() -> None:
    text = (
        "[2024-03-05 09:41:00] Me: How?\n\n[2024-03-05 09:42:00] Ben: \n> How?\n\nSo.\n(- Me: x, Anna: y -)\n\n"
        "[2024-03-05 09:43:00] Me: Fine ![a.jpg](./media/a.jpg)  \n\n"
    )
    document = parse(text.encode(), "chat.md")
    assert turns_by_label(document)[:2] == [("Me", "How?"), ("Ben", "So.")]
    assert [(one.kind, one.text) for one in document.turns[2].passages] == [
        (Kind.SPEECH, "Fine"),
        (Kind.ASIDE, "[a.jpg]"),
    ]
    assert document.producer and document.producer.name == "signal-markdown"
