"""What the page "security" of the manual promises: no network, no other programs, and writing only where it says."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.audited import LOG, Event, audited_command, read_events, run_audited
from tests.support.pty_program import PtyProgram
from tests.support.talks import TALK
from tui_reader.cli.parser import DEFAULT, command_names
from tui_reader.paths import cache_folder, config_folder, data_folder

COMMANDS = (
    "accessibility", "bookmarks talk.txt", "bookmarks talk.txt --export {out}/marks.md", "completions bash", "doctor",
    "export talk.txt -o {out}/talk.wav --engine tone --ledger", "export talk.txt -o {out}/talk.html",
    "export . -o {out} --format srt,md,epub --jobs 2", "help keys", "inspect talk.txt", "inspect page.html",
    "inspect book.xml --json", "inspect talk.txt --ledger", "lexicon", "lexicon --add SAM=sam",
    "lexicon talk.txt --add SAM=sam", "library", "library --add .", "library --search morning", "open --print talk.txt",
    "open --print talk.txt --no-library", "people talk.txt --name ANNE=Anne", "people talk.txt --forget",
    "people --everywhere ANNE", "library --backup {out}/mine.backup", "library --restore {out}/mine.backup",
    "play talk.txt --no-sound --engine quiet --speed 4", "serve -", "set", "set speed 1.5", "stats talk.txt",
    "stats talk.txt --svg {out}/talk.svg", "verify {out}/talk.wav", "voices",
)  # fmt: skip
"""What is typed; all but what is started on purpose to serve or to go to a cluster."""
OURS = f"['{sys.executable}', '-I', '-c', "
"""How the command of a Python that runs this program begins."""
PAGE = "<p><b>ANNE:</b> Yes. <img src='http://127.0.0.1:{port}/i.png'></p><p><b>BEN:</b> No.</p>" * 3
BOOK = """<!DOCTYPE TEI SYSTEM "http://127.0.0.1:{port}/x.dtd" [<!ENTITY beside SYSTEM "talk.txt">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<sp><speaker>ANNE</speaker><p>Yes &beside;.</p></sp><sp><speaker>BEN</speaker><p>No.</p></sp></body></text></TEI>"""


class Folder:
    """A folder of documents of which some name a server; what is in it, and what a command may write to."""

    def __init__(self, path: Path, port: int) -> None:
        self.path = path / "documents"
        self.out = path / "out"
        self.temporary = path / "temporary"
        self.log = path / "log"
        for made in (self.path, self.out, self.temporary):
            made.mkdir()
        for name, text in (("talk.txt", TALK), ("page.html", PAGE), ("book.xml", BOOK)):
            (self.path / name).write_text(text.replace("{port}", str(port)))
        self.before = self.contents()

    def contents(self) -> dict[str, bytes]:
        """The bytes of each file in it."""
        return {file.name: file.read_bytes() for file in self.path.iterdir()}

    def check(self, events: set[Event]) -> None:
        """Assert that nothing was done which is not promised."""
        allowed = (
            config_folder(),
            data_folder(),
            cache_folder(),
            self.out,
            self.temporary,
            Path(os.devnull),
            Path("/dev/tty"),
        )
        written = {Path(what) for kind, what in events if kind == "write"}
        parents = {parent for folder in allowed for parent in folder.parents}  # made where they are not there
        assert {path for path in written - parents if not any(path.is_relative_to(one) for one in allowed)} == set()
        asked = {what for kind, what in events if kind == "connect"}
        assert {what for what in asked if not what.startswith("/")} == set()  # but for sockets of this computer
        started = {what for kind, what in events if kind == "start"}
        assert {what for what in started if not what.startswith(OURS)} <= {"['uname', '-p']"}  # by Python's platform
        assert self.contents() == self.before and not any(self.temporary.iterdir())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return Folder(tmp_path, listening.getsockname()[1])


def test_each_command_is_tried() -> None:
    assert {command.split()[0] for command in COMMANDS} == {DEFAULT, *command_names()}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_does_no_more(folder: Folder, command: str) -> None:
    words = command.removeprefix("open ").format(out=folder.out).split()
    done, events = run_audited(folder.path, folder.log, *words)
    assert "Traceback" not in done.stderr, done.stderr
    folder.check(events)


@pytest.mark.parametrize("face", ["--plain", "--full"])
def test_reading_does_no_more(folder: Folder, face: str) -> None:
    environment = {**os.environ, LOG: str(folder.log), "TERM": "xterm-256color"}
    with PtyProgram(
        audited_command(face, "--no-sound", "--engine=quiet", str(folder.path / "talk.txt")), environment
    ) as program:
        program.wait_for(b"ANNE" if face == "--plain" else b"Turn 1 of")
        for key in b" nb ":
            program.press(bytes([key]))
        program.press(b"q")
        assert program.wait() == 0
    folder.check(read_events(folder.log))


def test_serve_listens_at_the_address_it_prints_alone(folder: Folder) -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("aiohttp")
    command = audited_command("serve", str(folder.path / "talk.txt"))
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, LOG: str(folder.log)}
    ) as served:
        assert served.stdout
        printed = re.search(r"http://127\.0\.0\.1:(\d+)/", served.stdout.readline())
        served.send_signal(signal.SIGINT)
        assert printed and served.wait(60) == 0
    asked = {what for kind, what in read_events(folder.log) if kind == "connect"}
    assert asked == {"('127.0.0.1', 0, 0, 1, 0)", "('127.0.0.1', 0)", "('127.0.0.1', None, 0, 0, 0)"}


@pytest.mark.parametrize("face", ["--print", "--plain", "--full"])
def test_without_the_library_nothing_is_kept(folder: Folder, home: Path, face: str) -> None:
    environment = {**os.environ, "TERM": "xterm-256color"}
    command = audited_command(face, "--no-sound", "--no-library", str(folder.path / "talk.txt"))
    with PtyProgram(command, {**environment, LOG: str(folder.log)}) as program:
        if face != "--print":
            program.wait_for(b"ANNE" if face == "--plain" else b"Turn 1 of")
            program.press(b"nbq")
        assert program.wait() == 0
    assert not any(home.rglob("*"))


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
def test_what_is_kept_about_a_person_is_for_that_person_alone(folder: Folder) -> None:
    run_audited(folder.path, folder.log, "library", "--add", ".")
    kept = [data_folder(), *data_folder().iterdir()]
    assert len(kept) > 1
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in kept} == {0}
