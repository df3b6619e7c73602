"""The plain face as the real program on a pseudo-terminal: what it writes for each key, byte by byte."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.plain_program import SENT, Plain, unheard
from tests.support.talks import TALK_WITH_FRONT_MATTER
from tui_reader.faces.plain.face import PlainFace
from tui_reader.faces.plain.kind_words import told_text
from tui_reader.faces.printing import page_text
from tui_reader.formats import read
from tui_reader.manual import SUBJECTS
from tui_reader.settings import settings_path
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session
from tui_reader.terminal.commands import COMMANDS
from tui_reader.terminal.keyboard import Inbox, Keyboard, WindowsKeyboard
from tui_reader.terminal.keys import character_of, key_said


@pytest.fixture
def walk(talk: Path) -> Iterator[Plain]:
    """The short dialogue."""
    program = unheard(talk, "--engine", "tone")
    program.told()
    yield program
    program.close()


def test_it_opens_with_title_counts_hint_and_first_turn() -> None:
    program = Plain()
    try:
        assert program.told() == (
            "Memorandum of Telephone Conversation Between the Permanent\n"
            "Representative to the United Nations (Stevenson) and the Under\n"
            "Secretary of State (Ball). 23 turns, 2 speakers, 5 notes. h for help.\n"
            "Stevenson: I wonder if you would care to submit this afternoon at the\n"
            "meeting (note 1) a suggestion which I could dictate."
        )
    finally:
        program.close()


def test_keys_as_a_terminal_sends_them_are_understood(plain: Plain) -> None:
    for key, message in (
        ("right", "\nBall: I think the meeting has been called off."), ("left", "\nStevenson: I wonder"),
        ("enter", "\nBall: I think the meeting has been called off."), ("\x1b[15~", "\nUnknown key. h for help."),
        ("é", "\nUnknown key é. h for help."), ("escape", "\nBack at turn 2."),
    ):  # fmt: skip
        assert plain.ask(key).startswith(message)
    assert plain.quit() == "\nStopped at turn 2; place saved.\n"


def test_a_place_is_said_to_be_saved_only_where_it_is(talk: Path) -> None:
    program = Plain(talk, "--no-sound", "--no-library")
    try:
        program.told()
        assert program.quit() == "\nStopped at turn 1.\n"
    finally:
        program.close()


def test_front_matter_is_not_taken_for_a_memo(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK_WITH_FRONT_MATTER)
    program = Plain(tmp_path / "talk.txt", "--no-sound")
    try:
        program.told()
        program.ask("2", "g")
        assert program.ask("m") == "\nThere is no memo; this is the front matter. m to hear it."
        assert "We met in the kitchen" in program.ask("m")
        assert program.ask("escape") == "\nLeft the front matter."
        assert program.ask("w").startswith("\nTurn 2 of 4, BEN.")
    finally:
        program.close()


def test_a_memo_is_announced_heard_and_left(plain: Plain) -> None:
    plain.ask("9", "g")
    told = " ".join(plain.ask("m").split())
    assert told.endswith(" paragraphs. m to hear it, n to go on.") and len(told) < 300
    whole = " ".join(plain.ask("m").split())
    assert whole.startswith("Heading: Memorandum From") and len(whole) > 1500
    assert plain.ask("escape") == "\nLeft the memorandum."
    assert plain.ask("w").startswith("\nTurn 9 of 23")
    assert plain.ask("escape") == "\nBack at turn 9."
    plain.ask("]", "m")
    assert plain.ask("L") == "\nLeft the memorandum."
    assert plain.ask("w").startswith("\nTurn 9 of 23")
    plain.ask("2", "3", "g", "n", "m")
    assert plain.ask("L") == "\nLeft the memorandum."
    assert plain.ask("w").startswith("\nTurn 23 of 23")


def test_with_cursor_start_it_is_left_on_the_first_cell_of_each_message() -> None:
    program = Plain(MEMORANDUM, "--cursor", "start")
    try:
        program.told()
        told = program.ask("6", "g")
        lines = told.count("\n") - 1  # one stands before the message
        assert lines > 1 and told.endswith(f"\r\x1b[{lines}A")
        assert program.ask("w").startswith(f"\x1b[{lines}B\n")
        program.ask("q")
        assert program.wait() == 0
    finally:
        program.close()


def test_own_keys_and_a_keymap_hold_and_are_named(talk: Path) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text('keymap = "vi"\n[keys]\nhelp = "?"\nquit = "Q"\n')
    program = Plain(talk)
    try:
        assert "? for help." in program.told()
        assert program.ask("j") == "\nBEN: Yes."
        assert program.ask("n") == "\nNothing was searched for."
        assert program.ask("q") == "\nUnknown key q. ? for help."
        assert program.ask("Q").startswith("\nStopped at turn 2; place saved.")
        assert program.wait() == 0
    finally:
        program.close()


def test_no_escape_is_written_for_any_key_of_the_table(plain: Plain) -> None:
    plain.ask("2", "g")
    for command in COMMANDS:
        if "plain" in command.faces and command.id not in ("quit", "face"):
            for key in command.keys:
                plain.press(SENT.get(key, character_of(key) or "\x1b").encode())
                plain.told()
                plain.ask("g", "9", "enter")  # leaves what was asked
    plain.ask("/", *"Castro\x7f", "enter")
    plain.ask("k", "c", *"merge GB 1", "enter")
    plain.ask("escape")
    plain.ask("h", "h", "up")
    plain.ask("q")
    assert plain.wait() == 0
    assert b"\x1b" not in plain.output


def test_the_end_says_how_to_go_on(walk: Plain) -> None:
    assert walk.ask("4", "g") == "\nBEN: We do."
    assert walk.ask("n") == "\nEnd of document. 4 turns. q to quit, p to go back to turn 4."
    assert walk.ask("p") == "\nBEN: We do."
    assert walk.ask("p") == "\nANNE: Then we walk."


def test_the_help_has_at_most_twenty_lines_at_once_and_names_every_key(plain: Plain) -> None:
    lines = plain.ask("h").strip().split("\n")
    assert len(lines) == 20
    assert lines[-1] == "h: More keys and the manual."
    more = plain.ask("h").strip().split("\n")
    while more[-1] == lines[-1]:
        assert len(more) == 20
        more[-1:] = plain.ask("h").strip().split("\n")
    assert len(more) <= 40
    manual = next(index for index, line in enumerate(more) if line.startswith("Manual: "))
    told = " ".join(more[manual:])
    assert told.startswith("Manual: type a number and then h for a page. 1 start, 2 keys, ")
    assert all(subject in told for subject in SUBJECTS)
    more = more[:manual]
    named = [key for line in (*lines[:-1], *more) for key in line.split(": ")[0].split(", ")]
    assert sorted(named) == sorted(["L", *(key_said(one.keys[0]) for one in COMMANDS if "plain" in one.faces)])
    assert {"full stop", "comma", "apostrophe", "less than sign"} <= set(named)  # a voice may leave the signs out


def test_one_key_is_one_write_that_begins_with_a_line_feed_and_ends_with_text(
    talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this process, for a terminal may hand on one write in pieces; on a console, where nothing goes before it."""
    monkeypatch.setenv("TERM", "linux")
    inbox = Inbox()
    session = open_session(talk, ReadingOptions(), inbox.put)
    writes: list[bytes] = []
    monkeypatch.setattr(os, "write", lambda descriptor, data: writes.append(data) or len(data))
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((80, 100)))
    keys = ["n", "n", "f", "w", "h", "x", "p", "question_mark", "n", "q"]
    for key in keys:
        inbox.put(key)
    assert PlainFace(session, inbox, open_keyboard_of_nobody()).run() == 0
    monkeypatch.undo()
    session.close()
    opening, *messages, end = writes
    assert opening.startswith(b"A Talk. 4 turns") and end == b"\n"
    assert len(messages) == len(keys)
    assert all(message.startswith(b"\n") and not message.endswith(b"\n") for message in messages)


def open_keyboard_of_nobody() -> Keyboard:
    """A keyboard that nothing is asked of."""
    return WindowsKeyboard(Inbox())


def test_nothing_is_written_without_a_key(plain: Plain) -> None:
    assert plain.silence(0.5) == b""


@pytest.mark.parametrize("columns", [80, 60, 40])
def test_all_pages_are_said_word_for_word_without_an_escape_or_a_word_cut(columns: int) -> None:
    program = Plain(columns=columns)
    try:
        document = read(MEMORANDUM)
        names = document.short_names
        program.told()
        program.press(b"n" * (len(document.pages) - 1))
        turns = [page_text(page, names) for page in document.pages[1:-1]]
        expected = " ".join([*turns, told_text(document, document.pages[-1])]).split()
        said = program.told()
        while len(said.split()) < len(expected):
            said += program.told()
        assert said.split() == expected
        assert max(map(len, said.split("\n"))) <= columns - 1
        assert b"\x1b" not in program.output
    finally:
        program.close()


def test_it_comes_back_to_the_turn_where_it_was_left(plain: Plain) -> None:
    plain.ask("9", "g")
    plain.ask("q")
    assert plain.wait() == 0
    again = Plain()
    try:
        words = " ".join(again.told().split())
        assert "Secretary of State (Ball). Back at turn 9 of 23. Ball: He still has" in words
    finally:
        again.close()


class TestReadingOn:
    """Space, in print and with the reader's own voice."""

    def test_in_print_each_turn_comes_after_the_time_it_takes_to_say(self, talk: Path) -> None:
        program = Plain(talk, "--speed", "4")
        try:
            program.told()
            program.press(b" ")
            said = program.told(quiet=1.2)
            assert said.split("\n")[1:] == [
                "BEN: Yes.", "ANNE: Then we walk.", "BEN: We do.",
                "End of document. 4 turns. q to quit, p to go back to turn 4.",
            ]  # fmt: skip
            assert program.ask("p") == "\nBEN: We do."
        finally:
            program.close()

    def test_in_print_a_key_stops_it(self, plain: Plain) -> None:
        plain.press(b" ")
        time.sleep(0.1)
        assert plain.ask("space") == "\nStopped at turn 1."
        plain.press(b" ")
        time.sleep(0.1)
        assert plain.ask("w").startswith("\nTurn 1 of 23")
        assert plain.silence(0.3) == b""

    def test_a_turn_that_is_spoken_is_not_printed(self, talk: Path) -> None:
        program = unheard(talk, "--speak", "--engine", "quiet", "--speed", "2")
        try:
            assert program.told() == "A Talk. 4 turns, 2 speakers. h for\nhelp."
            program.press(b"n")
            assert program.silence(0.3) == b""
            assert program.ask("w").startswith("\nTurn 2 of 4, BEN.")
        finally:
            program.close()

    def test_with_its_own_voice_down_and_up_change_the_turn_whatever_was_printed_before(self, talk: Path) -> None:
        program = unheard(talk, "--speak", "--engine", "quiet", "--cursor", "start", "--width", "20")
        try:
            program.told()
            for key, turn in ((b"", 1), (b"\x1b[B", 2), (b"\x1b[B", 3), (b"\x1b[A", 2)):
                program.press(key)
                assert f"\nTurn {turn} of 4," in program.ask("w")
        finally:
            program.close()

    def test_with_its_own_voice_it_reads_to_the_end_and_says_so(self, talk: Path) -> None:
        program = unheard(talk, "--speak", "--engine", "quiet", "--speed", "4")
        try:
            program.told()
            program.press(b" ")
            assert program.told() == "\nEnd of document. 4 turns. q to quit, p to go back to turn 4."
            assert program.ask("w").startswith("\nTurn 4 of 4, BEN.")
        finally:
            program.close()

    def test_it_is_turned_on_and_off(self, walk: Plain) -> None:
        assert walk.ask("v") == "\nOwn voice on."
        assert walk.ask("v") == "\nOwn voice off. Your screen reader\nreads."  # a line of 40 would be felt as empty
        assert walk.ask("n") == "\nBEN: Yes."

    def test_its_own_voice_stops_at_any_key_and_keeps_the_turn(self, walk: Plain) -> None:
        assert walk.ask("v") == "\nOwn voice on."
        for key, message in (("space", "\nStopped at turn 1."), ("w", "\nTurn 1 of 4, ANNE.")):
            walk.press(b" ")
            time.sleep(0.1)
            assert walk.ask(key).startswith(message)
        assert walk.silence(1.0) == b""

    def test_a_broken_voice_file_is_told_when_sound_is_first_wanted(self, talk: Path, home: Path) -> None:
        voices = home / "config" / "tui-reader" / "voices"
        voices.mkdir(parents=True)
        (voices / "mine.toml").write_text("pan = \n")
        program = Plain(talk)
        try:
            program.told()
            program.press(b"v")
            told = program.told(0.5)
            assert "mine.toml:1:" in told and "Own voice on." in told
            assert program.ask("w").startswith("\nTurn 1 of 4")
        finally:
            program.close()
