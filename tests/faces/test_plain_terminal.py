"""The plain face and its terminal: however it ends all is as it was, and keys come from the terminal or not at all."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.support import job_control_shell
from tests.support.corpus import MEMORANDUM
from tests.support.plain_program import READER, Plain
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library, library_path
from tui_reader.terminal.key_sequences import key_names


class TestLeaving:
    """However it ends, the terminal is as it was and the place is kept."""

    @pytest.mark.parametrize(
        ("number", "status"),
        [(None, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)],
        ids=["Ctrl+C", "SIGTERM", "SIGHUP", "SIGQUIT"],
    )
    def test_by_a_signal(self, plain: Plain, number: signal.Signals | None, status: int) -> None:
        before = Plain.modes.fget(plain)[3] | termios.ECHO | termios.ICANON  # type: ignore[attr-defined]
        plain.ask("9", "g")
        plain.ask("w")
        if number is None:
            plain.press(b"\x03")
        else:
            plain.signal(number)
        assert plain.told() == "\n"
        assert plain.wait() == status
        assert plain.modes[3] == before
        library = Library(library_path())
        assert library.place(read(MEMORANDUM).key) == Position(8, 0)
        library.close()

    def test_by_q_echo_and_line_editing_are_back(self, plain: Plain) -> None:
        assert not plain.modes[3] & (termios.ECHO | termios.ICANON)  # type: ignore[operator]
        assert plain.quit().endswith("place saved.\n")
        assert plain.wait() == 0
        assert plain.modes[3] & termios.ECHO and plain.modes[3] & termios.ICANON  # type: ignore[operator]

    def test_for_a_while_by_ctrl_z(self, talk: Path) -> None:
        parent = [sys.executable, job_control_shell.__file__]
        with Plain(command=[*parent, *READER, str(talk)]) as program:
            program.told()
            program.ask("n")
            program.press(b"\x1a")
            said = program.told(quiet=0.3)
            assert said == "\nstopped, echo and line editing on\nBEN: Yes."
            assert program.ask("n") == "\nANNE: Then we walk."


class TestWithoutAKeyboardOnStandardInput:
    """Keys come from the terminal, or there is one line."""

    def test_keys_come_from_the_terminal_where_standard_input_is_a_pipe(self, talk: Path) -> None:
        with Plain(command=["sh", "-c", f"echo words | exec {shlex.join([*READER, str(talk)])}"]) as program:
            program.told()
            assert program.ask("n") == "\nBEN: Yes."

    def test_without_any_terminal_it_is_wrong_use(self) -> None:
        run = subprocess.run(
            READER,
            stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True, check=False, text=True,
        )  # fmt: skip
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.count("\n") == 1 and "--print" in run.stderr


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("n", ["n"]), ("\x1b", ["escape"]), ("\x1b[C\x1bOD", ["right", "left"]), ("\r\n", ["enter", "enter"]),
        ("\x1b[1;5C", ["unknown"]), ("\x1b[3~n", ["unknown", "n"]), ("é]", ["é", "right_square_bracket"]),
        ("\x01", ["unknown"]),
    ],
)  # fmt: skip
def test_what_a_terminal_sends_is_named_as_the_table_names_it(sent: str, keys: list[str]) -> None:
    assert list(key_names(sent)) == keys
