"""The full face in a real terminal: every size, every end, and the place kept."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.terminal import READER, Terminal, write_settings
from tui_reader.faces.printing import page_text
from tui_reader.formats import read
from tui_reader.paths import bundled

pytestmark = pytest.mark.e2e

Reader = Callable[..., Terminal]


def test_the_memorandum_is_there_at_the_first_start(reader: Reader, home: dict[str, str]) -> None:
    terminal = reader(["--full", "--no-sound"], home)
    # The line at the foot may be painted a moment before the page.
    screen = terminal.wait_for("I wonder if you would care to submit this afternoon at the meeting(1) a")
    assert "Turn 1 of 23, Stevenson" in screen
    assert "▌ AES  I wonder" in screen and "GWB  I think the meeting has been called off." in screen


def test_a_resize_keeps_the_turn_and_fills_each_size(reader: Reader, home: dict[str, str]) -> None:
    terminal = reader(["--full", "--no-sound"], home)
    terminal.wait_for("Turn 1 of 23")
    terminal.keys("g")
    terminal.keys("1", "2", "Enter")
    terminal.wait_for("Turn 12 of 23")
    terminal.resize(40, 10)
    screen = terminal.wait_for(lambda screen: "12 of 23" in screen and "No, he has given us a guarantee he" in screen)
    assert max(map(len, screen.splitlines())) <= 40
    terminal.resize(200, 60)
    title = "Memorandum of Telephone Conversation"
    terminal.wait_for(lambda screen: "Turn 12 of 23" in screen and title in screen)
    terminal.resize(3, 2)
    time.sleep(0.5)
    terminal.resize(100, 30)
    terminal.wait_for("Turn 12 of 23")


def stop_and_go_on(terminal: Terminal, shown: str) -> None:
    """Stop the program as a shell does, and let it go on; wait for words that it shows then."""
    terminal.keys("C-z")
    terminal.wait_for("Stopped")
    terminal.keys("fg", "Enter")
    terminal.wait_for(shown)


def test_stopping_and_coming_back_is_clean(reader: Reader, home: dict[str, str]) -> None:
    command = ["bash", "--norc", "-i"]
    with Terminal(command, {**home, "PS1": "ready> "}, 100, 30) as terminal:
        terminal.wait_for("ready>")
        terminal.keys(" ".join(READER) + " --full --no-sound", "Enter")
        terminal.wait_for("Turn 1 of 23")
        terminal.keys("n", "n")
        terminal.wait_for("Turn 3 of 23")
        stop_and_go_on(terminal, "Turn 3 of 23")
        terminal.keys("q")
        terminal.wait_for(lambda screen: screen.rstrip().endswith("ready>"))
        terminal.keys("stty -a | grep -o ' echo '", "Enter")
        terminal.wait_for(lambda screen: "\n echo" in screen)


@pytest.mark.parametrize("end", ["q", "C-c", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_the_place_survives_every_end(end: str, reader: Reader, home: dict[str, str]) -> None:
    terminal = reader(["--full", "--no-sound"], home)
    terminal.wait_for("Turn 1 of 23")
    terminal.keys("n", "n", "n")
    terminal.wait_for("Turn 4 of 23")
    if end.startswith("SIG"):
        process = terminal.process()
        os.kill(process, signal.Signals[end])
        until(lambda: not Path(f"/proc/{process}").exists())
    else:
        terminal.keys(end)
        terminal.wait_for(lambda screen: "Turn 4" not in screen)
    again = reader(["--full", "--no-sound"], home)
    again.wait_for("Turn 4 of 23")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(end: signal.Signals, home: dict[str, str]) -> None:
    with PtyProgram([*READER, "--full"], home) as program:
        program.wait_for(b"wonder")
        program.rest()
        program.signal(end)
        assert program.wait() != 0
        output = program.output
        assert output.rfind(b"\x1b[?1049l") > output.rfind(b"\x1b[?1049h") >= 0  # the alternate screen is left
        assert output.rfind(b"\x1b[?25h") > output.rfind(b"\x1b[?25l")  # the cursor is shown
        assert output.rfind(b"\x1b[?1000l") > output.rfind(b"\x1b[?1000h")  # the mouse is let go
        assert b"Traceback" not in output


def test_a_terminal_without_utf_8_shows_no_garbage(home: dict[str, str]) -> None:
    ascii = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with PtyProgram([*READER, "--full"], home | ascii) as program:
        program.wait_for(b"wonder")
        program.press(b"q")
        assert program.wait() == 0
        assert all(byte < 128 for byte in program.output)


def test_nothing_is_written_while_nothing_happens(home: dict[str, str]) -> None:
    with PtyProgram([*READER, "--full"], home) as program:
        program.wait_for(b"No sound device")
        program.rest(2)
        written = len(program.output)
        time.sleep(10)
        assert len(program.output) == written


def test_a_pipe_gets_the_document_as_plain_lines(home: dict[str, str]) -> None:
    run = subprocess.run(READER, env={**os.environ, **home}, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0
    assert "\x1b" not in run.stdout
    document = read(bundled("corpus") / "stevenson-ball.txt")
    turns = [page_text(page, document.short_names) for page in document.pages]
    assert " ".join(" ".join(turns).split()) in " ".join(run.stdout.split())


def test_a_document_with_commands_for_the_terminal_is_only_text(home: dict[str, str], tmp_path: Path) -> None:
    hostile = tmp_path / "talk.txt"
    hostile.write_bytes(
        b"\x1b]0;owned\x07A Talk\n\nANN: One \x1b[31mred\x1b[0m word, [bold]no markup[/bold], [[h@l'oU]] and <b>.\n\n"
        b"BEN: Two.\x9b2J\n\nANN: Three.\n\nBEN: Four.\n"
    )
    with PtyProgram([*READER, "--full", str(hostile)], home) as program:
        program.wait_for(b"[bold]no markup[/bold]")
        assert b"owned\x07" not in program.output and b"\x1b[31mred" not in program.output


@pytest.mark.parametrize("words", ["-", ""])
def test_a_piped_document_leaves_the_keyboard_to_both_faces(words: str, home: dict[str, str], tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("A Talk\n\nANN: One.\n\nBEN: Two.\n\nANN: Three.\n\nBEN: Four.\n")
    command = ["bash", "--norc", "-i"]
    with Terminal(command, {**home, "PS1": "ready> "}, 100, 30) as terminal:
        terminal.wait_for("ready>")
        terminal.keys(f"cat {talk} | {' '.join(READER)} {words} --full --no-sound", "Enter")
        terminal.wait_for("Turn 1 of 4")
        terminal.keys("n", "n")
        terminal.wait_for("Turn 3 of 4")
        terminal.resize(60, 20)
        stop_and_go_on(terminal, "Turn 3 of 4")
        terminal.keys("q")
        terminal.wait_for(lambda screen: screen.rstrip().endswith("ready>"))
        terminal.keys(f"cat {talk} | {' '.join(READER)} {words} --plain", "Enter")
        terminal.wait_for("Back at turn 3 of 4.")
        terminal.keys("n")
        terminal.wait_for("BEN: Four.")
        terminal.keys("C-z")
        terminal.wait_for(lambda screen: screen.count("Stopped") == 2)
        terminal.keys("fg", "Enter")
        terminal.wait_for(lambda screen: screen.count("BEN: Four.") > 1)
        terminal.keys("q")
        terminal.wait_for("place saved.")


def test_without_colour_no_colour_is_written_and_at_rest_nothing(home: dict[str, str]) -> None:
    with PtyProgram([*READER, "--full", "--no-sound"], home | {"NO_COLOR": "1"}) as program:
        program.wait_for(b"wonder")

        def press(keys: bytes) -> None:
            before = len(program.writes)
            program.press(keys)
            until(lambda: len(program.writes) > before)
            program.rest()

        for keys in (b"n", b"l", b"/castro\r", b".", b"f"):
            press(keys)
        codes = {code for found in re.findall(rb"\x1b\[([0-9;]*)m", program.output) for code in found.split(b";")}
        assert codes <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"39", b"49"}
        before = len(program.output)
        time.sleep(3)
        assert program.output[before:] == b""


def test_a_shown_cursor_is_at_the_turn_and_moves_where_nothing_is_painted(home: dict[str, str]) -> None:
    write_settings(home, 'cursor = "show"\n')
    with PtyProgram([*READER, "--full", "--no-sound"], home) as program:
        program.wait_for(b"wonder")
        program.rest()
        assert program.output.rfind(b"\x1b[?25h") > program.output.rfind(b"\x1b[?25l")
        program.press(b"e")
        program.wait_for(b"\x1b[5;19H")
        program.rest()
        assert program.output.endswith(b"\x1b[5;19H")


def test_a_calm_screen_writes_its_first_page_once(home: dict[str, str]) -> None:
    write_settings(home, "calm = true\n")
    with PtyProgram([*READER, "--full", "--no-sound"], home) as program:
        program.wait_for(b"wonder")
        program.wait_for(b"Turn 1 of 23")
        program.rest(1)
        assert program.output.count(b"wonder") == program.output.count(b"Turn 1 of 23") == 1


@pytest.mark.parametrize(("face", "how"), [("--full", ""), ("--plain", " Escape stops.")])
def test_a_large_file_says_that_it_is_read_and_escape_stops_it(
    face: str, how: str, home: dict[str, str], tmp_path: Path
) -> None:
    pair = "ANNE: Yes, it is so, as I have said.\n\nBEN: No, I cannot see why.\n\n"
    large, larger = tmp_path / "large.txt", tmp_path / "larger.txt"
    large.write_text(pair * 43_000)
    larger.write_text(pair * 200_000)  # is read for seconds, so that Escape comes before the end
    with PtyProgram([*READER, str(large), face, "--no-sound", "--no-library"], home) as program:
        told = program.wait_for(f"Reading large.txt, 3 MB.{how}".encode())
        came = program.wait_for(b"Turn 1 of 86000" if face == "--full" else b"ANNE: Yes, it is so")
        assert told < came
    with PtyProgram([*READER, str(larger), face, "--no-sound", "--no-library"], home) as program:
        program.wait_for(f"Reading larger.txt, 13 MB.{how}".encode())
        program.press(b"\x1b")
        assert program.wait() == 1
        again = b"" if face == "--full" else b" Open it again to start over."
        assert program.output.endswith(b"tui-reader: larger.txt: reading it was stopped." + again + b"\r\n")
        assert b"ANNE" not in program.output
        assert (b"\x1b[?1049l" in program.output) == (face == "--full")
