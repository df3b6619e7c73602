"""Reads a large file in another process: the face stays responsive, and the memory that parsing needs is freed.

The document comes back packed: in the cache of documents, or as bytes. For a file of many documents the other process
keeps what it read, for as long as one of them may be wanted.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any
from weakref import finalize

from tui_reader.document.collection import CollectionError, is_standard_input, path_of
from tui_reader.errors import DocumentError, ReaderError
from tui_reader.startup.input_source import InputSource
from tui_reader.terminal.isolation import python_command
from tui_reader.workers.pickled_messages import receive, send

if TYPE_CHECKING:
    import subprocess

    from tui_reader.document.model import Document
    from tui_reader.packed.cached_document import CachedDocument

TELL = 0.1
"""Seconds from one message of progress to the next."""


class BackgroundReader:
    """A document that another process is reading."""

    def __init__(self, source: InputSource) -> None:
        """Start reading. Raises OSError where no process can be started."""
        self.source = source
        self.share = 0.0
        """The share that is read, 0 to 1."""
        import subprocess  # the other process does not need it

        self._process = subprocess.Popen(
            python_command("tui_reader.startup.background_reader", "serve"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        finalize(self, _end, self._process)
        with suppress(OSError):  # it may have ended already: `document` says so
            self._send(source)

    def document(self) -> Document:
        """Wait until the document is read, in any thread, and return it.

        Raises as `formats.read` does, and DocumentError where the other process ended without it.
        """
        try:
            document = self._receive()
        except CollectionError as error:
            error.read = self._one  # the process waits until one is chosen
            raise
        except BaseException:
            _end(self._process)
            raise
        _end(self._process)
        return document

    def stop(self) -> None:
        """Stop reading; `document` raises DocumentError in the thread that waits for it."""
        self._process.kill()
        self._process.wait()

    def _one(self, id: str) -> Document:
        """The document of an id, in a file of many."""
        if self._process.poll() is not None:  # it was stopped while it read another document
            return BackgroundReader(self.source._replace(path=path_of(self.source.path, id))).document()
        self._send(id)
        return self._receive()

    def _send(self, what: object) -> None:
        assert self._process.stdin
        send(self._process.stdin, what)

    def _receive(self) -> Document:
        assert self._process.stdout
        try:
            kind, what = receive(self._process.stdout)
            while kind == "share":
                self.share = what
                kind, what = receive(self._process.stdout)
        except (EOFError, OSError):
            ended = f"the process reading it ended, status {self._process.wait()}"
            raise DocumentError(f"{self.source.name}: {ended}") from None
        if kind == "collection":
            raise CollectionError(what, self._one)
        if kind == "error":
            raise what
        self.share = 1.0
        return self._unpacked(kind, what)

    def _unpacked(self, kind: str, what: Any) -> Document:
        if kind == "kept":
            from tui_reader.packed.cached_document import open_kept

            return open_kept(what) or self.source.read()
        if kind == "packed":
            from tui_reader.packed.packed_document import unpack
            from tui_reader.packed.packed_file import columns_of

            return unpack(*columns_of(what))
        document: Document = what
        return document


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process, whatever it does."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()
    process.wait()


def serve() -> None:
    """The main function of the other process: reads what it is asked for, until the connection is closed."""
    import gc
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asks
    gc.disable()  # nothing here becomes garbage
    source, to = sys.stdin.buffer, sys.stdout.buffer
    try:
        wanted: InputSource = receive(source)
        cached, read_one = _cached(wanted), None
        try:
            answer = _answer(wanted, cached, to)
        except CollectionError as error:
            read_one, answer = error.read, ("collection", error.collection)
        send(to, answer)
        while read_one:
            id = receive(source)
            try:
                answer = _packed(read_one(id), cached and cached.of_id(id))
            except ReaderError as error:
                answer = "error", error
            send(to, answer)
    except (EOFError, OSError):
        pass
    os._exit(0)  # nothing has to be cleaned up, and freeing 100,000 turns takes time


def _answer(wanted: InputSource, cached: CachedDocument | None, to: IO[bytes]) -> tuple[str, object]:
    from tui_reader.formats import parsing_progress

    last = 0.0

    def tell(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= TELL:
            last = now
            send(to, ("share", share))

    try:
        with parsing_progress.telling(tell):
            document = wanted.read()
        return _packed(document, cached)
    except CollectionError:
        raise
    except ReaderError as error:
        return "error", error


def _cached(wanted: InputSource) -> CachedDocument | None:
    """The place in the cache of what is to be read, where it may be kept there."""
    if not wanted.cached or is_standard_input(wanted.path):
        return None
    from tui_reader.packed.cached_document import CachedDocument

    try:
        return CachedDocument(wanted.path, wanted.how)
    except (OSError, ValueError):
        return None


def _packed(document: Document, cached: CachedDocument | None) -> tuple[str, object]:
    """The answer: the file in which the document is kept packed, or else its bytes."""
    from tui_reader.packed.packed_document import pack
    from tui_reader.packed.packed_file import packed_bytes

    if path := cached and cached.keep(document):
        return "kept", path
    columns = pack(document)
    return ("document", document) if columns is None else ("packed", b"".join(packed_bytes(columns)))
