"""Earcons beside words that are printed: played by a device of its own, whatever engine speaks.

Knows no document. A device that hangs keeps nobody waiting: only the thread here calls it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue

from tui_reader.errors import DeviceError
from tui_reader.narration.utterance import Earcon
from tui_reader.playback.device import Device
from tui_reader.tts import earcon_sounds, samples

RATE = 44_100
"""Hz."""
GAP = 0.08
"""Seconds between two sounds."""
DRAINED = 0.5
"""Seconds behind the last sound until the device is stopped: so long some may be in its buffer."""
SILENT = "none"
"""The name of the device without sound."""


class ShortSounds:
    """Plays earcons one after the other; those that are still to be heard when others come are left out."""

    def __init__(self, open_device: Callable[[int], tuple[Device, str | None]], tell: Callable[[str], None]) -> None:
        """`open_device(sample_rate)` is called at the first sound. `tell` is given a line where there is no device,
        where another than the wanted one is used, and where it does not start.

        Both are called in another thread.
        """
        self._open_device, self._tell = open_device, tell
        self._wanted: SimpleQueue[tuple[Earcon, ...] | None] = SimpleQueue()
        self._left = b""
        self._thread: threading.Thread | None = None

    def play(self, earcons: Sequence[Earcon]) -> None:
        """Play these from now on, or nothing more; returns at once."""
        if self._thread is None:
            if not earcons:
                return
            self._thread = threading.Thread(target=self._work, name="short sounds", daemon=True)
            self._thread.start()
        self._wanted.put(tuple(earcons))

    def close(self) -> None:
        """Fall silent and release the device."""
        if self._thread:
            self._wanted.put(None)
            self._thread.join(1)

    def _work(self) -> None:
        device, line = self._open_device(RATE)
        if device.name == SILENT:
            line = "There is no sound device, so no short sounds are heard."
        if line:
            self._tell(line)
        try:
            if device.name != SILENT:
                self._play_wanted(device)
        except DeviceError as error:
            self._tell(f"{error} No short sounds are heard.")
        finally:
            device.close()

    def _play_wanted(self, device: Device) -> None:
        """Play what is wanted, until it is to be released. Raises DeviceError."""
        playing = False
        while True:
            seconds = len(self._left) / samples.FRAME_BYTES / RATE + DRAINED
            try:
                earcons = self._wanted.get(timeout=seconds if playing else None)
            except Empty:
                device.stop()
                playing = False
                continue
            if earcons is None:
                return
            self._left = b"".join(map(_sound, earcons))
            if earcons and not playing:
                device.start(self._pull)
                playing = True

    def _pull(self, frames: int) -> bytes:
        """What the device plays next, in its thread."""
        count = frames * samples.FRAME_BYTES
        now, self._left = self._left[:count], self._left[count:]
        return now + bytes(count - len(now))


def _sound(earcon: Earcon) -> bytes:
    gap = samples.silence(round(GAP * RATE), samples.CHANNELS)
    return samples.in_both_channels(earcon_sounds.sound(earcon, RATE)) + gap
