"""What the manual's page on formats says is heard of words in brackets."""

from __future__ import annotations

import pytest

from tui_reader.document.model import NARRATOR, Document
from tui_reader.formats import captions, transcript
from tui_reader.manual import page
from tui_reader.narration.narration import Narration

SOUNDS = page("formats").partition("sounds and gaps are ")[2].partition(";")[0].replace(" and ", ", ").split(", ")
"""The words that the page lists."""


def heard(words: str) -> str:
    """What is said of a transcript in which somebody says these words; the narrator's part in <>."""
    text = f"ANNE: Well.\n\nBEN: One {words} two.\n\nANNE: Yes.\n\nBEN: No.\n"
    return _said(transcript.parse(text, "talk.txt", "0"))


def heard_of_captions(words: str) -> str:
    """The same of a cue."""
    cues = ("ANNE: Well.", f"BEN: One {words} two.", "ANNE: Yes.", "BEN: No.")
    text = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{cue}\n\n" for n, cue in enumerate(cues, 1))
    return _said(captions.parse(text, "talk.srt", "0"))


def _said(document: Document) -> str:
    pieces = ((one.voice, one.spoken.strip()) for one in Narration(document))
    return " ".join(f"<{words}>" if voice == NARRATOR else words for voice, words in pieces)


@pytest.mark.parametrize("word", SOUNDS)
def test_a_common_sound_is_silent(word: str) -> None:
    for brackets in (f"[{word}]", f"({word})"):
        assert word not in heard(brackets) and word not in heard_of_captions(brackets)


def test_a_sentence_is_said_by_the_narrator_and_in_captions_by_the_speaker() -> None:
    assert "<Hands him the letter.>" in heard("[Hands him the letter.]")
    assert "Hands him the letter" in heard_of_captions("[Hands him the letter.]").replace("<", "")


@pytest.mark.parametrize("words", ["[sic]", "[?]", "[coughing]", "[long pause]", "[general laughter]"])
def test_other_noises_and_gaps_are_silent(words: str) -> None:
    for said in (heard(words), heard_of_captions(words)):
        assert "One two." in said


def test_words_that_an_editor_supplied_are_said_by_the_speaker() -> None:
    assert "One [ships] two." in heard("[ships]") and "One [ships] two." in heard_of_captions("[ships]")
