"""A file of many documents that was read once: each of them can be opened from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import Collection, CollectionError, path_of, split_id
from tui_reader.document.model import Document
from tui_reader.named_tuple import NamedTuple
from tui_reader.startup.find_document import find_as_printed, with_lexicon
from tui_reader.startup.reading_options import ReadingOptions

if TYPE_CHECKING:
    from tui_reader.library import Library


class Shelf(NamedTuple):
    """A file of many documents, read."""

    path: Path
    """The file."""
    collection: Collection
    """What it holds."""
    read: Callable[[str], Document]
    """Gives the document of an id, in any thread. Raises DocumentError."""
    known: Callable[[Document, Path], Document] = lambda document, path: document
    """Gives the document with the pronunciations that the library knows for it."""

    def open(self, id: str) -> tuple[Document, Path]:
        """The document of an id, and its path, `FILE#id`. Raises DocumentError."""
        return self.take(self.read(id), id)

    def take(self, document: Document, id: str) -> tuple[Document, Path]:
        """The same for a document that `read` gave already."""
        path = path_of(self.path, id)
        return self.known(document, path), path


def find_shelf(path: Path, library: Library, options: ReadingOptions) -> Shelf | None:
    """The file of many documents that holds the one at `path`, `FILE#id`; None for a file of one document.

    Raises as `find_document`.
    """
    whole, id = split_id(path)
    if id is None:
        return None
    try:
        find_as_printed(whole, library, options)
    except CollectionError as error:
        return shelf_of(whole, error, library)
    return None


def shelf_of(file: Path, error: CollectionError, library: Library) -> Shelf:
    """The documents of a file, from the error that says that it holds many."""
    return Shelf(file, error.collection, error.read, partial(_known, library=library))


def _known(document: Document, path: Path, library: Library) -> Document:
    """The document as the library knows it; a warning tells what was taken over from the version before."""
    told = library.take_over_edited(document, path)
    return with_lexicon(document._replace(warnings=(*document.warnings, *filter(None, [told]))), path, library)
