"""Speech by the person's own synthesiser: what speech-dispatcher is asked, and what is made of its answers."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from tests.support.dispatcher import Dispatcher
from tests.support.sound import until, utterance
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.narration.utterance import Pause, Utterance, queued
from tui_reader.playback.events import Began, Event, Finished, Lost, Silenced, WordHeard
from tui_reader.playback.live_player import LivePlayer
from tui_reader.tts import ssip
from tui_reader.tts.engine import SpeechReport
from tui_reader.tts.render import SpeechStyle
from tui_reader.tts.speech_dispatcher_engine import SpeechDispatcherEngine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of files are not for Windows")

VOICES = {
    "A": Voice("a", "A", gender="male", espeak=EspeakSettings("en-us+m3", pitch=65)),
    "B": Voice("b", "B", gender="male", espeak=EspeakSettings("en-us+klatt6", pitch=28)),
    "C": Voice("c", "C", gender="female", espeak=EspeakSettings("en-us+zoe", pitch=50)),
    "D": Voice("d", "D", gender="female", espeak=EspeakSettings("en-us+mia", pitch=55)),
}


class Casting:
    """Who has which of the voices."""

    def voice(self, speaker: str) -> Voice:
        return VOICES[speaker]


class Stage:
    """A player on a server that says nothing by itself."""

    def __init__(self, folder: Path, pace: float | None = None, **kwargs: object) -> None:
        self.path = folder / "speechd.sock"
        self.server = Dispatcher(self.path, pace)
        self.events: SimpleQueue[Event] = SimpleQueue()
        self.style = SpeechStyle(1.0, True, {Pause.CHANGE: 0})
        self.player = LivePlayer(self.open, Casting(), self.style, self.events.put)
        assert self.player.wait_ready()

    def open(self, tell: object) -> SpeechDispatcherEngine:
        environ = {"SPEECHD_ADDRESS": f"unix_socket:{self.path}"}
        return SpeechDispatcherEngine(tell, environ)  # type: ignore[arg-type]

    def play(self, *utterances: Utterance) -> int:
        """Play, and wait until the first message is asked for."""
        before = len(self.server.messages)
        serial = self.player.play(queued(utterances))
        until(lambda: len(self.server.messages) > before)
        return serial

    def told(self, *kinds: type) -> Event:
        """The next event of one of these kinds."""
        while True:
            event = self.events.get(timeout=5)
            if isinstance(event, kinds):
                return event

    def asked(self, number: int) -> str:
        """The text of a message, once it is asked for; from 1."""
        until(lambda: len(self.server.messages) >= number)
        return self.server.messages[number - 1].text

    def set(self, number: int) -> dict[str, str]:
        """What was set for that message."""
        self.asked(number)
        return self.server.messages[number - 1].set

    def close(self) -> None:
        self.player.close()
        self.server.close()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.close()


def turn(text: str, page: int, voice: str = "A", number: int = 0) -> Utterance:
    """An utterance of a page of its own."""
    return utterance(text, number, voice)._replace(page=page)


def test_a_turn_is_one_message_with_a_mark_at_each_word(stage: Stage) -> None:
    stage.play(turn("Good morning.", 0), turn("It is late.", 0, number=1), turn("Yes.", 1, "B"))
    assert stage.asked(1) == (
        '<speak><mark name="0"/>Good <mark name="5"/>morning. '
        '<mark name="14"/>It <mark name="17"/>is <mark name="20"/>late.</speak>'
    )
    stage.server.begin(1)
    stage.server.end(1)
    assert ">Yes." in stage.asked(2)


def test_each_speaker_has_a_voice_and_a_pitch_of_their_own(stage: Stage) -> None:
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


def test_a_voice_speaks_the_language_of_the_document(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(VOICES, "G", Voice("g", "G", language="de", espeak=EspeakSettings("en-us+m3")))
    monkeypatch.setitem(VOICES, "X", Voice("x", "X", language="de\r\nQUIT", espeak=EspeakSettings("en-us+m3")))
    stage.play(turn("Guten Tag.", 0, "G"), turn("Ja.", 1, "X"))
    assert stage.set(1)["LANGUAGE"] == "de"
    stage.server.end(1)
    assert stage.set(2)["LANGUAGE"] == "de"
    assert "QUIT" not in stage.server.lines


@pytest.mark.parametrize(("speed", "rate"), [(0.5, "-94"), (1.0, "0"), (2.0, "77"), (4.0, "100")])
def test_speed_is_in_times_of_the_person_s_own_rate(stage: Stage, speed: float, rate: str) -> None:
    stage.player.change(style=SpeechStyle(speed))
    stage.play(turn("One.", 0))
    assert stage.set(1)["RATE"] == rate


def test_what_a_text_holds_is_never_a_command(stage: Stage) -> None:
    text = '</speak>\n.\nQUIT\r\n..\n.one <mark name="x"/> & \x00\x1b[2J <break time="9s"/>'
    stage.play(turn(text, 0), turn("Two.", 1))
    sent = stage.asked(1)
    assert sent.count("<speak>") == sent.count("</speak>") == 1
    assert "<break" not in sent and '<mark name="x"' not in sent and "\x1b" not in sent
    assert not any(line.startswith("QUIT") for line in stage.server.lines)
    stage.server.end(1)
    assert "Two." in stage.asked(2)


def test_lines_that_begin_with_a_dot_have_another_before_it(tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s")
    connection = ssip.Connection(str(tmp_path / "s"), lambda notice: None)
    assert connection.say("one\n.\n.two\r\n...") == 1
    assert server.messages[0].text == "one\n..\n..two\n...."
    connection.close()
    server.close()


def test_a_server_without_ssml_is_given_the_bare_words(tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s")
    server.refuses = ("SET self SSML_MODE",)
    engine = SpeechDispatcherEngine(lambda told: None, {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 's'}"})
    engine.say("A & B <b>", [0, 2], VOICES["A"], 1.0, 1.0)
    assert server.messages[0].text == "A & B <b>"
    engine.close()
    server.close()


def test_words_and_utterances_are_told_as_they_are_reached(stage: Stage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 0, number=1)
    serial = stage.play(one, two)
    for happens in (lambda: stage.server.begin(1), lambda: stage.server.mark(1, 5), lambda: stage.server.mark(1, 14)):
        happens()
    stage.server.end(1)
    found = [stage.events.get(timeout=5) for _ in range(5)]
    assert found == [
        Began(serial, one), WordHeard(serial, one, 5, 13), Began(serial, two), WordHeard(serial, two, 0, 4),
        Finished(serial),
    ]  # fmt: skip


def test_a_server_that_tells_no_words_tells_all_utterances_by_the_end(stage: Stage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 0, number=1)
    serial = stage.play(one, two)
    stage.server.begin(1)
    stage.server.end(1)
    assert [stage.events.get(timeout=5) for _ in range(3)] == [Began(serial, one), Began(serial, two), Finished(serial)]


def test_the_page_turns_at_the_end_and_not_when_something_else_cuts_it_off(stage: Stage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 1)
    serial = stage.play(one, two)
    stage.server.begin(1)
    stage.server.mark(1, 5)
    stage.server.silence(1)
    assert stage.told(Silenced) == Silenced(serial)
    assert stage.player.paused and not stage.player.playing
    assert stage.player.heard() == (one, 5, 13)
    assert len(stage.server.messages) == 1
    stage.player.resume()
    assert stage.asked(2) == '<speak><mark name="0"/>morning.</speak>'
    stage.server.begin(2)
    stage.server.end(2)
    assert ">Yes." in stage.asked(3)


def test_it_goes_on_at_the_word_where_it_was_paused(stage: Stage) -> None:
    one, two = turn("Good morning to all.", 0), turn("Yes.", 1)
    stage.play(one, two)
    stage.server.begin(1)
    stage.server.mark(1, 13)
    assert stage.told(WordHeard)
    stage.player.pause()
    until(lambda: stage.server.cancels)
    assert stage.player.heard() == (one, 13, 15)
    stage.player.pause()
    stage.player.resume()
    assert stage.asked(2) == '<speak><mark name="0"/>to <mark name="3"/>all.</speak>'
    stage.player.pause()
    stage.player.resume()
    assert stage.asked(3) == stage.asked(2)
    stage.server.begin(3)
    stage.server.end(3)
    assert ">Yes." in stage.asked(4)


def test_to_stop_is_to_cancel_and_what_is_told_late_is_dropped(stage: Stage) -> None:
    stage.play(turn("One.", 0), turn("Two.", 1))
    stage.player.stop()
    until(lambda: stage.server.cancels)
    serial = stage.play(turn("Three.", 2))
    stage.server.begin(1)
    stage.server.end(1)
    stage.server.begin(2)
    event = stage.told(Began, Finished)
    assert event == Began(serial, turn("Three.", 2))
    assert len(stage.server.messages) == 2


def test_another_run_cuts_off_the_one_before(stage: Stage) -> None:
    stage.play(turn("One.", 0))
    stage.play(turn("Two.", 1))
    assert len(stage.server.cancels) == 1


def test_the_last_utterance_is_the_one_being_heard_when_it_is_to_end(stage: Stage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 0, number=1)
    stage.play(one, two)
    stage.server.begin(1)
    stage.server.mark(1, 5)
    assert stage.told(WordHeard)
    stage.player.end()
    stage.server.mark(1, 14)
    assert isinstance(stage.told(Began, Finished), Finished)
    assert stage.server.cancels


def test_without_sound_it_speaks_at_no_volume(stage: Stage) -> None:
    stage.player.volume = 0.5
    stage.play(turn("One.", 0))
    assert stage.set(1)["VOLUME"] == "-50"
    stage.player.muted = True
    stage.play(turn("Two.", 0))
    assert stage.set(2)["VOLUME"] == "-100"


def test_a_server_that_dies_is_one_line_and_what_is_left_begins_at_the_word(stage: Stage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 1)
    stage.play(one, two)
    stage.server.begin(1)
    stage.server.mark(1, 5)
    assert stage.told(WordHeard)
    stage.server.close()
    event = stage.told(Lost)
    assert isinstance(event, Lost) and "\n" not in event.line and "speech-dispatcher" in event.line
    left = event.left()
    assert left is not None and [(cue.utterance, cue.start) for cue in left] == [(one, 5), (two, 0)]


def test_what_is_played_after_the_server_died_is_still_to_be_said(stage: Stage) -> None:
    stage.server.close()
    event = stage.told(Lost)
    assert isinstance(event, Lost) and event.left() is None
    stage.player.play(queued([turn("One.", 0)]))
    left = event.left()
    assert left is not None and [cue.utterance.printed for cue in left] == ["One."]


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


def test_an_engine_that_says_nothing_is_given_up(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.playback.live_player.OPENS", 0.05)
    stage.play(turn("One.", 0))
    event = stage.told(Lost)
    assert isinstance(event, Lost) and event.line.startswith("speech-dispatcher says nothing. ")


@pytest.mark.parametrize(
    ("environ", "where"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, "/run/user/7/speech-dispatcher/speechd.sock"),
        ({"XDG_RUNTIME_DIR": "/x", "SPEECHD_ADDRESS": "unix_socket"}, "/x/speech-dispatcher/speechd.sock"),
        ({"SPEECHD_ADDRESS": "unix_socket:/tmp/s"}, "/tmp/s"),
        ({"SPEECHD_ADDRESS": "inet_socket"}, ("127.0.0.1", 6560)),
        ({"SPEECHD_ADDRESS": "inet_socket:host"}, ("host", 6560)),
        ({"SPEECHD_ADDRESS": "inet_socket:host:99"}, ("host", 99)),
    ],
)
def test_the_server_is_where_the_person_says(environ: dict[str, str], where: object) -> None:
    assert ssip.address(environ) == where


def test_nothing_is_told_after_it_is_closed(tmp_path: Path) -> None:
    told: SimpleQueue[SpeechReport] = SimpleQueue()
    server = Dispatcher(tmp_path / "s")
    engine = SpeechDispatcherEngine(told.put, {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 's'}"})
    engine.close()
    server.close()
    with pytest.raises(Empty):
        told.get(timeout=0.05)
