"""Logs of IRC as the programs write them."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Kind
from tui_reader.formats import parse

LOGS = {
    "irssi": "--- Log opened Tue Mar 05 10:00:00 2024\n10:01 < anna> How?\n10:02 <@ben> So.\n10:02  * anna nods\n"
    "10:03 -!- ben is now known as benny\n10:04 < benny> Fine.\n",
    "znc": "[10:00:01] *** Joins: anna (~anna@example.org)\n[10:01:10] <anna> How?\n[10:01:20] <ben> So.\n"
    "[10:01:40] * anna nods\n[10:02:10] *** ben is now known as benny\n[10:03:10] <benny> Fine.\n"
    "[10:04:10] -NickServ- you are identified\n",
    "eggdrop": "[00:00] --- Tue Mar  5 2024\n[10:00] anna (~a@x.org) joined #garden.\n[10:01] <anna> How?\n"
    "[10:02] <ben> So.\n"
    "[10:02] Action: anna nods\n[10:03] Nick change: ben -> benny\n[10:03] <benny> Fine.\n"
    "[10:05] anna (~a@x.org) left irc: Quit\n",
    "xchat": "**** BEGIN LOGGING AT Tue Mar  5 10:00:00 2024\n\nMar 05 10:00:00 *\tNow talking on #garden\n"
    "Mar 05 10:01:00 <anna>\tHow?\nMar 05 10:02:00 <ben>\tSo.\nMar 05 10:02:30 *\tanna nods\n"
    "Mar 05 10:02:40 *\tben is now known as benny\nMar 05 10:03:00 <benny>\tFine.\n",
    "mirc": "Session Start: Tue Mar 05 10:00:00 2024\nSession Ident: #garden\n[10:01] <@anna> How?\n"
    "[10:02] <ben> So.\n"
    "[10:02] * anna nods\n[10:03] * ben is now known as benny\n[10:04] <benny> Fine.\n"
    "Session Close: Tue Mar 05 10:10:00 2024\n",
    "weechat": "2024-03-05 10:00:00\t-->\tanna (~a@x.org) has joined #garden\n2024-03-05 10:01:00\tanna\tHow?\n"
    "2024-03-05 10:02:00\t@ben\tSo.\n2024-03-05 10:02:10\t *\tanna nods\n"
    "2024-03-05 10:03:00\t--\tben is now known as benny\n"
    "2024-03-05 10:04:00\tbenny\tFine.\n",
    "konversation": "[Tuesday 05 March 2024] [10:01:10 AM] <anna>\tHow?\n"
    "[Tuesday 05 March 2024] [10:01:20 AM] Join\tcleo joins.\n"
    "[Tuesday 05 March 2024] [10:02:10 AM] <ben>\tSo.\n[Tuesday 05 March 2024] [10:02:20 AM] *\tanna nods\n"
    "[Tuesday 05 March 2024] [10:02:30 AM] Nick\tben is now known as benny\n"
    "[Tuesday 05 March 2024] [10:03:10 AM] <benny>\tFine.\n",
    "supybot": "2024-03-05T10:01:10  <anna> How?\n2024-03-05T10:02:10  <ben> So.\n2024-03-05T10:02:30  * anna nods\n"
    "2024-03-05T10:02:40  *** ben is now known as benny\n2024-03-05T10:03:00  <benny> Fine.\n",
    "without times": "<anna> How?\n<ben> So.\n* anna nods\n*** ben is now known as benny\n<benny> Fine.\n",
}


@pytest.mark.parametrize("program", LOGS)
def test_messages_are_turns_and_a_new_nickname_is_the_same_person(program: str) -> None:
    document = parse(LOGS[program].encode(), "chat.log")
    assert document.producer and document.producer.name == "irc"
    assert turns_by_label(document) == [("anna", "How?"), ("ben", "So."), ("benny", "Fine.")]
    assert [person.labels for person in document.people] == [("anna",), ("ben", "benny")]
    others = [passage for page in document.pages if page.turn is None for passage in page.passages]
    assert [(passage.kind, passage.text) for passage in others] == [(Kind.ASIDE, "anna nods")]
    assert document.lost is None


@pytest.mark.parametrize(
    "text",
    [
        "@1709632800 <anna!~anna@x.org> +How?\n@1709632860 <ben!~ben@x.org> -So.\n@1709632870 -!- cleo joined\n",
        "05-03-2024 10:01:10 < anna!~anna@x.org: How?\n05-03-2024 10:02:10 < ben!~b@x.org: So.\n",
    ],
)
def test_the_user_behind_a_nickname_is_no_part_of_it(text: str) -> None:
    document = parse(text.encode(), "chat.log")
    assert turns_by_label(document) == [("anna", "How?"), ("ben", "So.")] and document.lost is None


def test_a_nickname_that_another_had_before_is_his() -> None:
    text = "10:01 <anna> How?\n10:02 <ben> So.\n10:03 -!- anna is now known as ben\n10:04 <ben> Fine.\n"
    document = parse(text.encode(), "chat.log")
    assert [turn.speaker for turn in document.turns] == ["anna", "ben", "ben"]


def test_a_long_line_without_blanks_takes_no_time() -> None:
    text = "10:01 <anna> How?\n10:02 <ben> So.\n" + "<" * 200_000
    assert turns_by_label(parse(text.encode(), "chat.log")) == [("anna", "How?"), ("ben", "So.")]
