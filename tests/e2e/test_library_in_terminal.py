"""The library of the real program in a real terminal: what was added, read and used is there after a kill."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.talks import TALK_WITH_WORDS as TALK
from tests.support.terminal import Terminal

pytestmark = pytest.mark.e2e

Reader = Callable[..., Terminal]


def test_a_document_is_added_opened_and_gone_on_with_after_a_kill_and_a_move(
    reader: Reader, home: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "talks").mkdir()
    talk = tmp_path / "talks" / "talk.txt"
    talk.write_text(TALK)
    terminal = reader(["--full", "--no-sound"], home, 80, 24)
    terminal.wait_for("Turn 1 of 23")
    terminal.keys("n", "n", "n")
    terminal.wait_for("Turn 4 of 23")
    terminal.keys("D")
    terminal.wait_for("Library, 1 document.")
    terminal.keys("a")
    terminal.wait_for("Add a folder or a file: _")
    terminal.keys("~/tal", "Tab", "Enter")
    terminal.wait_for(lambda screen: "1 document added." in " ".join(screen.split()))
    terminal.keys("/", "morning", "Enter")
    terminal.wait_for("1 place with morning.")
    terminal.keys("Enter")
    terminal.wait_for("Turn 1 of 4")
    terminal.keys("n", "n")
    assert "n next" not in terminal.wait_for("Turn 3 of 4")  # used three times
    os.kill(terminal.process(), signal.SIGKILL)
    talk.rename(tmp_path / "talks" / "moved.txt")
    terminal = reader(["--full", "--no-sound"], home, 80, 24)
    terminal.wait_for("The document read last cannot be opened again")
    terminal.keys("p")
    assert "n next" not in terminal.wait_for("Turn 3 of 23")
    terminal.keys("D")
    terminal.wait_for("66 percent")
    terminal.keys("f", "a talk", "Enter")
    assert "moved.txt" in terminal.wait_for("1 of 2 documents")
    terminal.keys("Enter")
    terminal.wait_for("Turn 3 of 4")


def test_two_readers_at_once_keep_what_each_did(reader: Reader, home: dict[str, str], tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text(TALK)
    one = reader(["--full", "--no-sound"], home, 80, 24)
    one.wait_for("Turn 1 of 23")  # before the other begins: without FILE a reader opens what was read last
    other = reader(["--full", "--no-sound", str(talk)], home, 80, 24)
    other.wait_for("Turn 1 of 4")
    for _ in range(3):
        one.keys("n")
        other.keys("n")
    one.wait_for("Turn 4 of 23")
    other.wait_for("Turn 4 of 4")
    for terminal in (one, other):
        terminal.keys("D")
        terminal.wait_for(lambda screen: "13 percent" in screen and "100 percent" in screen)
