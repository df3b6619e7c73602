"""Opening the sound device that is wanted, with the default or the silent one to fall back on."""

from __future__ import annotations

from tui_reader.errors import DeviceError
from tui_reader.playback.device import Device
from tui_reader.playback.miniaudio_device import MiniaudioDevice
from tui_reader.playback.silent_device import SilentDevice


def open_device(sample_rate: int, buffer: int = 30, wanted: str = "") -> tuple[Device, str | None]:
    """The wanted device, else the default one, else a silent one; with a line for the person if it is not the wanted.

    `sample_rate` in Hz, `buffer` in milliseconds; `wanted` is part of a device's name, or empty for the default.
    """
    if wanted:
        try:
            return MiniaudioDevice(sample_rate, buffer, wanted), None
        except DeviceError as error:
            device, silent = open_device(sample_rate, buffer)
            return device, silent or f"{error} The system's default is used."
    try:
        return MiniaudioDevice(sample_rate, buffer), None
    except DeviceError as error:
        return SilentDevice(sample_rate), (
            f"{error} Reading goes on in silence at the pace of speech; tui-reader export -o FILE.wav writes the sound."
        )
