"""The files that a command reads, which it must not write over: the document, the files beside it, the person's own."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.errors import UsageError
from tui_reader.paths import NO_LIBRARY, config_folder

_STANDARD_INPUT = Path("/dev/stdin")
_OF_A_DATABASE = ("", "-wal", "-shm", "-journal")
"""What follows the name of a library's file in the names of SQLite's files."""


def read_with(document: Path) -> tuple[Path, ...]:
    """The file of the document at a path, or of `FILE#id`, and the files beside it that are read with it.

    Of standard input, the file that the shell has opened for it, if any.
    """
    from tui_reader.document.collection import people_beside
    from tui_reader.startup.find_document import lexicon_beside

    if is_standard_input(document):
        return (_STANDARD_INPUT,)
    file, _ = split_id(document)
    return file, people_beside(file), lexicon_beside(file)


class InputFiles:
    """Files that no output may be, by their identity on the disk and by their paths whatever their case."""

    def __init__(self, documents: Iterable[Path], library: Path | None, rewritten: Path | None = None) -> None:
        """The files of `documents` and of the `library` (the person's own if None).

        `rewritten` is none of them: it is read and written by intent.
        """
        files = [file for document in documents for file in read_with(document)]
        self._paths = {folded(file): file for file in (*files, *_library_files(library)) if file != rewritten}
        self._identities = {identity: file for file in self._paths.values() if (identity := identity_of(file))}

    def add(self, file: Path) -> None:
        """One more file that no output may be."""
        self._paths[folded(file)] = file
        if identity := identity_of(file):
            self._identities[identity] = file

    def refuse(self, output: Path) -> None:
        """Raise UsageError for an output that is one of these files, or in the folder of the person's settings."""
        identity = identity_of(output)
        same = self._identities.get(identity) if identity else None
        alike = same or self._paths.get(folded(output))
        if alike:
            is_it = ", which is" if same else ", which some systems take for"
            named = "" if str(alike) == str(output) else f"{is_it} {alike}"
            raise UsageError(f"{output}{named}: this command reads it; choose another file to write.")
        if folded(output).startswith(folded(config_folder()) + os.sep):
            raise UsageError(f"{output}: the folder of your settings; choose another folder to write into.")


def folded(path: Path) -> str:
    """A path as systems compare it that ignore case and composition: absolute, without links."""
    return folded_name(os.path.realpath(path))


def folded_name(name: str) -> str:
    """A name without regard to case and composition."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def identity_of(path: Path) -> tuple[int, int] | None:
    """Device and number of the file or folder at a path, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _library_files(library: Path | None) -> Iterator[Path]:
    from tui_reader.library import library_path

    library = library or library_path()
    if library != NO_LIBRARY:
        yield from (library.with_name(library.name + ending) for ending in _OF_A_DATABASE)
