"""Turns put right by keys in both faces, with the same words."""

from __future__ import annotations

from pathlib import Path

from tests.support.app_driver import running_app
from tests.support.plain_program import Plain
from tui_reader.faces.tui.screens.whose_turn import WhoseTurnScreen
from tui_reader.formats import parse

TALK = """A Talk

ANN: Good morning. Is it far?

BEN: Not at all.

CAL: I come too.

ANN: We walk.

BEN: Home, then.
"""
DOCUMENT = parse(TALK.encode(), "talk.txt")


async def test_on_the_full_screen_a_turn_is_split_given_joined_and_taken_back() -> None:
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("B")
        assert "Go to the word where the new turn begins first." in driver.foot
        await driver.press("s", "s", "B")  # the first is from the title to the text
        assert "Turn 2 begins here now." in driver.foot and driver.turn == 2
        assert driver.at_cursor.startswith("Is it far?")
        await driver.press("K")
        assert isinstance(driver.app.screen, WhoseTurnScreen) and "Turn 2 is whose?" in driver.text
        assert driver.at_cursor.startswith("BEN")
        await driver.press("down", "up", "enter")
        assert "Turn 2 is BEN's now." in driver.foot
        assert [turn.speaker for turn in driver.reading.document.turns[:3]] == ["ANN", "BEN", "BEN"]
        await driver.press("n", "Z")
        assert "This belongs to turn 2 now." in driver.foot
        await driver.press("U", "U")
        assert "Taken back: A turn was given to BEN by you." in driver.foot
        await driver.press("U")
        assert driver.reading.document == DOCUMENT


async def test_on_the_full_screen_a_new_name_is_typed_and_escape_gives_nothing() -> None:
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("K", "n", *"Lee", "enter")
        assert "Turn 1 is Lee's now." in driver.foot and not isinstance(driver.app.screen, WhoseTurnScreen)
        await driver.press("K", "n", "escape")
        assert isinstance(driver.app.screen, WhoseTurnScreen)
        await driver.press("escape")
        assert driver.reading.document.turns[0].speaker == "Lee"


def test_in_plain_text_mode_a_turn_is_split_given_joined_and_taken_back(talk: Path) -> None:
    talk.write_text(TALK)
    with Plain(talk, "--no-sound") as plain:
        plain.told()
        assert plain.ask("B") == "\nGo to the word where the new turn begins first."
        assert plain.ask("s", "B") == "\nTurn 2 begins here now."
        assert plain.ask("K") == "\nTurn 2 is whose? 1 BEN. 2 CAL. n for another name."
        assert plain.ask("1") == "\nTurn 2 is BEN's now."
        assert plain.ask("n", "Z") == "\nThis belongs to turn 2 now."
        assert plain.ask("r") == "\nBEN: Is it far?\nNot at all."
        assert plain.ask("K", "n") == "\nType the name, then Enter.\nName: "
        plain.press(b"Lee")
        plain.told(quiet=0.1)
        assert plain.ask("enter") == "\nTurn 2 is Lee's now."
        assert plain.ask("U") == "\nTaken back: A turn was given to Lee by you."
        assert b"\x1b" not in plain.output


DOUBTED = """A Talk

MR. ADAMS: Good morning. MS. BELL: Hello to you.

MS. BELL: I think so.

MR. ADAMS: It is late.

MS. BELL: We walk. MR. ADAMS: Far?
"""


async def test_on_the_full_screen_doubts_are_below_the_people_and_a_key_settles_each() -> None:
    async with running_app(120, 30, document=parse(DOUBTED.encode(), "talk.txt")) as driver:
        await driver.press("k", "end")
        assert 'In doubt: Line 9, taken for speech: "MR. ADAMS: Far?"' in driver.at_cursor
        await driver.press("y")
        assert "MR. ADAMS: Far?: right as it is." in driver.text and driver.at_cursor.startswith("In doubt: Line 3")
        await driver.press("enter")
        assert "A new turn begins there now." in driver.text and "In doubt" not in driver.text
        await driver.press("u", "u")
        assert driver.text.count("In doubt: ") == 2


def test_in_plain_text_mode_the_worst_doubt_is_told_and_typed_words_settle_each(talk: Path) -> None:
    talk.write_text(DOUBTED)
    with Plain(talk, "--no-sound") as plain:
        plain.told()
        listed = " ".join(plain.ask("k").split())
        assert (
            '2 doubts. Line 3, taken for speech: "MS. BELL: Hello to you.": MS. BELL is a speaker elsewhere.' in listed
        )
        assert "\nDoubt 2: Line 9, taken for speech: " in plain.ask("c")
        for line, told in (
            ("correct 1", "A new turn begins there now."),
            ("keep 1", "MR. ADAMS: Far?: right as it is."),
            ("keep 1", "Nothing is in doubt."),
            ("undo", "Taken back: MR. ADAMS: Far? was confirmed by you."),
            ("correct 9", "There is no doubt 9."),
        ):
            plain.press(line.encode())
            plain.told(quiet=0.1)
            assert plain.ask("enter") == f"\n{told}\nChange: "
