"""The tables of `tui-reader voices --measure`: pitch, loudness, pace, and which voices are mistaken for others."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tui_reader.casting.voice import MeasuredVoice, Voice
from tui_reader.tts.engine import Engine
from tui_reader.voice_lab.measurement import SENTENCES, VoiceProfile, confusions, profile
from tui_reader.voice_lab.voice_space import centroid

CELL = 4
"""Columns of one number in the table of confusions."""


def measured_lines(
    voices: Mapping[str, Voice], engine: Engine, only: str | None, width: int, sentences: Sequence[str] = SENTENCES
) -> Iterator[str]:
    """Pitch, loudness and pace of each voice, the voice most like it, and which voices its sentences are taken for.

    With `only`, the voice of that id alone, compared with all, and its table [measured] for a voice file. Lines have at
    most `width` columns where the numbers fit. Raises EngineError.
    """
    profiles = {id: profile(voice, engine, sentences) for id, voice in voices.items()}
    margin = max(map(len, profiles)) + 1
    yield f"{'voice':<{margin}}  pitch   loudness   pace         most like it"
    for id, found in profiles.items():
        if only in (None, id):
            yield f"{id:<{margin}}{_figures(found)}  {_next(id, profiles)}"
    yield ""
    wrong = confusions(profiles)
    if only:
        yield f"Taken for others: {_taken(wrong[only])}"
        yield ""
        yield from measured_table(profiles[only].measured).splitlines()
    else:
        yield "Of 100 sentences of each voice (row), how many are taken for which voice (column):"
        yield from _matrix(wrong, margin, width)


def measured_table(measured: MeasuredVoice) -> str:
    """The table [measured] of a voice file."""
    point = ", ".join(f"{value:g}" for value in measured.point)
    understood = ((name, getattr(measured, name)) for name in ("errors", "plain_errors"))
    more = "".join(f"{name} = {value:g}\n" for name, value in understood if value is not None)
    return f"[measured]\npitch = {measured.pitch:g}\npoint = [{point}]\n{more}"


def _figures(found: VoiceProfile) -> str:
    return f"{found.sound.pitch:>4.0f} Hz {found.sound.level:>6.1f} dBFS {found.words_a_minute:>4.0f} words/min"


def _next(id: str, profiles: Mapping[str, VoiceProfile]) -> str:
    here = centroid(profiles[id].points)
    far = {other: math.dist(here, centroid(found.points)) for other, found in profiles.items() if other != id}
    nearest = min(far, key=far.__getitem__, default=None)
    return f"{nearest}, {far[nearest]:.1f} away" if nearest else ""


def _taken(counts: Counter[str]) -> str:
    total = counts.total()
    return ", ".join(f"{id} {100 * times / total:.0f} of 100" for id, times in counts.most_common())


def _matrix(wrong: Mapping[str, Counter[str]], margin: int, width: int) -> Iterator[str]:
    """Rows are the voices that spoke, columns those they are taken for, in the same numbers."""
    numbers = dict(enumerate(wrong, 1))
    margin += 3
    columns = max(1, (width - margin) // CELL)
    for first in range(1, len(numbers) + 1, columns):
        block = range(first, min(len(numbers) + 1, first + columns))
        yield " " * margin + "".join(f"{number:>{CELL}}" for number in block)
        for number, id in numbers.items():
            shares = (100 * wrong[id][numbers[column]] / wrong[id].total() for column in block)
            cells = "".join(f"{f'{share:.0f}' if share else '.':>{CELL}}" for share in shares)
            yield f"{number:>2} {id:<{margin - 3}}{cells}"
