"""The sound of a rendering as it is embedded in a web page or an EPUB: MP3, which browsers and book readers play."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO

from tui_reader.export.audio import mp3_writer
from tui_reader.export.rendering import Rendering

MEDIA_TYPE = "audio/mpeg"


@contextmanager
def encoded_mp3(rendering: Rendering) -> Iterator[BinaryIO]:
    """The whole sound in a nameless file, open at its start. Raises ReaderError where it cannot be encoded, OSError."""
    with TemporaryFile() as file:
        mp3_writer.write(file, rendering)
        file.seek(0)
        yield file
