"""The device that writes to a pipe: its pace, what it writes while nothing is read aloud, and how it ends."""

from __future__ import annotations

import os
import sys
import threading
import time
from array import array
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from tests.support.sound import until
from tui_reader.playback.stream_device import AHEAD, BLOCK, StreamDevice
from tui_reader.playback.stream_encoding import WavEncoder
from tui_reader.playback.wav_header import wav_header
from tui_reader.tts.samples import FRAME_BYTES

RATE = 96_000
"""Hz: a pipe of 64 kB holds less sound than is written ahead."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes cannot be waited for")


class Listener:
    """The other end of the pipe."""

    def __init__(self) -> None:
        self.seen, descriptor = os.pipe()
        self.errors = SimpleQueue[Exception]()
        self.device = StreamDevice(RATE, WavEncoder(RATE), descriptor, self.errors.put)
        self._descriptor = descriptor
        self.left = False

    def leave(self) -> None:
        if not self.left:
            self.left = True
            os.close(self.seen)

    def samples(self, seconds: float) -> array[int]:
        """The next samples, left and right."""
        wanted, data = round(seconds * RATE) * FRAME_BYTES, b""
        while len(data) < wanted:
            data += os.read(self.seen, wanted - len(data))
        return array("h", data)

    def wait_until_full(self) -> int:
        """Wait until the pipe takes nothing more; returns the frames delivered."""
        before = -1
        while before != (before := self.device.delivered):
            threading.Event().wait(0.2)
        return before

    def close(self) -> None:
        self.device.close()
        os.close(self._descriptor)
        self.leave()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def loud(frames: int) -> bytes:
    return array("h", [1000] * 2 * frames).tobytes()


def test_the_header_comes_before_any_sound_is_wanted(listener: Listener) -> None:
    assert os.read(listener.seen, 100) == wav_header(RATE, 0xFFFFFFFF)
    assert listener.device.heard() == listener.device.delivered == 0


def test_it_is_never_further_ahead_than_it_says(listener: Listener) -> None:
    os.read(listener.seen, 100)
    began = time.monotonic()
    listener.device.start(loud)
    for _ in range(40):
        assert set(listener.samples(BLOCK)) == {1000}
        assert listener.device.delivered / RATE <= time.monotonic() - began + AHEAD + BLOCK
        assert listener.device.heard() / RATE <= time.monotonic() - began


def test_a_listener_that_takes_nothing_for_a_while_gets_no_more_afterwards(listener: Listener) -> None:
    os.read(listener.seen, 100)
    listener.device.start(loud)
    stood = listener.wait_until_full()
    resumed = time.monotonic()
    for _ in range(20):
        listener.samples(0.05)
    assert (listener.device.delivered - stood) / RATE <= time.monotonic() - resumed + AHEAD + BLOCK


def test_it_goes_on_while_it_is_stopped(listener: Listener) -> None:
    os.read(listener.seen, 100)
    listener.device.start(loud)
    listener.device.stop()
    assert len(listener.samples(0.6)) == 2 * round(0.6 * RATE)


def test_a_listener_who_leaves_is_told(listener: Listener) -> None:
    listener.leave()
    listener.device.start(loud)
    assert isinstance(listener.errors.get(timeout=60), BrokenPipeError)


def test_at_the_end_one_more_block_is_pulled_in_which_the_sound_fades(listener: Listener) -> None:
    pulled: list[int] = []

    def pull(frames: int) -> bytes:
        pulled.append(frames)
        return bytes(frames * FRAME_BYTES)

    listener.device.start(pull)
    until(lambda: pulled)
    listener.device.close()
    known = len(pulled)
    threading.Event().wait(2 * BLOCK)
    assert len(pulled) == known and listener.device.delivered == sum(pulled)
    assert listener.errors.empty()


def test_it_ends_though_nothing_is_taken(listener: Listener) -> None:
    listener.device.start(loud)
    listener.wait_until_full()
    listener.device.close()
    assert not any(thread.name == "stream" for thread in threading.enumerate())


def test_an_error_of_what_is_pulled_ends_it(listener: Listener) -> None:
    def fail(frames: int) -> bytes:
        raise ValueError(frames)

    listener.device.start(fail)
    assert isinstance(listener.errors.get(timeout=60), ValueError)
