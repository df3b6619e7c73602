"""Measures how soon plain text mode answers a key, and how soon it is silent: `python -m tests.benchmarks answers`.

In the middle of a message of 1 MB and in a list of 3,000 turns, on a pseudo-terminal; and at the sink, while its own
voice says a turn of 1 MB. Each figure is a median and what 95 of 100 keep within.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles

from tests.support.pty_program import PtyProgram
from tests.support.sound_server import Recorder, SoundServer

KEYS, SPOKEN = 40, 20
"""How often a key is pressed on the terminal, and while it speaks."""
DOWN = b"\x1b[B"
TURNS = 3000
BOUND = "at most 50 ms"
Row = tuple[str, str, str]


def answer_rows(program: Sequence[str], environment: Mapping[str, str], folder: Path) -> list[Row]:
    """The rows: what was measured, the figures, the bound."""
    long, many = folder / "long.txt", folder / "many.txt"
    long.write_text(f"A Talk\n\nANNE: {'We walked along the river all day and ' * 27_000}\n\nBEN: Yes.\n\nANNE: So.\n")
    many.write_text(
        "A Talk\n\n" + "\n\n".join(f"{who}: Turn {at}." for at in range(TURNS // 2) for who in ("ANNE", "BEN"))
    )
    words = [*program, "--plain", "--no-library"]
    silence, listed = _silences(
        [*words, "--speak", "--engine", "espeak", "--speed", "1", str(long)], environment, folder
    )
    return [
        _row("key to first byte of the answer, in a message of 1 MB", _in_message([*words, str(long)], environment)),
        _row(f"key to first byte of the answer, in a list of {TURNS:,}", _in_list([*words, str(many)], environment)),
        _row("space key to silence at the sink, in a turn of 1 MB", silence),
        _row("key of a list to silence at the sink, in a turn of 1 MB", listed),
    ]


def _row(what: str, seconds: Sequence[float]) -> Row:
    middle, most = 1000 * median(seconds), 1000 * quantiles(seconds, n=20)[-1]
    return what, f"{middle:.0f} ms; 95 of 100 within {most:.0f} ms", BOUND


def _in_message(command: list[str], environment: Mapping[str, str]) -> list[float]:
    """Seconds from a key that is pressed while a long message is written to the answer's first byte."""
    seconds = []
    with PtyProgram([*command, "--no-sound"], dict(environment)) as program:
        program.wait_for(b"Enter: more.")
        for _ in range(KEYS):
            program.rest(0.2)
            written = len(program.writes)
            program.press(b"r")
            _new_write(program, written)
            seconds.append(_answered(program, b"w", b"Turn 1 of"))
    return seconds


def _in_list(command: list[str], environment: Mapping[str, str]) -> list[float]:
    """Seconds from a key in an open list to the first byte of the row that it tells."""
    seconds = []
    with PtyProgram([*command, "--no-sound"], dict(environment)) as program:
        program.wait_for(b"2 speakers")
        program.rest(0.2)
        program.press(b"O")
        for _ in range(KEYS):
            program.rest(0.2)
            seconds.append(_answered(program, DOWN, f"of {TURNS}".encode()))
    return seconds


def _new_write(program: PtyProgram, written: int) -> None:
    """Wait until more is written than so many writes."""
    end = time.monotonic() + 30
    while len(program.writes) == written:
        assert time.monotonic() < end, "nothing is written"
        time.sleep(0.001)


def _answered(program: PtyProgram, key: bytes, words: bytes) -> float:
    """Seconds from a key to the write that begins its answer, which has these words."""
    written = len(program.writes)
    pressed = program.press(key)
    end = pressed + 30
    while time.monotonic() < end:
        new = list(program.writes[written:])
        at = next((index for index, (_, data) in enumerate(new) if words in data), None)
        if at is not None:
            return new[at][0] - pressed
        time.sleep(0.001)
    raise AssertionError(f"{key!r} is not answered: {program.output[-300:]!r}")


def _silences(command: list[str], environment: Mapping[str, str], folder: Path) -> tuple[list[float], list[float]]:
    """Seconds from a key to silence: of the key that pauses, and of one that opens a list."""
    paused: list[float] = []
    listed: list[float] = []
    server = SoundServer(folder)
    recorder = Recorder(server)
    try:
        with PtyProgram(command, {**environment, **server.environment}) as program:
            program.wait_for(b"2 speakers")
            for _ in range(SPOKEN):
                for key, leave, seconds in ((b" ", b"", paused), (b"O", b"L", listed)):
                    program.press(b" ")
                    first = recorder.wait_for_sound()
                    time.sleep(0.3)
                    pressed = program.press(key)
                    time.sleep(0.5)
                    last = max(at for at, height in enumerate(recorder.mono(first)) if height)
                    seconds.append(max(0.0, recorder.time_of(first + last) - pressed))
                    program.press(leave)
                    time.sleep(0.2)
    finally:
        recorder.close()
        server.close()
    return paused, listed
