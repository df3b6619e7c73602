"""Runs the program with a look at what it asks of the system: connections, programs, files that it writes.

Python tells an audit hook of them (sys.addaudithook), in the program and in each Python that it starts. What native
code does by itself, such as a sound library, it does not tell.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

LOG = "TUI_READER_TEST_AUDIT"
"""The environment variable with the file that each process writes its events to."""
STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn")
CONNECTS = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")
CHANGES = ("os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod", "os.rename")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Event(NamedTuple):
    """Something that a process asked of the system: connect, start or write, and the address, command or path."""

    kind: str
    what: str


def watch() -> None:
    """Write the events of this process from now on, and of each Python that it starts."""
    log = os.open(os.environ[LOG], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    sys.dont_write_bytecode = True  # Python's own, beside the program

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        for kind, what in _events(event, arguments):
            os.write(log, json.dumps([kind, what]).encode() + b"\n")

    sys.addaudithook(hook)
    _watch_children()


def _events(event: str, arguments: tuple[Any, ...]) -> Iterator[Event]:
    if event == "open":
        path, mode, flags = arguments
        writes = flags & WRITING if isinstance(flags, int) else set(str(mode)) & set("wax+")
        if isinstance(path, str | bytes) and writes:
            yield Event("write", _absolute(path))
    elif event in ("os.link", "os.symlink"):
        folder = arguments[3] if event == "os.link" else arguments[2]
        yield Event("write", _absolute(arguments[1], folder))
    elif event == "sqlite3.connect" or event in CHANGES:
        for path in arguments[: 2 if event == "os.rename" else 1]:
            if isinstance(path, str | bytes) and path != ":memory:":
                yield Event("write", _absolute(path))
    elif event in STARTS:
        yield Event("start", str(arguments[1] if event == "subprocess.Popen" else arguments))
    elif event in CONNECTS:
        yield Event("connect", str(arguments[1] if event in CONNECTS[:2] else arguments))


def _absolute(path: Any, folder: Any = -1) -> str:
    """A path that is relative to the folder of that descriptor; -1 is the current one."""
    base = Path.cwd() if folder == -1 else Path(f"/proc/self/fd/{folder}").readlink()
    return str(base / os.fsdecode(path))


def _watch_children() -> None:
    """Have the program start its Pythons by way of `watched`."""
    from tui_reader.terminal import isolation

    plain = isolation.python_command

    def python_command(module: str, function: str, *arguments: str) -> list[str]:
        return plain(__name__, "watched", module, function, *arguments)

    isolation.python_command = python_command


def watched() -> object:
    """Watch this process, and call the function of a module that the first two arguments name."""
    watch()
    _, module, function, *arguments = sys.argv
    sys.argv[1:] = arguments
    called: Callable[[], object] = getattr(import_module(module), function)
    return called()


def audited_command(*words: str) -> list[str]:
    """The command that runs the program with these arguments, watched."""
    from tui_reader.terminal.isolation import python_command

    return python_command(__name__, "watched", "tui_reader.cli.main", "main", *words)


def read_events(log: Path) -> set[Event]:
    """What was written to a log."""
    lines = log.read_text().splitlines() if log.exists() else []
    return {Event(*json.loads(line)) for line in lines}


def run_audited(folder: Path, log: Path, *words: str) -> tuple[subprocess.CompletedProcess[str], set[Event]]:
    """Run the program in a folder, with nothing to read on standard input; what it asked of the system."""
    log.unlink(missing_ok=True)
    done = subprocess.run(
        audited_command(*words), cwd=folder, env={**os.environ, LOG: str(log)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return done, read_events(log)
