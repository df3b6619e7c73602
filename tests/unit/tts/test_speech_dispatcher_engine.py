"""The engine "speech-dispatcher": what the server is asked for a voice, a speed and a text, and servers that fail."""

from __future__ import annotations

import os
import re
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from tests.support.live_stage import VOICES, LiveStage, turn
from tests.support.speech_dispatcher_stand_in import VOICES as STAND_IN_VOICES
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.narration.utterance import SpokenPiece, Utterance
from tui_reader.playback.events import WordHeard
from tui_reader.tts.engine import SpeechReport
from tui_reader.tts.render import SpeechStyle
from tui_reader.tts.speech_dispatcher_engine import SpeechDispatcherEngine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of files are not for Windows")


def test_a_turn_is_one_message_with_a_mark_at_each_word(stage: LiveStage) -> None:
    stage.play(turn("Good morning.", 0), turn("It is late.", 0, number=1), turn("Yes.", 1, "B"))
    assert stage.asked(1) == (
        '<speak><mark name="0"/>Good <mark name="5"/>morning. '
        '<mark name="14"/>It <mark name="17"/>is <mark name="20"/>late.</speak>'
    )
    stage.server.begin(1)
    stage.server.end(1)
    assert ">Yes." in stage.asked(2)


def test_a_parenthesis_is_lower_and_quicker(stage: LiveStage) -> None:
    stage.play(turn("Go (so they say) on.", 0))
    assert stage.asked(1) == (
        '<speak><mark name="0"/>Go <prosody pitch="-7%" rate="108%"><mark name="3"/>(so <mark name="7"/>they '
        '<mark name="12"/>say)</prosody> <mark name="17"/>on.</speak>'
    )


def test_each_speaker_has_a_voice_and_a_pitch_of_their_own(stage: LiveStage) -> None:
    stage.play(turn("One.", 0, "A"), turn("Two.", 1, "B"), turn("Three.", 2, "C"), turn("Four.", 3, "D"))
    for number in (1, 2, 3):
        stage.asked(number)
        stage.server.end(number)
    assert stage.set(1)["SYNTHESIS_VOICE"] == "English (America)+male3"
    assert stage.set(2)["SYNTHESIS_VOICE"] == "English (America)+klatt6"
    assert stage.set(3)["VOICE_TYPE"] == "FEMALE1"
    assert stage.set(4)["VOICE_TYPE"] == "FEMALE2"
    assert [stage.set(number)["PITCH"] for number in (1, 2, 3, 4)] == ["30", "-44", "0", "10"]
    assert stage.set(1)["PRIORITY"] == "message"


def test_a_voice_speaks_the_language_of_the_document(stage: LiveStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(VOICES, "G", Voice("g", "G", language="de", espeak=EspeakSettings("en-us+m3")))
    monkeypatch.setitem(VOICES, "X", Voice("x", "X", language="de\r\nQUIT", espeak=EspeakSettings("en-us+m3")))
    stage.play(turn("Guten Tag.", 0, "G"), turn("Ja.", 1, "X"))
    assert stage.set(1)["LANGUAGE"] == "de"
    stage.server.end(1)
    assert stage.set(2)["LANGUAGE"] == "de"
    assert "QUIT" not in stage.server.lines


MIXED = "He said слава to us, and left."


def mixed() -> Utterance:
    """A sentence with a Russian word."""
    start, end = 8, 13
    pieces = (
        SpokenPiece(0, start, MIXED[:start]), SpokenPiece(start, end, MIXED[start:end], language="ru"),
        SpokenPiece(end, len(MIXED), MIXED[end:]),
    )  # fmt: skip
    return turn(MIXED, 0)._replace(pieces=pieces)


def test_words_in_another_language_are_said_in_it_and_the_rest_in_the_own_one_again(stage: LiveStage) -> None:
    stage.play(mixed(), turn("Yes.", 1))
    said = [re.sub("<[^>]+>", "", stage.asked(number)) for number in (1, 2, 3)]
    assert said == ["He said ", "слава ", "to us, and left."]
    assert [stage.set(number).get("LANGUAGE", "own") for number in (1, 2, 3)] == ["own", "ru", "en-US"]
    assert '<mark name="14"/>to' in stage.asked(3)


def test_a_sentence_in_two_languages_is_one_for_who_reads_it(stage: LiveStage) -> None:
    stage.play(mixed(), turn("Yes.", 1))
    stage.asked(3)
    heard: list[str] = []
    for number, place in ((1, 3), (2, 8), (3, 14)):
        stage.server.begin(number)
        stage.server.mark(number, place)
        word = stage.posted(WordHeard)
        assert isinstance(word, WordHeard)
        heard.append(MIXED[word.start : word.end])
        assert len(stage.server.messages) == 3
        stage.server.end(number)
    assert heard == ["said", "слава", "to"]
    assert "Yes." in stage.asked(4)


@pytest.mark.parametrize(("speed", "rate"), [(0.5, "-96"), (1.0, "0"), (2.0, "68"), (4.0, "100")])
def test_speed_is_in_times_of_the_person_s_own_rate(stage: LiveStage, speed: float, rate: str) -> None:
    stage.player.change(style=SpeechStyle(speed))
    stage.play(turn("One.", 0))
    assert stage.set(1)["RATE"] == rate


def own_engine(path: Path, server: Dispatcher, **own: str) -> SpeechDispatcherEngine:
    """An engine on a server where the person has set these."""
    server.own |= own
    return SpeechDispatcherEngine(lambda told: None, {"SPEECHD_ADDRESS": f"unix_socket:{path}"})


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Dispatcher]:
    server = Dispatcher(tmp_path / "s", voices=(*STAND_IN_VOICES, "English (Great Britain)+male3\ten-GB\tmale3"))
    yield server
    server.close()


def test_the_person_s_own_settings_are_the_start(tmp_path: Path, own_server: Dispatcher) -> None:
    own = {"LANGUAGE": "en-GB", "VOICE_TYPE": "FEMALE2", "RATE": "40", "PITCH": "-10", "VOLUME": "60"}
    engine = own_engine(tmp_path / "s", own_server, **own)
    narrator = Voice("narrator", "Narrator", gender="male", espeak=EspeakSettings("en-us+f2", pitch=80, rate=160))
    engine.say("A Talk.", [], narrator, 1.0, 1.0)
    assert own_server.messages[0].set == {"CLIENT_NAME": f"{os.getpid()}:tui-reader:reading", "NOTIFICATION": "ALL on",
        "PRIORITY": "message", "SSML_MODE": "on", "RATE": "40", "VOLUME": "60"}  # fmt: skip
    engine.say("One.", [], VOICES["A"], 1.0, 1.0)
    assert own_server.messages[1].set["SYNTHESIS_VOICE"] == "English (Great Britain)+male3"
    assert own_server.messages[1].set["PITCH"] == "20"
    engine.say("Three.", [], VOICES["C"], 1.0, 1.0)
    assert own_server.messages[2].set["VOICE_TYPE"] == "FEMALE1"
    engine.say("Two.", [], narrator, 1.0, 1.0)
    assert own_server.messages[3].set["VOICE_TYPE"] == "FEMALE2"
    assert own_server.messages[3].set["PITCH"] == "-10"
    assert not any(line.startswith("SET self LANGUAGE") for line in own_server.lines)
    types = [line for line in own_server.lines if line.startswith(("SET self VOICE_TYPE", "SET self SYN", "empty"))]
    assert types[1:3] == ["SET self VOICE_TYPE FEMALE1", "empty message"], "only after a message the type counts"
    assert len(types) == 4
    engine.close()


@pytest.mark.parametrize(("own", "rate"), [("100", "100"), ("0", "68"), ("-50", "32"), ("-100", "0")])
def test_twice_as_fast_is_so_from_any_rate_of_the_person(
    tmp_path: Path, own_server: Dispatcher, own: str, rate: str
) -> None:
    engine = own_engine(tmp_path / "s", own_server, RATE=own)
    engine.say("One.", [], VOICES["A"], 2.0, 1.0)
    assert own_server.messages[0].set["RATE"] == rate
    engine.close()


def test_as_fast_as_the_server_can_is_the_pace_of_all_higher_speeds(tmp_path: Path, own_server: Dispatcher) -> None:
    engine = own_engine(tmp_path / "s", own_server, RATE="50")
    assert engine.pace(1) < engine.pace(2) == engine.pace(4) < 45  # it says 45 letters a second at its fastest
    engine.close()


def test_a_server_that_tells_nothing_of_the_person_s_settings_speaks(tmp_path: Path, own_server: Dispatcher) -> None:
    own_server.refuses = ("GET", "LIST")
    engine = own_engine(tmp_path / "s", own_server)
    engine.say("One.", [], Voice("narrator", "Narrator", gender="female"), 1.0, 1.0)
    assert own_server.messages[0].set["VOICE_TYPE"] == "FEMALE1"
    engine.close()


def test_what_a_text_holds_is_never_a_command(stage: LiveStage) -> None:
    text = '</speak>\n.\nQUIT\r\n..\n.one <mark name="x"/> & \x00\x1b[2J <break time="9s"/>'
    stage.play(turn(text, 0), turn("Two.", 1))
    sent = stage.asked(1)
    assert sent.count("<speak>") == sent.count("</speak>") == 1
    assert "<break" not in sent and '<mark name="x"' not in sent and "\x1b" not in sent
    assert not any(line.startswith("QUIT") for line in stage.server.lines)
    stage.server.end(1)
    assert "Two." in stage.asked(2)


def test_a_server_without_ssml_is_given_the_bare_words(tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s")
    server.refuses = ("SET self SSML_MODE",)
    engine = SpeechDispatcherEngine(lambda told: None, {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 's'}"})
    engine.say("A & B <b>", [0, 2], VOICES["A"], 1.0, 1.0)
    assert server.messages[0].text == "A & B <b>"
    engine.close()
    server.close()


def test_without_sound_it_speaks_at_no_volume(stage: LiveStage) -> None:
    stage.player.volume = 0.5
    stage.play(turn("One.", 0))
    assert stage.set(1)["VOLUME"] == "-50"
    stage.player.muted = True
    stage.play(turn("Two.", 0))
    assert stage.set(2)["VOLUME"] == "-100"


def test_where_no_server_is_one_line_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"No speech-dispatcher at .*nobody"):
        SpeechDispatcherEngine(lambda told: None, {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path}/nobody"})


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\xff\xfe\x00\n", b"", b"500 NO\r\n"])
def test_a_server_of_another_kind_is_one_line(tmp_path: Path, answer: bytes) -> None:
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()

        def serve() -> None:
            client, _ = listener.accept()
            with client:
                client.recv(1000)
                client.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(EngineError, match="speech-dispatcher"):
            SpeechDispatcherEngine(lambda told: None, {"SPEECHD_ADDRESS": f"unix_socket:{path}"})
        thread.join(5)


def test_nothing_is_told_after_it_is_closed(tmp_path: Path) -> None:
    told: SimpleQueue[SpeechReport] = SimpleQueue()
    server = Dispatcher(tmp_path / "s")
    engine = SpeechDispatcherEngine(told.put, {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 's'}"})
    engine.close()
    server.close()
    with pytest.raises(Empty):
        told.get(timeout=0.05)
