"""Prints how well a recording is understood at other speeds, by our method and by others.

    python -m tests.measure_voices.speeds --model FOLDER [--speed N ...] [--method NAME ...] [ENGINE:VOICE ...]

A voice says the 200 sentences, with noise around; that recording is heard by Whisper (see whisper.py for what it
needs) at each speed, and at 1.5 times and back at 1. The table says the word errors and how many times those at
speed 1 they are.
"""

from __future__ import annotations

import os
import random
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from array import array
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.measure_voices.other_speeds import METHODS
from tests.measure_voices.whisper import Whisper
from tests.measure_voices.word_errors import sentences, word_errors
from tui_reader.casting import bundled_voices
from tui_reader.tts import samples
from tui_reader.tts.open_engine import open_engine
from tui_reader.voice_lab.measurement import sentence_sounds

VOICES = ("natural:gwb", "natural:clara", "espeak:gwb")
SPEEDS = (1.25, 1.5, 2.0)
BACK = "1.5 and back"
ITSELF = "the voice itself"
"""Not a recording made quicker, but the voice speaking quicker: what the recogniser does with quick speech."""
TOGETHER = 10
"""Sentences in one recording, of some 25 seconds: the recogniser hears up to 30 at once."""
PAUSE = 0.3
"""Seconds of silence after each sentence."""


class Passage(NamedTuple):
    """Some sentences and the recording of them, mono."""

    said: str
    pcm: bytes
    rate: int


def passages(name: str, noise_level: float, number: int | None, speed: float = 1.0) -> Iterator[Passage]:
    """Recordings of the sentences by ENGINE:VOICE at a speed, with white noise so many decibels below its level.

    Raises EngineError.
    """
    engine_name, voice = name.split(":")
    engine = open_engine(engine_name)
    said = sentences(number)
    pause = samples.silence(round(PAUSE / speed * engine.sample_rate))
    for at in range(0, len(said), TOGETHER):
        some = said[at : at + TOGETHER]
        sounds = list(sentence_sounds(bundled_voices()[voice], engine, some, speed))
        pcm = pause + b"".join(sound + pause for sound in sounds)
        level = samples.rms(b"".join(sounds)) * 10 ** (-noise_level / 20)
        draw = random.Random(at)
        noise = array("h", (round(draw.gauss(0, level)) for _ in range(len(pcm) // samples.WIDTH)))
        yield Passage(" ".join(some), samples.mix(pcm, noise.tobytes()), engine.sample_rate)
    engine.close()


def at_speed(passage: Passage, method: str, speed: float | None) -> bytes:
    """A recording at that speed; None: at 1.5 times and then back."""
    stretched = METHODS[method]
    if speed is None:
        return stretched(stretched(passage.pcm, passage.rate, 1.5), passage.rate, 1 / 1.5)
    return passage.pcm if speed == 1 else stretched(passage.pcm, passage.rate, speed)


_whisper: dict[Path, Whisper] = {}
"""The recogniser that is open in this process."""


def errors(given: Namespace, name: str, method: str, speed: float | None) -> float:
    """Wrong, missing and superfluous words of 100 that a voice says."""
    if given.model not in _whisper:
        _whisper[given.model] = Whisper(given.model)
    whisper = _whisper[given.model]
    own = speed if method == ITSELF and speed else 1.0
    wrong = words = 0
    for passage in passages(name, given.noise, given.sentences, own):
        said = whisper.plain_words(passage.said)
        sound = passage.pcm if method == ITSELF else at_speed(passage, method, speed)
        wrong += word_errors(said, whisper.words(sound, passage.rate))
        words += len(said)
    return 100 * wrong / words


def main() -> None:
    """As the module says."""
    parser = ArgumentParser(
        prog="python -m tests.measure_voices.speeds", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("voices", metavar="ENGINE:VOICE", nargs="*", default=VOICES, help="Default: three voices.")
    parser.add_argument("--model", metavar="FOLDER", type=Path, required=True, help="Whisper's model for CTranslate2.")
    parser.add_argument("--noise", metavar="DB", type=float, default=15, help="Voice above the noise; default: 15 dB.")
    parser.add_argument("--speed", metavar="N", type=float, action="append", help="Default: 1.25, 1.5 and 2.")
    parser.add_argument("--method", choices=(*METHODS, ITSELF), action="append", help="Default: all.")
    parser.add_argument("--sentences", metavar="N", type=int, help="How many sentences of the 200; default: all.")
    parser.add_argument("--jobs", metavar="N", type=int, default=os.cpu_count(), help="Processes; default: one a core.")
    given = parser.parse_args()
    speeds = (*(given.speed or SPEEDS), None)
    heads = " | ".join(f"{speed or BACK} | times" for speed in speeds)
    print(f"| voice | method | 1 | {heads} |\n|---|---|---|{'---|---|' * len(speeds)}")
    with ProcessPoolExecutor(given.jobs) as pool:
        for name in given.voices:
            plain = pool.submit(errors, given, name, ITSELF, 1.0)
            found = {
                method: [
                    pool.submit(errors, given, name, method, speed) for speed in speeds if speed or method != ITSELF
                ]
                for method in given.method or (*METHODS, ITSELF)
            }
            for method, results in found.items():
                cells = " | ".join(f"{one.result():.1f} | {one.result() / plain.result():.2f}" for one in results)
                print(f"| {name} | {method} | {plain.result():.1f} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
