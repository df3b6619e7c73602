"""A screen reader is detected by evidence, on a machine made of files; once for a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui_reader.startup import screen_reader_detection
from tui_reader.startup.screen_reader_detection import find_screen_reader, finds_braille_display

ME = 4000


class Machine:
    """A /proc and /sys with the processes that a test puts into it; this process is the child of number 4000."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "proc" / "self").mkdir(parents=True)

    def runs(self, number: int, name: str, parent: int = 1, command: str = "") -> None:
        folder = self.root / "proc" / str(number)
        folder.mkdir()
        (folder / "stat").write_text(f"{number} ({name}) S {parent} {number} {number} 0 -1")
        (folder / "comm").write_text(f"{name}\n")
        (folder / "cmdline").write_bytes((command or name).replace(" ", "\0").encode() + b"\0")

    def found(self, environ: Mapping[str, str] | None = None) -> str | None:
        return find_screen_reader(environ or {}, self.root)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "getppid", lambda: ME)
    machine = Machine(tmp_path)
    machine.runs(1, "systemd", 0)
    machine.runs(ME, "bash", 300)
    return machine


def test_on_a_quiet_machine_nothing_is_found(machine: Machine) -> None:
    machine.runs(300, "gnome-terminal-", 1)
    assert machine.found() is None


AROUND = {
    "a program": ("yasr", "yasr /bin/bash", "yasr"),
    "a script with a process name": ("tdsr", "/usr/bin/python3 /home/me/tdsr/tdsr", "tdsr"),
    "a script of Python": ("python3", "python3 /usr/bin/fenrir -e", "Fenrir"),
    "a script beside the shell": ("python3.11", "/usr/bin/python3.11 ./tdsr.py", "tdsr"),
}


@pytest.mark.parametrize(("name", "command", "found"), AROUND.values(), ids=AROUND)
def test_a_screen_reader_around_the_shell_is_found(machine: Machine, name: str, command: str, found: str) -> None:
    machine.runs(300, "bash", 200)
    machine.runs(200, name, 1, command)
    assert machine.found() == f"it runs inside {found}"


def test_a_screen_reader_that_runs_elsewhere_is_not_around_the_shell(machine: Machine) -> None:
    machine.runs(300, "bash", 1)
    machine.runs(200, "yasr", 1)
    assert machine.found() is None


def test_a_file_of_that_name_in_an_editor_is_no_screen_reader(machine: Machine) -> None:
    machine.runs(300, "vim", 1, "vim fenrir")
    assert machine.found() is None


def test_a_process_name_with_brackets_and_blanks_does_not_hide_its_parent(machine: Machine) -> None:
    machine.runs(300, "a) S 7 (b", 200)
    machine.runs(200, "yasr", 1)
    assert machine.found() == "it runs inside yasr"


def test_parents_that_go_in_a_circle_end(machine: Machine) -> None:
    machine.runs(300, "bash", ME)
    assert machine.found() is None


@pytest.mark.parametrize(("name", "found"), [("orca", "Orca is running"), ("brltty", "BRLTTY is running")])
def test_a_screen_reader_of_this_person_is_found(machine: Machine, name: str, found: str) -> None:
    machine.runs(500, "orcad")
    machine.runs(501, name)
    assert machine.found() == found


def test_a_screen_reader_of_somebody_else_is_not_ours(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.runs(501, "orca")
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert machine.found() is None


def test_a_process_that_ends_while_it_is_looked_at_is_passed_over(machine: Machine) -> None:
    (machine.root / "proc" / "499").mkdir()
    machine.runs(501, "orca")
    assert machine.found() == "Orca is running"


@pytest.mark.parametrize(("synth", "found"), [("soft\n", "speakup is loaded"), ("none\n", None)])
def test_the_screen_reader_of_the_kernel_is_found_where_it_can_speak(
    machine: Machine, synth: str, found: str | None
) -> None:
    folder = machine.root / "sys" / "accessibility" / "speakup"
    folder.mkdir(parents=True)
    (folder / "synth").write_text(synth)
    assert machine.found() == found


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_only_a_screen_reader_around_the_shell_counts(machine: Machine, variable: str) -> None:
    machine.runs(501, "orca")
    assert machine.found({variable: "x"}) is None
    machine.runs(300, "yasr", 1)
    assert machine.found({variable: "x"}) == "it runs inside yasr"


def test_without_a_proc_nothing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert find_screen_reader({}, tmp_path) is None


@pytest.mark.parametrize(
    ("script", "found"),
    [("echo 1", "VoiceOver is on"), ("echo 0", None), ("exit 1", None), ("sleep 0.2; echo 1", None)],
)
def test_voice_over_is_asked_for_on_macos(monkeypatch: pytest.MonkeyPatch, script: str, found: str | None) -> None:
    run = subprocess.run
    asked: list[list[str]] = []

    def shell(command: list[str], **options: object) -> object:
        asked.append(command)
        options["timeout"] = 0.1 if "sleep" in script else 5
        return run(["/bin/sh", "-c", script], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", shell)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert find_screen_reader({}) == found
    assert asked[0][:2] == ["/usr/bin/defaults", "read"]
    assert find_screen_reader({"SSH_TTY": "x"}) is None
    assert len(asked) == 1


def test_a_mac_without_that_program_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(screen_reader_detection, "_on_macos", lambda: (_ for _ in ()).throw(FileNotFoundError()))
    assert find_screen_reader({}) is None


@pytest.mark.parametrize(("here", "found"), [(1, "a screen reader is running"), (0, None)])
def test_windows_is_asked_for_a_screen_reader(monkeypatch: pytest.MonkeyPatch, here: int, found: str | None) -> None:
    import ctypes

    class User32:
        def SystemParametersInfoW(self, question: int, _: int, answer: object, __: int) -> int:
            assert question == 0x46
            answer._obj.value = here  # type: ignore[attr-defined]
            return 1

    monkeypatch.setattr(ctypes, "WinDLL", lambda name: User32(), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert find_screen_reader({}) == found


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux")
def test_a_real_process_around_this_one_is_found(tmp_path: Path) -> None:
    yasr = tmp_path / "yasr"
    yasr.write_text('#!/bin/sh\n"$@"\nexit 0\n')
    yasr.chmod(0o755)
    ask = "from tui_reader.startup.screen_reader_detection import find_screen_reader as find; print(find())"
    answer = subprocess.run([yasr, sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout == "it runs inside yasr\n"


@pytest.mark.skipif(sys.platform != "linux", reason="BRLTTY is looked for in /proc")
def test_a_braille_display_is_found_whosever_process_it_is_but_not_over_ssh(tmp_path: Path) -> None:
    assert not finds_braille_display({}, tmp_path)
    process = tmp_path / "proc" / "77"
    process.mkdir(parents=True)
    (process / "comm").write_text("bash\n")
    assert not finds_braille_display({}, tmp_path)
    (process / "comm").write_text("brltty\n")
    assert finds_braille_display({}, tmp_path)
    assert not finds_braille_display({"SSH_CONNECTION": "x"}, tmp_path)
