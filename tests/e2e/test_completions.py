"""The completions in real shells: a command, an option, its values, a list of values, a file."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.terminal import READER, Terminal

pytestmark = pytest.mark.e2e

READY = "ready> "
SHELLS = {
    "bash": (["bash", "--norc", "-i"], 'PS1="ready> "; eval "$({reader} completions bash)"'),
    "zsh": (
        ["zsh", "-f", "-i"],
        'PS1="ready> "; autoload -Uz compinit; compinit -u; eval "$({reader} completions zsh)"',
    ),
    "fish": (
        ["fish", "-N", "-i"],
        'function fish_prompt; echo -n "ready> "; end; {reader} completions fish | source',
    ),
}
COMPLETED = {
    "command": ("tui-reader ex", "tui-reader export "),
    "option": ("tui-reader export --loud", "tui-reader export --loudness"),
    "value": ("tui-reader export --notes m", "tui-reader export --notes mark "),
    "value behind an equals sign": ("tui-reader play --notes=m", "tui-reader play --notes=mark "),
    "list": ("tui-reader export --format wav,ch", "tui-reader export --format wav,chapters"),
    "voice": ("tui-reader voices nar", "tui-reader voices narrator "),
    "page of the manual": ("tui-reader help pro", "tui-reader help pronunciation "),
    "file": ("tui-reader play ta", "tui-reader play talk.txt "),
    "file with a blank": ("tui-reader play my", "tui-reader play my\\ talk.txt "),
    "file as the first word": ("tui-reader ta", "tui-reader talk.txt "),
    "file of an option": ("tui-reader play --library ta", "tui-reader play --library talk.txt "),
    "nothing where no file is taken": ("tui-reader doctor ta", "tui-reader doctor ta"),
}


@pytest.fixture(scope="module", params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A shell in a folder with two files, its completion loaded."""
    command, setup = SHELLS[request.param]
    if not shutil.which(command[0]):
        if os.environ.get("CI"):
            raise AssertionError(f"{command[0]} is missing")
        pytest.skip(f"{command[0]} is not installed")
    folder = tmp_path_factory.mktemp("shell")
    for name in ("talk.txt", "my talk.txt"):
        (folder / name).touch()
    environment = {"HOME": str(folder), "LANG": "C.UTF-8", "PYTHONPATH": str(Path(__file__).parents[2])}
    terminal = Terminal(["sh", "-c", f"cd {shlex.quote(str(folder))} && exec {shlex.join(command)}"], environment)
    terminal.keys("-l", setup.format(reader=shlex.join(READER)))
    terminal.keys("Enter")
    terminal.wait_for(lambda screen: screen.rstrip().endswith(READY.strip()))
    yield terminal
    terminal.close()


@pytest.mark.parametrize("what", COMPLETED)
def test_tab_completes(shell: Terminal, what: str) -> None:
    typed, completed = COMPLETED[what]
    shell.keys("C-u")
    shell.keys("C-l")
    shell.wait_for(_line(READY.strip()))
    shell.keys("-l", typed)
    shell.wait_for(_line(f"{READY}{typed}"))
    shell.keys("Tab")
    # A sign behind it shows where the cursor is; shells differ in what they add.
    shell.keys("-l", "@")
    shell.wait_for(lambda screen: any(f"{READY}{completed}{added}@" in screen for added in ("", " ", "=", ",")))


def _line(text: str) -> Callable[[str], bool]:
    """Whether the last line that is not empty is this."""
    return lambda screen: screen.rstrip().splitlines()[-1:] == [text]
