"""The table of voices: the word errors of each beside those of its accent's plain voice, by any engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from tests.measure_voices.word_errors import Understood, sentences, understood
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.tts.engine import Engine
from tui_reader.tts.open_engine import open_engine

HEAD = """| engine | voice | made of | words a minute | word errors, % | plain voice's, % | times |
|---|---|---|---|---|---|---|"""
_engines: dict[str, Engine] = {}
"""Those that are open in this process."""


class Row(NamedTuple):
    """A voice, how well it is understood by an engine, and how well that engine's plain voice is."""

    engine: str
    voice: Voice
    how: Understood
    plain: Understood

    def __str__(self) -> str:
        """A row of the table in Markdown."""
        voice, how, plain = self.voice, self.how, self.plain
        made_of = f"{voice.espeak.voice}, rate {voice.espeak.rate}" if self.engine == "espeak" else ""
        return (
            f"| {self.engine} | {voice.id} | {made_of} | {how.words_a_minute:.0f} "
            f"| {how.errors:.1f} | {plain.errors:.1f} | {how.errors / plain.errors:.2f} |"
        )


def plain_voice(voice: Voice, engine: str) -> Voice:
    """What an engine has without settings of ours; by espeak-ng, the accent of `voice` at the usual rate."""
    if engine != "espeak":
        return Voice("plain", "Plain")
    accent = voice.espeak.voice.partition("+")[0]
    return Voice(f"plain {accent}", "Plain", espeak=EspeakSettings(accent))


def rows(voices: Sequence[Voice], engine: str, number: int | None, jobs: int) -> Iterator[Row]:
    """The plain voices and then `voices`, each as soon as it is measured.

    They say `number` sentences, None for all, in so many processes. Raises EngineError.
    """
    plain = {voice.id: plain_voice(voice, engine) for voice in voices}
    every = [*{one.id: one for one in plain.values()}.values(), *voices]
    found: dict[str, Understood] = {}
    with ProcessPoolExecutor(jobs) as pool:
        results = pool.map(_measure, every, [engine] * len(every), [number] * len(every))
        for voice, how in zip(every, results, strict=True):
            found[voice.id] = how
            beside = plain.get(voice.id, voice)
            yield Row(engine, voice, how, found[beside.id])


def _measure(voice: Voice, engine: str, number: int | None) -> Understood:
    if engine not in _engines:
        _engines[engine] = open_engine(engine)
    return understood(voice, _engines[engine], sentences(number))
