"""Where one is and what is heard, on the memorandum, with an engine and a device that are stand-ins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading_driver import ReadingDriver
from tests.support.sound import until
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.narration.narration_options import Earcons
from tui_reader.narration.utterance import Earcon
from tui_reader.playback.events import Began, Finished, WordHeard
from tui_reader.reading.playback import SpokenMark
from tui_reader.reading.spoken_asides import clause_start
from tui_reader.reading.stops import SleepTimer


def test_a_new_document_is_read_from_its_title(driver: ReadingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(10)
    saying = driver.reading.playback.saying
    assert saying and saying.printed.startswith("Memorandum of Telephone Conversation")
    assert driver.reading.playback.marked is None
    assert driver.reading.place.position == (0, 0)


def test_a_turn_chosen_by_key_is_read_from_its_first_word(driver: ReadingDriver) -> None:
    driver.reading.place.next_page()
    driver.reading.playback.play_or_pause()
    driver.hear(150)
    assert driver.engine.asked[0][0] == "I think the meeting has been called off."
    assert driver.reading.playback.marked == SpokenMark(1, 2, 7)
    assert driver.reading.place.position == (1, 2)


def test_the_page_turns_with_the_voice(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.hear(800)
    assert driver.reading.place.position.page == 1
    driver.hear(800)
    assert driver.reading.place.position.page == 2


def test_pausing_keeps_the_word_and_goes_on_without_a_new_start(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.hear(350)
    driver.reading.playback.play_or_pause()
    assert driver.reading.playback.paused and not driver.reading.playback.playing
    assert driver.library.place(driver.reading.document.key) == Position(1, 12)
    asked = len(driver.engine.asked)
    driver.reading.playback.play_or_pause()
    assert driver.reading.playback.playing
    assert len(driver.engine.asked) == asked


def test_moving_while_paused_reads_from_the_new_place(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.hear(350)
    driver.reading.playback.play_or_pause()
    driver.reading.jumps.to_turn(5)
    assert not driver.reading.playback.paused
    driver.engine.asked.clear()
    driver.reading.playback.play_or_pause()
    driver.wait_for_words("Yes.")


def test_late_events_of_the_page_that_was_left_are_dropped(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    until(lambda: driver.device.running)
    driver.device.turn(150)
    until(lambda: any(isinstance(event, WordHeard) for event in driver.events))
    driver.reading.jumps.to_turn(9)
    driver.take()
    assert driver.reading.place.position == (8, 0)


def test_a_new_speed_goes_on_at_the_word_that_is_heard(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.hear(350)
    driver.engine.asked.clear()
    assert driver.reading.player.faster() == "Speed 1.1."
    driver.wait_for_words("meeting has been called off.")
    assert ("meeting has been called off.", 1.1) in driver.engine.asked


def test_speed_stays_between_a_half_and_four(driver: ReadingDriver) -> None:
    for _ in range(40):
        driver.reading.player.faster()
    assert driver.reading.player.speed == 4.0
    for _ in range(40):
        driver.reading.player.slower()
    assert driver.reading.player.speed == 0.5


def test_sentences_are_steps_across_pages(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(5)
    driver.reading.playback.next_sentence()
    assert driver.reading.place.position == (5, 0)
    driver.reading.playback.next_sentence()
    assert driver.reading.place.position == (5, len("That is all it amounted to. "))
    driver.reading.playback.previous_sentence()
    driver.reading.playback.previous_sentence()
    assert driver.reading.place.position == (4, 0)


def test_the_step_back_leads_from_within_a_sentence_to_its_start_unless_it_reads(driver: ReadingDriver) -> None:
    playback, place, second = driver.reading.playback, driver.reading.place, len("That is all it amounted to. ")
    driver.reading.jumps.to_turn(6)
    playback.next_sentence()
    place.next_word()
    playback.previous_sentence()
    assert place.position == (5, second)
    playback.previous_sentence()
    assert place.position == (5, 0)
    place.set(Position(5, second))
    playback.play_or_pause()
    driver.hear(2000)
    assert place.position > (5, second)
    playback.previous_sentence()
    assert place.position == (5, 0)


def test_turns_of_one_speaker_are_steps(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.place.next_of_speaker()
    assert driver.reading.place.position.page == 4
    driver.reading.place.previous_of_speaker()
    assert driver.reading.place.position.page == 1
    assert driver.reading.place.previous_of_speaker() == "No earlier turn of Ball."


def test_parts_are_steps(driver: ReadingDriver) -> None:
    driver.reading.jumps.next_part()
    assert driver.reading.place.page and driver.reading.place.page.part.id == "memo"
    assert driver.reading.jumps.next_part() == "No further part."
    driver.reading.jumps.previous_part()
    assert driver.reading.place.position == (0, 0)
    assert driver.reading.jumps.previous_part() == "No earlier part."


def test_the_ends_and_a_missing_turn_are_said(driver: ReadingDriver) -> None:
    assert driver.reading.place.previous_page() == "Start of document."
    assert driver.reading.jumps.to_turn(99) == "No turn 99. The last is 23."
    driver.reading.jumps.next_part()
    assert driver.reading.place.next_page() == "End of document. 23 turns."


def test_where_says_turn_speaker_part_and_time(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    line = driver.reading.whereabouts.tell()
    assert line and line.startswith("Turn 2 of 23, Ball. 2 percent, ")
    assert line.endswith(" minutes left.")


def test_the_time_left_halves_at_twice_the_speed(driver: ReadingDriver) -> None:
    before = driver.reading.whereabouts.seconds_left()
    driver.reading.player.speed = 2.0
    assert driver.reading.whereabouts.seconds_left() == pytest.approx(before / 2)


def test_the_end_is_reached_and_the_word_no_longer_marked(driver: ReadingDriver) -> None:
    driver.reading.jumps.next_part()
    driver.reading.place.go(Position(23, len(driver.reading.document.pages[23].text) - 3))
    driver.reading.playback.play_or_pause()
    driver.play_out(lambda: any(isinstance(event, Finished) for event in driver.events))
    assert driver.reading.playback.marked is None and not driver.reading.playback.playing


def test_the_place_is_kept_for_the_next_time(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    first = ReadingDriver(library)
    assert not first.reading.place.came_back
    first.reading.jumps.to_turn(9)
    first.reading.close()
    second = ReadingDriver(library)
    assert second.reading.place.came_back
    assert second.reading.place.position == (8, 0)
    second.reading.close()
    library.close()


def test_another_voice_is_kept_and_heard_at_the_word(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.hear(350)
    driver.engine.asked.clear()
    driver.reading.voices.assign("GWB", "narrator")
    driver.wait_for_words("meeting has been called off.")
    assert driver.reading.voices.cast.voice("GWB").id == "narrator"
    assert driver.library.cast(driver.reading.document.key) == {"GWB": "narrator"}


def test_hearing_a_voice_does_not_move_the_place(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(9)
    driver.reading.snippets.audition("AES")
    until(lambda: driver.device.running)
    driver.device.turn(500)
    until(lambda: any(isinstance(event, Began) for event in driver.events))
    driver.take()
    assert driver.reading.place.position == (8, 0)
    assert driver.engine.asked[0][0].startswith("I wonder")


def test_hearing_a_voice_is_not_reading_aloud(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(9)
    driver.reading.snippets.audition("AES")
    until(lambda: driver.device.running)
    assert not driver.reading.playback.playing
    driver.reading.playback.play_or_pause()
    assert driver.reading.playback.playing
    until(lambda: len(driver.engine.asked) > 1)
    assert driver.engine.asked[1][0].startswith("He still has his")


def test_a_voice_that_is_heard_falls_silent_when_told_to(driver: ReadingDriver) -> None:
    driver.reading.snippets.audition("AES")
    until(lambda: driver.device.running)
    driver.reading.playback.stop()
    for _ in range(10):
        driver.device.turn(20)
    until(lambda: not driver.device.running)


def test_what_is_told_late_of_a_reading_that_was_left_moves_nothing(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    until(lambda: driver.device.running)
    driver.device.turn(10)
    until(driver.told)
    driver.reading.playback.stop()
    driver.reading.jumps.to_turn(9)
    driver.take()
    assert driver.reading.place.position == (8, 0)
    assert driver.reading.playback.marked is None


def test_sound_off_is_told_and_kept_for_the_player(driver: ReadingDriver) -> None:
    assert driver.reading.player.toggle_sound() == "Sound off."
    assert driver.reading.player.start().muted
    assert driver.reading.player.toggle_sound() == "Sound on."
    assert not driver.reading.player.start().muted


def test_stepping_stops_after_each_sentence_and_play_goes_on_with_the_next(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(3)
    assert driver.reading.stops.next_stepping() == "Stop after each sentence."
    first = driver.reading.spoken.narration.at(Position(2, 0))
    second = driver.reading.spoken.narration.after(first)
    assert second
    driver.reading.playback.play_or_pause()
    driver.play_out(lambda: not driver.reading.playback.playing)
    assert driver.reading.playback.up_next == second and not driver.reading.playback.playing
    assert driver.library.place(driver.reading.document.key) == Position(second.page, second.offset or 0)
    driver.engine.asked.clear()
    driver.reading.playback.play_or_pause()
    driver.wait_for_words(second.spoken)


def test_one_side_is_heard_alone_and_then_everybody(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    assert driver.reading.spoken.one_side() == "Only Ball is heard."
    assert {utterance.voice for utterance in driver.reading.spoken.narration} == {"GWB"}
    assert driver.reading.spoken.one_side() == "Everybody is heard."
    assert {utterance.voice for utterance in driver.reading.spoken.narration} == {"AES", "GWB", "narrator"}


def test_notes_are_chosen_one_after_the_other_while_it_reads(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.hear(350)
    driver.engine.asked.clear()
    told = [driver.reading.spoken.next_note_reading() for _ in range(5)]
    assert told[:2] == ["A short sound tells where a note is.", "Notes are read after their sentence."]
    assert told[-1] == "Notes are not read aloud."
    driver.wait_for_words("meeting has been called off.")


def test_an_aside_is_said_and_the_sentence_goes_on_from_its_last_clause(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(6)
    driver.reading.playback.next_sentence()
    sentence = driver.reading.playback.saying
    assert sentence
    driver.reading.playback.play_or_pause()
    driver.hear(600)
    driver.engine.asked.clear()
    here = driver.reading.place.position
    assert driver.reading.snippets.aside() is None
    until(lambda: len(driver.engine.asked) > 2)
    said = [words for words, _ in driver.engine.asked]
    assert said[0] == "Note 3."
    again = next(words for words in said if sentence.spoken.endswith(words))
    start = clause_start(sentence.spoken, sentence.spoken_at(here.offset - (sentence.offset or 0)))
    assert again == sentence.spoken[start:]
    driver.hear(100)
    assert driver.reading.place.position == here


def test_without_a_note_the_aside_says_who_speaks(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    assert driver.reading.snippets.aside() is None
    driver.wait_for_words("George W. Ball, Under Secretary of State.")
    assert not driver.reading.playback.playing


def test_a_bookmark_kept_while_it_reads_is_an_earcon_and_the_words_go_on(driver: ReadingDriver) -> None:
    driver.reading.spoken.choose(driver.reading.spoken.options._replace(earcons=Earcons.ALL))
    driver.reading.jumps.to_turn(2)
    assert driver.reading.bookmarks.add().startswith("Bookmark 1")
    assert not driver.events, "no sound is opened for it"
    driver.reading.playback.play_or_pause()
    driver.hear(350)
    here = driver.reading.place.position
    driver.engine.asked.clear()
    assert driver.reading.bookmarks.add().startswith("Bookmark ")
    until(lambda: any(words == "the meeting has been called off." for words, *_ in driver.engine.asked))
    driver.events.clear()
    driver.device.turn(100)
    until(lambda: driver.events)
    began = driver.events[0]
    assert isinstance(began, Began) and began.utterance.earcons == (Earcon.BOOKMARK,)
    driver.take()
    assert driver.reading.place.position == here and driver.reading.playback.playing


def test_the_sleep_timer_lets_the_sentence_end_and_says_so(driver: ReadingDriver) -> None:
    now = [0.0]
    driver.reading.stops.sleep_timer = SleepTimer(lambda: driver.reading.document, lambda: now[0])
    driver.reading.jumps.to_turn(2)
    assert driver.reading.stops.next_sleep() == "Sleep in 15 minutes."
    driver.reading.playback.play_or_pause()
    driver.hear(150)
    now[0] = 15 * 60.0
    driver.hear(150)
    assert driver.reading.playback.playing
    driver.play_out(lambda: not driver.reading.playback.playing)
    assert driver.reading.stops.take_notice() == "Sleep."
    up_next = driver.reading.playback.up_next
    assert driver.reading.place.position.page == 1 and up_next and up_next.page == 2


def test_the_sleep_timer_turns_from_minutes_to_the_end_of_the_part_and_off(driver: ReadingDriver) -> None:
    told = [driver.reading.stops.next_sleep() for _ in range(6)]
    assert told == [
        *(f"Sleep in {minutes} minutes." for minutes in (15, 30, 45, 60)),
        "Sleep at the end of this part.",
        "Sleep off.",
    ]


def test_one_sleeps_at_the_end_of_the_part(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(23)
    for _ in range(5):
        driver.reading.stops.next_sleep()
    driver.reading.playback.play_or_pause()
    driver.play_out(lambda: not driver.reading.playback.playing)
    assert driver.reading.stops.take_notice() == "Sleep."
    assert driver.reading.place.page and driver.reading.place.page.turn and driver.reading.place.page.turn.number == 23
