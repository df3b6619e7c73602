"""The process of human voices seen from the reader, with small programs in its place; and the worker's own loop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO

import pytest

from tui_reader.casting.voice import NaturalSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.narration.utterance import Sounds
from tui_reader.tts.engine import WordMark
from tui_reader.tts.natural import natural_engine, process, worker
from tui_reader.tts.natural.human_speech import HumanSound
from tui_reader.tts.natural.natural_engine import UNTIMED, NaturalEngine, is_english
from tui_reader.tts.natural.process import NaturalProcess, worker_command

STAND_IN = """
import json, sys
def give(head, pcm=b""):
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\\n" + pcm)
    sys.stdout.buffer.flush()
give({"word_times": "untimed" not in sys.argv})
for line in sys.stdin:
    asked = json.loads(line)
    serial = asked["serial"]
    if asked["text"] == "die":
        sys.exit(1)
    if asked["text"] == "fail":
        give({"serial": serial, "error": "It cannot be read."})
        continue
    give({"serial": serial - 1, "bytes": 2, "marks": []}, b"..")  # what is left of the one before
    for number, word in enumerate(asked["text"].split()):
        give({"serial": serial, "bytes": 4, "marks": [[1, number]]}, b"\\x01\\x00\\x02\\x00")
    give({"serial": serial})
"""
VOICE = NaturalSettings(pitch=100)


@pytest.fixture
def human() -> Iterator[NaturalProcess]:
    """A process that gives two samples for each word."""
    human = NaturalProcess([sys.executable, "-c", STAND_IN])
    yield human
    human.close()


def test_parts_of_a_sound_come_in_order_and_those_of_another_are_dropped(human: NaturalProcess) -> None:
    said = list(human.say("one two", [Sounds(0, 3, "wVn")], VOICE, 1.0))
    assert said == [(b"\x01\0\x02\0", [WordMark(1, 0)]), (b"\x01\0\x02\0", [WordMark(1, 1)])]
    assert list(human.say("three", [], VOICE, 1.0)) == said[:1]


def test_what_is_no_longer_wanted_does_not_come_before_what_is(human: NaturalProcess) -> None:
    next(human.say("one two three", [], VOICE, 1.0))
    assert len(list(human.say("four", [], VOICE, 1.0))) == 1


def test_a_text_that_cannot_be_read_is_an_error_and_the_next_is_read(human: NaturalProcess) -> None:
    with pytest.raises(EngineError, match=r"^It cannot be read\.$"):
        list(human.say("fail", [], VOICE, 1.0))
    assert list(human.say("one", [], VOICE, 1.0))


def test_a_process_that_has_died_is_told_in_one_line(human: NaturalProcess) -> None:
    for _ in range(2):
        with pytest.raises(EngineError, match=r"^The process of the human voices has ended\.$"):
            list(human.say("die", [], VOICE, 1.0))


def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, human: NaturalProcess) -> None:
    monkeypatch.setattr(process, "ANSWERS_IN", 0.0)
    with pytest.raises(EngineError, match="have not responded for 0 seconds"):
        list(human.say("one", [], VOICE, 1.0))
    assert human._process.wait(60) != 0


def test_one_that_does_not_start_says_why() -> None:
    for command, why in (
        (["/nonexistent"], "cannot be started"),
        ([sys.executable, "-c", 'print(\'{"error": "No voices."}\')'], r"^No voices\.$"),
        ([sys.executable, "-c", ""], "has ended"),
    ):
        with pytest.raises(EngineError, match=why):
            NaturalProcess(command)


@pytest.mark.parametrize(("mode", "notice"), [("", ""), ("untimed", UNTIMED)])
def test_the_engine_hands_all_on_and_says_where_words_are_not_timed(
    monkeypatch: pytest.MonkeyPatch, mode: str, notice: str
) -> None:
    command = [sys.executable, "-c", STAND_IN, mode]
    monkeypatch.setattr(natural_engine, "NaturalProcess", lambda: NaturalProcess(command))
    engine = NaturalEngine()
    assert (engine.abilities.notice, engine.abilities.word_marks) == (notice, not mode)
    chunks = []
    engine.synthesise("one two", Voice("a", "A"), 1.0, lambda chunk: bool(chunks.append(chunk)) or True)
    assert [mark for chunk in chunks for mark in chunk.marks] == [WordMark(1, 0), WordMark(3, 1)]
    engine.close()


def test_other_languages_are_said_by_espeak_ng(monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-c", STAND_IN]
    monkeypatch.setattr(natural_engine, "NaturalProcess", lambda: NaturalProcess(command))
    engine = NaturalEngine()
    chunks = []
    german = Voice("a", "A", language="de-AT")
    engine.synthesise("Guten Morgen", german, 1.0, lambda chunk: bool(chunks.append(chunk)) or True)
    assert sum(len(chunk.pcm) for chunk in chunks) > 10_000
    engine.close()
    assert [is_english(language) for language in ("", "en", "EN-gb", "en_US", "de", "eng", "enm")] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip


class Speech:
    """Human speech in place of the real one."""

    times_words = True

    def say(self, text: str, sounds: Sequence[Sounds], voice: NaturalSettings, speed: float) -> Iterator[HumanSound]:
        if text == "fail":
            raise EngineError("It cannot be read.")
        if text == "break":
            raise ValueError("broken")
        yield HumanSound(b"ab", [WordMark(0, len(sounds))])

    def stop(self) -> None:
        pass


def test_the_worker_answers_each_request_and_ends_with_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "HumanSpeech", Speech)
    texts = ("one", "fail", "break")
    asked = [
        {"serial": number, "text": text, "sounds": [[0, 3, "wVn"]], "voice": {"pitch": 99}, "speed": 1}
        for number, text in enumerate(texts, 1)
    ]

    class Requests:
        newest = 0

        def next(self) -> dict[str, object]:
            if self.newest == len(asked):
                raise EOFError
            self.newest += 1
            return asked[self.newest - 1]

    answers = BytesIO()
    with pytest.raises(EOFError):
        worker.serve(Requests(), answers)  # type: ignore[arg-type]
    assert answers.getvalue().splitlines() == [
        b'{"word_times": true}',
        b'{"serial": 1, "bytes": 2, "marks": [[0, 1]]}',
        b'ab{"serial": 1}',
        b'{"serial": 2, "error": "It cannot be read."}',
        b'{"serial": 3, "error": "ValueError: broken"}',
    ]


def test_without_the_package_the_process_says_how_to_get_it_and_ends() -> None:
    code = "import sys; sys.modules['hibari'] = None; from tui_reader.tts.natural.worker import main; main()"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert not done.stdout or "pip install 'tui-reader[natural]'" in json.loads(done.stdout)["error"]


def test_it_is_started_apart_from_the_current_folder() -> None:
    assert "-I" in worker_command()
