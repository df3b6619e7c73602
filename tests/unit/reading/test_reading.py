"""Where one is and what is heard, on the memorandum, with an engine and a device that are stand-ins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desk import Desk
from tests.support.sound import until
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.narration.narration_options import Earcons
from tui_reader.narration.utterance import Earcon
from tui_reader.playback.events import Began, Finished, WordHeard
from tui_reader.reading.playing import SpokenMark
from tui_reader.reading.spoken_asides import clause_start
from tui_reader.reading.stops import Sleep


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Library(None) as library:
        desk = Desk(library)
        yield desk
        desk.reading.close()


def test_a_new_document_is_read_from_its_title(desk: Desk) -> None:
    desk.reading.play_or_pause()
    desk.hear(10)
    assert desk.reading.saying and desk.reading.saying.printed.startswith("Memorandum of Telephone Conversation")
    assert desk.reading.marked is None
    assert desk.reading.position == (0, 0)


def test_a_turn_chosen_by_key_is_read_from_its_first_word(desk: Desk) -> None:
    desk.reading.next_page()
    desk.reading.play_or_pause()
    desk.hear(150)
    assert desk.engine.asked[0][0] == "I think the meeting has been called off."
    assert desk.reading.marked == SpokenMark(1, 2, 7)
    assert desk.reading.position == (1, 2)


def test_the_page_turns_with_the_voice(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    desk.hear(800)
    assert desk.reading.position.page == 1
    desk.hear(800)
    assert desk.reading.position.page == 2


def test_pausing_keeps_the_word_and_goes_on_without_a_new_start(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    desk.hear(350)
    desk.reading.play_or_pause()
    assert desk.reading.paused and not desk.reading.playing
    assert desk.library.place(desk.reading.document.key) == Position(1, 12)
    asked = len(desk.engine.asked)
    desk.reading.play_or_pause()
    assert desk.reading.playing
    assert len(desk.engine.asked) == asked


def test_moving_while_paused_reads_from_the_new_place(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    desk.hear(350)
    desk.reading.play_or_pause()
    desk.reading.go_to(5)
    assert not desk.reading.paused
    desk.engine.asked.clear()
    desk.reading.play_or_pause()
    until(lambda: desk.engine.asked)
    assert desk.engine.asked[0][0] == "Yes."


def test_late_events_of_the_page_that_was_left_are_dropped(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    until(lambda: desk.device.running)
    desk.device.turn(150)
    until(lambda: any(isinstance(event, WordHeard) for event in desk.events))
    desk.reading.go_to(9)
    desk.take()
    assert desk.reading.position == (8, 0)


def test_a_new_speed_goes_on_at_the_word_that_is_heard(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    desk.hear(350)
    desk.engine.asked.clear()
    assert desk.reading.faster() == "Speed 1.1."
    until(lambda: desk.engine.asked)
    assert desk.engine.asked[0] == ("meeting has been called off.", 1.1)


def test_speed_stays_between_a_half_and_four(desk: Desk) -> None:
    for _ in range(40):
        desk.reading.faster()
    assert desk.reading.aloud.speed == 4.0
    for _ in range(40):
        desk.reading.slower()
    assert desk.reading.aloud.speed == 0.5


def test_sentences_are_steps_across_pages(desk: Desk) -> None:
    desk.reading.go_to(5)
    desk.reading.next_sentence()
    assert desk.reading.position == (5, 0)
    desk.reading.next_sentence()
    assert desk.reading.position == (5, len("That is all it amounted to. "))
    desk.reading.previous_sentence()
    desk.reading.previous_sentence()
    assert desk.reading.position == (4, 0)


def test_turns_of_one_speaker_are_steps(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.next_of_speaker()
    assert desk.reading.position.page == 4
    desk.reading.previous_of_speaker()
    assert desk.reading.position.page == 1
    assert desk.reading.previous_of_speaker() == "No earlier turn of Ball."


def test_parts_are_steps(desk: Desk) -> None:
    desk.reading.next_part()
    assert desk.reading.page and desk.reading.page.part.id == "memo"
    assert desk.reading.next_part() == "No further part."
    desk.reading.previous_part()
    assert desk.reading.position == (0, 0)
    assert desk.reading.previous_part() == "No earlier part."


def test_the_ends_and_a_missing_turn_are_said(desk: Desk) -> None:
    assert desk.reading.previous_page() == "Start of document."
    assert desk.reading.go_to(99) == "No turn 99. The last is 23."
    desk.reading.next_part()
    assert desk.reading.next_page() == "End of document. 23 turns."


def test_where_says_turn_speaker_part_and_time(desk: Desk) -> None:
    desk.reading.go_to(2)
    line = desk.reading.where()
    assert line.startswith("Turn 2 of 23, Ball. 2 percent, ")
    assert line.endswith(" minutes left.")


def test_the_time_left_halves_at_twice_the_speed(desk: Desk) -> None:
    before = desk.reading.seconds_left()
    desk.reading.aloud.speed = 2.0
    assert desk.reading.seconds_left() == pytest.approx(before / 2)


def test_the_end_is_reached_and_the_word_no_longer_marked(desk: Desk) -> None:
    desk.reading.next_part()
    desk.reading.go(Position(23, len(desk.reading.document.pages[23].text) - 3))
    desk.reading.play_or_pause()
    desk.play_out(lambda: any(isinstance(event, Finished) for event in desk.events))
    assert desk.reading.marked is None and not desk.reading.playing


def test_the_place_is_kept_for_the_next_time(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    first = Desk(library)
    assert not first.reading.came_back
    first.reading.go_to(9)
    first.reading.close()
    second = Desk(library)
    assert second.reading.came_back
    assert second.reading.position == (8, 0)
    second.reading.close()
    library.close()


def test_another_voice_is_kept_and_heard_at_the_word(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    desk.hear(350)
    desk.engine.asked.clear()
    desk.reading.set_voice("GWB", "narrator")
    until(lambda: desk.engine.asked)
    assert desk.engine.asked[0][0] == "meeting has been called off."
    assert desk.reading.cast.voice("GWB").id == "narrator"
    assert desk.library.cast(desk.reading.document.key) == {"GWB": "narrator"}


def test_hearing_a_voice_does_not_move_the_place(desk: Desk) -> None:
    desk.reading.go_to(9)
    desk.reading.audition("AES")
    until(lambda: desk.device.running)
    desk.device.turn(500)
    until(lambda: any(isinstance(event, Began) for event in desk.events))
    desk.take()
    assert desk.reading.position == (8, 0)
    assert desk.engine.asked[0][0].startswith("I wonder")


def test_hearing_a_voice_is_not_reading_aloud(desk: Desk) -> None:
    desk.reading.go_to(9)
    desk.reading.audition("AES")
    until(lambda: desk.device.running)
    assert not desk.reading.playing
    desk.reading.play_or_pause()
    assert desk.reading.playing
    until(lambda: len(desk.engine.asked) > 1)
    assert desk.engine.asked[1][0].startswith("He still has his")


def test_a_voice_that_is_heard_falls_silent_when_told_to(desk: Desk) -> None:
    desk.reading.audition("AES")
    until(lambda: desk.device.running)
    desk.reading.stop()
    for _ in range(10):
        desk.device.turn(20)
    until(lambda: not desk.device.running)


def test_what_is_told_late_of_a_reading_that_was_left_moves_nothing(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    until(lambda: desk.device.running)
    desk.device.turn(10)
    until(desk.told)
    desk.reading.stop()
    desk.reading.go_to(9)
    desk.take()
    assert desk.reading.position == (8, 0)
    assert desk.reading.marked is None


def test_sound_off_is_told_and_kept_for_the_player(desk: Desk) -> None:
    assert desk.reading.sound() == "Sound off."
    assert desk.reading.start_sound().muted
    assert desk.reading.sound() == "Sound on."
    assert not desk.reading.start_sound().muted


def test_stepping_stops_after_each_sentence_and_play_goes_on_with_the_next(desk: Desk) -> None:
    desk.reading.go_to(3)
    assert desk.reading.step() == "Stop after each sentence."
    first = desk.reading.script.at(Position(2, 0))
    second = desk.reading.script.after(first)
    assert second
    desk.reading.play_or_pause()
    desk.play_out(lambda: not desk.reading.playing)
    assert desk.reading.up_next == second and not desk.reading.playing
    assert desk.library.place(desk.reading.document.key) == Position(second.page, second.offset or 0)
    desk.engine.asked.clear()
    desk.reading.play_or_pause()
    until(lambda: desk.engine.asked)
    assert desk.engine.asked[0][0] == second.spoken


def test_one_side_is_heard_alone_and_then_everybody(desk: Desk) -> None:
    desk.reading.go_to(2)
    assert desk.reading.one_side() == "Only Ball is heard."
    assert {utterance.voice for utterance in desk.reading.script} == {"GWB"}
    assert desk.reading.one_side() == "Everybody is heard."
    assert {utterance.voice for utterance in desk.reading.script} == {"AES", "GWB", "narrator"}


def test_notes_are_chosen_one_after_the_other_while_it_reads(desk: Desk) -> None:
    desk.reading.go_to(2)
    desk.reading.play_or_pause()
    desk.hear(350)
    desk.engine.asked.clear()
    told = [desk.reading.notes_aloud() for _ in range(5)]
    assert told[:2] == ["A short sound tells where a note is.", "Notes are read after their sentence."]
    assert told[-1] == "Notes are not read aloud."
    until(lambda: desk.engine.asked)
    assert desk.engine.asked[0][0] == "meeting has been called off."


def test_an_aside_is_said_and_the_sentence_goes_on_from_its_last_clause(desk: Desk) -> None:
    desk.reading.go_to(6)
    desk.reading.next_sentence()
    sentence = desk.reading.saying
    assert sentence
    desk.reading.play_or_pause()
    desk.hear(600)
    desk.engine.asked.clear()
    here = desk.reading.position
    assert desk.reading.aside() is None
    until(lambda: len(desk.engine.asked) > 2)
    said = [words for words, _ in desk.engine.asked]
    assert said[0] == "Note 3."
    again = next(words for words in said if sentence.spoken.endswith(words))
    start = clause_start(sentence.spoken, sentence.spoken_at(here.offset - (sentence.offset or 0)))
    assert again == sentence.spoken[start:]
    desk.hear(100)
    assert desk.reading.position == here


def test_without_a_note_the_aside_says_who_speaks(desk: Desk) -> None:
    desk.reading.go_to(2)
    assert desk.reading.aside() is None
    until(lambda: desk.engine.asked)
    assert desk.engine.asked[0][0] == "George W. Ball, Under Secretary of State."
    assert not desk.reading.playing


def test_a_bookmark_kept_while_it_reads_is_an_earcon_and_the_words_go_on(desk: Desk) -> None:
    desk.reading.choices = desk.reading.choices._replace(earcons=Earcons.ALL)
    desk.reading.go_to(2)
    assert desk.reading.bookmark().startswith("Bookmark 1")
    assert not desk.events, "no sound is opened for it"
    desk.reading.play_or_pause()
    desk.hear(350)
    here = desk.reading.position
    desk.engine.asked.clear()
    assert desk.reading.bookmark().startswith("Bookmark ")
    until(lambda: any(words == "the meeting has been called off." for words, *_ in desk.engine.asked))
    desk.events.clear()
    desk.device.turn(100)
    until(lambda: desk.events)
    began = desk.events[0]
    assert isinstance(began, Began) and began.utterance.earcons == (Earcon.BOOKMARK,)
    desk.take()
    assert desk.reading.position == here and desk.reading.playing


def test_the_sleep_timer_lets_the_sentence_end_and_says_so(desk: Desk) -> None:
    now = [0.0]
    desk.reading.sleep_timer = Sleep(desk.reading.document, lambda: now[0])
    desk.reading.go_to(2)
    assert desk.reading.sleep() == "Sleep in 15 minutes."
    desk.reading.play_or_pause()
    desk.hear(150)
    now[0] = 15 * 60.0
    desk.hear(150)
    assert desk.reading.playing
    desk.play_out(lambda: not desk.reading.playing)
    assert desk.reading.notice == "Sleep."
    assert desk.reading.position.page == 1 and desk.reading.up_next and desk.reading.up_next.page == 2


def test_the_sleep_timer_turns_from_minutes_to_the_end_of_the_part_and_off(desk: Desk) -> None:
    told = [desk.reading.sleep() for _ in range(6)]
    assert told == [
        *(f"Sleep in {minutes} minutes." for minutes in (15, 30, 45, 60)),
        "Sleep at the end of this part.",
        "Sleep off.",
    ]


def test_one_sleeps_at_the_end_of_the_part(desk: Desk) -> None:
    desk.reading.go_to(23)
    for _ in range(5):
        desk.reading.sleep()
    desk.reading.play_or_pause()
    desk.play_out(lambda: not desk.reading.playing)
    assert desk.reading.notice == "Sleep."
    assert desk.reading.page and desk.reading.page.turn and desk.reading.page.turn.number == 23
