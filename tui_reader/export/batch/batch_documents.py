"""The documents of a folder, of a file of many, or of one, each with a name for its files. Knows no form."""

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
"""Characters of a name made from a document's id."""


class BatchDocument(NamedTuple):
    """A document, or why there is none."""

    name: Path
    """Relative, without ending: what its files are called in the folder of the exports."""
    of: int
    """How many there are, as far as is known yet."""
    document: Document | None = None
    trouble: ReaderError | None = None
    """What is wrong with it; None and no document: nobody speaks in it."""


def find_documents(path: Path | None, library: Library, options: ReadingOptions) -> Iterator[BatchDocument]:
    """Read them one by one, none before it is asked for. Of a folder only those where somebody speaks."""
    folder = path if path is not None and path.is_dir() else None
    files: list[Path | None] = list(dialogue_files(folder)) if folder else [path]
    names = _names(folder, [file for file in files if file]) if folder else {}
    of = len(files)
    for file in files:
        try:
            file_found, document, _ = find_document(file, library, options)
        except CollectionError as error:
            of += len(error.collection.entries) - 1
            shelf = shelf_of(file or Path(error.collection.name), error, library)
            name = names.get(file, Path(Path(error.collection.name).stem))
            for entry in error.collection.entries:
                safe = _OUTSIDE.sub("-", entry.id).strip(".-")[:_LONGEST] or "document"
                one = name.with_name(f"{name.name}-{safe}")
                try:
                    yield BatchDocument(one, of, library.decided(shelf.read(entry.id)))
                except ReaderError as wrong:
                    yield BatchDocument(one, of, trouble=wrong)
        except ReaderError as error:
            yield BatchDocument(names.get(file, Path("document")) if file else Path("document"), of, trouble=error)
        else:
            name = names.get(file or file_found, Path(file_found.stem))
            yield BatchDocument(name, of, document if document.turns or not folder else None)


def _names(folder: Path, files: list[Path]) -> dict[Path | None, Path]:
    """The files' places below the folder, without their endings where that leaves no two alike."""
    often = Counter(str(file.with_suffix("")).casefold() for file in files)
    return {
        file: (file if often[str(file.with_suffix("")).casefold()] > 1 else file.with_suffix("")).relative_to(folder)
        for file in files
    }
