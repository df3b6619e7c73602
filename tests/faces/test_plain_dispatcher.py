"""The plain face with the person's own synthesiser: what is spoken is not printed, and reading goes on without it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.speech_dispatcher_stand_in import Dispatcher

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is Linux")


@pytest.fixture
def socket(tmp_path: Path) -> Path:
    """Where speech-dispatcher is looked for."""
    return tmp_path / "speech-dispatcher" / "speechd.sock"


@pytest.fixture
def start(tmp_path: Path, talk: Path) -> Iterator[Callable[..., PtyProgram]]:
    """Starts the program on the talk, speaking, without a sound server."""
    with ExitStack() as programs:

        def start(*words: str) -> PtyProgram:
            environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "PULSE_SERVER": "unix:/nonexistent"}
            environment.pop("SPEECHD_ADDRESS", None)
            command = [sys.executable, "-m", "tui_reader", "--plain", "--speak", "--width", "200", str(talk), *words]
            return programs.enter_context(PtyProgram(command, environment, columns=200))

        yield start


@pytest.fixture
def server(socket: Path) -> Iterator[Dispatcher]:
    """A speech-dispatcher that says nothing until it is told to."""
    server = Dispatcher(socket)
    yield server
    server.close()


def said(server: Dispatcher, number: int) -> str:
    """The words of a message, once it is asked for; from 1."""
    until(lambda: len(server.messages) >= number)
    parts = server.messages[number - 1].text.split("<")
    return "".join(part.partition(">")[2] for part in parts)


def voice_in(settings: Mapping[str, str]) -> str | None:
    """The voice of a message: by its name, or of a kind where the server has none of that name."""
    return settings.get("SYNTHESIS_VOICE") or settings.get("VOICE_TYPE")


def test_what_is_spoken_by_a_voice_per_speaker_is_not_printed(
    start: Callable[..., PtyProgram], server: Dispatcher
) -> None:
    program = start()
    for number, words in enumerate(("Good morning.", "Yes.", "Then we walk."), 1):
        assert said(server, number) == words
        if number < 3:
            program.press(b"n")
    assert len(server.cancels) == 2
    first, second, third = (message.set for message in server.messages)
    assert first["PRIORITY"] == "message"
    assert [voice_in(first), first["PITCH"]] == [voice_in(third), third["PITCH"]]
    assert first["PITCH"] != second["PITCH"]
    program.press(b"w")
    program.wait_for(b"Turn 3 of 4, ANNE")
    assert b"morning" not in program.output and b"Yes." not in program.output


def test_of_many_quick_keys_the_last_turn_is_said_and_nothing_after_it(
    start: Callable[..., PtyProgram], server: Dispatcher, talk: Path
) -> None:
    talk.write_text("A Talk\n\n" + "".join(f"{'ANNE' if n % 2 else 'BEN'}: This is {n}.\n\n" for n in range(1, 101)))
    program = start()
    assert said(server, 1) == "This is 1."
    for _ in range(60):
        program.press(b"n")
    until(lambda: "61." in server.messages[-1].text)
    number = len(server.messages)
    assert said(server, number) == "This is 61."
    server.begin(number)
    server.end(number)
    program.press(b"w")
    program.wait_for(b"Turn 61 of 100")
    assert len(server.messages) == number


def test_any_key_silences_what_is_said_aside(start: Callable[..., PtyProgram], server: Dispatcher) -> None:
    program = start()
    said(server, 1)
    program.press(b"w")
    until(lambda: len(server.cancels) == 1)
    program.press(b"a")
    assert said(server, 2) == "ANNE."
    server.begin(2)
    program.press(b"w")
    until(lambda: len(server.cancels) == 2)


def test_it_reads_on_after_the_answer_of_a_key_and_says_it_beside(
    start: Callable[..., PtyProgram], server: Dispatcher
) -> None:
    program = start()
    assert said(server, 1) == "Good morning."
    program.press(b" ")
    assert said(server, 2) == "Good morning."
    server.begin(2)
    answers = (
        (b"+", "Speed 1.1."), (b"-", "Speed 1."), (b"(", "Volume 90 percent."), (b")", "Volume 100 percent."),
        (b"b", "Bookmark 1 at turn 1."), (b"z", "Sleep in 15 minutes."), (b"y", "Full."),
        (b"w", "Turn 1 of 4, ANNE. 0 percent, less than a minute left."), (b"w", "A Talk"),
    )  # fmt: skip
    rates = []

    def press(key: bytes, answer: str) -> None:
        before = len(server.messages)
        program.press(key)
        until(lambda: len(server.messages) > before)
        until(lambda: said(server, len(server.messages)).startswith(answer))

    for key, answer in answers:
        press(key, answer)
        number = len(server.messages)
        rates.append(server.messages[-1].set["RATE"])
        server.begin(number)
        server.end(number)
        assert said(server, number + 1) == "Good morning."
        server.begin(number + 1)
    assert rates[0] > rates[1]
    assert not any(answer.encode() in program.output for _, answer in answers[:-1])
    server.end(len(server.messages))
    assert said(server, len(server.messages) + 1) == "Yes."


def test_the_page_turns_at_the_end_of_a_turn_and_not_when_it_is_cut_off(
    start: Callable[..., PtyProgram], server: Dispatcher
) -> None:
    program = start()
    assert said(server, 1) == "Good morning."
    program.press(b" ")
    assert said(server, 2) == "Good morning."
    server.begin(2)
    server.silence(2)
    time.sleep(0.3)  # in which it must do nothing
    assert len(server.messages) == 2
    program.press(b"w")
    program.wait_for(b"Turn 1 of 4, ANNE")
    program.press(b" ")
    assert said(server, 3) == "Good morning."
    server.begin(3)
    server.end(3)
    assert said(server, 4) == "Yes."
    server.begin(4)
    for number in (4, 5, 6):
        said(server, number)
        server.begin(number)
        server.end(number)
    program.wait_for(b"End of document. 4 turns.")
    assert b"Yes." not in program.output


def test_reading_goes_on_where_there_is_no_server_and_one_line_says_so(
    start: Callable[..., PtyProgram], socket: Path
) -> None:
    program = start("--speed", "4")
    program.wait_for(b"(No such file or directory). Going on with the reader's own voices.")
    program.press(b" ")
    program.wait_for(b"End of document. 4 turns.")
    assert program.output.count(b"speech-dispatcher at") == 1
    assert b"walk" not in program.output


def test_reading_goes_on_where_another_server_is(start: Callable[..., PtyProgram], socket: Path) -> None:
    server = Dispatcher(socket)
    server.refuses = ("SET",)
    program = start("--speed", "4")
    program.wait_for(b"speech-dispatcher refuses: ERR UNKNOWN ERROR. Going on with the reader's own voices.")
    program.press(b" ")
    program.wait_for(b"End of document. 4 turns.")
    assert program.output.count(b"speech-dispatcher") == 1
    server.close()


def test_a_server_that_dies_in_a_sentence_is_one_line_and_reading_goes_on(
    start: Callable[..., PtyProgram], server: Dispatcher
) -> None:
    program = start("--speed", "4")
    said(server, 1)
    program.press(b" ")
    assert said(server, 2) == "Good morning."
    server.begin(2)
    server.close()
    program.wait_for(b"speech-dispatcher is gone. Going on with the reader's own voices.")
    program.wait_for(b"End of document. 4 turns.")
    assert program.output.count(b"speech-dispatcher") == 1
