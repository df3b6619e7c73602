"""What reaches the ear: the whole memorandum from the screen to the sink, recorded and compared with the timeline."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import wave
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.support.pty_program import PtyProgram
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

pytestmark = pytest.mark.e2e

SPEED = 3.0
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
    manner = SpeechStyle(speed, True, Settings().pauses)
    try:
        return render_all(Narration(document), engine, cast(document, load_voices()), manner, len)
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
    terminal.wait_for("stopped", 20)
    terminal.wait_for("24 of 24")
    time.sleep(1)
    heights = list(recorder.mono(began))
    assert max(heights[-RATE // 2 :]) == 0
    return began, heights


@pytest.fixture
def calm(home: dict[str, str]) -> dict[str, str]:
    """A home whose device holds 200 ms: what is measured is the timeline, not how busy the machine is."""
    write_settings(home, "buffer = 200\n")
    return home


def test_the_whole_memorandum_is_heard_as_the_timeline_says(
    sound: SoundServer,
    recorder: Recorder,
    reader: Callable[..., Terminal],
    calm: dict[str, str],
    timeline: Timeline,
) -> None:
    terminal = reader(["--full", "--speed", str(SPEED)], calm | sound.environment)
    began, heights = whole_reading(terminal, recorder, timeline)
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


def test_no_frame_is_lost_or_added_in_a_whole_reading(
    sound: SoundServer, recorder: Recorder, reader: Callable[..., Terminal], calm: dict[str, str]
) -> None:
    """With tones, whose lengths are known to the sample, nothing drifts from the first utterance to the last."""
    speed = 4.0
    timeline = rendered(ToneEngine(), speed)
    terminal = reader(["--full", "--engine", "tone", "--speed", str(speed)], calm | sound.environment)
    _, heights = whole_reading(terminal, recorder, timeline)
    first = timeline.entries[0].start
    silences = silent_runs(heights, at_least=int(0.05 * RATE))
    chosen = [(a.end - first, b.start - first) for a, b in pairwise(timeline.entries)]
    assert len(silences) >= len(chosen)
    late = [(silence[1] - end) / RATE for silence, (_, end) in zip(silences, chosen, strict=False)]
    assert max(map(abs, late)) <= 0.005, late


@pytest.fixture
def screen(sound: SoundServer, home: dict[str, str]) -> Iterator[PtyProgram]:
    """The full face on a pseudo-terminal, with its sound ready."""
    program = PtyProgram([*READER, "--full"], home | sound.environment)
    program.wait_for(b"wonder")
    time.sleep(1.5)
    yield program
    program.close()


def last_sound(recorder: Recorder, since: int) -> int:
    return since + max(frame for frame, height in enumerate(recorder.mono(since)) if height)


def test_pause_is_silent_within_50_ms_and_next_is_heard_within_100_ms(screen: PtyProgram, recorder: Recorder) -> None:
    starts, pauses, jumps = [], [], []
    for _ in range(5):
        since = recorder.frames
        pressed = screen.press(b" ")
        time.sleep(0.8)
        first = since + next(frame for frame, height in enumerate(recorder.mono(since)) if height)
        starts.append(recorder.time_of(first) - pressed)
        jumped = screen.press(b"n")
        time.sleep(0.05)
        # The new turn is in another voice or begins anew: what is heard 100 ms after the key is no longer the old one
        # if there was a moment of silence between them, for a cut is never seamless.
        time.sleep(0.75)
        middle = recorder.frames
        heights = recorder.mono(since, middle)
        quiet = (frame for frame, height in enumerate(heights) if not height)
        silent = next(frame for frame in quiet if recorder.time_of(since + frame) > jumped)
        back = next(frame for frame in range(silent, len(heights)) if heights[frame])
        jumps.append(recorder.time_of(since + back) - jumped)
        pressed = screen.press(b" ")
        time.sleep(0.5)
        pauses.append(recorder.time_of(last_sound(recorder, since)) - pressed)
        assert recorder.silent_for(0.3)
    assert median(starts) <= 0.060, starts
    assert median(pauses) <= 0.050, pauses
    assert median(jumps) <= 0.100, jumps


@pytest.mark.parametrize("end", ["q", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_no_sound_is_left_after_the_end(end: str, screen: PtyProgram, recorder: Recorder, sound: SoundServer) -> None:
    screen.press(b" ")
    recorder.wait_for_sound()
    if end == "q":
        screen.press(b"q")
    else:
        screen.signal(signal.Signals[end])
    screen.wait()
    time.sleep(0.5)
    assert recorder.silent_for(0.3)
    assert sound.streams() == 0


def test_the_marked_word_is_the_heard_word(screen: PtyProgram, recorder: Recorder) -> None:
    """Each word that turns reverse on the terminal, against when its sound is at the sink by the timeline."""
    screen.press(b"n")
    for _ in range(4):  # turn 6, the longest of the first
        screen.press(b"n")
        time.sleep(0.1)
    since, written = recorder.frames, len(screen.writes)
    screen.press(b" ")
    time.sleep(25)
    screen.press(b" ")
    time.sleep(0.3)
    document = read(bundled("corpus") / "stevenson-ball.txt")
    script = Narration(document)
    utterances = [u for u in script.page(5) if u.voice == "AES"][:3]
    engine = EspeakEngine()
    made = render_all(utterances, engine, cast(document, load_voices()), SpeechStyle(1.0, True, Settings().pauses), len)
    engine.close()
    began = since + next(frame for frame, height in enumerate(recorder.mono(since)) if height)
    heard = [
        (entry.utterance.printed[word.start : word.end], recorder.time_of(began + entry.start + word.frame))
        for entry in made.entries
        for word in entry.words
    ]
    marked = marked_words(screen.writes[written:])
    differences = []
    for (word, at), (shown, when) in zip(heard, marked, strict=False):
        assert shown in word, (word, shown)
        differences.append(abs(when - at))
    assert len(differences) > 40
    assert quantiles(differences, n=20)[-1] <= 0.030, sorted(differences)[-5:]


def marked_words(writes: list[tuple[float, bytes]]) -> list[tuple[str, float]]:
    """Each stretch that is painted in reverse, with the time of its write, where it differs from the one before."""
    found: list[tuple[str, float]] = []
    for at, data in writes:
        for piece in data.split(b"\x1b[")[1:]:
            codes, sign, text = piece.partition(b"m")
            if sign and codes.replace(b";", b"").isdigit() and b"7" in codes.split(b";") and text.strip():
                word = text.decode("utf-8", "replace").strip()
                if not found or found[-1][0] != word:
                    found.append((word, at))
    return found


def test_without_a_sound_device_it_reads_on_with_the_words_marked(
    reader: Callable[..., Terminal], home: dict[str, str]
) -> None:
    terminal = reader(["--full"], home)
    terminal.wait_for("I wonder")
    terminal.wait_for("No sound device")
    terminal.keys("n", "Space")
    terminal.wait_for("Turn 3 of 23", 20)
    assert "\x1b[7m" in terminal.screen(styled=True)


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
