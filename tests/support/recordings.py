"""Recordings for tests, whose every frame says where it is, and documents with times."""

from __future__ import annotations

import math
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

from tui_reader.document.model import Document
from tui_reader.errors import EngineError
from tui_reader.formats import read

RATE = 1000
"""Hz: a frame is a millisecond."""


class CountingSource:
    """A `SoundSource` whose left channel counts its frames from 1 (to 30,000, then again), the right one is 7."""

    sample_rate = RATE

    def __init__(self, seconds: float = 30.0, fails_at: float = float("inf")) -> None:
        self.frames = round(seconds * RATE)
        self._fails_at = fails_at
        self.closed = False
        self.reads = 0

    def read(self, frame: int, frames: int) -> bytes:
        self.reads += 1
        if frame + frames > self._fails_at * RATE:
            raise EngineError("talk.wav is gone.")
        end = min(self.frames, frame + frames)
        return array("h", (one for at in range(frame, end) for one in (at % 30_000 + 1, 7))).tobytes()

    def close(self) -> None:
        self.closed = True


def read_vtt(folder: Path, *cues: str) -> Document:
    """The document of captions: each "1.0 2.5 <v Ann>Words.", with its start and end in seconds."""
    path = folder / "talk.vtt"
    lines = []
    for cue in cues:
        start, end, words = cue.split(" ", 2)
        lines.append(f"{_clock(float(start))} --> {_clock(float(end))}\n{words}\n")
    path.write_text("WEBVTT\n\n" + "\n".join(lines), encoding="utf-8")
    return read(path)


def write_tones(path: Path, seconds: float, *heard: tuple[float, float, int], rate: int = 8000) -> Path:
    """A mono WAV file of a low hum, in which tones are heard: each with start and end in seconds, and its height.

    Each tone swells and fades three times a second, as words do.
    """
    hum = [40 if at // 20 % 2 else -40 for at in range(rate)]
    pcm = array("h", (hum * (int(seconds) + 1))[: round(seconds * rate)])
    for start, end, height in heard:
        for at in range(round(start * rate), round(end * rate)):
            level = height * (1 + math.sin(6 * math.pi * (at / rate - start))) / 2
            pcm[at] = round(level * math.sin(2 * math.pi * 400 * at / rate))
    return _write(path, pcm, rate)


def write_beeps(path: Path, seconds: float, begins: Sequence[float], rate: int) -> Path:
    """A mono WAV file in which a beep of 0.15 s begins at each of these seconds, in a low hum."""
    pcm = array("h", (20 if at // 50 % 2 else -20 for at in range(round(seconds * rate))))
    beep = [round(9000 * math.sin(2 * math.pi * 1000 * at / rate)) for at in range(round(0.15 * rate))]
    for begin in begins:
        at = round(begin * rate)
        pcm[at : at + len(beep)] = array("h", beep)
    return _write(path, pcm, rate)


def _write(path: Path, pcm: array[int], rate: int) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(pcm.tobytes())
    return path


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
