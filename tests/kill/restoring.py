"""Two backups are restored in turn and the process is killed: what is there is one of them, and the other is aside."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

from tests.kill.library_acts import unsound
from tests.kill.scenario import World, own_python
from tui_reader.library import Library
from tui_reader.library.backup import back_up
from tui_reader.library.backup_file import open_backup
from tui_reader.library.open_library import open_library
from tui_reader.library.restore import ASIDE, restore
from tui_reader.settings import keep_setting, load_settings

BACKUPS = {"first": 1.5, "second": 2.5}
"""The backups by their names, and the speed that the settings of each have."""
PLACES = 500
"""Documents with a place that each holds."""


class There(NamedTuple):
    """Whose words are where."""

    library: str
    """The name of a backup, as that of the next."""
    settings: str


class Restoring:
    """`library --restore` of one backup, then of the other, without end."""

    name = "restoring"
    about = "Backups are restored, one in the place of the other."
    longest = 0.7
    talks = True
    expected: tuple[str, ...] = (
        "*.backup", "data/tui-reader/library.db*", "config/tui-reader/settings.toml", "config/tui-reader/*.lock",
    )  # fmt: skip

    def __init__(self) -> None:
        self._before = There("second", "second")

    def prepare(self, world: World) -> None:
        """Make the backups; the second is what is there."""
        world.finish(own_python("tests.kill.restoring", "prepare"))

    def command(self, world: World, seed: int) -> list[str]:
        """Restores without end."""
        return own_python("tests.kill.restoring", "work")

    def lost(self, world: World) -> Iterator[str]:
        """The library is that of one backup, whole, and so are the settings; what was there before is aside."""
        before, pending = self._before, ""
        for line in map(json.loads, world.said()):
            before, pending = (There(pending, pending), "") if line == "done" else (before, line)
        yield from unsound(world)
        with Library(world.library) as library:
            held = _held(library.select("SELECT offset FROM places"))
        speed = load_settings(world.config / "settings.toml")[0].speed
        now = There(held, next((name for name, own in BACKUPS.items() if own == speed), f"speed {speed}"))
        for found, known in zip(now, before, strict=True):
            if found not in (known, pending):
                yield f"{before} was there, {pending or 'nothing'} was restored, and {now} is there"
        if now != before and before not in map(_kept, world.library.parent.glob(f"*{ASIDE}*")):
            yield f"{before} was there, and is not kept aside"
        for aside in world.library.parent.glob(f"*{ASIDE}*"):
            aside.unlink()
        self._before = now

    def last(self, world: World) -> Iterator[str]:
        """A restore to its end puts all right."""
        world.finish(own_python("tui_reader", "library", "--restore", "first.backup"))
        (world.folder / "said").write_text('"first"\n"done"\n', encoding="utf-8")
        return self.lost(world)


def _held(rows: list[tuple[int]]) -> str:
    """Whose places these are."""
    offsets = sorted(offset for (offset,) in rows)
    whose = (name for number, name in enumerate(BACKUPS) if offsets == [number] * PLACES)
    return next(whose, f"{len(offsets)} places of {set(offsets)}")


def _kept(aside: Path) -> There:
    """What is kept in a backup."""
    with open_backup(aside) as backup:
        held = _held([(row[2],) for row in backup.rows("places")])
        settings = (backup.files or {}).get("settings.toml", b"").decode()
    return There(held, next((name for name, speed in BACKUPS.items() if f"speed = {speed}" in settings), settings))


def prepare() -> None:
    """Write both backups into this folder."""
    for number, (name, speed) in enumerate(BACKUPS.items()):
        keep_setting("speed", speed)
        with open_library(None, print) as library:
            with library.kept():
                for document in map(str, range(PLACES)):
                    library.write(
                        "INSERT OR IGNORE INTO documents (key, title, path, pages, opened_at) VALUES (?, ?, ?, 9, 0)",
                        document, document, f"/{document}",
                    )  # fmt: skip
                    library.write("INSERT OR REPLACE INTO places VALUES (?, 1, ?)", document, number)
            back_up(library, Path(f"{name}.backup"))


def work() -> NoReturn:
    """Restore one after the other without end; print the name of each before, and "done" after."""
    while True:
        for name in BACKUPS:
            print(json.dumps(name), flush=True)
            list(restore(Path(f"{name}.backup")))
            print('"done"', flush=True)


if __name__ == "__main__":
    prepare() if sys.argv[1] == "prepare" else work()
