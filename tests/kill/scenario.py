"""The frame of all kills: a scenario starts a process, which is killed, and then says what is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol

from tests.kill.leftovers import MARK, processes, shared_memory

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds that the children of a killed process have to end."""
SAID = "said"
"""The file that holds what the process has printed."""
_ALWAYS = (
    SAID, "home", "tmp", "run", "in", "out", "data", "data/tui-reader", "config", "config/tui-reader",
    "cache", "cache/tui-reader", "cache/tui-reader/documents", "cache/tui-reader/documents/*",
)  # fmt: skip
"""What is always there, or may be."""


class World(NamedTuple):
    """The folder with all that a process may read and write, and its environment."""

    folder: Path
    environment: dict[str, str]

    @property
    def library(self) -> Path:
        """The library that the program takes by itself."""
        return self.folder / "data" / "tui-reader" / "library.db"

    @property
    def config(self) -> Path:
        """The folder of the settings."""
        return self.folder / "config" / "tui-reader"

    def said(self) -> list[str]:
        """The whole lines that the last process has printed."""
        return (self.folder / SAID).read_text(encoding="utf-8").split("\n")[:-1]

    def finish(self, command: list[str]) -> None:
        """Run a command to its end, which must be a good one."""
        run = subprocess.run(
            command, env=self.environment, cwd=self.folder, check=False, capture_output=True, text=True, timeout=300
        )
        assert run.returncode == 0, f"{command}: {run.stderr}"

    def files(self, expected: tuple[str, ...]) -> set[str]:
        """The files and folders in the folder that fit none of the patterns."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))
        return {name for name in found if not any(fnmatch(name, pattern) for pattern in (*_ALWAYS, *expected))}


class Scenario(Protocol):
    """Something that the program does, and is killed in."""

    name: str
    about: str
    longest: float
    """Seconds from the start to the kill, at most."""
    talks: bool
    """Whether it prints lines and works without end: then the time mostly counts from the first line."""
    expected: tuple[str, ...]
    """Patterns of the files that may be there after a kill."""

    def prepare(self, world: World) -> None:
        """Make what the process needs, once."""

    def command(self, world: World, seed: int) -> list[str]:
        """The process that is killed. It prints what it is about to do, or what it has done."""

    def lost(self, world: World) -> Iterator[str]:
        """After a kill, or after the end: what is not as it was confirmed, a line each."""

    def last(self, world: World) -> Iterator[str]:
        """After all kills: run to the end, and say what is not as it should be."""


class Result(NamedTuple):
    """What came of all kills of a scenario."""

    kills: int
    lines: int
    """That were printed before the kills: what was confirmed."""
    left: int
    """Files and folders that a kill left over and a later run removed."""
    wrong: list[str]
    seconds: float

    def line(self, name: str, seed: int) -> str:
        """The result in words."""
        found = f"{len(self.wrong)} faults" if self.wrong else "nothing lost, no process and no file left over"
        swept = f" ({self.left} left by kills were removed by later runs)" if self.left else ""
        confirmed = f", {self.lines} lines confirmed" if self.lines else ""
        return f"{name}: {self.kills} kills from seed {seed}{confirmed}: {found}{swept}; {self.seconds:.0f} s"


def own_python(module: str, *words: str) -> list[str]:
    """The command of a module of this program or of its tests."""
    return [sys.executable, "-m", module, *words]


def run(scenario: Scenario, times: int, seed: int) -> Result:
    """Kill a scenario so often, in one world that goes on from kill to kill."""
    began, kills, lines = time.monotonic(), 0, 0
    wrong = list[str]()
    with tempfile.TemporaryDirectory(prefix="tui-reader-kill-") as name:
        world = _world(Path(name))
        scenario.prepare(world)
        left = world.files(scenario.expected)
        assert not left, f"before the first kill there is {left}"
        for number in range(20 * times):  # a process that has ended by itself was not killed
            if kills == times:
                break
            dice = Random(seed + number)
            killed, orphans = _kill(scenario, world, dice, seed + number)
            left |= world.files(scenario.expected)
            wrong += [f"seed {seed + number}: {line}" for line in (*orphans, *scenario.lost(world))]
            if scenario.talks and not killed:
                wrong.append(f"seed {seed + number}: it ended by itself")
            kills += killed
            lines += len(world.said())
        wrong += scenario.last(world)
        remaining = world.files(scenario.expected)
        wrong += [f"{name} is left over" for name in sorted(remaining)]
    if kills < times:
        wrong.append(f"only {kills} of {times} kills came before the end")
    return Result(kills, lines, len(left - remaining), wrong, time.monotonic() - began)


def _world(folder: Path) -> World:
    environment = {f"XDG_{kind.upper()}_HOME": str(folder / kind) for kind in ("data", "config", "cache")}
    for kind in ("home", "tmp", "run"):
        (folder / kind).mkdir(mode=0o700)
    environment |= {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "XDG_RUNTIME_DIR": str(folder / "run")}
    environment |= {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", MARK: folder.name}
    environment |= {"PULSE_SERVER": "unix:/nonexistent", "SOURCE_DATE_EPOCH": "0"}
    return World(folder, environment)


def _kill(scenario: Scenario, world: World, dice: Random, seed: int) -> tuple[bool, list[str]]:
    """Start and kill; gives whether it was alive then, and what it has left, apart from files: a line each."""
    with (world.folder / SAID).open("wb") as said:
        process = subprocess.Popen(
            scenario.command(world, seed), env=world.environment, cwd=world.folder, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    end = time.monotonic() + 30
    while scenario.talks and seed % 5 and not (world.folder / SAID).stat().st_size and time.monotonic() < end:
        time.sleep(0.005)
    time.sleep(dice.uniform(0.02, scenario.longest))
    shared = shared_memory(world.folder.name)
    alive = process.poll() is None
    if alive:
        _kill_some(process.pid, world.folder.name, dice)
    process.wait()
    end = time.monotonic() + PATIENCE
    while processes(world.folder.name) and time.monotonic() < end:
        time.sleep(0.01)
    wrong = []
    for number, words in processes(world.folder.name).items():
        os.kill(number, signal.SIGKILL)
        wrong.append(f"still alive: {words}")
    return alive, [*wrong, *(f"left in shared memory: {path.name}" for path in shared if path.exists())]


def _kill_some(pid: int, mark: str, dice: Random) -> None:
    """Kill the process alone, as the system does where memory is short, its group, or all that it has started."""
    way = dice.randrange(3)
    if way == 0:
        os.kill(pid, signal.SIGKILL)
    elif way == 1:
        os.killpg(pid, signal.SIGKILL)
    else:
        for number in (pid, *processes(mark)):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
