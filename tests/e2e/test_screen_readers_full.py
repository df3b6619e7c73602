"""What a person with a screen reader hears of the full screen: pages, lists, settings and questions, row by row."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.e2e.test_screen_readers import NUMBER, Start, start, turn
from tests.heard.full_terminal import READERS
from tests.heard.listener import words

__all__ = ["start"]
pytestmark = [pytest.mark.e2e, pytest.mark.alone]

HEAD = "The Cuban Missile Crisis November 9, 1962, 4:15 p.m. Memorandum of Telephone Conversation, Stevenson and Ball"
BALL = "George W. Ball GWB Under Secretary of State"
SECOND = f"{BALL} I think the meeting has been called off."
PAGE = f"{HEAD} {SECOND}"
FOOT = r"Turn 2 of 23 stopped about \d+ min left"
"""The line below a page; Orca says what is new up to the cursor, Fenrir on a busy machine says it after the page."""
SAID = [
    ("w", f"Turn 2 of 23, Ball. {NUMBER} percent, {NUMBER} minutes left."), ("b", "Bookmark 1 at turn 2."),
    (
        "u",
        f"Settings. Left and Right change, Enter chooses a value, d resets, filters, Escape goes back. Reading. "
        f"Speed, 1, 1 of {NUMBER}",
    ),
    ("n", f"Go back a sentence after a pause of, 3 minutes, 2 of {NUMBER}"), ("p", f"Reading. Speed, 1, 1 of {NUMBER}"),
    ("+", f"Reading. Speed, 1.1, 1 of {NUMBER}"), ("-", f"Reading. Speed, 1, 1 of {NUMBER}"),
    ("q", PAGE),
    ("c", "Up and Down choose, h plays the voice, Enter lists all, c takes the next, Escape goes back. Stevenson, ..."),
    ("n", "Ball, George, man, 2 of 3. A deep, dry American man."),
    ("n", "Narrator, Narrator, woman, 3 of 3. A calm British woman."),
    ("p", "Ball, George, man, 2 of 3. A deep, dry American man."), ("q", PAGE),
    ("O", f"Outline. Enter goes there, ] and [ to the next part and the part before, Escape back. "
     f"Turn 2, {turn(2)} 2 of 24"),
    ("p", "Turn 1, Stevenson: I wonder ..."), ("n", f"Turn 2, {turn(2)} 2 of 24"), ("q", PAGE),
    ("ctrl+p", f"Commands. Enter runs one, filters, Escape goes back. Play or pause (Space), 1 of {NUMBER}"),
    ("n", f"Next turn (n, Right, Enter), 2 of {NUMBER}"), ("q", PAGE),
    ("g", "Go to turn, 1 to 23, or 50, part 2, a heading:"), ("enter", PAGE),
]  # fmt: skip
"""Keys, and what is said for each."""


@pytest.fixture(params=READERS)
def name(request: pytest.FixtureRequest) -> str:
    """Each screen reader in turn."""
    return str(request.param)


def test_pages_lists_and_questions_are_said_once_and_row_by_row(start: Start, name: str) -> None:
    listener = start(name, "--full")
    told: list[str] = []
    while "dictate" not in words(told):
        told += listener.silence(0.5)
    assert words(told).count("dictate") == words(told).count("Crisis") == 1
    is_new = listener.ask("n", least=len(words(SECOND)))
    assert words(SECOND) == words(is_new)[: len(words(SECOND))]
    while listener.silence(2.0):
        pass
    for (_, before), (key, expected) in pairwise([("n", PAGE), *SAID]):
        pattern = f"({FOOT} )?" if before == PAGE else ""
        pattern += " ".join(map(re.escape, words(expected))).replace(NUMBER, r"\d+")
        pattern += r"( .*)?" if expected.endswith("...") else f"( {FOOT})?" if expected == PAGE else ""

        def is_said(told: list[str], pattern: str = pattern) -> bool:
            # A sign or a key that is named; Fenrir's word for a screen that is empty before something stands there.
            heard = re.sub("slash |^left control |^(?:blank )+", "", " ".join(words(told)))
            return bool(re.fullmatch(pattern, heard))

        listener.press(key)
        listener.said_until(is_said, 0.5, f"{key}: {expected}")
