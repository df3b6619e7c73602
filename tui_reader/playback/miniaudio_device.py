"""The real sound device, by miniaudio.

Pitfalls handled here were measured with miniaudio 1.71 on Linux: a started device keeps Python from exiting; stop() in
the callback deadlocks; an exception in the callback leaves a device that runs silent; it does not fall back to the NULL
backend; ALSA prints to descriptor 2.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import sys
import threading
import time
from collections.abc import Generator
from typing import Any

from tui_reader.errors import DeviceError
from tui_reader.playback.device import Pull
from tui_reader.playback.headphones import Headphones
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES


class MiniaudioDevice:
    """A `Device` by miniaudio: PulseAudio (and PipeWire) or ALSA on Linux, the system's own elsewhere.

    PulseAudio keeps its buffer over a stop and plays it after the next start: give it silence before the stop.
    """

    patience = 2.0

    def __init__(self, sample_rate: int, buffer: int = 30, wanted: str = "") -> None:
        """`sample_rate` in Hz, `buffer` in milliseconds; `wanted` is part of a device's name, or empty for the default.

        Raises DeviceError when there is no sound device, or no such device.
        """
        miniaudio = _miniaudio()
        self.sample_rate = sample_rate
        self.delivered = 0
        self.trouble: Exception | None = None
        # Measured: as it starts it pulls three buffers one after the other.
        self.head_start = 3 * buffer * sample_rate // 1000
        # Measured at a null sink: the end of what is pulled is heard 32, 48, 62 and 95 ms after the pull at buffers of
        # 20, 30, 40 and 60 ms.
        self._latency = 1.6 * buffer / 1000
        self._pulled_at = 0.0
        self._running = False
        self._closed = False
        self._headphones = Headphones()
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=CHANNELS,
                sample_rate=sample_rate,
                buffersize_msec=buffer,
                device_id=_device_id(wanted) if wanted else None,
                backends=_backends(miniaudio),
                app_name="tui-reader",
            )
        except miniaudio.MiniaudioError as error:
            raise DeviceError(f"No sound device can be opened ({error.args[0]}).") from None
        self.name = str(self._device.backend)
        # A started device that nobody closes keeps Python from exiting.
        atexit.register(self._at_exit)

    def _sound(self, pull: Pull) -> Generator[bytes, int, None]:
        frames = yield b""
        while True:
            try:
                sound = pull(frames)
            except Exception as error:  # noqa: BLE001 - C would drop it, and the device would run on in silence
                self.trouble = error
                sound = bytes(frames * FRAME_BYTES)
            self.delivered += frames
            self._pulled_at = time.monotonic()
            frames = yield sound

    def start(self, pull: Pull) -> None:
        """Begin to pull. Raises DeviceError."""
        if self._running or self._closed:
            return
        stream = self._sound(pull)
        next(stream)
        self._pulled_at = time.monotonic()
        try:
            self._device.start(stream)
        except _miniaudio().MiniaudioError as error:
            raise DeviceError(f"The sound device does not start ({error.args[0]}).") from None
        self._running = True
        self._headphones.take()
        if sys.platform.startswith("linux"):
            self._headphones.watch()

    def stop(self) -> None:
        """Fall silent at once."""
        if self._running:
            self._running = False
            with contextlib.suppress(_miniaudio().MiniaudioError):  # its server is gone, so it is silent
                self._device.stop()

    def heard(self) -> int:
        """Frames heard, to within about 12 ms: those pulled, and the time since, minus what is in the buffer."""
        since = time.monotonic() - self._pulled_at - self._latency
        return min(self.delivered, self.delivered + int(since * self.sample_rate))

    def take_unplugged(self) -> str:
        """As `Device.take_unplugged` says; of PulseAudio and PipeWire only."""
        return self._headphones.take()

    def close(self) -> None:
        """Close the device; safe to call twice."""
        if not self._closed:
            self._closed = True
            self.stop()
            self._headphones.close()
            self._device.close()
            _miniaudio().lib.ma_context_uninit(self._device._context)  # otherwise it stays open, with its connection
            atexit.unregister(self._at_exit)

    def _at_exit(self) -> None:
        """Close the device; the program ends even if the sound server hangs."""
        closing = threading.Thread(target=self.close, daemon=True)
        closing.start()
        closing.join(1)


def device_names() -> list[str]:
    """The names of the sound devices. Raises DeviceError when the system cannot list them."""
    return [str(device["name"]) for device in _devices()]


def _devices() -> list[dict[str, Any]]:
    miniaudio = _miniaudio()
    try:
        found: list[dict[str, Any]] = miniaudio.Devices(_backends(miniaudio)).get_playbacks()
    except miniaudio.MiniaudioError as error:
        raise DeviceError(f"No sound device can be found ({error.args[0]}).") from None
    return found


def _device_id(wanted: str) -> Any:
    """miniaudio's id of the first device with `wanted` in its name. Raises DeviceError."""
    devices = _devices()
    for device in devices:
        if wanted.casefold() in device["name"].casefold():
            return device["id"]
    raise DeviceError(f"There is no sound device {wanted!r}; there are: {', '.join(one['name'] for one in devices)}.")


def _miniaudio() -> Any:
    try:
        import miniaudio
    except ImportError:
        raise DeviceError(
            "The package miniaudio is not installed, so there is no sound: pip install miniaudio "
            "(it has no ready-made package for this kind of machine and needs a C compiler)."
        ) from None
    return miniaudio


def _backends(miniaudio: Any) -> list[Any]:
    """PulseAudio and ALSA on Linux, the system's own elsewhere. Not JACK: it prints onto the screen."""
    if not sys.platform.startswith("linux"):
        return []
    _quiet_alsa()
    return [miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA]


_alsa_handler: Any = None


def _quiet_alsa() -> None:
    """Set an error handler for ALSA that prints nothing: without a card it prints dozens of lines to descriptor 2."""
    global _alsa_handler  # noqa: PLW0603 - the C library keeps the pointer for as long as the process lives
    if _alsa_handler is not None:
        return
    try:
        alsa = ctypes.CDLL("libasound.so.2")
    except OSError:
        return
    handler = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
    _alsa_handler = handler(lambda *_: None)
    alsa.snd_lib_error_set_handler(_alsa_handler)
