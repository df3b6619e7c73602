"""What is to be read: a file, or what was piped in. Knows no face and no library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.collection import STANDARD_INPUT, CollectionError, is_standard_input, split_id

if TYPE_CHECKING:
    from tui_reader.document.model import Document

LARGE = 2_000_000
"""Bytes from which on reading may take longer than a blink: a tenth of a second."""
MEGABYTE = 1_000_000


class InputSource(NamedTuple):
    """A document that is to be read."""

    path: Path
    """`FILE#id` for one of many, `-` for standard input."""
    encoding: str | None = None
    piped: bytes | None = None
    """What came on standard input, where it is read from there."""

    @property
    def name(self) -> str:
        """The file's name without folders, or "standard input"."""
        if not self._is_piped:
            return split_id(self.path)[0].name
        from tui_reader.startup.standard_input import NAME

        return NAME

    @property
    def size(self) -> int:
        """Bytes of the file; 0 where there is none."""
        if self._is_piped:
            return len(self.piped or b"")
        file, _ = split_id(self.path)
        try:
            return file.stat().st_size if file.is_file() else 0
        except (OSError, ValueError):
            return 0

    @property
    def is_large(self) -> bool:
        """Whether one may have to wait for it."""
        return self.size >= LARGE

    @property
    def told(self) -> str:
        """What is said while it is read: "Reading talk.txt, 18 MB."."""
        return f"Reading {self.name}, {self.size / MEGABYTE:.0f} MB."

    @property
    def _is_piped(self) -> bool:
        return self.piped is not None and is_standard_input(self.path)

    def read(self) -> Document:
        """The document, read here and now. Raises as `formats.read` does."""
        if self._is_piped:
            return self._parse_piped()
        from tui_reader.formats import read

        return read(self.path, self.encoding)

    def _parse_piped(self) -> Document:
        """The document from standard input; `path` is its sign, with the id of one of many."""
        from tui_reader.formats import parse
        from tui_reader.startup.standard_input import NAME

        _, id = split_id(self.path)
        try:
            return parse(self.piped or b"", NAME, self.encoding, id)
        except CollectionError as error:
            # What is told of it says what to type.
            named = error.collection._replace(name=STANDARD_INPUT)
            raise CollectionError(named, error.read) from None
