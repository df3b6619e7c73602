"""The title and date, which are asked for by pressing the key of "where" twice."""

from __future__ import annotations

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.reading_driver import ReadingDriver
from tui_reader.formats import parse
from tui_reader.reading import whereabouts

TITLE = "Memorandum of Telephone Conversation Between the Permanent Representative to the United Nations"


def test_where_asked_twice_tells_title_and_date(driver: ReadingDriver) -> None:
    first, second, _, fourth = (driver.reading.whereabouts.tell() for _ in range(4))
    assert first and first == fourth and first.startswith("Turn 1 of 23")
    assert second and second.startswith(TITLE) and second.endswith("(Ball). November 9, 1962, 4:15 p.m.")


def test_where_asked_a_third_time_tells_who_speaks_how_much(driver: ReadingDriver) -> None:
    *_, third = (driver.reading.whereabouts.tell() for _ in range(3))
    assert third and third.startswith("Stevenson, ") and " percent of the words, 12 turns. Ball, " in third


def test_where_asked_again_later_is_where_one_is(driver: ReadingDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    first = driver.reading.whereabouts.tell()
    monkeypatch.setattr(whereabouts, "AGAIN", 0.0)
    assert driver.reading.whereabouts.tell() == first


def test_where_asked_at_another_place_is_where_one_is(driver: ReadingDriver) -> None:
    driver.reading.whereabouts.tell()
    driver.reading.place.next_page()
    driver.reading.place.previous_page()
    told = driver.reading.whereabouts.tell()
    assert told and told.startswith("Turn 1 of 23")


def test_while_it_reads_aloud_the_narrator_says_them_and_the_talk_goes_on(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.hear(150)
    driver.reading.whereabouts.tell()
    assert driver.reading.whereabouts.tell() is None
    driver.hear(12_000)
    spoken = [text for text, *_ in driver.engine.asked]
    date = next(index for index, text in enumerate(spoken) if text.startswith("November ninth"))
    assert any(text.startswith(TITLE) for text in spoken[:date])
    assert spoken[date + 1] == "I think the meeting has been called off."
    assert driver.reading.place.position.page >= 1


def test_asked_for_in_the_title_the_talk_comes_next(driver: ReadingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(10)
    driver.reading.whereabouts.tell()
    driver.reading.whereabouts.tell()
    driver.hear(12_000)
    spoken = [text for text, *_ in driver.engine.asked]
    date = next(index for index, text in enumerate(spoken) if text.startswith("November ninth"))
    assert spoken[0] == "Memorandum" and spoken[date + 1].startswith("I wonder")


def test_a_title_that_asks_has_no_stop_behind_it(driver: ReadingDriver) -> None:
    document = parse(b"# Who Goes There?\n\n**ANNE:** It is me.\n\n**BEN:** So it is.\n", "talk.md")
    driver.reading.open(document, MEMORANDUM.with_name("talk.txt"))
    assert driver.reading.place.title == "Who Goes There?"
