"""The sound of a recording as it goes into a page or a book: MP3, which browsers and readers of EPUB play."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO

from tui_reader.export.audio import mp3
from tui_reader.export.rendering import Rendering

MEDIA_TYPE = "audio/mpeg"


@contextmanager
def coded(recording: Rendering) -> Iterator[BinaryIO]:
    """All of it in a file without a name, to be read from its start. Raises ReaderError, OSError."""
    with TemporaryFile() as file:
        mp3.write(file, recording)
        file.seek(0)
        yield file
