"""Sound devices of a real PulseAudio server: chosen by name, listed, lost and found again, none left open."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.sound import FakeCast, until, utterance
from tests.support.sound_server import Recorder, SoundServer
from tui_reader.cli.main import main
from tui_reader.narration.utterance import queued
from tui_reader.playback.events import Event, Finished, Trouble
from tui_reader.playback.miniaudio_device import MiniaudioDevice, device_names
from tui_reader.playback.open_device import open_device
from tui_reader.playback.player import Player
from tui_reader.tts.render import SpeechStyle
from tui_reader.tts.tone_engine import ToneEngine

pytestmark = [pytest.mark.e2e, pytest.mark.alone]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoundServer:
    """A server of this test's own, which it may kill."""
    server = SoundServer(tmp_path)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return server


def load_sink(server: SoundServer, name: str) -> None:
    names = (f"sink_name={name}", f"sink_properties=device.description={name}")
    command = ["pactl", "load-module", "module-null-sink", *names]
    subprocess.run(command, env={**os.environ, **server.environment}, check=True, capture_output=True, timeout=60)


def test_a_device_is_chosen_by_a_part_of_its_name(server: SoundServer, capsys: pytest.CaptureFixture[str]) -> None:
    load_sink(server, "Kitchen")
    assert any("Kitchen" in name for name in device_names())
    device, line = open_device(22_050, wanted="kitch")
    device.start(lambda frames: bytes(4 * frames))
    time.sleep(0.5)
    inputs = subprocess.run(["pactl", "list", "short", "sink-inputs"], capture_output=True, text=True, check=True)
    sinks = subprocess.run(["pactl", "list", "short", "sinks"], capture_output=True, text=True, check=True)
    device.close()
    kitchen = next(row.split()[0] for row in sinks.stdout.splitlines() if "Kitchen" in row)
    assert line is None and [row.split()[1] for row in inputs.stdout.splitlines()] == [kitchen]
    device, line = open_device(22_050, wanted="garage")
    device.close()
    assert line is not None and "no sound device 'garage'; there are" in line and line.endswith("default is used.")
    assert main(["doctor"]) == 0
    assert "Kitchen" in capsys.readouterr().out
    server.close()


def test_a_device_that_was_closed_leaves_nothing_open(server: SoundServer) -> None:
    def opened() -> int:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())

    MiniaudioDevice(22_050).close()
    before = opened()
    for _ in range(3):
        device = MiniaudioDevice(22_050)
        device.start(lambda frames: bytes(4 * frames))
        device.close()
    until(lambda: opened() <= before)
    server.close()


def test_a_server_that_dies_and_comes_back_is_silence_and_then_sound_at_the_right_place(
    server: SoundServer, tmp_path: Path
) -> None:
    events: list[Event] = []
    player = Player([ToneEngine], open_device, FakeCast(), SpeechStyle(), events.append)
    assert player.wait_ready()
    text = " ".join(["many"] * 60)  # 16 seconds
    began = time.monotonic()
    player.play(queued([utterance(text)]))
    time.sleep(2)
    server.kill()
    time.sleep(5)
    lines = [event.line for event in events if isinstance(event, Trouble)]
    assert len(lines) == 1 and "goes on in silence" in lines[0]
    (again := tmp_path / "again").mkdir()
    (tmp_path / "sound").unlink(missing_ok=True)
    server = SoundServer(again, socket=tmp_path / "sound")
    recorder = Recorder(server)
    recorder.wait_for_sound()
    while not any(isinstance(event, Finished) for event in events):
        assert time.monotonic() < began + 40
        time.sleep(0.05)
    took = time.monotonic() - began
    lines = [event.line for event in events if isinstance(event, Trouble)]
    assert len(lines) == 2 and lines[1].startswith("There is sound again")
    length = 240 * 1500 / 22_050
    assert length - 1 < took < length + 6
    player.close()
    recorder.close()
    server.close()
