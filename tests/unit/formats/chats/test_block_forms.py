"""Chats in blocks: Discord's text, chats of meetings, messages of phones, copies of Telegram and Teams, QQ."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.formats import parse

TALK = [("Anna Berg", "How?"), ("Ben", "So.\nAnd so."), ("Anna Berg", "Fine.")]
_RULE = "=" * 62


@pytest.mark.parametrize(
    ("producer", "text"),
    [
        (
            "discord-text",
            f"{_RULE}\nGuild: Club\nChannel: general\nTopic: All\n{_RULE}\n\n[05-Mar-24 10:02 AM] Anna Berg\nHow?\n\n"
            "{Reactions}\nx (2)\n\n[05-Mar-24 10:03 AM] Ben (pinned)\nSo.\nAnd so.\n\n[05-Mar-24 10:04 AM] Cleo\n\n"
            "{Attachments}\nhttps://example.org/a.png\n\n[05-Mar-24 10:05 AM] Anna Berg\nFine.\n\n"
            f"{_RULE}\nExported 4 message(s)\n{_RULE}\n",
        ),
        ("discord-text", f"{_RULE}\nGuild: Club\nChannel: general\n{_RULE}\n\n[05.03.2024 10:02] Anna Berg\nHow?\n\n"
         "[05.03.2024 10:03] Ben\nSo.\nAnd so.\n\n[05.03.2024 10:04] Anna Berg\nFine.\n"),
        ("meeting-chat", "10:02:11 From Anna Berg to Everyone:\n\tHow?\n"
        "10:02:45 From  Ben  to  Anna Berg(Direct Message):\n"
         "\tReplying to \"How?\"\n\t\n\tSo.\n\tAnd so.\n10:03:40 From Anna Berg to Everyone:\n\tFine.\n"),
        ("meeting-chat", "10:02:11\t From Anna Berg : How?\n10:02:45\t From Ben : So.\nAnd so.\n"
        "10:03:40\t From Anna Berg : Fine.\n"),
        ("phone-messages", "May 17, 2022  5:29:42 PM (Read by you after 1 hour)\nAnna Berg\nHow?\n\n"
        "May 17, 2022  5:30:42 PM\n"
         "Ben\nSo.\nAnd so.\n\nMay 17, 2022  5:31:42 PM\nAnna Berg\nFine.\nTapbacks:\n    Loved by Me\n"),
        ("telegram-copied", "Anna Berg, [05.03.2024 10:01]\nHow?\n\nBen, [05.03.2024 10:02]\n"
        "[In reply to Anna Berg]\nSo.\nAnd so.\n\n"
         "Anna Berg, [05.03.2024 10:03]\nFine.\n"),
        ("teams-copied", "[10:01] Anna Berg\nHow?\n\n[10:02] Ben\nSo.\nAnd so.\n\n[10:03] Anna Berg\nFine.\n"),
        ("qq", "2024-03-05 10:01:10 Anna Berg(12345678)\nHow?\n\n2024-03-05 10:02:10 Ben(87654321)\nSo.\nAnd so.\n\n"
         "2024-03-05 10:03:10 Anna Berg(12345678)\nFine.\n"),
    ],
)  # fmt: skip
def test_a_line_of_time_and_name_stands_above_the_words(producer: str, text: str) -> None:
    document = parse(text.encode(), "chat.txt")
    assert document.producer and document.producer.name == producer
    assert turns_by_label(document) == TALK
    assert document.lost is None and document.title is None


def test_one_message_of_a_meeting_is_a_turn() -> None:
    assert turns_by_label(parse(b"10:01:02 From Anna to Everyone:\n\tHow?\n", "chat.txt")) == [("Anna", "How?")]


def test_lyrics_with_times_are_no_chat() -> None:
    document = parse(b"[00:01.20] A line of a song\n[00:05.20] Another line\n[00:09.20] The last\n", "song.txt")
    assert document.producer and document.producer.name != "teams-copied"
