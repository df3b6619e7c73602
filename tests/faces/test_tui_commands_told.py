"""The full screen: commands that tell what they did at the foot. A command's test has its id as its parameter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.support.app_driver import at_turn_six

MESSAGES: list[tuple[str, Sequence[tuple[str, str]]]] = [
    ("play_or_pause", [("space", "playing, 1.0"), ("", "space pause"), ("space", "stopped"), ("", "space play")]),
    ("notes_aloud", [("F F", "Notes are read after their sentence."), ("F F F", "Notes are not read aloud.")]),
    ("step", [("t", "Stop after each sentence."), ("t t t", "No automatic stop.")]),
    ("one_side", [("o", "Only Stevenson is heard."), ("o", "Everybody is heard.")]),
    ("sleep", [("z", "Sleep in 15 minutes."), ("z z z z z", "Sleep off.")]),
    ("faster", [("plus equals_sign", "Speed 1.2.")]),
    ("slower", [("minus", "Speed 0.9.")]),
    ("softer", [("(", "Volume 90 percent.")]),
    ("louder", [("( ( )", "Volume 90 percent.")]),
    ("recording", [("Y", "This document has no recording.")]),
    ("in_step", [("I", "This document has no recording.")]),
    ("times", [("J", "This document has no recording.")]),
    ("prompt", [("j", "No part is yours."), ("A enter v j", "Prompt: That is all it"), (";", "Prompt: amounted to.")]),
    ("show_words", [("Q", "No part is yours."), ("A enter Q", "First letters."), ("!", "Words shown.")]),
    ("sound", [("v", "Sound off."), ("space", "playing, no sound, 1.0"), ("v", "Sound on.")]),
    ("mark", [
        ("M", "The sentence is marked."), ("M", "Word and sentence are marked."), ("M", "Nothing is marked."),
        ("M", "The word is marked."),
    ]),
    ("bookmark", [("b", "Bookmark 1 at turn 6. Not saved: there is no library.")]),
    ("split_turn", [("B", "Go to the word where the new turn begins first."), ("s B", "Turn 7 begins here now.")]),
    ("join_turn", [("Z", "This belongs to turn 5 now.")]),
    ("undo", [("U", "There is nothing to take back."), ("Z U", "Taken back: A turn was joined with the one before")]),
    ("gloss", [("i", "Nothing is explained here.")]),
    ("documents", [("d", "This file holds one document.")]),
]  # fmt: skip
"""A command; keys pressed at turn 6, and what is at the foot of the screen then."""
TABLES = (MESSAGES,)


@pytest.mark.parametrize("messages", [row[1] for row in MESSAGES], ids=[row[0] for row in MESSAGES])
async def test_it_tells_at_the_foot(messages: Sequence[tuple[str, str]]) -> None:
    async with at_turn_six() as driver:
        for keys, told in messages:
            await driver.press(*keys.split())
            assert told in driver.foot
