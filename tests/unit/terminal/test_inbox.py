"""What waits for the plain face: keys, lines and signals are counted, the player's events are not."""

from __future__ import annotations

import signal
from queue import Empty

import pytest

from tui_reader.terminal.keyboard import Inbox, TypedLine


def test_what_a_person_has_sent_is_counted_until_it_is_taken() -> None:
    inbox = Inbox()
    for item in ("n", object(), TypedLine("next"), object(), signal.SIGINT):
        inbox.put(item)
    assert inbox.waiting == 3
    counts = []
    while not inbox.empty():
        inbox.get()
        counts.append(inbox.waiting)
    assert counts == [2, 2, 1, 1, 0]


def test_nothing_comes_out_of_an_empty_one() -> None:
    inbox = Inbox()
    for take in (inbox.get_nowait, lambda: inbox.get(timeout=0.01)):
        with pytest.raises(Empty):
            take()
