"""What a document is read from: a file, or the bytes that came on standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cleaning import one_line
from tui_reader.document.collection import STANDARD_INPUT, CollectionError, is_standard_input, split_id
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.document.model import Document

LARGE = 2_000_000
"""Bytes from which on reading may take longer than a tenth of a second."""
MEGABYTE = 1_000_000


class InputSource(NamedTuple):
    """A document that is still to be read."""

    path: Path
    """`FILE#id` for one of many, `-` for standard input."""
    encoding: str | None = None
    """The text encoding; None where it is to be detected."""
    piped: bytes | None = None
    """What came on standard input, where it is read from there."""
    producer: str | None = None
    """The name of the program or format that it is to be read as; None where it is to be recognised."""
    language: str | None = None
    """The tag of its language (BCP 47); None where that is to be found out."""
    columns: tuple[tuple[str, str], ...] = ()
    """Of a table, what columns are, and their numbers or heads; empty where that is to be found out."""
    cached: bool = False
    """Whether it may be kept in the cache of documents."""

    @property
    def how(self) -> tuple[object, ...]:
        """What reading it depends on beside the file."""
        return self.encoding, self.producer, self.language, self.columns

    @property
    def name(self) -> str:
        """The file's name without folders, or "standard input"."""
        if not self._is_piped:
            return one_line(split_id(self.path)[0].name)
        from tui_reader.startup.standard_input import NAME

        return NAME

    @property
    def size(self) -> int:
        """Size in bytes; 0 where there is no such file."""
        if self._is_piped:
            return len(self.piped or b"")
        file, _ = split_id(self.path)
        try:
            return file.stat().st_size if file.is_file() else 0
        except (OSError, ValueError):
            return 0

    @property
    def is_large(self) -> bool:
        """Whether reading it may take so long that a message is shown."""
        return self.size >= LARGE

    @property
    def message(self) -> str:
        """The message shown meanwhile: "Reading talk.txt, 18 MB."."""
        return f"Reading {self.name}, {self.size / MEGABYTE:.0f} MB."

    @property
    def _is_piped(self) -> bool:
        return self.piped is not None and is_standard_input(self.path)

    def read(self) -> Document:
        """Read the document here and now. Raises as `formats.read` does."""
        if self._is_piped:
            return self._parse_piped()
        from tui_reader.formats import read

        return read(self.path, self.encoding, self.producer, self.language, self.columns)

    def _parse_piped(self) -> Document:
        """The document from standard input; `path` is `-` or, for one of many, `-#id`."""
        from tui_reader.formats import parse
        from tui_reader.startup.standard_input import NAME

        _, id = split_id(self.path)
        try:
            return parse(
                self.piped or b"", NAME, self.encoding, id, producer=self.producer, language=self.language,
                columns=self.columns,
            )  # fmt: skip
        except CollectionError as error:
            # so that the list of its documents says what to type: -#id
            named = error.collection._replace(name=STANDARD_INPUT)
            raise CollectionError(named, error.read) from None
