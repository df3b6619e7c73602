"""The sound device of a session: started when there is sound, stopped when the last has faded, replaced when lost.

A call to the device hangs when its sound server does, so a thread, the keeper, makes all of them; nothing waits for it
except at the end. While a device is lost a silent one goes on from the same frame at the pace of speech, and the keeper
looks for a real one. Knows no utterances.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from functools import partial

from tui_reader.errors import DeviceError
from tui_reader.playback.device import Device
from tui_reader.playback.fades import FADE, Fader
from tui_reader.playback.silent_device import SilentDevice
from tui_reader.playback.track import TrackCursor
from tui_reader.tts.samples import FRAME_BYTES

STARTS_IN = 2.5
"""More seconds allowed until the first pull: a null sink that was idle is two seconds ahead."""
DRAINED = 0.25
"""Seconds from the last sound heard, as far as is known, until the device is stopped: what is left in its buffer would
be heard after the next start, and on a busy machine that is more than it should be."""
LAST = 0.3
"""Seconds that the program waits at its end for the last sound to fade."""
AGAIN = 1.0
"""Seconds between two searches for a device after one was lost."""


class SoundOutput:
    """One device after another, as if they were one: frames are counted on from the lost to the next."""

    def __init__(self, open_device: Callable[[int], tuple[Device, str | None]], tell: Callable[[str], None]) -> None:
        """`open_device(sample_rate)` gives a device, and a line if it is not the wanted one; `tell` is given lines for
        the person and must not wait."""
        self.volume = 1.0
        """0 to 1."""
        self.muted = False
        self._open_device, self._tell = open_device, tell
        self._fader: Fader | None = None
        self._device: Device | None = None
        self._wanted = False
        """Whether the device is to run."""
        self._running = False
        self._lost = False
        """Whether the device is a silent one that replaces a lost one."""
        self._looked = -AGAIN
        self._discarded: list[Device] = []
        self._since = 0.0
        """When it last pulled, or was to start: seconds of the monotonic clock."""
        self._pulled = False
        self._closing = False
        self._change = threading.Condition(threading.RLock())
        self._keeper = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def open(self, sample_rate: int) -> None:
        """Open the device at `sample_rate` Hz, which may take seconds."""
        device, line = self._open_device(sample_rate)
        with self._change:
            self._fader, self._device = Fader(sample_rate), device
            self._keeper.start()
        if line:
            self._tell(line)

    @property
    def is_open(self) -> bool:
        """Whether there is a device."""
        return self._device is not None

    @property
    def name(self) -> str:
        """The device's name; "none" where it is silent; empty before it is open."""
        return self._device.name if self._device else ""

    @property
    def sample_rate(self) -> int:
        """Hz; 1 before it is open."""
        return self._device.sample_rate if self._device else 1

    @property
    def head_start(self) -> int:
        """Frames that must be there before it starts."""
        return self._device.head_start if self._device else 0

    @property
    def edge(self) -> int:
        """Frames of a fade."""
        return self._fader.edge if self._fader else 0

    def heard(self) -> int:
        """Frames heard since the first device was opened."""
        return self._device.heard() if self._device else 0

    def turn_to(self, cursor: TrackCursor | None, seconds: float = FADE) -> None:
        """Let this sound be heard from now on, or silence for None; what was heard fades out in `seconds`."""
        if self._fader:
            self._fader.turn_to(cursor, seconds)

    def start(self) -> None:
        """Start the device, unless it runs."""
        with self._change:
            if not self._wanted:
                self._wanted = True
                self._since, self._pulled = time.monotonic(), False
                self._change.notify_all()

    def stop(self) -> None:
        """Stop the device once all it was given has faded and been heard."""
        with self._change:
            self._wanted = False
            self._change.notify_all()

    def tend(self) -> None:
        """Check whether the device pulls as it should, and go on in silence if it does not. Call it often."""
        device = self._device
        if device is None or not self._wanted:
            return
        patience = device.patience + (0 if self._pulled else STARTS_IN)
        if device.trouble:
            self._lose(device, f"The sound device failed ({device.trouble}).")
        elif time.monotonic() - self._since > patience + device.head_start / device.sample_rate:
            self._lose(device, f"The sound device {device.name} is lost.")

    def take_unplugged(self) -> str:
        """A line for headphones that have gone since the device was started, once; empty if they have not."""
        return self._device.take_unplugged() if self._device else ""

    def close(self) -> None:
        """Let the last sound fade, and release the device. Safe to call twice."""
        self.turn_to(None)
        with self._change:
            self._wanted, self._closing = False, True
            self._change.notify_all()
        if self._keeper.is_alive():
            self._keeper.join(LAST + 1)

    def _pull(self, device: Device, frames: int) -> bytes:
        """In the device's thread."""
        fader = self._fader
        if device is not self._device or fader is None:
            return bytes(frames * FRAME_BYTES)
        self._since, self._pulled = time.monotonic(), True
        fader.level = 0.0 if self.muted else self.volume
        return fader.pull(frames, device.delivered)

    # The keeper's thread

    def _keep(self) -> None:
        while True:
            with self._change:
                device = self._device
                assert device
                discarded, self._discarded = self._discarded, []
                if self._closing and (not self._running or device.patience == math.inf or self._drained(LAST, 0)):
                    break
                start = self._wanted and not self._running
                stop = self._running and not self._wanted and self._drained(1.0, DRAINED)
                look = self._lost and self._wanted
                if not (start or stop or discarded or look):
                    self._change.wait(0.01 if self._running and not self._wanted else None)
                    continue
            for lost in discarded:
                lost.close()
            if start:
                self._start(device)
            elif stop:
                self._running = False
                device.stop()
            elif look:
                self._find_again(device)
        device.close()
        for lost in discarded:
            lost.close()

    def _drained(self, patience: float, behind: float) -> bool:
        """Whether all sound was heard `behind` seconds ago, or the device has not pulled for `patience` seconds."""
        assert self._device and self._fader
        silent = self._fader.silent_from
        if silent is not None and self._device.heard() >= silent + behind * self._device.sample_rate:
            return True
        return time.monotonic() - self._since > patience

    def _start(self, device: Device) -> None:
        self._running = True
        try:
            device.start(partial(self._pull, device))
        except DeviceError as error:
            self._lose(device, str(error))

    def _lose(self, device: Device, line: str) -> None:
        """Replace a lost device by a silent one, unless that is done already; `line` says what happened."""
        with self._change:
            if self._device is not device or self._closing:
                return
            silent = SilentDevice(device.sample_rate, device.delivered)
            self._device, self._lost, self._running = silent, True, False
            self._discarded.append(device)
            self._since = time.monotonic()
            if self._wanted:
                self._running = True
                silent.start(partial(self._pull, silent))
            self._change.notify_all()
        self._tell(f"{line} Reading goes on in silence at the pace of speech until there is sound again.")

    def _find_again(self, silent: Device) -> None:
        """Look for a device to replace the silent one; not too often."""
        if self._looked + AGAIN > time.monotonic():
            with self._change:
                self._change.wait(self._looked + AGAIN - time.monotonic())
            return
        self._looked = time.monotonic()
        device, _ = self._open_device(silent.sample_rate)
        if isinstance(device, SilentDevice):
            device.close()
            return
        with self._change:
            silent.stop()
            device.delivered = silent.delivered
            self._device, self._lost, self._running = device, False, False
            self._since, self._pulled = time.monotonic(), False
        self._tell(f"There is sound again: {device.name}.")
