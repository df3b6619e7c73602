"""Pasted text is typed into a question and never taken for commands, in both modes; reports are never keys."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.events import Paste

from tests.support.app_driver import AppDriver, running_app
from tests.support.plain_program import Plain
from tests.support.pty_program import PtyProgram
from tui_reader.terminal.left_modes import RESET

FULL = [sys.executable, "-m", "tui_reader", "--full", "--no-sound"]
TEXT = "quit now\r\nplease do"
REPORTS = (
    b"\x1b[<35;10;5M",
    b"\x1b[?62;1;4c",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1bP>|XTerm(379)\x1b\\",
    b"\x1b[77z",
)


async def paste(driver: AppDriver, text: str) -> None:
    driver.app.post_message(Paste(text))
    await driver.pilot.pause()


async def test_pasted_text_is_typed_into_each_question_on_one_line() -> None:
    async with running_app() as driver:
        await driver.press("/")
        await paste(driver, "he is\nnot playing")
        assert "/he is not playing_" in driver.foot
        await driver.press("escape", "g")
        await paste(driver, " 9\r\n")
        await driver.press("enter")
        assert driver.turn == 9
        await driver.press("b", "'", "n")
        await paste(driver, "a note")
        await driver.press("enter", "escape")
        assert driver.reading.bookmarks.all[0].note == "a note"


async def test_on_the_page_and_in_lists_pasted_text_is_no_command() -> None:
    async with running_app() as driver:
        await paste(driver, TEXT)
        assert "Pasted text is no command; / asks for words." in driver.foot and driver.turn == 1
        await driver.press("O")
        await paste(driver, TEXT)
        await driver.press("escape")
        assert driver.turn == 1 and driver.app.is_running


@pytest.fixture
def full(tmp_path: Path) -> Iterator[PtyProgram]:
    talk = tmp_path / "talk.txt"
    talk.write_text("A Talk\n\n" + "\n\n".join(f"{'AB'[n % 2]}NN: Remark {n} is this." for n in range(9)))
    with PtyProgram([*FULL, str(talk)], dict(os.environ)) as program:
        program.wait_for(b"Remark 0")
        time.sleep(0.5)
        yield program


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_cut_anywhere_is_no_key_on_the_full_screen(report: bytes, full: PtyProgram) -> None:
    for cut in range(1, len(report)):
        full.press(report[:cut])
        time.sleep(0.02)
        full.press(report[cut:])
    time.sleep(0.2)
    full.press(b"n")
    full.wait_for(b"Remark 1")
    full.press(b"\x1b[200~q\rq")
    time.sleep(0.2)
    full.press(b" and q\x1b[201~")
    full.wait_for(b"Pasted text is no command")
    full.press(b"q")
    assert full.wait() == 0 and full.left_on == []


@pytest.mark.parametrize("report", REPORTS[:-1])
def test_a_report_cut_anywhere_is_no_key_in_plain_text_mode(report: bytes, plain: Plain) -> None:
    for cut in range(1, len(report)):
        plain.press(report[:cut])
        time.sleep(0.02)
        plain.press(report[cut:])
    assert plain.silence(0.2) in (b"", RESET.encode())
    plain._told = len(plain.output)
    assert plain.ask("n") == "\nBall: I think the meeting has been called off."


@pytest.mark.parametrize("sent", ["\x1b[200~n\rn\x1b[201~", "quit now\rand then again\r", "quit when you can"])
def test_pasted_text_is_no_command_in_plain_text_mode(sent: str, plain: Plain) -> None:
    assert plain.ask(sent) == "\nPasted text is no command. / asks for words, then paste."


def test_pasted_text_is_typed_into_a_question_in_plain_text_mode(plain: Plain) -> None:
    plain.ask("/")
    assert plain.ask("\x1b[200~favorable\rposition\x1b[201~") == "favorable position"
    assert plain.ask("enter").startswith("\n1 turn with favorable position.")
    plain.ask("/")
    assert "1 turn with the majority view here." in plain.ask("the majority view here\r")
