"""Earcons beside printed text: heard from their own device, and a line where there is none."""

from __future__ import annotations

import pytest

from tests.support.sound import until
from tui_reader.errors import DeviceError
from tui_reader.narration.utterance import Earcon
from tui_reader.playback import short_sounds
from tui_reader.playback.device import Device, Pull
from tui_reader.playback.short_sounds import RATE, ShortSounds
from tui_reader.playback.silent_device import SilentDevice
from tui_reader.tts import earcon_sounds
from tui_reader.tts.samples import in_both_channels


class Heard(SilentDevice):
    """A device whose sound is kept."""

    name = "a device of a test"

    def __init__(self, sample_rate: int) -> None:
        super().__init__(sample_rate)
        self.sound = b""
        self.closed = False

    def start(self, pull: Pull) -> None:
        def keep(frames: int) -> bytes:
            pulled = pull(frames)
            self.sound += pulled
            return pulled

        super().start(keep)

    def close(self) -> None:
        super().close()
        self.closed = True


def wave(earcon: Earcon) -> bytes:
    return in_both_channels(earcon_sounds.sound(earcon, RATE))


def test_each_is_heard_whole_one_after_the_other_and_newer_ones_follow() -> None:
    device = Heard(RATE)
    sounds = ShortSounds(lambda rate: (device, None), lambda line: None)
    sounds.play([Earcon.HEADING, Earcon.NOTE])
    until(lambda: wave(Earcon.NOTE) in device.sound)
    assert device.sound.index(wave(Earcon.HEADING)) < device.sound.index(wave(Earcon.NOTE))
    sounds.play([Earcon.DIRECTION])
    until(lambda: wave(Earcon.DIRECTION) in device.sound)
    sounds.close()
    assert device.closed


def test_without_a_device_one_line_says_so_and_nothing_waits() -> None:
    lines: list[str] = []
    opened: list[Device] = []

    def open_silent(rate: int) -> tuple[Device, str]:
        opened.append(SilentDevice(rate))
        return opened[-1], "There is no device."

    sounds = ShortSounds(open_silent, lines.append)
    for _ in range(3):
        sounds.play([Earcon.NOTE])
    until(lambda: lines)
    sounds.play([Earcon.NOTE])
    sounds.close()
    assert lines == ["There is no sound device, so no short sounds are heard."] and len(opened) == 1


def test_that_another_device_than_the_wanted_one_is_used_is_told() -> None:
    lines: list[str] = []
    device = Heard(RATE)
    sounds = ShortSounds(lambda rate: (device, "There is no sound device 'desk'."), lines.append)
    sounds.play([Earcon.NOTE])
    until(lambda: wave(Earcon.NOTE) in device.sound)
    sounds.close()
    assert lines == ["There is no sound device 'desk'."]


class Refusing(Heard):
    """A device that starts some times and then no more."""

    def __init__(self, sample_rate: int, starts: int) -> None:
        super().__init__(sample_rate)
        self.starts, self.stopped = starts, False

    def start(self, pull: Pull) -> None:
        if not self.starts:
            raise DeviceError("The sound device does not start (busy).")
        self.starts -= 1
        super().start(pull)

    def stop(self) -> None:
        super().stop()
        self.stopped = True


@pytest.mark.parametrize("starts", [0, 1])
def test_a_device_that_does_not_start_or_start_again_is_told_once_and_released(
    starts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_sounds, "DRAINED", 0.0)
    lines: list[str] = []
    device = Refusing(RATE, starts)
    sounds = ShortSounds(lambda rate: (device, None), lines.append)
    sounds.play([Earcon.NOTE])
    until(lambda: device.stopped)
    sounds.play([Earcon.NOTE])
    until(lambda: device.closed)
    sounds.play([Earcon.NOTE])
    sounds.close()
    assert lines == ["The sound device does not start (busy). No short sounds are heard."]


def test_nothing_is_opened_where_nothing_is_to_be_heard() -> None:
    def never(rate: int) -> tuple[Device, str | None]:
        raise AssertionError

    sounds = ShortSounds(never, lambda line: None)
    sounds.play([])
    sounds.close()
