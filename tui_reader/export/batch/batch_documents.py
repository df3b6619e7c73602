"""Finds the documents of a batch, in a folder or in a collection, and names their files. Knows no format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.library.folders import dialogue_files
from tui_reader.startup.collection_shelf import shelf_of
from tui_reader.startup.find_document import find_document
from tui_reader.startup.reading_options import ReadingOptions

_OUTSIDE = re.compile(r"[^\w.-]+")
_LONGEST = 100
"""Characters of a file name made from a document's id."""


class BatchDocument(NamedTuple):
    """A document of the batch, or why it cannot be exported."""

    name: Path
    """What its files are called: a path without ending, relative to the folder of the exports."""
    total: int
    """How many documents there are, as far as is known yet."""
    document: Document | None = None
    error: ReaderError | None = None
    """Why it could not be read. With neither document nor error, nobody speaks in it."""


def find_documents(path: Path | None, library: Library, reading_options: ReadingOptions) -> Iterator[BatchDocument]:
    """Read the documents at `path` one by one, each only when it is asked for.

    Documents of a folder in which nobody speaks come without a document.
    """
    folder = path if path is not None and path.is_dir() else None
    files: list[Path | None] = list(dialogue_files(folder)) if folder else [path]
    names = _names(folder, [file for file in files if file]) if folder else {}
    total = len(files)
    for file in files:
        try:
            file_found, document, _ = find_document(file, library, reading_options)
        except CollectionError as error:
            total += len(error.collection.entries) - 1
            shelf = shelf_of(file or Path(error.collection.name), error, library)
            name = names.get(file, Path(Path(error.collection.name).stem))
            for entry in error.collection.entries:
                safe = _OUTSIDE.sub("-", entry.id).strip(".-")[:_LONGEST] or "document"
                one = name.with_name(f"{name.name}-{safe}")
                try:
                    yield BatchDocument(one, total, library.label_decisions.apply_to(shelf.read(entry.id)))
                except ReaderError as wrong:
                    yield BatchDocument(one, total, error=wrong)
        except ReaderError as error:
            yield BatchDocument(names.get(file, Path("document")) if file else Path("document"), total, error=error)
        else:
            name = names.get(file or file_found, Path(file_found.stem))
            yield BatchDocument(name, total, document if document.turns or not folder else None)


def _names(folder: Path, files: list[Path]) -> dict[Path | None, Path]:
    """The paths of the files below the folder, without their endings where the rest is not ambiguous."""
    often = Counter(str(file.with_suffix("")).casefold() for file in files)
    return {
        file: (file if often[str(file.with_suffix("")).casefold()] > 1 else file.with_suffix("")).relative_to(folder)
        for file in files
    }
