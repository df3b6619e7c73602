"""SSIP: where the server is, and what goes over the line."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from tests.support.sound import until
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tui_reader.errors import EngineError
from tui_reader.tts import ssip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of files are not for Windows")


def test_lines_that_begin_with_a_dot_have_another_before_it(tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s")
    connection = ssip.Connection(str(tmp_path / "s"), lambda notice: None)
    assert connection.say("one\n.\n.two\r\n...") == 1
    assert server.messages[0].text == "one\n..\n..two\n...."
    connection.close()
    server.close()


def test_a_socket_that_does_not_answer_is_told_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ssip, "FIRST", 0.05)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        listener.listen()
        connection = ssip.Connection(str(tmp_path / "s"), lambda notice: None)
        with pytest.raises(EngineError, match="does not answer"):
            connection.ask("GET RATE")
        connection.close()


def test_a_server_falls_silent_when_the_connection_is_closed(tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s")
    connection = ssip.Connection(str(tmp_path / "s"), lambda notice: None)
    connection.say("one")
    connection.close()
    until(lambda: server.cancels)
    server.close()


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
