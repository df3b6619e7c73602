"""Copied text goes where it is said to go: to the first clipboard that takes it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui_reader.terminal import clipboard


class Desk:
    """Stand-ins for the programs of clipboards, which write what they get into files."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._patch = folder, monkeypatch
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "TMUX"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(sys, "platform", "linux")

    def set(self, **variables: str) -> None:
        for name, value in variables.items():
            self._patch.setenv(name, value)

    def program(self, name: str, script: str = "", status: int = 0) -> None:
        path = self._folder / name
        path.write_text(f'#!/bin/sh\necho "$@" >> {self._folder}/asked\ncat > {path}.got\n{script}\nexit {status}\n')
        path.chmod(0o755)

    def got(self, name: str) -> str:
        path = self._folder / f"{name}.got"
        return path.read_text() if path.exists() else ""

    @property
    def asked(self) -> str:
        return (self._folder / "asked").read_text()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


def test_the_display_says_which_program_takes_it(desk: Desk) -> None:
    desk.program("wl-copy")
    desk.program("xclip")
    assert clipboard.copy("words") == ""
    desk.set(DISPLAY=":9")
    assert (clipboard.copy("words; $(x)"), desk.got("xclip"), desk.got("wl-copy")) == (
        "the clipboard",
        "words; $(x)",
        "",
    )
    desk.set(WAYLAND_DISPLAY="wayland-0")
    assert (clipboard.copy("é"), desk.got("wl-copy")) == ("the clipboard", "é")


def test_over_ssh_the_clipboard_of_the_far_machine_is_left_alone(desk: Desk) -> None:
    desk.program("xclip")
    desk.set(DISPLAY=":9", SSH_CONNECTION="far away")
    assert (clipboard.copy("words"), desk.got("xclip")) == ("", "")


def test_a_program_that_fails_or_hangs_has_copied_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    desk.program("wl-copy", status=1)
    desk.program("xclip", "exec sleep 9")
    desk.set(DISPLAY=":9", WAYLAND_DISPLAY="wayland-0")
    assert clipboard.copy("words") == ""
    desk.program("xsel")
    assert (clipboard.copy("words"), desk.got("xsel")) == ("the clipboard", "words")


@pytest.mark.parametrize(
    ("answer", "where"),
    [
        ("256,clipboard,title external", "tmux and the terminal's clipboard"),
        ("256,clipboard,title off", "the buffer of tmux"),
        ("256,title external", "the buffer of tmux"),
        (" external", "the buffer of tmux"),
    ],
)
def test_within_tmux_its_buffer_takes_it_and_hands_it_on(answer: str, where: str, desk: Desk) -> None:
    desk.program("tmux", f"echo '{answer}'")
    desk.set(TMUX="/tmp/tmux-0/default,1,0")
    assert (clipboard.copy("words"), desk.got("tmux")) == (where, "words")
    assert desk.asked.startswith("load-buffer -w -")


def test_an_old_tmux_has_its_buffer_alone(desk: Desk) -> None:
    desk.program("tmux", '[ "$2" = - ] || exit 1')
    desk.set(TMUX="/tmp/tmux-0/default,1,0")
    assert (clipboard.copy("words"), desk.got("tmux")) == ("the buffer of tmux", "words")
