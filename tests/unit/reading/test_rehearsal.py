"""Rehearsing a part in the memorandum: silence in place of the voice, prompts, the cue again, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tests.support.reading_driver import ReadingDriver, silent_reading, turn_of
from tests.support.sound import until
from tui_reader.document.hidden_words import WordsShown
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError
from tui_reader.library.chairs import Chairs
from tui_reader.narration.utterance import Delivery
from tui_reader.reading import Reading

BALLS = "I think the meeting has been called off."
"""Turn 2."""


def hear_until(driver: ReadingDriver, over: Callable[[], object]) -> None:
    """Let be heard what is made, and hand on what is posted, until that is so."""

    def heard() -> object:
        if driver.device.running:
            driver.device.turn(20)
        driver.take()
        return over()

    until(heard)


@pytest.fixture
def driver() -> Iterator[ReadingDriver]:
    with Library(None) as library:
        driver = ReadingDriver(library)
        driver.reading.rehearsal.take(["GWB"])
        yield driver
        driver.reading.close()


@pytest.fixture
def rehearsing(reading: Reading) -> Reading:
    reading.rehearsal.take(["GWB"])
    return reading


def test_a_part_is_taken_and_kept_for_the_document(reading: Reading, library: Library) -> None:
    assert reading.rehearsal.take_named("Ball") == "Your part: Ball."
    assert silent_reading(read(MEMORANDUM), MEMORANDUM, library).rehearsal.opening == ["Your part: Ball."]
    assert reading.rehearsal.take_named("nobody") == "Ball has a voice again."
    assert not silent_reading(read(MEMORANDUM), MEMORANDUM, library).rehearsing
    assert reading.rehearsal.take_named("Castro") == "No speaker is called Castro. Speakers: Stevenson, Ball."


def test_a_part_that_cannot_be_saved_is_taken_until_the_end(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(chairs: Chairs, key: str, people: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(Chairs, "keep", fail)
    assert reading.rehearsal.take(["GWB"]) == "Your part: Ball. Not saved. The disk is full."
    assert reading.rehearsing


def test_in_a_document_without_text_nothing_waits(library: Library) -> None:
    empty = silent_reading(Document("empty.txt", "", "", ""), MEMORANDUM, library)
    empty.stops.waits = True
    assert not empty.stops.waits_at(0)
    assert empty.rehearsal.prompt(aloud=False) == empty.rehearsal.show_words() == "No part is yours."


def test_the_speaker_of_this_turn_is_offered_first(reading: Reading) -> None:
    reading.place.next_page()
    assert [name for name, _ in reading.rehearsal.choices] == ["Ball", "Stevenson"]
    reading.rehearsal.take(["GWB"])
    assert [name for name, _ in reading.rehearsal.choices] == ["Ball", "Stevenson", "Nobody"]


def test_the_words_are_in_nothing_that_is_shown(rehearsing: Reading) -> None:
    rehearsing.place.next_page()
    rehearsing.bookmarks.add()
    shown = [
        rehearsing.document.text,
        rehearsing.outline.row(1).words,
        rehearsing.search.find("called off"),
        rehearsing.bookmarks.go_to(1),
        *(utterance.shown + utterance.printed + utterance.wording for utterance in rehearsing.spoken.narration.page(1)),
        rehearsing.rehearsal.line(1),
    ]
    assert all("meeting has been" not in words for words in shown)
    assert shown[2].startswith("1 turn with called off. First, turn 2, Ball: …")


def test_words_are_shown_step_by_step_for_one_turn(rehearsing: Reading) -> None:
    rehearsing.place.next_page()
    page = rehearsing.place.position.page
    assert rehearsing.rehearsal.is_hidden
    assert rehearsing.rehearsal.show_words() == "First letters."
    assert rehearsing.document.pages[page].text.split() == ["I", "t.", "t.", "m.", "h.", "b.", "c.", "o."]
    assert rehearsing.rehearsal.show_words() == "Words shown."
    assert rehearsing.document.pages[page].text == BALLS
    assert rehearsing.document.pages[4].text.strip() == "…"
    assert rehearsing.rehearsal.show_words() == "Words hidden."
    rehearsing.place.previous_page()
    assert rehearsing.rehearsal.show_words() == "This is not your turn."


def test_a_setting_says_what_is_shown_of_all_turns(rehearsing: Reading) -> None:
    rehearsing.take_settings(rehearsing.settings._replace(rehearsal_words=WordsShown.LETTERS))
    assert rehearsing.document.pages[1].text.startswith("I t.    t.  m.")


def test_the_turn_is_silence_exactly_as_long_as_the_voice(driver: ReadingDriver, library: Library) -> None:
    spoken = ReadingDriver(library)

    def hear(one: ReadingDriver) -> None:
        one.reading.jumps.to_turn(2)
        one.reading.playback.play_or_pause()
        one.wait_for_words("Maybe you could send it over to Kennedy to be reflecting on.")
        hear_until(one, lambda: turn_of(one.reading) == 3 and bool(one.reading.playback.marked))

    for one in (spoken, driver):
        hear(one)
    spoken.reading.close()
    third = driver.device.loud.index("#")
    assert third > 800 and spoken.device.loud[third - 300 : third + 1] == "." * 300 + "#"
    assert driver.reading.rehearsal.take_notice() == "Your turn: Ball, 2 seconds."


def test_the_words_of_the_silence_are_not_told(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    hear_until(driver, lambda: driver.device.delivered > 300)
    assert driver.reading.playback.marked is None
    assert driver.reading.place.position == (1, 0)
    said = driver.reading.spoken.narration.page(1)
    assert [(one.delivery, one.printed.strip(), one.spoken) for one in said] == [(Delivery.LEFT, "…", BALLS)]


def test_it_may_wait_for_a_key(driver: ReadingDriver) -> None:
    driver.reading.take_settings(driver.reading.settings._replace(rehearsal="wait"))
    playback = driver.reading.playback
    driver.reading.jumps.to_turn(1)
    playback.play_or_pause()
    hear_until(driver, lambda: playback.waiting)
    assert turn_of(driver.reading) == 2 and not playback.playing
    assert driver.reading.rehearsal.take_notice() == "Your turn: Ball, 2 seconds."
    playback.play_or_pause()
    assert playback.playing and not playback.waiting
    hear_until(driver, lambda: turn_of(driver.reading) == 3)


def test_while_it_waits_a_step_goes_on_too(driver: ReadingDriver) -> None:
    driver.reading.take_settings(driver.reading.settings._replace(rehearsal="wait"))
    playback = driver.reading.playback
    driver.reading.jumps.to_turn(2)
    playback.play_or_pause()
    assert playback.waiting
    driver.reading.place.next_page()
    assert playback.playing and turn_of(driver.reading) == 3
    driver.reading.place.previous_page()
    assert playback.waiting and turn_of(driver.reading) == 2
    playback.stop()
    assert not playback.waiting


def test_a_prompt_is_whispered_and_the_silence_goes_on_from_its_words(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    hear_until(driver, lambda: driver.reading.rehearsal.turn)
    assert driver.reading.rehearsal.prompt(aloud=True) is None
    driver.wait_for_words("I think the meeting")
    driver.wait_for_words(BALLS)
    assert driver.reading.rehearsal.prompt(aloud=True) is None
    driver.wait_for_words("has been called off.")
    hear_until(driver, lambda: turn_of(driver.reading) == 3)
    assert driver.reading.rehearsal.report == "Turn 2: 2 prompts. "


def test_without_sound_the_words_are_told(rehearsing: Reading) -> None:
    assert rehearsing.rehearsal.prompt(aloud=False) == "This is not your turn."
    rehearsing.place.next_page()
    assert rehearsing.rehearsal.prompt(aloud=False) == "Prompt: I think the meeting"
    assert rehearsing.rehearsal.prompt(aloud=False) == "Prompt: has been called off."
    assert rehearsing.rehearsal.prompt(aloud=False) == "No further words of this turn."
    rehearsing.rehearsal.at(0)
    assert "Turn 2: 3 prompts." in rehearsing.rehearsal.question


def test_a_prompt_does_not_give_away_a_sentence_without_blanks(library: Library) -> None:
    talk = Dialogue().turn("ANN", "Ready?").turn("BEN", "我们明天早上在车站见面。然后“去”北京。").document()
    reading = silent_reading(talk, MEMORANDUM, library)
    reading.rehearsal.take(["BEN"])
    reading.place.next_page()
    told = [reading.rehearsal.prompt(aloud=False) for _ in range(6)]
    assert told[:5] == [
        "Prompt: 我们明天",
        "Prompt: 早上在车",
        "Prompt: 站见面。",
        "Prompt: 然后“去”北",
        "Prompt: 京。",
    ]
    assert told[5] == "No further words of this turn."


@pytest.mark.parametrize(
    ("words", "seconds"), [("他" * 16, 4), ("そ" * 16, 2), ("가" * 16, 3), ("é" * 16, 1), ("a" * 16, 1)]
)
def test_the_seconds_of_a_turn_are_those_of_its_writing(words: str, seconds: int, library: Library) -> None:
    reading = silent_reading(Dialogue().turn("BEN", words).document(), MEMORANDUM, library)
    reading.rehearsal.take(["BEN"])
    assert reading.rehearsal.line(0).startswith(f"Your turn: BEN, {seconds} second")


def test_a_voice_is_tried_in_words_of_another(driver: ReadingDriver) -> None:
    driver.reading.snippets.audition("GWB")
    until(lambda: driver.device.running)
    hear_until(driver, lambda: driver.device.loud.strip("."))
    assert driver.engine.asked[0][0].startswith("I wonder")


def test_repeating_goes_back_to_the_cue(rehearsing: Reading) -> None:
    rehearsing.place.next_page()
    assert rehearsing.repeat() is None
    assert rehearsing.place.position == (0, 0)
    rehearsing.jumps.to_turn(7)  # after a long speech, of which the last sentence is the cue
    assert rehearsing.repeat() is None
    text = rehearsing.document.pages[5].text
    assert text[rehearsing.place.position.offset :].startswith("This would give them")


def test_without_a_part_nothing_is_left_out(reading: Reading) -> None:
    assert reading.rehearsal.prompt(aloud=True) == "No part is yours."
    assert reading.rehearsal.show_words() == "No part is yours."
    assert reading.document is reading.place.whole
