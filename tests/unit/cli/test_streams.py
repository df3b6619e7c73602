"""Standard streams that are closed, full, or read by nobody: one line, the right status, nothing written elsewhere."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

READER = shlex.join([sys.executable, "-m", "tui_reader"])
CLOSED = "tui-reader: Standard output is closed.\n"
FULL = "tui-reader: Standard output: No space left on device.\n"


def run(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder as a shell does, with redirections among its words, and without a terminal."""
    return subprocess.run(
        ["sh", "-c", f"exec {READER} {words}"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=folder, start_new_session=True, timeout=60,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "errors"),
    [
        ("--print talk.txt >&-", 1, CLOSED),
        ("--print talk.txt >&- 2>&-", 1, ""),
        ("--print talk.txt 2>/dev/full >/dev/full", 1, ""),
        ("--print - <&-", 1, "tui-reader: standard input: cannot be read: Bad file descriptor\n"),
        ("inspect --json talk.txt <&- >&-", 1, CLOSED),
        ("--help >&-", 1, CLOSED),
        ("--version >/dev/full", 1, FULL),
        ("--nonsense >&- 2>/dev/full", 2, ""),
        ("--plain --keys line talk.txt <&- >&-", 1, CLOSED),
        ("library >&-", 1, CLOSED),
    ],
)
def test_what_cannot_be_printed_is_a_line_and_a_status(words: str, status: int, errors: str, talk: Path) -> None:
    done = run(words, talk.parent)
    assert (done.returncode, done.stdout, done.stderr) == (status, "", errors)


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-", "2>/dev/full"])
def test_the_document_is_printed_whatever_the_other_streams_are(closed: str, talk: Path) -> None:
    done = run(f"--print talk.txt {closed}", talk.parent)
    assert (done.returncode, done.stderr) == (0, "") and "Good morning." in done.stdout


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_an_export_is_whole_and_no_message_is_in_it(closed: str, talk: Path) -> None:
    (talk.parent / "many").mkdir()
    for name in ("one", "two"):
        (talk.parent / "many" / f"{name}.txt").write_text(talk.read_text())
    expected = run("export talk.txt -o expected.md", talk.parent)
    done = run(f"export many -o out --format md {closed}", talk.parent)
    assert (expected.returncode, done.returncode, done.stdout) == (0, 0, "")
    written = {path.name: path.read_text() for path in (talk.parent / "out").glob("*.md")}
    assert written == dict.fromkeys(("one.md", "two.md"), (talk.parent / "expected.md").read_text())


def test_lines_are_answered_where_only_standard_input_is_closed(talk: Path) -> None:
    done = run("--plain --keys line talk.txt <&-", talk.parent)
    assert done.returncode == 0 and "place saved." in done.stdout


def test_a_reader_of_the_pipe_that_leaves_early_ends_it_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("A Talk\n\n" + "ANNE: We walk.\n\nBEN: Yes, we walk.\n\n" * 5000)
    program = subprocess.Popen(
        [sys.executable, "-m", "tui_reader", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    )
    assert program.stdout and program.stderr
    program.stdout.read(10)
    program.stdout.close()
    with program:
        assert program.stderr.read() == b""
    assert program.returncode == 141, "as of a program that SIGPIPE ended"


def test_a_terminal_that_is_gone_before_its_signal_comes_is_the_status_of_the_signal(talk: Path) -> None:
    terminal, end = os.openpty()
    os.close(terminal)
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", "--print", str(talk)],
        stdin=subprocess.DEVNULL, stdout=end, stderr=subprocess.PIPE, start_new_session=True, timeout=60, check=False,
    )  # fmt: skip
    os.close(end)
    assert (done.returncode, done.stderr) == (129, b"")
