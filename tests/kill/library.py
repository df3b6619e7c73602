"""Kills a reader at random moments while it reads, marks, casts and adds, and looks whether its library lost anything.

    python -m tests.kill.library [HOW OFTEN, 100 if not given]

A process of its own reads the memorandum through a session, as a face does; it says what it is about to do, does it,
and says that it is done, which is when a face would show it as kept. It is killed (SIGKILL) up to 0.4 s later. Then the
library must open, be sound, and hold all that was done; what was being done may be there or not, and never half.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.support.corpus import MEMORANDUM
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library

LONGEST = 0.4
"""Seconds from the first act to the kill, at most."""
PAGES = 40
"""Turns of each document that is added."""
BATCH_HERE = 7
"""Pages that are written at once here, so that a kill falls between two batches too."""
Act = list[Any]


class Model(NamedTuple):
    """What a library should hold of the memorandum."""

    place: tuple[int, int] = (0, 0)
    bookmarks: tuple[tuple[int, tuple[int, int], int, str], ...] = ()
    """Number, place, length, note."""
    voices: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    """That were decided for GWB, in order."""
    added: frozenset[str] = frozenset()
    """Names of files."""
    used: int = 0
    """How often help was used."""

    def after(self, act: Act) -> Model:
        """What it should hold when an act is done."""
        kind, *what = act
        if kind == "go":
            return self._replace(place=(what[0], what[1]))
        if kind == "mark":
            number = max((number for number, *_ in self.bookmarks), default=0) + 1
            page, start, length, note = what
            return self._replace(bookmarks=(*self.bookmarks, (number, (page, start), length, note)))
        if kind == "note":
            changed = [(n, place, size, what[1] if n == what[0] else note) for n, place, size, note in self.bookmarks]
            return self._replace(bookmarks=tuple(changed))
        if kind == "remove":
            return self._replace(bookmarks=tuple(one for one in self.bookmarks if one[0] != what[0]))
        if kind == "voice":
            return self._replace(voices=tuple(sorted({**dict(self.voices), what[0]: what[1]}.items())))
        if kind == "name":
            return self._replace(names=(*self.names, what[0]))
        if kind == "unname":
            return self._replace(names=self.names[:-1])
        if kind == "use":
            return self._replace(used=self.used + 1)
        return self._replace(added=self.added | {what[0]})


# The process that is killed


def act_on(folder: Path, seed: int) -> None:
    """Open the library of the folder, say what is in it and act, for ever."""
    from tui_reader.library import word_index
    from tui_reader.playback.events import Began, Event
    from tui_reader.startup.reading_options import ReadingOptions
    from tui_reader.startup.session import open_session

    word_index.BATCH = BATCH_HERE
    events: list[Event] = []
    session = open_session(MEMORANDUM, ReadingOptions(folder / "library.db", "quiet", 4.0, sound=False), events.append)
    reading, library, dice = session.reading, session.library, Random(seed)
    voices = [*reading.bench]
    model = held(library, folder)

    def tell(what: object) -> None:
        sys.stdout.write(f"{json.dumps(what)}\n")
        sys.stdout.flush()

    def done() -> None:
        assert library.trouble is None, library.trouble
        tell("done")

    def follow() -> None:
        """Read aloud until two sentences began."""
        nonlocal model
        reading.play_or_pause()
        began = 0
        until = time.monotonic() + 2
        while began < 2 and time.monotonic() < until:
            while events:
                event = events.pop(0)
                kept = isinstance(event, Began) and event.utterance.offset is not None and reading.aloud.told(event)
                if kept and isinstance(event, Began):
                    began += 1
                    act = ["go", event.utterance.page, event.utterance.offset]
                    tell(act)
                    model = model.after(act)
                    reading.handle(event)
                    done()
                else:
                    reading.handle(event)
            time.sleep(0.001)
        tell(["stop"])
        reading.stop()
        model = model.after(["go", *reading.position])
        tell(["go", *reading.position])
        done()

    tell("ready")
    while True:
        if dice.random() < 0.05:
            follow()
            continue
        act = choose(dice, model, voices, [len(page.text) for page in reading.document.pages])
        tell(act)
        kind, *what = act
        if kind == "go":
            reading.jump(Position(*what))
        elif kind == "mark":
            library.bookmarks.add(reading.document, Position(what[0], what[1]), what[2], what[3])
        elif kind == "note":
            reading.write_note(*what)
        elif kind == "remove":
            reading.remove_bookmark(*what)
        elif kind == "voice":
            reading.set_voice(*what)
        elif kind == "name":
            reading.decide(Decision(Verb.NAME, "GWB", what[0]))
        elif kind == "unname":
            reading.take_back()
        elif kind == "use":
            library.used.add("help")
        else:
            list(library.folders.add(folder / what[0]))
        model = model.after(act)
        reading._bookmarks = None
        done()


def choose(dice: Random, model: Model, voices: list[str], lengths: list[int]) -> Act:
    """Something to do."""
    page = dice.randrange(len(lengths))
    offset = dice.randrange(lengths[page])
    numbers = [number for number, *_ in model.bookmarks]
    kind = dice.choice(["go", "go", "mark", "mark", "note", "remove", "voice", "voice", "name", "unname", "add", "use"])
    if kind in ("note", "remove") and not numbers:
        kind = "mark"
    if kind == "unname" and not model.names:
        kind = "name"
    some = f"some words {dice.randrange(1000)}"
    return {
        "go": ["go", page, offset],
        "mark": ["mark", page, offset, dice.choice([0, min(5, lengths[page] - offset)]), some],
        "note": ["note", dice.choice(numbers or [0]), some],
        "remove": ["remove", dice.choice(numbers or [0])],
        "voice": ["voice", dice.choice(["AES", "GWB", "narrator"]), dice.choice(voices)],
        "name": ["name", f"George {some}"],
        "unname": ["unname"],
        "use": ["use"],
        "add": ["add", f"talk{dice.randrange(100)}.txt"],
    }[kind]


# The one who kills


def held(library: Library, folder: Path) -> Model:
    """What a library holds. Raises AssertionError where a document is in its index by halves."""
    document = read(MEMORANDUM)
    names = [decision.value for decision in library.decisions(document.key)]
    marks = library.bookmarks.of(library.decided(document))
    added = set()
    for key, path in library._rows("SELECT key, path FROM documents WHERE path LIKE ?", f"{folder}%"):
        if library.index.holds(key):
            words = library._rows("SELECT words FROM spoken JOIN pages ON id = spoken.rowid WHERE document = ?", key)
            assert len(words) == PAGES, f"{path} has {len(words)} pages in the index"
            added.add(Path(path).name)
    return Model(
        library.place(document.key) or (0, 0),
        tuple(sorted((mark.number, mark.place, mark.length, mark.note) for mark in marks)),
        tuple(sorted(library.cast(document.key).items())),
        tuple(names),
        frozenset(added),
        library.used.times().get("help", 0),
    )


def kill_once(folder: Path, seed: int) -> int:
    """Let a process act and kill it; gives how many acts were done. Raises AssertionError where something is lost."""
    dice = Random(seed)
    with Library(folder / "library.db") as library:
        model = held(library, folder)
    command = [sys.executable, "-m", "tests.kill.library", "--act", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout
        assert process.stdout.readline() == '"ready"\n', "it could not begin"
        time.sleep(dice.uniform(0, LONGEST))
        assert process.poll() is None, "it ended by itself"
        process.kill()
        said = [json.loads(line) for line in process.stdout.read().split("\n")[:-1]]
    before, acts, pending = model, 0, None
    for what in said:
        if what == "done":
            before, acts, pending = before.after(pending), acts + 1, None
        else:
            pending = what
    with Library(folder / "library.db") as library:
        assert library._database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        now = held(library, folder)
    assert now in possible(before, pending, now), f"kept: {before}\nunder way: {pending}\nfound: {now}"
    return acts


def possible(before: Model, pending: Act | None, now: Model) -> Iterator[Model]:
    """What a library may hold when `before` was shown and something was under way."""
    yield before
    if pending == ["stop"]:  # the word that was heard is the place
        if before.place <= tuple(now.place):
            yield before._replace(place=now.place)
    elif pending:
        yield before.after(pending)


def talks(folder: Path) -> None:
    """Write the documents that are added."""
    for number in range(100):
        turns = (f"{'ANNE' if turn % 2 else 'BEN'}: Word {number} of turn {turn}." for turn in range(PAGES))
        (folder / f"talk{number}.txt").write_text("\n\n".join(turns) + "\n")


def main(times: int) -> None:
    """Kill so often, in one library."""
    acts, seed = 0, int(time.time())
    with tempfile.TemporaryDirectory() as name:
        talks(Path(name))
        for number in range(times):
            acts += kill_once(Path(name), seed + number)
    print(f"{times} kills from seed {seed}, {acts} acts shown as kept: the library opened each time, nothing was lost.")


if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m tests.kill.library", description="Kills a reader while it works, and looks at its library."
    )
    parser.add_argument("times", metavar="TIMES", nargs="?", type=int, default=100, help="How often; 100 if not given.")
    parser.add_argument("--act", metavar=("FOLDER", "SEED"), nargs=2, help="Be the process that is killed.")
    asked = parser.parse_args()
    if asked.act:
        act_on(Path(asked.act[0]), int(asked.act[1]))
    else:
        main(asked.times)
