"""One sentence a page on the full screen: what is seen follows the place and the voice, and nothing of it is lost."""

from __future__ import annotations

import pytest

from tests.support.app_driver import MEMORANDUM, AppDriver, running_app
from tests.support.dialogue_builder import Dialogue
from tui_reader.faces.tui.text.shown_sentence import sentence_of
from tui_reader.settings import Settings

BY_SENTENCE = Settings(layout="sentence")


def text(driver: AppDriver) -> str:
    """What is seen, in one line."""
    return " ".join(driver.text.split())


async def test_the_sentence_of_the_place_is_seen_alone_and_goes_on_with_the_keys() -> None:
    async with running_app(settings=BY_SENTENCE) as driver:
        await driver.press("g", "6", "enter")
        assert "That is all it amounted to." in text(driver) and "It seems to me" not in text(driver)
        assert driver.at_cursor.startswith("That is all") and "Stevenson" in driver.text
        await driver.press("s")
        assert "It seems to me highly desirable to liquidate" in text(driver) and "That is all" not in text(driver)
        assert driver.at_cursor.startswith("It seems")
        await driver.press("e", "e")
        assert driver.at_cursor.startswith("to me") and "It seems" in text(driver)
        await driver.press("S", "S", "S")  # to its start, and on back
        assert driver.turn == 5 and "Yes." in text(driver)
        await driver.press("n", "n")
        assert driver.turn == 7


async def test_it_goes_along_with_the_voice_and_marks_its_word() -> None:
    async with running_app(settings=BY_SENTENCE) as driver:
        await driver.press("g", "6", "enter", "space")
        await driver.hear(50)
        assert driver.painted("reverse") == ["That"]
        while "It seems to me" not in text(driver):
            await driver.hear(100)
        assert "That is all" not in text(driver)
        word = driver.painted("reverse")
        assert len(word) == 1 and driver.at_cursor.startswith(word[0])


async def test_a_click_on_a_word_reads_from_there_and_a_mark_opens_its_note() -> None:
    async with running_app(settings=BY_SENTENCE) as driver:
        await driver.press("g", "6", "enter", "s")
        y = next(y for y, line in enumerate(driver.lines) if "highly" in line)
        await driver.pilot.click(offset=(driver.lines[y].index("highly") + 1, y))
        await driver.hear(50)
        assert driver.painted("reverse") == ["highly"]
        await driver.press("space", "s", "s", "s", "right_curly_bracket")
        assert "(Memo written up separately)(3)" in text(driver)
        await driver.press("f")
        assert "Printed as an attachment." in text(driver)


async def test_what_was_found_and_selected_is_marked_in_it_and_any_size_does() -> None:
    async with running_app(settings=BY_SENTENCE) as driver:
        await driver.press("/", *"Havana", "enter")
        assert "Havana." in text(driver) and driver.at_cursor.startswith("Havana")
        for size in ((40, 10), (200, 60), (30, 8)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            assert driver.at_cursor.startswith("Havana")


@pytest.mark.parametrize("page", MEMORANDUM.pages, ids=lambda page: str(page.index))
def test_its_sentences_hold_all_of_a_page_and_its_marks(page: object) -> None:
    shown = MEMORANDUM.pages[int(str(getattr(page, "index")))]  # noqa: B009
    words, marks, at = "", [], 0
    while (found := sentence_of(shown, at)) and (not words or found.offset >= at):
        words += f" {found.passage.text}"
        marks += [mark.note for mark in found.passage.marks]
        at = found.offset + len(found.passage.text)
        if at >= len(shown.text):
            break
    assert words.split() == shown.text.split()
    assert marks == [mark.note for passage in shown.passages for mark in passage.marks]


def test_marks_before_between_and_behind_sentences_are_kept_and_a_text_without_any_is_whole() -> None:
    document = Dialogue().turn("A", "{1}One. {2}Two.{3} * *").turn("B", "* * *").document()
    first, second = sentence_of(document.pages[0], 0), sentence_of(document.pages[0], 5)
    assert first and [(mark.note, mark.offset) for mark in first.passage.marks] == [("1", 0)]
    assert second and [(mark.note, mark.offset) for mark in second.passage.marks] == [("2", 0), ("3", 4)]
    stars = sentence_of(document.pages[1], 0)
    assert stars and stars.passage.text == "* * *"
