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
        ("meeting-chat", "2024-03-05 10:02:11 From Anna Berg to Everyone:\n\tHow?\n"
        "2024-03-05 10:02:45 From Ben to Everyone:\n\tSo.\n\tAnd so.\n"
        "2024-03-05 10:03:00 From Anna Berg to Ben:\n\tFine.\n"),
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


def test_lines_that_end_in_a_date_above_a_transcript_are_no_heads() -> None:
    said = "\n\n".join(f"{name}: I am well." for name in ("ANNE", "BEN") * 4)
    document = parse(f"Started 2024-03-05 10:00\nEnded 2024-03-05 11:00\n\n{said}\n".encode(), "talk.txt")
    assert {turn.label.text for turn in document.turns} == {"ANNE", "BEN"}
    updates = "".join(f"Updated 2024-03-0{day} 10:00\nThe mill is open.\n\n" for day in range(1, 6))
    assert parse(updates.encode(), "news.txt").turns == ()
    chat = "Anna 2024-03-05 10:00:01\nHow?\n\nBen 2024-03-05 10:00:02\nSo.\n\nAnna 2024-03-05 10:00:03\nAh.\n"
    assert turns_by_label(parse(chat.encode(), "talk.txt")) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Ah.")]


def test_a_date_in_a_message_of_a_phone_is_no_notice() -> None:
    words = "Two ways:\nMay 18, 2022 5:30 PM at the mill\nor at home"
    text = f"May 17, 2022  5:29:42 PM\nMe\nWhen?\n\nMay 17, 2022  5:31:42 PM\nBen\n{words}\n"
    assert turns_by_label(parse(text.encode(), "chat.txt")) == [("Me", "When?"), ("Ben", words)]


def test_lyrics_with_times_are_no_chat() -> None:
    document = parse(b"[00:01.20] A line of a song\n[00:05.20] Another line\n[00:09.20] The last\n", "song.txt")
    assert document.producer and document.producer.name != "teams-copied"


def test_what_the_phone_says_between_messages_is_a_remark() -> None:
    text = (
        "May 17, 2022  5:29:42 PM\nMe\nHow?\n\nMay 17, 2022  5:30:42 PM You renamed the conversation to Club\n\n"
        "May 17, 2022  5:31:42 PM\nBen\nThis message was deleted from the conversation!\nSo.\n"
    )
    document = parse(text.encode(), "chat.txt")
    assert turns_by_label(document) == [("Me", "How?"), ("Ben", "So.")]
    assert document.pages[1].text == "You renamed the conversation to Club" and document.lost is None


def test_fields_and_quotations_of_signal_are_not_said() -> None:
    text = (
        "Conversation: Ben (+447700900123)\n\nFrom: You\nType: outgoing\nSent: Tue, 5 Mar 2024 09:41:00 +0100\n\n"
        "How?\n\nFrom: Ben (+447700900123)\nType: incoming\nAttachment: a.jpg (image/jpeg, 12 bytes)\n"
        "Reaction: x from Anna\n\n"
        "> From: You\n> Sent: Tue, 5 Mar 2024 09:41:00 +0100\n>\n> How?\n\nSo.\nAnd so.\n"
    )
    document = parse(text.encode(), "chat.txt")
    assert turns_by_label(document) == [("You", "How?"), ("Ben", "So.\nAnd so.")]
    assert document.producer and document.producer.name == "signal-text" and document.lost is None


def test_replies_of_a_thread_have_their_own_heads() -> None:
    text = (
        "\n> Anna [U012AB] @ 05/03/2024 09:41:00 Z:\nHow?\n|   \n|   > Ben [U0CD34] @ 05/03/2024 09:42:00 Z:\n|   So.\n"
        "\n> Anna [U012AB] @ 05/03/2024 09:50:00 Z:\nFine.\n"
    )
    assert turns_by_label(parse(text.encode(), "chat.txt")) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Fine.")]
