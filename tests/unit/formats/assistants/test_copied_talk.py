"""Talks copied from the page of an assistant."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.errors import DocumentError
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


@pytest.mark.parametrize("name", ["Anna", "I", "Copilots of the plane"])
def test_what_was_said_in_a_story_is_no_copied_talk(name: str) -> None:
    story = f"The old man sat by the sea.\n\nYou said:\n\nit is high.\n\n{name} said:\n\nno.\n\nAnd so it was."
    document = parse(story.encode(), "story.txt")
    assert document.producer and document.producer.name == "transcript"


def test_who_is_quoted_in_an_answer_is_no_speaker_and_the_title_is_one_line() -> None:
    answer = "In a letter\n\nEinstein said:\n\nno dice.\n\nGPT-4 said:\n\nindeed."
    text = f"Of dice\n\nShared by a friend.\n\nYou said:\nWho?\n\nChatGPT said:\n{answer}\n\nYou said:\nThanks.\n"
    document = parse(text.encode(), "talk.txt")
    assert document.title and document.title.text == "Of dice"
    assert [(name, " ".join(words.split())) for name, words in turns_by_label(document)] == [
        ("You", "Who?"), ("ChatGPT", " ".join(answer.split())), ("You", "Thanks."),
    ]  # fmt: skip
    assert {one.text: one.why for one in document.residue}["Shared by a friend."] == "about the talk"
    assert document.lost is None


def test_a_long_paragraph_above_a_talk_is_no_title() -> None:
    document = parse(f"{'The sea is high. ' * 20}\n\nYou said:\nWho?\n\nClaude said:\nI.\n".encode(), "talk.txt")
    assert document.title is None and [name for name, _ in turns_by_label(document)] == ["You", "Claude"]


def test_a_text_without_such_lines_that_is_read_as_a_copied_talk_says_nothing() -> None:
    with pytest.raises(DocumentError, match="nothing is said"):
        parse(b"The sea is high.\n", "talk.txt", producer="copied-talk")
