"""pyttsx3 in its worker process: the real one with the bundled espeak-ng, and workers that misbehave."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tui_reader.casting.voice import EspeakSettings, SystemSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.pyttsx3_engine import LONGEST, Pyttsx3Engine
from tui_reader.tts.pyttsx3_process import COMMAND
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.system_voices import SystemVoice, choose
from tui_reader.voice_lab.pitch import median_pitch

AES = Voice("aes", "Adlai", espeak=EspeakSettings("en-us+m3", 65, 60, gain=-1.6))
NARRATOR = Voice("narrator", "Narrator", espeak=EspeakSettings("en-gb-x-rp+f2", 45, 40, gain=-2.9))
SENTENCE = "I think the meeting has been called off."


@pytest.fixture(scope="module")
def engine() -> Iterator[Pyttsx3Engine]:
    engine = Pyttsx3Engine()
    yield engine
    engine.close()


def said(engine: Pyttsx3Engine, text: str, voice: Voice = AES, speed: float = 1) -> tuple[bytes, tuple[WordMark, ...]]:
    chunks: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        chunks.append(chunk)
        return True

    engine.synthesise(text, voice, speed, take)
    return b"".join(chunk.pcm for chunk in chunks), tuple(mark for chunk in chunks for mark in chunk.marks)


def seconds(pcm: bytes) -> float:
    return (len(pcm) // 2 - samples.leading_silence(pcm, 100) - samples.trailing_silence(pcm, 100)) / 22050


def test_two_voices_are_two_sounds_at_one_level(engine: Pyttsx3Engine) -> None:
    man, woman = said(engine, SENTENCE, AES)[0], said(engine, SENTENCE, NARRATOR)[0]
    assert median_pitch(man, engine.sample_rate) < 140
    assert median_pitch(woman, engine.sample_rate) > 160
    for pcm in (man, woman):
        assert 1.5 < seconds(pcm) < 3
        assert samples.rms_dbfs(pcm) == pytest.approx(-22, abs=2.5)


def test_no_setting_of_an_utterance_is_lost_or_left_to_the_next(engine: Pyttsx3Engine) -> None:
    lengths = [(speed, seconds(said(engine, SENTENCE, AES, speed)[0])) for speed in (1, 4, 0.5, 2, 1, 2, 0.5, 4) * 2]
    for speed, length in lengths:
        assert length * speed == pytest.approx(lengths[0][1], rel=0.15)


def test_a_text_of_400_characters_is_said_to_its_end(engine: Pyttsx3Engine) -> None:
    text = " ".join([SENTENCE] * 10)
    assert len(text) >= 400
    pcm, marks = said(engine, text)
    assert seconds(pcm) > 9 * seconds(said(engine, SENTENCE)[0])
    assert text[marks[-1].offset :] == "off."
    assert len(marks) == len(text.split())


def test_a_text_longer_than_one_call_is_said_in_several(engine: Pyttsx3Engine) -> None:
    text = " ".join([SENTENCE] * (LONGEST // len(SENTENCE) * 2 + 10))
    pcm, marks = said(engine, text, speed=4)
    assert [mark.offset for mark in marks] == [
        index for index, character in enumerate(text) if character != " " and (index == 0 or text[index - 1] == " ")
    ]
    assert [mark.sample for mark in marks] == sorted(mark.sample for mark in marks)
    assert marks[-1].sample < len(pcm) // 2
    assert seconds(pcm) > 0.8 * len(text) / len(SENTENCE) * seconds(said(engine, SENTENCE, speed=4)[0])


def test_no_more_chunks_come_when_no_more_are_wanted(engine: Pyttsx3Engine) -> None:
    taken: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        taken.append(chunk)
        return len(taken) < 2

    engine.synthesise(SENTENCE, AES, 1, take)
    assert len(taken) == 2


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_text_without_words_makes_no_sound(engine: Pyttsx3Engine, text: str) -> None:
    assert said(engine, text) == (b"", ())


def test_text_is_data(engine: Pyttsx3Engine) -> None:
    for text in ("<speak>one</speak>", "[[rate 500]] one", 'one "\\ \n {} two', "one \x00 two \udcff", "…"):
        said(engine, text)
    assert sanitize("[[rate 500]] a [b] [[[", "nsss") == "  rate 500]] a [b]   ["
    assert sanitize("<b>one", "sapi5") == " b>one"


def test_an_unknown_voice_is_one_line_and_the_worker_goes_on(engine: Pyttsx3Engine) -> None:
    with pytest.raises(EngineError, match="pyttsx3 cannot speak as mine: ValueError: "):
        said(engine, SENTENCE, replace(AES, id="mine", espeak=EspeakSettings("xx-none")))
    assert seconds(said(engine, SENTENCE)[0]) > 1


def test_a_killed_worker_is_replaced_and_nothing_is_missing(engine: Pyttsx3Engine) -> None:
    before = seconds(said(engine, SENTENCE)[0])
    engine._worker._process.kill()
    assert seconds(said(engine, SENTENCE)[0]) == pytest.approx(before, rel=0.05)


def test_a_worker_killed_in_the_middle_of_an_utterance_is_replaced(engine: Pyttsx3Engine) -> None:
    text = " ".join([SENTENCE] * (LONGEST // len(SENTENCE) - 2))
    before = seconds(said(engine, text)[0])
    killed = engine._worker._process
    timer = threading.Timer(0.03, killed.kill)
    timer.start()
    assert seconds(said(engine, text)[0]) == pytest.approx(before, rel=0.01)
    timer.join()
    assert said(engine, SENTENCE)[0]
    assert engine._worker._process is not killed


def test_files_are_gone_after_each_utterance_and_the_folder_after_close() -> None:
    engine = Pyttsx3Engine()
    folder = engine._worker.folder
    assert folder.stat().st_mode & 0o077 == 0
    said(engine, SENTENCE)
    assert list(folder.iterdir()) == []
    process = engine._worker._process
    engine.close()
    engine.close()
    assert not folder.exists()
    assert process.returncode is not None
    with pytest.raises(EngineError, match="was closed"):
        said(engine, SENTENCE)


# Workers that misbehave, each a program of its own.


@pytest.fixture
def worker(tmp_path: Path) -> Callable[[str], tuple[str, ...]]:
    """The command of a worker that says hello and then does what the lines given say for each `request`."""
    numbers = itertools.count()

    def made(lines: str) -> tuple[str, ...]:
        program = tmp_path / f"worker{next(numbers)}.py"
        hello = """
            import json, os, pathlib, subprocess, sys, time, wave
            before = pathlib.Path(__file__).with_suffix(".before")
            first = not before.exists()
            before.touch()
            print(json.dumps({"driver": "espeak", "voices": []}), flush=True)
            for line in sys.stdin:
                request = json.loads(line)
        """
        program.write_text(textwrap.dedent(hello).rstrip() + "\n" + textwrap.indent(textwrap.dedent(lines), "    "))
        return sys.executable, str(program)

    return made


GOOD = """
if {when}:
    with wave.open(request["file"], "wb") as file:
        file.setnchannels(2), file.setsampwidth(2), file.setframerate(44100)
        file.writeframes(bytes([0, 64]) * 2 * 44100)
    print("{{}}", flush=True)
else:
    {otherwise}
"""


@pytest.mark.parametrize(
    "otherwise", ["time.sleep(60)", "os._exit(3)", "os.kill(os.getpid(), 9)", 'print("{}", flush=True)']
)
def test_a_worker_that_fails_once_is_replaced_and_the_utterance_is_whole(
    worker: Callable[[str], tuple[str, ...]], otherwise: str
) -> None:
    engine = Pyttsx3Engine(worker(GOOD.format(when="not first", otherwise=otherwise)), deadline=lambda text: 1.0)
    try:
        pcm, marks = said(engine, SENTENCE)
        assert len(pcm) / 2 == pytest.approx(22050, abs=4)
        assert len(marks) == len(SENTENCE.split())
    finally:
        engine.close()


@pytest.mark.parametrize(
    ("otherwise", "message"),
    [
        ("time.sleep(60)", "pyttsx3 has not answered for 0 seconds, twice, at 'I think"),
        ("os._exit(3)", "pyttsx3 has died, twice, at 'I think"),
        ('print("{}", flush=True)', r"pyttsx3 wrote no sound \(No such file or directory\), twice"),
        (
            'pathlib.Path(request["file"]).write_bytes(b"RIFFnothing"); print("{}", flush=True)',
            r"pyttsx3 wrote no sound \(not a WAV file .*\), twice",
        ),
    ],
)
def test_a_worker_that_fails_twice_is_one_line_and_leaves_no_process(
    worker: Callable[[str], tuple[str, ...]], otherwise: str, message: str
) -> None:
    engine = Pyttsx3Engine(worker(GOOD.format(when="False", otherwise=otherwise)), deadline=lambda text: 0.3)
    with pytest.raises(EngineError, match=message) as caught:
        said(engine, SENTENCE)
    assert "\n" not in str(caught.value)
    process = engine._worker._process
    engine.close()
    assert process.returncode is not None


def test_a_file_of_silence_counts_as_a_failure(worker: Callable[[str], tuple[str, ...]]) -> None:
    silent = GOOD.format(when="True", otherwise="pass").replace("bytes([0, 64])", "bytes([0, 0])")
    engine = Pyttsx3Engine(worker(silent))
    with pytest.raises(EngineError, match="without sound, twice"):
        said(engine, SENTENCE)
    assert said(engine, "—")[1][0].offset == 0
    engine.close()


def test_a_hanging_worker_is_killed_in_the_middle(worker: Callable[[str], tuple[str, ...]], tmp_path: Path) -> None:
    """The first worker is stopped by force while it sleeps, not waited for."""
    engine = Pyttsx3Engine(
        worker(GOOD.format(when="not first", otherwise="time.sleep(600)")), deadline=lambda text: 0.5
    )
    process = engine._worker._process
    begun = time.monotonic()
    said(engine, SENTENCE)
    assert time.monotonic() - begun < 60
    assert process.returncode not in (None, 0)
    engine.close()


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("raise SystemExit(1)", "pyttsx3 has died as it starts"),
        ("import time; time.sleep(60)", "pyttsx3 has not answered for 1 seconds as it starts"),
        ('print(\'{"error": "OSError: no voices"}\')', "pyttsx3 does not start: OSError: no voices"),
    ],
)
def test_a_worker_that_does_not_start_is_one_line(program: str, message: str) -> None:
    with pytest.raises(EngineError, match=message):
        Pyttsx3Engine((sys.executable, "-c", program), start=1.0)


def test_a_missing_program_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be started"):
        Pyttsx3Engine((str(tmp_path / "none"),))


def test_nothing_is_imported_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "pyttsx3.py").write_text("raise SystemExit('taken')")
    (tmp_path / "json.py").write_text("raise SystemExit('taken')")
    program = """
from tui_reader.casting.voice import Voice
from tui_reader.tts.open_engine import open_engine
engine = open_engine("pyttsx3")
size = []
engine.synthesise("Yes.", Voice("v", "V"), 1, lambda chunk: size.append(len(chunk.pcm)) or True)
print(sum(size) > 5000)
"""
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60
    )
    assert done.stdout == "True\n", done.stderr


def test_the_worker_ends_and_clears_up_when_the_reader_is_killed(tmp_path: Path) -> None:
    program = """
import os
from tui_reader.tts.pyttsx3_engine import Pyttsx3Engine
engine = Pyttsx3Engine()
print(engine._worker._process.pid, engine._worker.folder, flush=True)
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    pid, folder = done.stdout.split()
    deadline = time.monotonic() + 20
    while Path(folder).exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not Path(folder).exists()
    while _runs(int(pid)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(int(pid))


def test_the_command_is_this_python_and_no_shell() -> None:
    assert COMMAND[0] == sys.executable
    assert "-P" in COMMAND


# Choosing among a system's voices.

WINDOWS = (
    SystemVoice("HKEY\\TTS_MS_DE-DE_HEDDA", "Microsoft Hedda Desktop - German", "Female", ["de-DE"]),
    SystemVoice("HKEY\\TTS_MS_EN-US_DAVID", "Microsoft David Desktop - English (United States)", "Male", ["en-US"]),
    SystemVoice("HKEY\\TTS_MS_EN-US_ZIRA", "Microsoft Zira Desktop - English (United States)", "Female", ["en-US"]),
    SystemVoice("HKEY\\TTS_MS_EN-GB_HAZEL", "Microsoft Hazel Desktop - English (Great Britain)", "Female", ["en-GB"]),
)
MACOS = (
    SystemVoice("com.apple.voice.Anna", "Anna", "VoiceGenderFemale", ["de_DE"]),
    SystemVoice("com.apple.voice.Alexandra", "Alexandra", "VoiceGenderFemale", ["en_US"]),
    SystemVoice("com.apple.voice.Alex", "Alex", "VoiceGenderMale", ["en_US"]),
    SystemVoice("com.apple.voice.Daniel", "Daniel", "VoiceGenderMale", ["en_GB"]),
)


def chosen(voices: tuple[SystemVoice, ...], gender: str, language: str, *names: str) -> str:
    voice = choose(voices, SystemSettings(gender, language, names))
    return voice.id.rpartition("_")[2].rpartition(".")[2] if voice else ""


def test_the_first_name_that_the_system_has_wins() -> None:
    assert chosen(WINDOWS, "male", "en-US", "Guy", "zira", "David") == "ZIRA"
    assert chosen(MACOS, "male", "en-US", "Alex") == "Alex"


def test_without_such_a_name_language_counts_more_than_gender() -> None:
    assert chosen(WINDOWS, "female", "en-GB") == "HAZEL"
    assert chosen(WINDOWS, "male", "en-GB") == "HAZEL"
    assert chosen(WINDOWS, "male", "en-AU") == "DAVID"
    assert chosen(MACOS, "male", "en") == "Alex"
    assert chosen(MACOS, "female", "de") == "Anna"


def test_a_woman_is_not_taken_for_a_man() -> None:
    assert chosen(MACOS, "male", "en-US") == "Alex"


def test_a_system_without_voices_gives_none() -> None:
    assert chosen((), "male", "en") == ""


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
