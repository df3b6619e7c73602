"""The library in words: lists of documents, messages about adding and removing, and search results.

Shared by the command `library` and both faces.
"""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tui_reader.document.collection import file_is_there
from tui_reader.errors import UsageError
from tui_reader.library import Library, Recent
from tui_reader.library.adding import Seen, Tell
from tui_reader.library.index_hit import IndexHit
from tui_reader.library.listing import Listing, Order, Row
from tui_reader.library.reading_workers import HERE, Workers
from tui_reader.library.recent import ListedVolume
from tui_reader.library.volumes import Volumes
from tui_reader.paths import bundled
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import PROGRAM, complain

LISTED = 20
"""The number of documents that are listed unless all are asked for."""
NAMED = 3
"""The number of people who are named of a document."""


@contextmanager
def untold(started: str) -> Iterator[Tell]:
    """Work whose progress nobody wants to know."""
    yield lambda share: None


Progress = Callable[[str], AbstractContextManager[Tell]]
"""Takes what is done, in a sentence, and tells around some work how far it is."""
LOOKING = "Reading what is new in your folders. Ctrl+C stops."


def add(paths: Sequence[Path], library: Library, progress: Progress = untold, workers: Workers = HERE) -> Iterator[str]:
    """Add files and the documents of folders; yields a line for each. Raises DocumentError if a path is neither."""
    for path in paths:
        with progress(f"Adding {path}. Ctrl+C stops.") as tell:
            seen = with_troubles_reported(library.folders.add(path, tell, workers))
        yield added(path, seen)


def added(path: Path, seen: Sequence[Seen]) -> str:
    """The result of adding a file or a folder, in a line."""
    new = sum(one.new for one in seen)
    every = sum(one.documents for one in seen)
    without = sum(not one.documents and not one.trouble for one in seen)
    known = f"; {every - new} {'was' if every - new == 1 else 'were'} there already" if every > new else ""
    nobody = f"; in {count(without, 'file')} nobody speaks" if without else ""
    return f"{path}: {count(new, 'document')} added{known}{nobody}."


def with_troubles_reported(seen: Iterable[Seen | None]) -> list[Seen]:
    """All files that were looked at; those that cannot be read are reported on standard error."""
    every = []
    for one in filter(None, seen):
        if one.trouble:
            complain(one.trouble)
        every.append(one)
    return every


def remove(paths: Sequence[Path], library: Library, progress: Progress = untold) -> Iterator[str]:
    """Remove documents, files or folders from the library; yields a line for each."""
    for path in paths:
        with progress(f"Removing {path}. Ctrl+C stops.") as tell:
            gone = library.folders.remove(path, tell)
        yield f"{path}: {count(gone, 'document')} no longer listed." if gone else f"{path}: not in the library."


def unlist(row: Row, library: Library) -> str:
    """Remove a document or a volume from lists and search; a line that says so. Raises LibraryError."""
    if isinstance(row, ListedVolume):
        library.folders.remove(row.path)
        return f"{row.title.rstrip('.')} is no longer listed; the places in it are kept."
    library.unlist(row.key)
    return f"{row.title.rstrip('.')} is no longer listed; its place is kept."


def refresh(library: Library, progress: Progress = untold) -> None:
    """Add what is new, and report what cannot be read."""
    with progress(LOOKING) as tell:
        with_troubles_reported(refreshing(library, tell))


def refreshing(library: Library, tell: Tell | None = None) -> Generator[Seen | None]:
    """Add what is new in the folders, file by file; the first time also the documents that came with the program."""
    yield from adding_own(library)
    yield from library.folders.refresh(tell)


def adding_own(library: Library) -> Generator[Seen | None]:
    """The first time, add the documents that came with the program."""
    corpus = bundled("corpus")
    if corpus not in library.folders.all():
        yield from library.folders.add(corpus)


def unread(library: Library) -> str:
    """What a search does not find yet, in a sentence; empty where all is read."""
    files = library.folders.unread()
    if not files:
        return ""
    are, such = ("is", "") if len(files) == 1 else ("are", "such as ")
    return f"Not searched: {count(len(files), 'file')} that {are} not read yet, {such}{files[0].name}."


def lines(
    library: Library, every: bool = False, order: Order = Order.READ, volume: str = "", words: str = ""
) -> list[str]:
    """A line for each volume and single document, or for each document of a volume, or that has some words.

    `volume` is a name of one. Raises UsageError where no volume, or more than one, has that name.
    """
    listing = Listing(library, order, _volume(library, volume) if volume else 0, words)
    shown = len(listing) if every else min(LISTED, len(listing))
    left = len(listing) - shown
    if not listing and words:
        return [f"No document with {words}."]
    return [*map(line, listing[:shown]), *([f"{left:,} more; --all lists them."] if left else [])]


def _volume(library: Library, name: str) -> int:
    found = Volumes(library).named(name)
    if len(found) != 1:
        which = f"{len(found)} volumes are called {name}; type the name of a file" if found else ""
        raise UsageError(f"{which or f'No volume is called {name}'}. tui-reader library lists them.")
    return found[0]


def line(row: Row) -> str:
    """A document or a volume: what `told` says, and its path."""
    missing = "" if is_there(row) else " The file is not there."
    return f"{told(row)} {row.path}{missing}"


def told(row: Row) -> str:
    """A document: number, title, date, people, how far it was read and when; or a volume, with its dates."""
    day = read_on(row)
    how_far = f"{row.percent} percent, read {day}." if day else "Not read yet."
    title = row.title.rstrip(".")
    if isinstance(row, ListedVolume):
        return " ".join(filter(None, (f"{title}.", f"{count(row.documents, 'document')}{_dates(row)}.", how_far)))
    about = ", ".join(filter(None, (row.date[:10], people(row))))
    numbered = f"{row.numbered}. " if row.numbered else ""
    return " ".join(filter(None, (f"{numbered}{title}.", f"{about}." if about else "", how_far)))


def _dates(row: ListedVolume) -> str:
    return f", {years(row, ' to ')}" if row.last else ""


def years(row: ListedVolume, to: str) -> str:
    """The years of a volume's documents: "1961", "1961 to 1963"; empty where no date is known."""
    return to.join(dict.fromkeys(filter(None, (row.first[:4], row.last[:4]))))


def people(recent: Recent) -> str:
    """Who speaks in a document, three of them: "Ball, Stevenson, Rusk and 4 others"."""
    names = recent.speakers.split(", ") if recent.speakers else []
    others = len(names) - NAMED
    return f"{', '.join(names[:NAMED])} and {count(others, 'other')}" if others > 0 else ", ".join(names)


def read_on(row: Row) -> str:
    """The day when a document, or one of a volume, was last read; empty if never."""
    return time.strftime("%Y-%m-%d", time.localtime(row.opened_at)) if row.opened_at else ""


def is_there(row: Row) -> bool:
    """Whether the file of a document or a volume still exists."""
    return file_is_there(row.path)


def search_lines(library: Library, wanted: str) -> list[str]:
    """Search results in all documents: each with its place and words, and below it the command that opens it there.

    Raises SearchError if there is nothing to search for.
    """
    places = library.index.search(wanted)
    return [line for place in places for line in _place_lines(place)] or [f"Nothing found for {wanted}."]


def _place_lines(place: IndexHit) -> list[str]:
    typed = place.typed.removeprefix("turn ")
    opens = shlex.join([PROGRAM, str(place.path), "--from", typed])
    return [place_line(place), f"    {opens}"]


def place_line(place: IndexHit) -> str:
    """A search result: the document, its date, the place in it, the speaker, the sentence."""
    where = ", ".join(filter(None, (place.title.rstrip("."), place.date[:10], place.typed, place.speaker)))
    return f"{where}: {place.words}"
