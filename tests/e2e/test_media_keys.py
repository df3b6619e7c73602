"""Media keys and player controls: playerctl on a session bus of its own drives the real program in each face."""

from __future__ import annotations

import os
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import DesktopBus
from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.sound_server import RATE, Recorder, SoundServer
from tests.support.terminal import READER

pytestmark = pytest.mark.e2e

LONG = "All of us were there when the ships came in, one after the other, over the quiet sea. " * 6
TALK = f"A Talk\n\nANNE: {LONG}\n\nBEN: {LONG}\n\nANNE: Then we walk.\n\nBEN: Yes.\n"
FACES = {"full": ["--full"], "plain": ["--plain"], "play": ["play"]}
SECOND = 1_000_000


@pytest.fixture
def desktop() -> Iterator[DesktopBus]:
    missing = [name for name in ("dbus-daemon", "playerctl") if not shutil.which(name)]
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"missing: {', '.join(missing)}")
    with DesktopBus() as bus:
        yield bus


def reader(face: str, talk: Path, environment: dict[str, str], *words: str) -> PtyProgram:
    return PtyProgram([*READER, *FACES[face], *words, str(talk)], environment)


@pytest.mark.parametrize("face", FACES)
def test_all_that_a_player_does(face: str, home: dict[str, str], talk: Path, desktop: DesktopBus) -> None:
    ask = desktop.playerctl
    follow = desktop.follow("{{status}} {{artist}} {{xesam:trackNumber}}")
    with reader(face, talk, home | desktop.environment, "--no-sound") as program:
        until(lambda: ask("status") == ("Playing" if face == "play" else "Stopped"))
        assert ask("-l") == "tui_reader"
        assert ask("metadata", "--format", "{{title}}, {{artist}}, {{mpris:length}}") == "A Talk, ANNE, 32187500"
        ask("play")
        until(lambda: ask("status") == "Playing")
        asked = time.monotonic()
        ask("position", "8")
        until(lambda: float(ask("position")) > 7)
        assert float(ask("position")) < 9 + time.monotonic() - asked
        ask("position", "3+")
        until(lambda: float(ask("position")) > 10)
        assert float(ask("position")) < 12 + time.monotonic() - asked
        ask("pause")
        until(lambda: ask("status") == "Paused")
        ask("position", "2")
        until(lambda: 1.5 < float(ask("position")) <= 2 and ask("status") == "Paused")
        ask("play-pause")
        until(lambda: ask("status") == "Playing")
        ask("next")
        until(lambda: ask("metadata", "artist") == "BEN" and ask("status") == "Playing")
        ask("previous")
        until(lambda: ask("metadata", "xesam:trackNumber") == "1")
        ask("volume", "0.5")
        until(lambda: float(ask("volume")) == 0.5)
        ask("stop")
        if face == "play":
            assert program.wait() == 0
        else:
            until(lambda: ask("status") == "Stopped")
            program.press(b"q")
            assert program.wait() == 0
    until(lambda: ask("-l") == "No players found")
    follow.terminate()
    told = follow.communicate(timeout=60)[0]
    assert "Paused ANNE 1" in told and "Playing BEN 2" in told


def test_two_readers_are_two_players_and_a_key_is_for_one(
    home: dict[str, str], talk: Path, desktop: DesktopBus
) -> None:
    ask, environment = desktop.playerctl, home | desktop.environment
    with reader("full", talk, environment, "--no-sound", "--no-library") as first:
        until(lambda: ask("-l") == "tui_reader")
        with reader("full", talk, environment, "--no-sound", "--no-library") as second:
            until(lambda: len(ask("-l").splitlines()) == 2)
            ask("play-pause")
            statuses = ["-a", "metadata", "--format", "{{status}}"]
            until(lambda: sorted(ask(*statuses).splitlines()) == ["Playing", "Stopped"])
            time.sleep(0.5)
            assert sorted(ask(*statuses).splitlines()) == ["Playing", "Stopped"]
            second.press(b"q")
            assert second.wait() == 0
        first.press(b"q")
        assert first.wait() == 0


@pytest.mark.alone
def test_a_media_key_is_heard(
    home: dict[str, str], talk: Path, desktop: DesktopBus, sound: SoundServer, recorder: Recorder
) -> None:
    with reader("full", talk, home | desktop.environment | sound.environment):
        until(lambda: desktop.playerctl("-l") == "tui_reader")
        time.sleep(1)
        pressed = time.monotonic()
        desktop.playerctl("play")
        heard = recorder.time_of(recorder.wait_for_sound()) - pressed
        time.sleep(2)
        desktop.playerctl("pause")
        until(lambda: recorder.silent_for(0.4))
        print(f"playerctl to sound {1000 * heard:.0f} ms at {RATE} Hz")
        assert heard < 1


def test_a_media_key_leads_from_turn_to_turn_also_after_the_face_was_changed(
    home: dict[str, str], talk: Path, desktop: DesktopBus
) -> None:
    with reader("full", talk, home | desktop.environment, "--no-sound") as program:
        until(lambda: desktop.playerctl("-l") == "tui_reader")
        program.press(b"T")
        program.wait_for(b"Plain text mode.")
        desktop.playerctl("next")
        program.wait_for(b"BEN: All of us")
        until(lambda: desktop.playerctl("metadata", "artist") == "BEN")
        program.press(b"q")
        assert program.wait() == 0


@pytest.mark.alone
@pytest.mark.parametrize("face", ["full", "plain"])
def test_a_bus_that_does_not_answer_or_dies_is_not_noticed(
    face: str, home: dict[str, str], talk: Path, tmp_path: Path, desktop: DesktopBus
) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        listener.listen()
        deaf = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'bus'}"}
        with reader(face, talk, home | deaf, "--no-sound") as program:
            program.wait_for(b"All of us")
            pressed = program.press(b"q")
            assert program.wait() == 0
            assert time.monotonic() - pressed < 1
    with reader(face, talk, home | desktop.environment, "--no-sound") as program:
        until(lambda: desktop.playerctl("-l") == "tui_reader")
        desktop.kill()
        program.press(b"n")
        program.wait_for(b"BEN")
        program.press(b"q")
        assert program.wait() == 0
        assert b"Traceback" not in program.output and b"bus" not in program.output


def test_the_setting_switches_it_off(home: dict[str, str], talk: Path, desktop: DesktopBus, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "tui-reader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("media_keys = false\n")
    with reader("full", talk, home | desktop.environment, "--no-sound") as program:
        program.wait_for(b"All of us")
        time.sleep(1)
        assert desktop.playerctl("-l") == "No players found"
