"""The doctor tells what is there and what to do, whatever is missing, and never with a traceback."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

import tui_reader
from tests.support.corpus import MEMORANDUM
from tests.support.damaged_libraries import DAMAGES, HARMLESS, WRONG_VALUES, change, filled_library
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tui_reader import paths
from tui_reader.cli import doctor_checks
from tui_reader.cli.doctor_checks import Fact, facts, report
from tui_reader.document.model import Document, Position
from tui_reader.errors import DeviceError, EngineError
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.library.word_index import index_size


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A person with empty folders, at a machine without a sound device."""

    def no_device(*_: object) -> object:
        raise DeviceError("No sound device can be opened (nothing there).")

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("tui_reader.playback.open_device.MiniaudioDevice", no_device)
    monkeypatch.setattr(doctor_checks, "find_screen_reader", lambda: None)
    for folder in (paths.config_folder, paths.data_folder):
        folder.cache_clear()
    yield tmp_path
    for folder in (paths.config_folder, paths.data_folder):
        folder.cache_clear()


def fact(name: str, library: Path | None = None, engine: str | None = "tone") -> Fact:
    return next(fact for fact in facts(library, engine) if fact.name == name)


def test_each_fact_is_told_once_and_in_plain_lines() -> None:
    lines = report(engine="tone").splitlines()
    names = [line.split(":")[0] for line in lines if not line.startswith(" ")]
    assert len(names) == len(set(names))
    assert {"tui-reader", "Python", "engine", "espeak-ng", "voices", "sound device", "screen reader"} <= {*names}
    assert lines[0].startswith(f"tui-reader: {tui_reader.__version__}, in ")
    assert all(line.isprintable() for line in lines)


def test_an_engine_that_speaks_is_told_with_what_it_made() -> None:
    found = fact("engine", engine="espeak")
    assert found.value.startswith("espeak, ")
    assert " seconds of speech made in " in found.value
    assert not found.value.startswith("espeak, 0.0 ")
    assert found.advice == ()


def test_an_engine_that_cannot_be_opened_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str | None) -> object:
        raise EngineError("espeak-ng is not there; try pip install espeakng-loader")

    monkeypatch.setattr("tui_reader.tts.open_engine.open_engine", broken)
    assert fact("engine").value == "cannot be used. espeak-ng is not there; try pip install espeakng-loader"


def test_an_engine_that_makes_no_sound_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.tts.tone_engine.ToneEngine.synthesise", lambda *_: None)
    assert fact("engine").advice


def test_an_unknown_engine_is_told() -> None:
    assert fact("engine", engine="flute").value.startswith("cannot be used. There is no engine 'flute'")


def test_the_version_of_espeak_comes_from_its_own_library() -> None:
    version, path = fact("espeak-ng").value.split(", ")
    assert version.split(".")[0].isdigit()
    assert Path(path).is_file()


def test_a_missing_module_is_told_and_hides_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tui_reader.tts.espeak_library", None)
    assert fact("espeak-ng").value.startswith("could not be checked (ModuleNotFoundError: ")
    assert fact("voices").value


def test_the_systems_espeak_is_told_where_there_is_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    monkeypatch.setattr("tui_reader.tts.espeak_library.SYSTEM", "libnone.so")
    assert fact("espeak-ng").value.startswith(
        "cannot be used. espeak-ng is not installed; install your system's package"
    )


def test_no_sound_device_is_told_with_what_to_do() -> None:
    found = fact("sound device")
    assert found.value == "none"
    assert "tui-reader export" in found.advice[0]


def test_over_ssh_a_stream_is_advised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")
    assert "play FILE --to -" in fact("sound device").advice[1]


def test_the_sound_device_is_told_by_name_and_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loudspeaker:
        name = "ALSA"
        closed = 0

        def close(self) -> None:
            Loudspeaker.closed += 1

    monkeypatch.setattr("tui_reader.playback.open_device.MiniaudioDevice", lambda *_: Loudspeaker())
    monkeypatch.setattr("tui_reader.playback.miniaudio_device.device_names", lambda: ["Headset", "HDMI"])
    advice = ("Devices for --device: Headset, HDMI.",)
    assert fact("sound device") == Fact("sound device", "ALSA, the system's default device", advice)
    assert Loudspeaker.closed == 1


def test_a_package_that_is_not_installed_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "miniaudio":
            raise metadata.PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(metadata, "version", version)
    assert fact("miniaudio") == Fact("miniaudio", "not installed", ("pip install miniaudio",))
    assert fact("textual") == Fact("textual", "1.0")


def test_the_forms_of_recordings_that_can_be_heard_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name == "miniaudio" or None)
    advice = ("For M4A, Opus, WebM, videos and the rest: pip install 'tui-reader[recording]'",)
    assert fact("recordings") == Fact("recordings", "WAV, FLAC, MP3 and Ogg Vorbis", advice)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: True)
    told = "WAV, FLAC, MP3 and Ogg Vorbis, M4A, Opus, WebM, videos and the rest"
    assert fact("recordings") == Fact("recordings", told)


def test_a_screen_reader_is_named_and_decides_the_face(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert fact("screen reader").value == "none found"
    assert fact("face").value == "full in a terminal, because no screen reader was found"
    monkeypatch.setattr(doctor_checks, "find_screen_reader", lambda: "Orca is running")
    assert fact("screen reader").value == "Orca is running"
    assert fact("face").value == "plain in a terminal, because Orca is running"


def test_wrong_settings_are_told_with_their_lines(home: Path) -> None:
    assert fact("settings").value.endswith("settings.toml does not exist: the defaults apply")
    path = home / "config" / "tui-reader" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text("speed = 9\n")
    found = fact("settings")
    assert found.value == f"{path}, 1 wrong line"
    assert found.advice == ("settings.toml, line 1: speed is 9, but must be 0.5 to 4; 1 is used.",)


def test_the_engine_that_is_set_is_the_one_that_is_tried(home: Path) -> None:
    path = home / "config" / "tui-reader" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('engine = "tone"\n')
    assert fact("engine", engine=None).value.startswith("tone, ")


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.db"
    assert fact("library", path).value == f"{path} does not exist yet: it is created when a document is first opened"
    assert not path.parent.exists()


def test_the_documents_of_the_library_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        library.keep_place(Document("a", "key", "transcript", ""), path, Position(0, 0))
    assert re.fullmatch(rf"{re.escape(str(path))}, 1 document, 0\.\d MB", fact("library", path).value)


def test_the_size_of_the_search_index_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        assert index_size(library) == 0
        library.index.add(read(MEMORANDUM))
        assert 5_000 < index_size(library) < 50_000
    assert fact("library", path).value.endswith(" MB, of which the search index takes 0.0 MB")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_library_is_told_with_what_mends_it_and_stays(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.db"
    filled_library(path, tmp_path)
    DAMAGES[damage](path)
    before = path.read_bytes()
    found = fact("library", path)
    assert found.value.startswith(f"{path} is damaged: ")
    assert found.advice == (f"To save what can be saved: tui-reader library --repair --library {path}.",)
    assert path.read_bytes() == before


@pytest.mark.parametrize("value", [value for value in WRONG_VALUES if value not in HARMLESS])
def test_damaged_rows_of_the_library_are_counted(value: str, tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.db"
    filled_library(path, tmp_path)
    change(path, WRONG_VALUES[value])
    assert re.search(r" is damaged: \d damaged rows? in the table [a-z]+$", fact("library", path).value)


def test_a_library_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    told = f"cannot be used. {tmp_path}: the library cannot be opened (it is a folder)."
    assert fact("library", tmp_path).value == told


def test_a_voice_that_is_broken_is_told_by_file(home: Path) -> None:
    folder = home / "config" / "tui-reader" / "voices"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("name = 3\n")
    assert "mine.toml" in fact("voices").value
    assert fact("voices").value.startswith("cannot be used. ")


@pytest.mark.skipif(sys.platform != "linux", reason="the session bus is Linux")
def test_media_keys_need_a_session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("jeepney")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
    assert fact("media keys").value == "cannot be used: there is no desktop (no session bus)"
    (tmp_path / "bus").touch()
    assert fact("media keys").value == "by the desktop's session bus"


@pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is Linux")
def test_it_says_whether_speech_dispatcher_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    path = tmp_path / "speech-dispatcher" / "speechd.sock"
    assert fact("speech-dispatcher").value.startswith(f"does not answer. No speech-dispatcher at {path} (")
    server = Dispatcher(path)
    assert fact("speech-dispatcher").value == f"answers at {path}, and speaks by 0"
    server.close()


def test_an_engine_that_speaks_by_itself_is_no_fault() -> None:
    (found,) = [fact for fact in facts(engine="speech-dispatcher") if fact.name == "engine"]
    assert found.value.startswith("speech-dispatcher, which plays its sound by itself; ")


def test_a_value_with_control_characters_stays_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_checks, "find_screen_reader", lambda: "Orca\x1b[31m\nis running")
    assert "screen reader: Orca [31m is running" in report(engine="tone").splitlines()


def test_textual_is_not_loaded() -> None:
    ask = (
        "import sys; from tui_reader.cli.doctor_checks import report; "
        "report(engine='tone'); print('textual' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"
