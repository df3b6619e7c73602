"""What reaches the ear, and when: keys, ends, and the word that is marked, by recordings of the sink."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median, quantiles

import pytest

from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.sound_server import Recorder, SoundServer
from tests.support.terminal import READER, Terminal
from tui_reader.casting import cast, load_voices
from tui_reader.formats import read
from tui_reader.narration.narration import Narration
from tui_reader.paths import bundled
from tui_reader.playback.timeline import render_all
from tui_reader.settings import Settings
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.render import SpeechStyle

pytestmark = [pytest.mark.e2e, pytest.mark.alone]


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


def sound_again(recorder: Recorder, since: int, moment: float) -> int | None:
    """The first frame of sound after the first silent one behind a moment; None where it has not come yet."""
    heights = recorder.mono(since)
    quiet = (frame for frame, height in enumerate(heights) if not height)
    silent = next((frame for frame in quiet if recorder.time_of(since + frame) > moment), len(heights))
    return next((since + frame for frame in range(silent, len(heights)) if heights[frame]), None)


def test_pause_is_silent_within_50_ms_and_next_is_heard_within_100_ms(screen: PtyProgram, recorder: Recorder) -> None:
    starts, pauses, jumps = [], [], []
    for _ in range(5):
        since = recorder.frames
        pressed = screen.press(b" ")
        starts.append(recorder.time_of(recorder.wait_for_sound()) - pressed)
        time.sleep(0.8)
        jumped = screen.press(b"n")
        # The new turn is in another voice or begins anew: what is heard 100 ms after the key is no longer the old one
        # if there was a moment of silence between them, for a cut is never seamless.
        until(partial(sound_again, recorder, since, jumped))
        jumps.append(recorder.time_of(sound_again(recorder, since, jumped) or 0) - jumped)
        time.sleep(0.7)
        pressed = screen.press(b" ")
        time.sleep(0.2)
        until(lambda: recorder.silent_for(0.3))
        pauses.append(recorder.time_of(last_sound(recorder, since)) - pressed)
    assert median(starts) <= 0.060, starts
    assert median(pauses) <= 0.050, pauses
    assert median(jumps) <= 0.100, jumps


@pytest.mark.parametrize("end", ["q", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_no_sound_is_left_after_the_end(end: str, screen: PtyProgram, recorder: Recorder, sound: SoundServer) -> None:
    screen.press(b" ")
    since = recorder.wait_for_sound()
    ended = time.monotonic()  # before what ends it, so that its fade counts
    if end == "q":
        screen.press(b"q")
    else:
        screen.signal(signal.Signals[end])
    screen.wait()
    until(lambda: recorder.silent_for(0.3), 5)
    until(lambda: sound.streams() == 0, 5)
    assert recorder.time_of(last_sound(recorder, since)) - ended <= 0.5


def test_the_marked_word_is_the_heard_word(screen: PtyProgram, recorder: Recorder) -> None:
    """Each word that turns reverse on the terminal, against when its sound is at the sink by the timeline."""
    for _ in range(5):  # turn 6, the longest of the first
        screen.press(b"n")
        screen.rest(0.1)
    late = differences(screen, recorder)
    if quantiles(late, n=20)[-1] > 0.030:  # a moment in which the machine did something else: what is wrong is so again
        screen.press(b"np")
        late = differences(screen, recorder)
    assert quantiles(late, n=20)[-1] <= 0.030, sorted(late)[-5:]


def differences(screen: PtyProgram, recorder: Recorder) -> list[float]:
    """Seconds between a word's mark and its sound, for the words of turn 6 that are said in 25 seconds."""
    screen.rest()
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
    found = []
    for (word, at), (shown, when) in zip(heard, marked_words(screen.writes[written:]), strict=False):
        assert shown in word, (word, shown)
        found.append(abs(when - at))
    assert len(found) > 40
    return found


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
    terminal.wait_for("Turn 3 of 23")
    assert "\x1b[7m" in terminal.screen(styled=True)
