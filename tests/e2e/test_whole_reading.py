"""The whole memorandum, read aloud from the screen to the sink, recorded and compared with the timeline."""

from __future__ import annotations

import os
import subprocess
import time
import wave
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.conftest import home_in
from tests.support.sound_server import RATE, Recorder, SoundServer
from tests.support.terminal import READER, Terminal, write_settings
from tui_reader.casting import cast, load_voices
from tui_reader.formats import read
from tui_reader.narration.narration import Narration
from tui_reader.paths import bundled
from tui_reader.playback.timeline import Timeline, render_all
from tui_reader.settings import Settings
from tui_reader.tts import samples
from tui_reader.tts.engine import Engine
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.render import EDGE, SpeechStyle
from tui_reader.tts.tone_engine import ToneEngine
from tui_reader.voice_lab.pitch import median_pitch

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

SPEED, TONE_SPEED = 3.0, 4.0
QUIET = 60
"""A sample up to this is silence in the recording; the faded edges of an utterance lie below and above it."""
TOLERANCE = int(0.035 * RATE)
"""espeak-ng gives one sentence in lengths up to 20 ms apart at this speed, from one rendering to the next."""


def silent_runs(heights: list[int], at_least: int) -> list[tuple[int, int]]:
    """Runs of silence of at least so many frames: (start, end)."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for frame, height in enumerate(heights):
        if height > QUIET:
            if start is not None and frame - start >= at_least:
                runs.append((start, frame))
            start = None
        elif start is None:
            start = frame
    return runs


def rendered(engine: Engine, speed: float) -> Timeline:
    """The timeline of the whole memorandum."""
    document = read(bundled("corpus") / "stevenson-ball.txt")
    style = SpeechStyle(speed, True, Settings().pauses)
    try:
        return render_all(Narration(document), engine, cast(document, load_voices()), style, len)
    finally:
        engine.close()


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    """The timeline of the whole memorandum by espeak."""
    return rendered(EspeakEngine(), SPEED)


def whole_reading(terminal: Terminal, recorder: Recorder, timeline: Timeline) -> tuple[int, list[int]]:
    """Press space and record until it has stopped: the first frame of sound, and the height of each from there on."""
    terminal.wait_for("I wonder")
    time.sleep(1)
    terminal.keys("Space")
    began = recorder.wait_for_sound()
    time.sleep(timeline.frames / RATE)
    terminal.wait_for("stopped")
    terminal.wait_for("Part 2 of 2")
    time.sleep(1)
    heights = list(recorder.mono(began))
    assert max(heights[-RATE // 2 :]) == 0
    return began, heights


class WholeReading(NamedTuple):
    """The whole memorandum as it was heard at a sound server of its own."""

    timeline: Timeline
    recorder: Recorder
    began: int
    """The first frame of sound in the recording."""
    heights: list[int]
    """The height of each frame from there on."""


def read_whole(folder: Path, timeline: Timeline, *words: str) -> WholeReading:
    """Read the memorandum aloud to its end with these words of the command line.

    The device holds 200 ms: what is measured is the timeline, not how busy the machine is.
    """
    folder.mkdir()
    server = SoundServer(folder)
    recorder = Recorder(server)
    environment = home_in(folder) | server.environment
    write_settings(environment, 'buffer = 200\ntitles = "full"\n')
    try:
        with Terminal([*READER, "--full", *words], environment) as terminal:
            return WholeReading(timeline, recorder, *whole_reading(terminal, recorder, timeline))
    finally:
        recorder.close()
        server.close()


@pytest.fixture(scope="module")
def readings(timeline: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[WholeReading]]]:
    """The memorandum by espeak-ng and in tones, both read at the same time, for each takes minutes."""
    folder = tmp_path_factory.mktemp("whole")
    tones = rendered(ToneEngine(), TONE_SPEED)
    with ThreadPoolExecutor() as pool:
        yield {
            "espeak": pool.submit(read_whole, folder / "espeak", timeline, "--speed", str(SPEED)),
            "tone": pool.submit(read_whole, folder / "tone", tones, "--engine", "tone", "--speed", str(TONE_SPEED)),
        }


def test_the_whole_memorandum_is_heard_as_the_timeline_says(readings: dict[str, Future[WholeReading]]) -> None:
    timeline, recorder, began, heights = readings["espeak"].result()
    edge = int(EDGE * RATE)
    at = 0
    silences = iter(silent_runs(heights, at_least=int(0.05 * RATE)))
    pitches: dict[str, list[float]] = {}
    silence = next(silences)
    for entry, following in pairwise(timeline.entries):
        pause = following.start - entry.end
        end = at + entry.end - entry.start
        while silence[1] < end:  # silences inside an utterance: at its commas and dashes
            silence = next(silences)
        said = entry.utterance.spoken
        assert abs(silence[0] - end) <= TOLERANCE + edge, said
        assert abs(silence[1] - silence[0] - pause) <= 2 * edge + 0.002 * RATE, said
        mono = samples.to_mono(recorder.pcm(began + at, began + silence[0]), 2, 2, RATE, RATE)
        if len(mono) > RATE:  # half a second of speech
            pitches.setdefault(entry.utterance.voice, []).append(median_pitch(mono, RATE))
        at = silence[1]
        silence = next(silences, (len(heights), len(heights)))
    last = timeline.entries[-1]
    loud_end = max(frame for frame, height in enumerate(heights) if height > QUIET)
    assert abs(loud_end - (at + last.end - last.start)) <= TOLERANCE + edge

    assert max(pitches["GWB"]) < min(pitches["AES"])
    assert max(pitches["AES"]) < min(pitches["narrator"])


def test_no_frame_is_lost_or_added_in_a_whole_reading(readings: dict[str, Future[WholeReading]]) -> None:
    """With tones, whose lengths are known to the sample, nothing drifts from the first utterance to the last."""
    timeline, _, _, heights = readings["tone"].result()
    first = timeline.entries[0].start
    silences = silent_runs(heights, at_least=int(0.05 * RATE))
    chosen = [(a.end - first, b.start - first) for a, b in pairwise(timeline.entries)]
    assert len(silences) >= len(chosen)
    late = [(silence[1] - end) / RATE for silence, (_, end) in zip(silences, chosen, strict=False)]
    assert max(map(abs, late)) <= 0.005, late


def test_the_export_is_the_same_sound(home: dict[str, str], tmp_path: Path, timeline: Timeline) -> None:
    target = tmp_path / "out.wav"
    words = [*READER, "export", "--speed", str(SPEED), "-o", str(target)]
    run = subprocess.run(words, env={**os.environ, **home}, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    with wave.open(str(target)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, RATE)
        assert file.getnframes() == pytest.approx(timeline.frames, abs=len(timeline.entries) * TOLERANCE)
        file.setpos(timeline.entries[0].start)
        assert samples.rms_dbfs(file.readframes(timeline.entries[0].end)) > -30
