"""The program reads aloud and is killed: it must go on at the sentence whose words it has printed.

Every second time another process makes the speech (pyttsx3's), which must end with the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.kill.library_acts import unsound
from tests.kill.scenario import World, own_python
from tui_reader.formats import read
from tui_reader.library import Library


class Playing:
    """`tui-reader play`; each turn is a sentence, so the page is the place."""

    name = "reading"
    about = "The program reads aloud, every second time with an engine in another process."
    longest = 1.5
    talks = True
    expected: tuple[str, ...] = (
        "data/tui-reader/library.db",
        "data/tui-reader/library.db-wal",
        "data/tui-reader/library.db-shm",
        "talk.txt",
    )

    def __init__(self) -> None:
        self._page = 0

    def prepare(self, world: World) -> None:
        """A talk that does not end."""
        turns = (f"{'ANNE' if turn % 2 else 'BEN'}: Turn {turn}." for turn in range(20_000))
        (world.folder / "talk.txt").write_text("\n\n".join(turns) + "\n")

    def command(self, world: World, seed: int) -> list[str]:
        """Reading from where it was; the words are printed when the place is kept."""
        words = ["play", "talk.txt", "--captions", "--no-sound", "--speed", "4", "--engine"]
        return own_python("tui_reader", *words, ("tone", "pyttsx3")[seed % 2])

    def lost(self, world: World) -> Iterator[str]:
        """The place is the last page that was printed, or the next, which was about to be."""
        printed = [int(line.split()[-1].rstrip(".")) for line in world.said() if "Turn" in line]
        if printed and not self._page <= printed[0] <= self._page + 1:
            yield f"it was at page {self._page} and went on at {printed[0]}"
        if not world.library.exists():
            return
        yield from unsound(world)
        with Library(world.library) as library:
            place = library.place(read(world.folder / "talk.txt").key)
        page = place.page if place else 0
        known = printed[-1] if printed else self._page
        if not known <= page <= known + 1:
            yield f"page {known} was printed, {page} is kept"
        self._page = page

    def last(self, world: World) -> Iterator[str]:
        """A short reading to its end; what kills have left is gone after it."""
        (world.folder / "talk.txt").write_text("ANNE: Turn 0.\n\nBEN: Turn 1.\n\nANNE: Turn 2.\n\nBEN: Turn 3.\n")
        world.finish(self.command(world, 1))
        return iter(())
