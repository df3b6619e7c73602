"""Gives shares of the numbers of inputs to processes, and writes down what each has found.

What is written is what is known: a run that is started again with the same folder goes on where it was.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

SHARE = 2000
"""Inputs that a process is given at once."""
TOLD = 30.0
"""Seconds from one line about the whole run to the next."""


class FuzzRun:
    """One target with one seed."""

    def __init__(self, target: str, seed: int, inputs: int, seeds: Path | None, folder: Path) -> None:
        """What is found is written into `folder`."""
        self._target, self._seed, self._inputs = target, seed, inputs
        self._command = [sys.executable, "-m", "tests.fuzz.worker", target, str(seed), *([str(seeds)] if seeds else [])]
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{target}-{seed}.jsonl"
        lines = self._path.read_text(encoding="utf-8").splitlines() if self._path.exists() else []
        self._done: list[dict[str, Any]] = [json.loads(line) for line in lines]
        self._lock = threading.Lock()
        self._began, self._before, self._told = time.monotonic(), self.count, time.monotonic()

    @property
    def count(self) -> int:
        """Inputs that were tried."""
        return sum(one["until"] - one["from"] for one in self._done)

    def run(self, processes: int) -> int:
        """Try all inputs that were not tried before; gives the number of kinds of findings."""
        with ThreadPoolExecutor(processes) as threads:
            list(threads.map(self._try, self._missing()))
        print(self.summary(), flush=True)
        return len(self._kinds())

    def _missing(self) -> Iterator[range]:
        at = 0
        for one in sorted(self._done, key=lambda one: one["from"]):
            yield from (range(a, min(a + SHARE, one["from"])) for a in range(at, one["from"], SHARE))
            at = one["until"]
        yield from (range(a, min(a + SHARE, self._inputs)) for a in range(at, self._inputs, SHARE))

    def _try(self, numbers: range) -> None:
        """Have a process try a share; where it dies, the input is a finding, and another goes on after it."""
        while numbers:
            with subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            ) as process:
                out, err = process.communicate(f"{numbers.start} {numbers.stop}\n")
            lines = out.splitlines()
            if lines and lines[-1].startswith("{"):
                self._write(json.loads(lines[-1]))
                return
            last = int(lines[-1]) if lines else numbers.start
            assert lines, f"the process does not start: {err[-2000:]}"
            found = [(last, f"the process ended with status {process.returncode}", err[-300:])]
            self._write({"from": numbers.start, "until": last + 1, "slowest": [], "found": found, "peak": 0})
            numbers = range(last + 1, numbers.stop)

    def _write(self, result: dict[str, Any]) -> None:
        with self._lock:
            known = self._kinds()
            self._done.append(result)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(result) + "\n")
            for number, kind, words in result["found"]:
                if kind not in known:
                    known[kind] += 1
                    print(f"FOUND {kind}: {words!r}; --only {number} --seed {self._seed} {self._target}", flush=True)
            if time.monotonic() - self._told > TOLD:
                self._told = time.monotonic()
                print(self.summary(), flush=True)

    def _kinds(self) -> Counter[str]:
        return Counter(kind for one in self._done for _, kind, _ in one["found"])

    def summary(self) -> str:
        """The figures so far, in a line."""
        speed = (self.count - self._before) / max(0.1, time.monotonic() - self._began)
        slowest = max((one for done in self._done for one in done["slowest"]), default=[0.0, 0, "none"])
        peak = max((one["peak"] for one in self._done), default=0)
        return (
            f"{self._target}: {self.count:,} of {self._inputs:,} inputs from seed {self._seed}, {speed:.0f} a second; "
            f"{len(self._kinds())} kinds of findings; slowest {slowest[0]:.2f} s (number {slowest[1]}, {slowest[2]}); "
            f"memory at most {peak} MB"
        )
