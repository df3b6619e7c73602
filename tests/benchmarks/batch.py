"""`python -m tests.benchmarks.batch [DOCUMENTS]`: an export of many on one core and on all, as a table."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from argparse import ArgumentParser
from pathlib import Path

from tests.benchmarks.texts import transcript
from tui_reader.workers.worker_process import cores

TURNS = 20


def measured(folder: Path, jobs: int) -> tuple[float, int]:
    """Seconds of one export of all documents, and the most memory that all its processes had together, in MB."""
    out = folder / f"out-{jobs}"
    words = [sys.executable, "-m", "tui_reader", "export", str(folder / "in"), "-o", str(out), "--format", "wav,srt"]
    start = time.perf_counter()
    program = subprocess.Popen([*words, "--jobs", str(jobs), "--no-library"], stderr=subprocess.DEVNULL)
    most = 0
    watcher = threading.Event()

    def watch() -> None:
        nonlocal most
        while not watcher.wait(0.1):
            most = max(most, memory(program.pid))

    thread = threading.Thread(target=watch)
    thread.start()
    status = program.wait()
    seconds = time.perf_counter() - start
    watcher.set()
    thread.join()
    assert status == 0
    for path in out.iterdir():
        path.unlink()
    return seconds, most // 1024


def memory(process: int) -> int:
    """Proportional set size of a process and its children in kB."""
    total = 0
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            total += int(line.split()[1]) if line.startswith("Pss:") else 0
    except OSError:
        return total
    return total + sum(memory(int(child)) for child in children)


def main(documents: int) -> None:
    """Print the table."""
    print(f"| documents of {TURNS} turns | one core | {cores()} cores | times as fast | memory of all processes |")
    print("|---|---|---|---|---|")
    for count in (documents, 3 * documents):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in").mkdir()
            for number in range(count):
                (folder / "in" / f"{number}.txt").write_text(f"Talk {number}\n\n{transcript(TURNS)}")
            one, _ = measured(folder, 1)
            many, memory = measured(folder, cores())
        print(f"| {count} | {one:.1f} s | {many:.1f} s | {one / many:.2f} | {memory} MB |")


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m tests.benchmarks.batch", description="Measures exports of many documents.")
    parser.add_argument("documents", metavar="DOCUMENTS", nargs="?", type=int, default=100, help="100 if not given.")
    main(parser.parse_args().documents)
