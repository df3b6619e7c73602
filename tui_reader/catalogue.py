"""The command `library`: what was read and how far, documents added and removed, words searched in all of them."""

from __future__ import annotations

import shlex
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui_reader.document.collection import split_id
from tui_reader.library import Library, Recent
from tui_reader.library.folders import Seen
from tui_reader.library.index import Place
from tui_reader.output import PROGRAM, complain
from tui_reader.paths import bundled
from tui_reader.reading.progress import count

LISTED = 20
"""Documents that are listed, unless all are asked for."""


def add(paths: Sequence[Path], library: Library) -> Iterator[str]:
    """Take in files and the documents of folders; a line when each is done. Raises DocumentError for none."""
    for path in paths:
        yield _added(path, told(library.folders.add(path)))


def _added(path: Path, seen: Sequence[Seen]) -> str:
    new = sum(one.new for one in seen)
    every = sum(one.documents for one in seen)
    without = sum(not one.documents and not one.trouble for one in seen)
    known = f"; {every - new} {'was' if every - new == 1 else 'were'} there already" if every > new else ""
    nobody = f"; in {count(without, 'file')} nobody speaks" if without else ""
    return f"{path}: {count(new, 'document')} added{known}{nobody}."


def told(seen: Iterable[Seen]) -> list[Seen]:
    """All of it, what cannot be read said on standard error."""
    every = []
    for one in seen:
        if one.trouble:
            complain(one.trouble)
        every.append(one)
    return every


def remove(paths: Sequence[Path], library: Library) -> Iterator[str]:
    """List and search documents, files or folders no more; a line when each is done."""
    for path in paths:
        gone = library.folders.remove(path)
        yield f"{path}: {count(gone, 'document')} no longer listed." if gone else f"{path}: not in the library."


def refresh(library: Library) -> None:
    """Take in what is new in the folders, and at first the documents that came with the program."""
    corpus = bundled("corpus")
    if corpus not in library.folders.all():
        told(library.folders.add(corpus))
    told(library.folders.refresh())


def lines(library: Library, every: bool = False) -> list[str]:
    """A line for each document: those last read, the newest first, then those never read."""
    recent = library.recent(-1)
    shown = recent if every else recent[:LISTED]
    left = len(recent) - len(shown)
    return [*map(_line, shown), *([f"{left} more; --all lists them."] if left else [])]


def _line(recent: Recent) -> str:
    read = time.strftime("%Y-%m-%d", time.localtime(recent.opened_at)) if recent.opened_at else ""
    how_far = f"{recent.percent} percent, read {read}." if read else "Not read yet."
    missing = "" if split_id(recent.path)[0].is_file() else " The file is not there."
    return f"{recent.title.rstrip('.')}. {how_far} {recent.path}{missing}"


def search_lines(library: Library, wanted: str) -> list[str]:
    """What was found in all documents: where and the words, and below it what opens the document there.

    Raises SearchError where nothing was asked for.
    """
    places = library.index.search(wanted)
    return [line for place in places for line in _place_lines(place)] or [f"Nothing found for {wanted}."]


def _place_lines(place: Place) -> list[str]:
    where = ", ".join(filter(None, (place.title.rstrip("."), place.typed, place.speaker)))
    typed = place.typed.removeprefix("turn ")
    opens = shlex.join([PROGRAM, str(place.path), "--from", typed])
    return [f"{where}: {place.words}", f"    {opens}"]
