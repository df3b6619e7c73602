"""How well a voice is understood: the word errors of a speech recogniser (CMU PocketSphinx, American English).

The recogniser stands for no listener: it makes many times as many errors, and knows American accents best. So a voice
is compared with the plain voice of its own accent, and voices with each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.casting.voice import Voice
from tui_reader.tts import samples
from tui_reader.tts.engine import Engine
from tui_reader.voice_lab.measurement import SENTENCES, sentence_sounds

if TYPE_CHECKING:
    from pocketsphinx import Decoder

RATE = 16_000
"""Hz that the recogniser's model was trained at."""
BESIDE = 0.2
"""Seconds of silence before and after each sentence."""
CHUNK = 4096
"""Bytes given to the recogniser at once: it goes on learning the sound of the voice, as on a telephone."""
QUICKER = {"fwdflat": False, "maxhmmpf": 1500, "maxwpf": 8, "pl_window": 5}
"""One search of fewer states instead of two: a third of the time, and as many errors within two of 100 words."""


class Understood(NamedTuple):
    """How well a voice was understood."""

    errors: float
    """Of 100 words: those that are wrong, missing or too many."""
    words_a_minute: float
    """While it speaks: the silence around sentences does not count."""


def sentences(number: int | None = None) -> list[str]:
    """Plain sentences of everyday words, evenly chosen where a number of them is given."""
    more = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    every = [*SENTENCES, *more]
    return every[:: max(1, len(every) // number)][:number] if number else every


def understood(voice: Voice, engine: Engine, said: Sequence[str]) -> Understood:
    """Have the recogniser hear a voice say those sentences. Raises EngineError."""
    decoder = _decoder()
    wrong = words = size = 0
    for sentence, pcm in zip(said, sentence_sounds(voice, engine, said), strict=True):
        printed = words_of(sentence)
        wrong += word_errors(printed, words_of(_heard(decoder, pcm, engine.sample_rate)))
        words += len(printed)
        size += len(pcm)
    seconds = size / samples.WIDTH / engine.sample_rate
    return Understood(100 * wrong / words, 60 * words / seconds if seconds else 0.0)


def words_of(text: str) -> list[str]:
    """The words of a text as the recogniser writes them."""
    return re.findall(r"[a-z']+", text.lower())


def word_errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """The least number of words to replace, leave out or add that makes one row of words the other."""
    row = list(range(len(heard) + 1))
    for place, word in enumerate(said, 1):
        before, row = row, [place]
        for at, other in enumerate(heard, 1):
            row.append(min(before[at] + 1, row[-1] + 1, before[at - 1] + (word != other)))
    return row[-1]


def _decoder() -> Decoder:
    """A recogniser that has heard nothing yet. Raises SystemExit where it is not installed."""
    try:
        from pocketsphinx import Decoder
    except ImportError:
        raise SystemExit("The recogniser is not installed; pip install pocketsphinx.") from None
    return Decoder(samprate=RATE, loglevel="FATAL", **QUICKER)


def _heard(decoder: Decoder, pcm: bytes, rate: int) -> str:
    silence = samples.silence(round(BESIDE * RATE))
    sound = silence + samples.to_mono(pcm, samples.WIDTH, 1, rate, RATE) + silence
    decoder.start_utt()
    for at in range(0, len(sound), CHUNK):
        decoder.process_raw(sound[at : at + CHUNK])
    decoder.end_utt()
    heard = decoder.hyp()
    return heard.hypstr if heard else ""
