"""The silence between turns and sentences, as it is at the sink, and how soon the talk begins after a long title."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

from tests.support.sound_server import RATE, Recorder, SoundServer
from tests.support.terminal import Terminal, write_settings

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

TITLE = (
    "Memorandum of Telephone Conversation Between the Permanent Representative to the United Nations (Stevenson) and "
    "the Under Secretary of State (Ball)"
)
TALK = """TOM: I was going to tell you that the man who came to dinner was--

ANN: Stop!

TOM: --my brother, who had been away for a year and had not written to any of us in all that time. He is here.

ANN: Where was he all this while?

TOM: In the garden, mostly.

ANN: I do not believe a word of it, and I shall tell you why when we are alone and nobody can hear us.

TOM: Do.
"""
PAUSES = [60, 350, 362.4, 549.1, 350, 573.1, 737.2]
"""Milliseconds: an interruption, an answer, after a long sentence and a short one, a quick exchange, two others."""
LOUD = 60


def silences(recorder: Recorder, began: int, least: float) -> list[tuple[float, float]]:
    """The silences of at least so many seconds: when each begins after the frame `began`, and how long it is."""
    found, at = list[tuple[float, float]](), 0
    for loud, run in groupby(height > LOUD for height in recorder.mono(began)):
        length = len(list(run))
        if not loud and length >= least * RATE:
            found.append((at / RATE, length / RATE))
        at += length
    return found


def opened(reader: Callable[..., Terminal], home: dict[str, str], path: Path, *words: str) -> Terminal:
    terminal = reader(["--full", *words, str(path)], home)
    terminal.wait_for("TOM")
    time.sleep(1.5)
    return terminal


def test_pauses_are_as_the_words_before_them(
    reader: Callable[..., Terminal], home: dict[str, str], sound: SoundServer, recorder: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "talk.txt").write_text(TALK)
    write_settings(home, "buffer = 200\n")  # what is measured is the pauses, not how busy the machine is
    terminal = opened(reader, home | sound.environment, tmp_path / "talk.txt", "--engine", "tone")
    terminal.keys("Space")
    began = recorder.wait_for_sound()
    terminal.wait_for("stopped", 60)
    time.sleep(1)
    found = [1000 * length for _, length in silences(recorder, began, 0.04)][:-1]
    assert found == pytest.approx(PAUSES, abs=3)


def test_the_talk_begins_within_three_seconds_of_the_key_after_a_long_title(
    reader: Callable[..., Terminal], home: dict[str, str], sound: SoundServer, recorder: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "talk.md").write_text(f"# {TITLE}\n\n{TALK}")
    terminal = opened(reader, home | sound.environment, tmp_path / "talk.md")
    pressed = time.monotonic()
    terminal.keys("Space")
    began = recorder.wait_for_sound()
    time.sleep(5)
    at, length = next(one for one in silences(recorder, began, 0.3))
    talk = recorder.time_of(began + round((at + length) * RATE)) - pressed
    assert talk < 3
