"""pyttsx3 in its own process: the real one with the bundled espeak-ng."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.sound import chunks_of, joined
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.pyttsx3_engine import LONGEST, Pyttsx3Engine
from tui_reader.tts.pyttsx3_folder import LOCK
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
    """Sound and marks."""
    return joined(chunks_of(engine, text, voice, speed))


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


@pytest.mark.parametrize(
    "text", ["<speak>one</speak>", "[[rate 500]] one", 'one "\\ \n {} two', "one \x00 two \udcff", "…"]
)
def test_text_is_data(engine: Pyttsx3Engine, text: str) -> None:
    said(engine, text)


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
    assert [path.name for path in folder.iterdir()] == [LOCK]
    process = engine._worker._process
    engine.close()
    engine.close()
    assert not folder.exists()
    assert process.returncode is not None
    with pytest.raises(EngineError, match="was closed"):
        said(engine, SENTENCE)


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
