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
from tui_reader.library import Library, Recent
from tui_reader.library.adding import Seen, Tell
from tui_reader.library.index_hit import IndexHit
from tui_reader.library.reading_workers import HERE, Workers
from tui_reader.paths import bundled
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import PROGRAM, complain

LISTED = 20
"""The number of documents that are listed unless all are asked for."""


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


def remove(paths: Sequence[Path], library: Library) -> Iterator[str]:
    """Remove documents, files or folders from the library; yields a line for each."""
    for path in paths:
        gone = library.folders.remove(path)
        yield f"{path}: {count(gone, 'document')} no longer listed." if gone else f"{path}: not in the library."


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


def lines(library: Library, every: bool = False) -> list[str]:
    """A line for each document: the last read first, then those never read."""
    recent = library.recent(-1)
    shown = recent if every else recent[:LISTED]
    left = len(recent) - len(shown)
    return [*map(line, shown), *([f"{left} more; --all lists them."] if left else [])]


def line(recent: Recent) -> str:
    """A document: its title, how far it was read and when, and its path."""
    day = read_on(recent)
    how_far = f"{recent.percent} percent, read {day}." if day else "Not read yet."
    missing = "" if is_there(recent) else " The file is not there."
    return f"{recent.title.rstrip('.')}. {how_far} {recent.path}{missing}"


def read_on(recent: Recent) -> str:
    """The day when a document was last read; empty if never."""
    return time.strftime("%Y-%m-%d", time.localtime(recent.opened_at)) if recent.opened_at else ""


def is_there(recent: Recent) -> bool:
    """Whether the file of a document still exists."""
    return file_is_there(recent.path)


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
