"""Rehearsing a part on the full screen and in plain text mode: what is shown, told and not told."""

from __future__ import annotations

from pathlib import Path

from tests.support.app_driver import running_app
from tests.support.corpus import MEMORANDUM
from tests.support.plain_answers import answers
from tui_reader.settings import Settings, keep_setting
from tui_reader.startup.reading_options import ReadingOptions

BALL = ReadingOptions(chair=("Ball",), sound=False, start="1")
BEGUN = "\nYour turn: Ball, 2 seconds. j prompts, Q shows the words."
"""The first turn of the person, with the keys that help in it."""


async def test_a_part_is_chosen_and_its_words_go_from_the_screen() -> None:
    async with running_app() as driver:
        assert "I think the meeting has been called off." in driver.text
        await driver.press("A")
        assert "Rehearse whose part?" in driver.text and driver.at_cursor.strip() == "Stevenson"
        await driver.press("down", "enter")
        assert "Your part: Ball." in driver.foot
        assert "called off" not in driver.text and "…" in driver.text
        await driver.press("n", "Q")
        assert (
            "First letters." in driver.foot and "called off" not in driver.text and "h.  b.   c.     o." in driver.text
        )
        await driver.press("Q")
        assert "I think the meeting has been called off." in driver.text
        await driver.press("Q", "A", "end", "enter")
        assert "Ball has a voice again." in driver.foot and "called off" in driver.text


async def test_the_last_words_before_are_marked() -> None:
    async with running_app(settings=Settings(rehearsal="wait")) as driver:
        await driver.press("A", "down", "enter")
        assert "suggestion which I could dictate." in driver.painted("underline")


async def test_it_says_that_it_is_your_turn_and_that_it_waits() -> None:
    async with running_app(settings=Settings(rehearsal="wait", hints="never")) as driver:
        await driver.press("A", "down", "enter", "n", "space")
        await driver.press("n", "p")
        assert "your turn, Space goes on" in driver.foot


async def test_at_your_turn_the_foot_names_the_keys_that_help() -> None:
    async with running_app() as driver:
        await driver.press("A", "down", "enter", "r")
        assert "j prompt" not in driver.foot
        await driver.press("n")
        assert "j prompt   Q words   " in driver.foot


def test_plain_text_mode_tells_whose_turn_it_is_and_no_word_of_it() -> None:
    told = answers(MEMORANDUM, ["n", "s", "x", "o"], BALL)
    assert told[0].startswith("Your part: Ball.\n")
    assert told[1].split("\n", 2)[1] == BEGUN.strip()
    assert "called off" not in "".join(told)


def test_plain_text_mode_prompts_and_shows_the_words_when_asked() -> None:
    told = answers(MEMORANDUM, ["n", "j", "j", "j", "Q", "Q", "Q", "p", "Q", "j", "A", "escape"], BALL)
    assert told[2:8] == [
        "\nPrompt: I think the meeting",
        "\nPrompt: has been called off.",
        "\nNo further words of this turn.",
        "\nFirst letters. I t. t. m. h. b. c. o.",
        "\nWords shown. I think the meeting has been called off.",
        "\nWords hidden.",
    ]
    assert told[9:11] == ["\nThis is not your turn."] * 2
    assert "Your part is Ball. Rehearse whose part? 1 Stevenson. 2 Ball. 3 Nobody." in told[11]
    assert told[11].endswith("Type a number or a name, then Enter.\nPart: ")


def test_plain_text_mode_waits_until_a_key_and_reads_on() -> None:
    keep_setting("rehearsal", "wait")
    told = answers(MEMORANDUM, ["n", "space", "space", "escape"], BALL)
    assert told[1:4] == [
        BEGUN,
        "",
        "\nStevenson: Maybe you could send it over to Kennedy to be reflecting on.",
    ]


def test_plain_text_mode_waits_at_your_turn_while_its_rows_are_read() -> None:
    keep_setting("rehearsal", "wait")
    told = answers(MEMORANDUM, ["n", "space", "down", "space"], BALL._replace(cursor="start"), columns=40)
    assert told[3] == "\x1b[1B" and "Stevenson: Maybe" in told[4]


def test_a_part_that_was_taken_is_there_when_the_document_is_opened_again() -> None:
    answers(MEMORANDUM, [], BALL)
    told = answers(MEMORANDUM, ["n"], ReadingOptions(sound=False, start="1"))
    assert told[0].startswith("Your part: Ball.") and told[1] == BEGUN


def test_plain_text_mode_takes_the_name_of_a_part_and_runs_no_letter_of_it() -> None:
    told = answers(
        MEMORANDUM, ["A", *"ball", "enter", "n", "A", *"nobody", "enter"], ReadingOptions(sound=False, start="1")
    )
    assert told[6].strip() == "Your part: Ball." and told[7] == BEGUN
    assert told[-1].strip() == "Ball has a voice again."


def test_plain_text_mode_tells_once_that_it_is_your_turn(tmp_path: Path) -> None:
    path = tmp_path / "play.txt"
    path.write_text("ANN: Well?\n\nBEN: Kumquats. Yes. (Rises.) I like them.\n\nANN: Then we go.\n\nBEN: We do.\n")
    told = answers(path, ["n", "s", "s", "s", "s"], ReadingOptions(chair=("BEN",), sound=False, start="1"))
    hidden = "\nWords hidden."
    assert told[1:] == [
        "\nYour turn: BEN, 2 seconds. j prompts, Q shows the words. (Rises.)",
        hidden,
        "\n(Rises.) ",
        hidden,
        "\nThen we go.",
    ]


async def test_the_cast_counts_the_words_that_are_hidden_as_words() -> None:
    async with running_app() as driver:
        await driver.press("c")
        row = next(line for line in driver.lines if "Ball" in line)
        await driver.press("escape", "A", "down", "enter", "c")
        assert next(line for line in driver.lines if "Ball" in line) == row
