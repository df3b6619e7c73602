"""Which document is meant: the one that was named, or the one read last, or the memorandum that came with the program.

It is given with what the library knows of it: decisions about its labels, pronunciations.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError, ReaderError
from tui_reader.paths import MEMORANDUM
from tui_reader.startup.input_source import InputSource
from tui_reader.startup.reading_options import ReadingOptions

if TYPE_CHECKING:
    from tui_reader.library import Library

ReadSource = Callable[[InputSource], Document]
"""Reads a document and returns it when it is read: here and now, or by another process."""


def read_now(source: InputSource) -> Document:
    """Read it here and now. Raises as `formats.read` does."""
    return source.read()


def resolve_source(path: Path | None, library: Library, options: ReadingOptions) -> InputSource:
    """What is to be read: the file at a path, or the one read last, or the memorandum that came with the program."""
    path = path or library.last_path() or MEMORANDUM
    if "#turn-" in path.name:
        from tui_reader.document.turn_reference import split_turn

        path = split_turn(path)[0]
    is_kept = library.path is not None
    return InputSource(
        path, options.encoding, options.piped, options.producer, options.language, options.columns, is_kept
    )


def find_document(path: Path | None, library: Library, options: ReadingOptions) -> tuple[Path, Document, list[str]]:
    """The document that is meant, with what was decided about its labels: its path, itself, and notices.

    The notices say why it is not the one read last. Raises DocumentError and UsageError as `formats.read` does.
    """
    path, document, notices = find_as_printed(path, library, options)
    return path, library.label_decisions.apply_to(document), notices


def find_as_printed(
    path: Path | None, library: Library, options: ReadingOptions, read: ReadSource = read_now
) -> tuple[Path, Document, list[str]]:
    """As `find_document`, without what was decided about its labels; `read` reads the file."""
    source = resolve_source(path, library, options)
    try:
        document = library.cache.read(source.path, source.how, partial(read, source))
        told = library.take_over_edited(document, source.path)
        return source.path, with_lexicon(document, source.path, library), [told] if told else []
    except DocumentError as error:
        if path is not None or source.path == MEMORANDUM:
            raise
        notice = f"The document read last cannot be opened again: {error}"
    return MEMORANDUM, with_lexicon(read(InputSource(MEMORANDUM, options.encoding)), MEMORANDUM, library), [notice]


def with_lexicon(document: Document, path: Path, library: Library) -> Document:
    """The document with the pronunciations that are known for it.

    Those of the lexicon beside it, `NAME.lexicon.toml`, come first, then the library's; what is wrong with the lexicon
    beside it becomes a warning.
    """
    beside = lexicon_beside(path)
    lines = library.lexicon(document.key)
    if not is_standard_input(path) and os.path.lexists(beside):
        from tui_reader.narration.normalization import load_lexicon

        try:
            lines = (*(entry.line for entry in load_lexicon(beside).entries), *lines)
        except ReaderError as error:
            document = document._replace(warnings=(*document.warnings, f"{error}; the lexicon beside it is not used"))
    return document._replace(lexicon=lines) if lines else document


def lexicon_beside(path: Path) -> Path:
    """The path of the lexicon for the document at `path` alone: `NAME.lexicon.toml` in the same folder."""
    file, _ = split_id(path)
    return file.with_name(file.stem + ".lexicon.toml")


def open_document(path: Path | None, options: ReadingOptions) -> tuple[Document, list[str]]:
    """As `find_document` with the person's library, for commands that only look at the document; and notices."""
    from tui_reader.library import open_library

    with open_library(options.library) as library:
        _, document, found = find_document(path, library, options)
        return document, found
