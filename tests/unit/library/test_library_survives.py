"""The library under a kill at any moment, and with two readers at once: nothing that was kept is lost."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from tests.kill.library_acts import MARKING
from tests.kill.scenario import run
from tui_reader.document.model import Position
from tui_reader.library import Library

WRITER = """
import sys
from pathlib import Path
from tui_reader.document.model import Document, Position
from tui_reader.library import Library

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
library = Library(path)
document = Document(name, name, "transcript", "")
kept = library.place(name)
for number in range(kept.page + 1 if kept else 0, count):
    library.keep_place(document, path, Position(number, number))
    library.keep_voice(name, f"person {number % 100}", f"voice {number}")
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
library.close()
assert not library.troubles, library.troubles
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def test_nothing_that_was_kept_is_lost_by_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    dice = random.Random(2)
    for _ in range(12):
        with writer(path, "talk", 1_000_000) as process:
            assert process.stdout
            for _ in range(dice.randrange(1, 400)):
                shown = int(process.stdout.readline())
            process.kill()
            rest = [line for line in process.stdout.read().split("\n") if line]
        shown = int(rest[-1]) if rest else shown
        with Library(path) as library:
            place = library.place("talk")
            assert place is not None
            # One more may have been kept than was told.
            assert place in (Position(shown, shown), Position(shown + 1, shown + 1))
            assert library.cast("talk")[f"person {shown % 100}"] == f"voice {shown}"
            assert library._database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_nothing_that_a_reading_has_shown_as_kept_is_lost_by_a_kill() -> None:
    result = run(MARKING, 3, 1)
    assert result.lines > 0 and result.wrong == []


def test_two_readers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.db"
    names = ("one", "two", "three")
    readers = [writer(path, name, 300) for name in names]
    for reader in readers:
        reader.communicate()
        assert reader.returncode == 0
    with Library(path) as library:
        for name in names:
            assert library.place(name) == Position(299, 299)
            assert library.cast(name) == {f"person {number % 100}": f"voice {number}" for number in range(200, 300)}
