"""The files of one export: written under no name, and put at their paths together when all are whole."""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack
from io import BufferedRandom
from pathlib import Path
from typing import BinaryIO, cast

from tui_reader.atomic_write import BUFFER, atomic_write
from tui_reader.errors import UsageError
from tui_reader.export.written_file import WrittenFile
from tui_reader.startup.input_files import InputFiles, folded


class OutputFiles(ExitStack):
    """Files that appear together when the `with` block ends without an error; after an error, none of them does."""

    def __init__(self, inputs: InputFiles) -> None:
        """`inputs`: the files that none of them may be."""
        super().__init__()
        self._inputs = inputs
        self._files: list[tuple[Path, BinaryIO]] = []

    @property
    def paths(self) -> list[Path]:
        """Where the files will be, in the order in which they were made."""
        return [path for path, _ in self._files]

    def new(self, path: Path) -> BinaryIO:
        """A new empty file that will be at `path`. Raises as `check` does, ReaderError where it cannot be made."""
        self.check(path)
        file = self.enter_context(atomic_write(path))
        self._files.append((path, file))
        return file

    def check(self, path: Path) -> None:
        """Raise UsageError for the path of one of the inputs, or of a file that there is already."""
        self._inputs.refuse(path)
        if folded(path) in map(folded, self.paths):
            raise UsageError(f"{path}: two files of this export would have this name; choose another name for OUT.")

    def written(self) -> list[WrittenFile]:
        """Path, size and hash of each file, as far as it is written now."""
        found = []
        for path, file in self._files:
            file.seek(0)
            digest = hashlib.file_digest(cast("BufferedRandom", file), "sha256").hexdigest()
            found.append(WrittenFile(path, file.seek(0, os.SEEK_END), digest))
        return found

    def scratch(self, beside: Path) -> BinaryIO:
        """A nameless file on the disk where `beside` will be, deleted when the block ends. Raises OSError."""
        from tempfile import TemporaryFile

        return cast("BinaryIO", self.enter_context(TemporaryFile(dir=beside.absolute().parent, buffering=BUFFER)))
