"""A stream for another program: from exec to its first byte, and to the first byte of sound."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from tests.benchmarks.screen import Row
from tests.support.corpus import MEMORANDUM
from tests.support.sound import until
from tests.support.stream_listener import StreamListener

RUNS = 15


def stream_rows(program: list[str], environment: Mapping[str, str]) -> list[Row]:
    """Rows of the table, for each format."""
    return [_row(program, environment, form) for form in ("wav", "opus")]


def _row(program: list[str], environment: Mapping[str, str], form: str) -> Row:
    first: list[float] = []
    sound: list[float] = []

    def listen() -> None:
        listener = StreamListener(program, [str(MEMORANDUM), "--from", "1", "--format", form], environment)
        try:
            until(lambda: len(listener.pieces) > 1, 30)
            first.append(listener.pieces[0][0] - listener.started)
            sound.append(listener.pieces[1][0] - listener.started)
        finally:
            listener.close()

    for _ in range(RUNS):
        listen()
    measured = f"{1000 * median(first):.0f} ms; {1000 * median(sound):.0f} ms"
    return f"play --to - as {form}: exec to first byte; to first sound", measured, "first byte at most 400 ms"
