"""The person's own files are written and the process is killed: each is whole and holds what was confirmed."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NoReturn

from tests.kill.scenario import World, own_python
from tests.support.corpus import MEMORANDUM
from tui_reader.cli.bookmarks_markdown import bookmarks_markdown, write_bookmarks
from tui_reader.cli.commands.people import share
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.library.pronunciations import store
from tui_reader.narration.normalization import LexiconEntry, load_lexicon
from tui_reader.settings import keep_setting, load_settings
from tui_reader.settings.values import Value, value_of

REMARK = "# written by hand"
VALUES: dict[str, tuple[Value, ...]] = {
    "speed": (0.5, 1.0, 2.5),
    "width": (40, 72, 100),
    "theme": ("auto", "dark"),
    "keys.quit": ("q", "q Q"),
    "pauses.change": (100, 700, 900),
}
"""Some settings, and what they are set to."""
WORDS = 20
"""That the lexicon has at most."""


class WritingSettings:
    """Settings are written one after another."""

    name = "settings"
    about = "Settings are written."
    longest = 0.5
    talks = True
    expected: tuple[str, ...] = ("config/tui-reader/settings.toml", "config/tui-reader/*.lock")

    def __init__(self) -> None:
        self._kept: dict[str, object] = {}

    def prepare(self, world: World) -> None:
        """A file with a remark and a line of somebody else."""
        world.config.mkdir(parents=True)
        (world.config / "settings.toml").write_text(f"{REMARK}\nvolume = 0.5\n")

    def command(self, world: World, seed: int) -> list[str]:
        """Writes without end."""
        return own_python("tests.kill.own_files", "settings", str(seed))

    def lost(self, world: World) -> Iterator[str]:
        """All that was confirmed is there, and what was there before."""
        pending: list[Any] = []
        for line in world.said():
            what = json.loads(line)
            if what == "done":
                self._kept[pending[0]], pending = pending[1], []
            else:
                pending = what
        path = world.config / "settings.toml"
        settings, warnings = load_settings(path)
        if warnings or REMARK not in path.read_text() or settings.volume != 0.5:
            yield f"{warnings}; the file is {path.read_text()!r}"
        if pending and value_of(settings, pending[0]) == pending[1]:
            self._kept[pending[0]] = pending[1]
        for name, value in self._kept.items():
            if value_of(settings, name) != value:
                yield f"{name} was kept as {value!r} and is {value_of(settings, name)!r}"

    def last(self, world: World) -> Iterator[str]:
        """Nothing more: the file is looked at after each kill."""
        return iter(())


class WritingFiles:
    """A lexicon, a people file and a file of bookmarks are written one after another."""

    name = "files"
    about = "The person's lexicon, a people file and a file of bookmarks are written."
    longest = 0.5
    talks = True
    expected: tuple[str, ...] = (
        "config/tui-reader/lexicon.toml",
        "config/tui-reader/*.lock",
        "talk.people.toml",
        "marks.md",
    )

    def __init__(self) -> None:
        self._words = 0

    def prepare(self, world: World) -> None:
        """Nothing: the files are made by the process."""

    def command(self, world: World, seed: int) -> list[str]:
        """Writes without end, from the word after the last."""
        return own_python("tests.kill.own_files", "files", str(self._words))

    def lost(self, world: World) -> Iterator[str]:
        """The last word that was confirmed is in the lexicon, or the next; the other files are whole."""
        shown = int((world.said() or [str(self._words)])[-1])
        lexicon = world.config / "lexicon.toml"
        entries = load_lexicon(lexicon).entries if lexicon.exists() else ()
        self._words = max((int((entry.said or "")[4:]) for entry in entries), default=0)
        if not shown <= self._words <= shown + 1:
            yield f"word {shown} was kept and {self._words} is the last"
        if len(entries) != min(self._words, WORDS):
            yield f"the lexicon has {len(entries)} words"
        for path in world.folder.glob("*.people.toml"):
            if len(tomllib.loads(path.read_text(encoding="utf-8"))["person"]) != len(read(MEMORANDUM).people):
                yield f"{path.name} is not whole"
        for path in world.folder.glob("*.md"):
            if path.read_text(encoding="utf-8") != marked(read(MEMORANDUM)):
                yield f"{path.name} is not whole"

    def last(self, world: World) -> Iterator[str]:
        """A run that ends; what kills have left is gone after it."""
        world.finish(own_python("tests.kill.own_files", "files", str(self._words), str(self._words + 3)))
        return iter(())


def write_settings(seed: int) -> NoReturn:
    """Write settings without end; print each before and after."""
    dice = Random(seed)
    while True:
        name = dice.choice([*VALUES])
        value = dice.choice(VALUES[name])
        print(json.dumps([name, value]), flush=True)
        keep_setting(name, value)
        print('"done"', flush=True)


def marked(document: Document) -> str:
    """Two bookmarks as Markdown."""
    marks = [Bookmark(1, Position(2, 0), 5, "first"), Bookmark(2, Position(3, 0), 5, "the last one")]
    return bookmarks_markdown(document, marks, MEMORANDUM)


def write_files(word: int, until: int) -> None:
    """Write all three files again and again, the lexicon with another word each time; print the word's number."""
    document = read(MEMORANDUM)
    while word < until:
        word += 1
        with Library(None) as library:
            store([LexiconEntry(f"word{word % WORDS}", f"said{word}")], None, library)
        print(word, flush=True)
        share(document, Path("talk.people.toml"))
        write_bookmarks(marked(document), Path("marks.md"))


if __name__ == "__main__":
    if sys.argv[1] == "settings":
        write_settings(int(sys.argv[2]))
    write_files(int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else sys.maxsize)
