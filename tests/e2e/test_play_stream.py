"""`tui-reader play --to -` as somebody hears it at the other end of a pipe: its pace, pauses, and other decoders."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from tests.e2e.conftest import needs
from tests.support.stream_listener import StreamListener
from tests.support.terminal import READER
from tui_reader.cli.main import main
from tui_reader.tts.samples import FRAME_BYTES
from tui_reader.tts.tone_engine import SAMPLE_RATE

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

TALK = "ANNE: It is cold today, is it not, and it was so yesterday too.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"
MOST_AHEAD = 0.5
"""Seconds."""
WOKEN_LATE = 0.1
"""Seconds by which the listener may see the first sound too late, on a busy machine."""
Start = Callable[..., StreamListener]


@pytest.fixture
def start(home: dict[str, str]) -> Iterator[Start]:
    """Starts the reader with these words, and a tone for a voice."""
    with ExitStack() as listeners:

        def start(*words: str | Path) -> StreamListener:
            listener = StreamListener(READER, [*map(str, words), "--engine", "tone", "--from", "1"], home)
            return listeners.enter_context(closing(listener))

        yield start


def test_sound_comes_at_its_pace_and_a_player_never_runs_out(start: Start, talk: Path) -> None:
    listener = start(talk, "--speed", "2")
    status, _ = listener.end()
    assert status == 0
    header, *pieces = listener.pieces
    assert header[1][:4] == b"RIFF"
    times = [at for at, _ in pieces]
    sent = [0.0, *accumulate(len(piece) / FRAME_BYTES / SAMPLE_RATE for _, piece in pieces)]
    for at, (before, after) in zip(times, pairwise(sent), strict=True):
        assert after - (at - times[0]) <= MOST_AHEAD + WOKEN_LATE
        assert before >= at - times[0]


def test_a_pause_is_heard_within_half_a_second_and_reading_goes_on_at_the_same_sound(
    start: Start, talk: Path, tmp_path: Path
) -> None:
    listener = start(talk)
    listener.wait_for_frames(SAMPLE_RATE)
    paused = listener.type(" ")
    listener.wait_for_frames(2 * SAMPLE_RATE)
    resumed = listener.type("play")
    status, _ = listener.end()
    sound = listener.left
    last_heard = max(at for at in range(paused, resumed) if sound[at])
    assert status == 0 and (last_heard - paused) / SAMPLE_RATE <= MOST_AHEAD
    assert not any(sound[last_heard + 1 : resumed])
    assert main(["export", str(talk), "-o", str(tmp_path / "talk.wav"), "--engine", "tone", "--from", "1"]) == 0
    with wave.open(str(tmp_path / "talk.wav")) as file:
        exported = file.readframes(file.getnframes())
    whole = sum(1 for at in range(0, len(exported), FRAME_BYTES) if any(exported[at : at + FRAME_BYTES]))
    assert sum(map(bool, sound)) == pytest.approx(whole, abs=0.02 * SAMPLE_RATE)


@pytest.mark.parametrize("form", ["wav", "opus"])
def test_a_stream_is_decoded_by_ffmpeg(start: Start, talk: Path, form: str) -> None:
    needs("av")
    import av

    listener = start(talk, "--format", form, "--speed", "4")
    assert listener.end()[0] == 0
    with av.open(io.BytesIO(listener.stream), "r") as container:
        sound = container.streams.audio[0]
        seconds = sum(frame.samples for frame in container.decode(sound)) / sound.rate
    lasted = listener.pieces[-1][0] - listener.pieces[1][0]  # the first piece is the head, sent before there is sound
    assert seconds == pytest.approx(lasted, abs=MOST_AHEAD + 0.3)


def test_the_sound_of_another_turn_is_heard_within_half_a_second(start: Start, talk: Path) -> None:
    listener = start(talk)
    listener.wait_for_frames(SAMPLE_RATE // 2)
    listener.type(" ")
    listener.wait_for_frames(listener.frames + SAMPLE_RATE)
    listener.type("n")
    asked = listener.type(" ")
    listener.wait_for_frames(asked + SAMPLE_RATE)
    listener.type("q")
    status, told = listener.end()
    begins = next(at for at in range(asked, asked + SAMPLE_RATE) if listener.left[at])
    assert (begins - asked) / SAMPLE_RATE <= MOST_AHEAD
    assert status == 0
    assert told.splitlines() == ["ANNE", "Stopped at turn 1.", "Turn 2 of 3.", "BEN", "Stopped at turn 2; place saved."]
