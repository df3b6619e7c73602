"""Finds the documents of a batch, in a folder or in a collection. Knows no format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tui_reader.document.collection import CollectionError, is_standard_input, split_id
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.export.batch.batch_names import document_names, file_names
from tui_reader.library import Library
from tui_reader.library.folders import dialogue_files
from tui_reader.named_tuple import NamedTuple
from tui_reader.startup.collection_shelf import shelf_of
from tui_reader.startup.find_document import find_document
from tui_reader.startup.input_files import identity_of
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.standard_input import NAME as STANDARD_INPUT_NAME


class BatchDocument(NamedTuple):
    """A document of the batch, or why it cannot be exported."""

    name: str
    """What its files are called: a path without ending, relative to the folder of the exports."""
    source: Path
    """The file that holds it."""
    total: int
    """How many documents there are, as far as is known yet."""
    document: Document | None = None
    error: ReaderError | None = None
    """Why it could not be read. With neither document nor error, nobody speaks in it."""


def find_files(path: Path, output: Path, stems: bool) -> dict[Path, str]:
    """The files of a batch and their names: those below the folder at `path`, or `path` itself, which may be `FILE#id`.

    What is below `output` is no part of a batch, so that an export is not exported again.

    `stems`: whether a file is written for each speaker too.
    """
    if not path.is_dir():
        file, id = split_id(path)
        name = STANDARD_INPUT_NAME if is_standard_input(path) else file.stem
        return {path: document_names(name, [id])[id] if id else name}
    written = identity_of(output)

    @cache
    def holds_exports(folder: Path) -> bool:
        return written is not None and written in map(identity_of, (folder, *folder.parents))

    return file_names([file for file in dialogue_files(path) if not holds_exports(file.parent)], path, stems)


def find_documents(
    files: Mapping[Path, str], named: bool, stems: bool, library: Library, reading_options: ReadingOptions
) -> Iterator[BatchDocument]:
    """Read the documents of files one by one, each only when it is asked for.

    `named`: whether the file was named itself; otherwise those in which nobody speaks come without a document.
    """
    total = len(files)
    for file, name in files.items():
        try:
            _, document, _ = find_document(file, library, reading_options)
        except CollectionError as error:
            total += len(error.collection.entries) - 1
            shelf = shelf_of(file, error, library)
            ids = [entry.id for entry in error.collection.entries]
            for id, own in document_names(name, ids, files.values(), stems).items():
                try:
                    one = library.label_decisions.apply_to(shelf.open(id)[0])
                    yield BatchDocument(own, file, total, one)
                except ReaderError as wrong:
                    yield BatchDocument(own, file, total, error=wrong)
        except ReaderError as error:
            yield BatchDocument(name, file, total, error=error)
        else:
            yield BatchDocument(name, file, total, document if document.turns or named else None)
