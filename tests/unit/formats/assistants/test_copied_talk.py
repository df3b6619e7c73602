"""Talks copied from the page of an assistant."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.formats import parse


@pytest.mark.parametrize("head", ["{} said:", "##### {} said:", "**{} said:**"])
def test_lines_of_who_speaks_stand_above_the_words(head: str) -> None:
    said = [("You", "How high?"), ("ChatGPT", "Too **high**.\n\n- So\n- it is."), ("You", "Then we wait.")]
    text = "\n".join(f"{head.format(name)}\n{words}" for name, words in said)
    document = parse(f"# A talk\n\n{text}".encode(), "talk.txt")
    assert document.title and document.title.text == "A talk"
    assert [(name, " ".join(words.split())) for name, words in turns_by_label(document)] == [
        ("You", "How high?"), ("ChatGPT", "Too high. So it is."), ("You", "Then we wait."),
    ]  # fmt: skip
    assert document.lost is None


def test_what_was_said_in_a_story_is_no_copied_talk() -> None:
    document = parse(b"You said:\nit is high.\nThen I said:\nno.\nAnd Anna said:\nyes.\n", "story.txt")
    assert document.producer and document.producer.name == "transcript"
