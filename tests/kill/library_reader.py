"""A reader that works without end: it says what it is about to do, does it, and says that it is done.

`tests.kill.library_acts` kills it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NoReturn

from tests.kill.library_model import Act, Model, held
from tests.support.corpus import MEMORANDUM
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Position
from tui_reader.library import word_index
from tui_reader.playback.events import Began, Event
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session

BATCH_HERE = 7
"""Pages that are written at once here, so that a kill falls between two batches too."""
SENTENCES = 2
"""That begin before it stops reading aloud."""


def tell(what: object) -> None:
    """Say something to the one who kills, in a line of JSON."""
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


def choose(dice: Random, model: Model, kinds: list[str], voices: list[str], lengths: list[int]) -> Act:
    """Something to do, of one of these kinds."""
    page = dice.randrange(len(lengths))
    offset = dice.randrange(lengths[page])
    numbers = [number for number, *_ in model.bookmarks]
    kind = dice.choice(kinds)
    if kind in ("note", "remove") and not numbers:
        kind = "mark"
    if kind == "unname" and not model.names:
        kind = "name"
    some = f"some words {dice.randrange(1000)}"
    acts: dict[str, Act] = {
        "go": ["go", page, offset],
        "mark": ["mark", page, offset, dice.choice([0, min(5, lengths[page] - offset)]), some],
        "note": ["note", dice.choice(numbers or [0]), some],
        "remove": ["remove", dice.choice(numbers or [0])],
        "voice": ["voice", dice.choice(["AES", "GWB", "narrator"]), dice.choice(voices)],
        "name": ["name", f"George {some}"],
        "unname": ["unname"],
        "use": ["use"],
        "add": ["add", f"talk{dice.randrange(100)}.txt"],
    }
    return acts[kind]


class Reader:
    """A session on the memorandum, with what its library should hold."""

    def __init__(self, path: Path, folder: Path, seed: int, kinds: list[str]) -> None:
        """The library is at `path`; the documents that are added are in the folder."""
        self._folder, self._dice, self._kinds = folder, Random(seed), kinds
        self._events: list[Event] = []
        options = ReadingOptions(path, "quiet", 4.0, sound=False)
        session = open_session(MEMORANDUM, options, self._events.append)
        self._reading, self._library = session.reading, session.library
        self._model = held(self._library, folder)
        reading, library = self._reading, self._library
        self._acts: dict[str, Callable[..., object]] = {
            "go": lambda page, offset: reading.history.jump(Position(page, offset)),
            "mark": lambda page, start, length, note: library.bookmarks.add(
                reading.document, Position(page, start), length, note
            ),
            "note": reading.bookmarks.write_note,
            "remove": reading.bookmarks.remove,
            "voice": reading.voices.assign,
            "name": lambda name: reading.labels.decide(Decision(Verb.NAME, "GWB", name)),
            "unname": reading.labels.take_back,
            "use": lambda: library.used.add("help"),
            "add": lambda name: list(library.folders.add(folder / name)),
        }

    def work(self) -> NoReturn:
        """Act, and now and then read aloud."""
        lengths = [len(page.text) for page in self._reading.document.pages]
        voices = [*self._reading.voices.available]
        while True:
            if "go" in self._kinds and self._dice.random() < 0.05:
                self._read_aloud()
            else:
                self._do(choose(self._dice, self._model, self._kinds, voices, lengths))

    def _do(self, act: Act) -> None:
        kind, *what = act
        tell(act)
        self._acts[kind](*what)
        self._reading.bookmarks._all = None
        self._done(act)

    def _done(self, act: Act) -> None:
        """Say that it is kept, as a face would show it."""
        self._model = self._model.after(act)
        assert not self._library.troubles, self._library.troubles
        tell("done")

    def _read_aloud(self) -> None:
        """Read aloud until some sentences began, each of which is the place then; and stop."""
        self._reading.playback.play_or_pause()
        began, end = 0, time.monotonic() + 2
        while began < SENTENCES and time.monotonic() < end:
            while self._events:
                began += self._follow(self._events.pop(0))
            time.sleep(0.001)
        tell(["stop"])
        self._reading.playback.stop()
        act = ["go", *self._reading.place.position]
        tell(act)
        self._done(act)

    def _follow(self, event: Event) -> bool:
        """Hand on an event; gives whether a sentence began, at which the place is kept."""
        if not isinstance(event, Began) or event.utterance.offset is None or not self._reading.player.heard_in(event):
            self._reading.playback.handle(event)
            return False
        act = ["go", event.utterance.page, event.utterance.offset]
        tell(act)
        self._reading.playback.handle(event)
        self._done(act)
        return True


if __name__ == "__main__":
    word_index.BATCH = BATCH_HERE
    Reader(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]).work()
