"""`python -m tests.kill.batch [KILLS]`: an export of many documents is killed at random moments, again and again.

After each kill every file that is there must be whole; what is finished must never be written again; at the end all
must be there and good by their ledgers.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

from tui_reader.export.batch.batch_log import NAME
from tui_reader.export.verification import verify

DOCUMENTS = 60
ENDINGS = (".wav", ".srt", ".md", ".ledger.json", ".ledger.txt")
TALK = "Talk {0}\n\nANNE: Good morning, this is number {0}.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n"


def command(folder: Path) -> list[str]:
    """The export of all documents of `folder/in` into `folder/out`."""
    words = [sys.executable, "-m", "tui_reader", "export", str(folder / "in"), "-o", str(folder / "out")]
    return [*words, "--format", "wav,srt,md", "--ledger", "--engine", "tone", "--no-library"]


def run(kills: int, seed: int = 1) -> tuple[int, list[str]]:
    """How often it was killed in the middle of its work, and what was wrong, a line each."""
    chance, wrong, done = random.Random(seed), list[str](), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for number in range(DOCUMENTS):
            (folder / "in" / f"{number}.txt").write_text(TALK.format(number) * 3)
        out = folder / "out"
        known: dict[Path, tuple[int, int]] = {}
        while done < kills:
            program = subprocess.Popen(command(folder), stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(chance.uniform(0.1, 0.9))
            ended = program.poll() is not None
            program.send_signal(signal.SIGKILL)
            program.wait()
            time.sleep(0.1)  # the workers end with it
            found = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in _files(out)}
            wrong += [f"{path.name} was written again" for path, state in known.items() if found.get(path) != state]
            wrong += [f"{path.name} is not whole" for path in found if path not in known and not _good(path)]
            known = {path: state for path, state in found.items() if all(_beside(path, e).exists() for e in ENDINGS)}
            if ended:
                for path in found:
                    path.unlink()
                (out / NAME).unlink()
                known = {}
            else:
                done += 1
        subprocess.run(command(folder), check=True, capture_output=True)
        names = {f"{number}{ending}" for number in range(DOCUMENTS) for ending in ENDINGS}
        wrong += [f"{name} is missing" for name in names - {path.name for path in _files(out)}]
        wrong += [f"{path.name} should not be there" for path in _files(out) if path.name not in names]
        wrong += [f"{path.name} is not good" for path in _files(out) if not _good(path)]
        wrong += [f"{path.name} was written again" for path in known if _state(path) != known[path]]
    return done, wrong


def _files(out: Path) -> list[Path]:
    return [path for path in out.iterdir() if path.name != NAME] if out.is_dir() else []


def _state(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name.partition(".")[0] + ending)


def _good(path: Path) -> bool:
    """Whether a file is as its ledger says; one whose ledger has not appeared yet is looked at when it has."""
    if ".ledger." in path.name or not _beside(path, ".ledger.json").exists():
        return path.stat().st_size > 0
    return all(finding.good for finding in verify(path))


if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m tests.kill.batch", description="Kills an export of many documents, again and again."
    )
    parser.add_argument("kills", metavar="KILLS", nargs="?", type=int, default=50, help="How often; 50 if not given.")
    killed, found = run(parser.parse_args().kills)
    print("\n".join(found) or f"Killed {killed} times in the middle: all outputs whole, none written twice.")
    sys.exit(bool(found))
