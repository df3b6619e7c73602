"""A large file read in a process of its own: the face stays alive, and the memory that reading takes is given back.

The document comes over packed. Of a file of many documents the process keeps what it has read, for as long as one of
them may be wanted. Knows no face.
"""

from __future__ import annotations

import pickle
import struct
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any
from weakref import finalize

from tui_reader.document.collection import CollectionError, path_of
from tui_reader.errors import DocumentError, ReaderError
from tui_reader.startup.input_source import InputSource

if TYPE_CHECKING:
    import subprocess

    from tui_reader.document.model import Document

_HEAD = struct.Struct("<Q")
"""Before each thing that is sent: how many bytes it has."""
_START = "import sys; sys.path[:] = sys.argv[1:]; from tui_reader.startup.background_reader import serve; serve()"
TELL = 0.1
"""Seconds from one share that is told to the next."""


class BackgroundReader:
    """A file that is being read by another process."""

    def __init__(self, to_read: InputSource) -> None:
        """Begin. Raises OSError where no process can be begun."""
        self.to_read = to_read
        self.share = 0.0
        """How much is done, 0 to 1."""
        import subprocess  # the other process needs none

        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        finalize(self, _end, self._process)
        with suppress(OSError):  # it may have ended already: that is told when the document is asked for
            self._send(to_read)

    def document(self) -> Document:
        """Wait until it is read, in any thread.

        Raises as `formats.read` does, and DocumentError where the other process has ended.
        """
        try:
            document = self._receive()
        except CollectionError as error:
            error.read = self._one  # the process waits for what is chosen
            raise
        except BaseException:
            _end(self._process)
            raise
        _end(self._process)
        return document

    def stop(self) -> None:
        """End it; who waits for the document is given an error."""
        self._process.kill()
        self._process.wait()

    def _one(self, id: str) -> Document:
        """The document of an id in a file of many."""
        if self._process.poll() is not None:  # another one of it was stopped
            return BackgroundReader(self.to_read._replace(path=path_of(self.to_read.path, id))).document()
        self._send(id)
        return self._receive()

    def _send(self, what: object) -> None:
        assert self._process.stdin
        _send(self._process.stdin, what)

    def _receive(self) -> Document:
        assert self._process.stdout
        try:
            kind, what = _receive(self._process.stdout)
            while kind == "share":
                self.share = what
                kind, what = _receive(self._process.stdout)
        except (EOFError, OSError):
            ended = f"the process that was to read it ended, status {self._process.wait()}"
            raise DocumentError(f"{self.to_read.name}: {ended}") from None
        if kind == "collection":
            raise CollectionError(what, self._one)
        if kind == "error":
            raise what
        self.share = 1.0
        document: Document = what
        return document


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let it end, whatever it does."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()
    process.wait()


def _send(to: IO[bytes], what: object) -> None:
    data = pickle.dumps(what, 5)
    to.write(_HEAD.pack(len(data)))
    to.write(data)
    to.flush()


def _receive(source: IO[bytes]) -> Any:
    """The next thing that was sent. Raises EOFError where no more comes."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    (length,) = _HEAD.unpack(head)
    data = source.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # from this program itself


def serve() -> None:
    """What the other process does: reads what it is sent, and answers until nobody asks any more."""
    import gc
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the reader's
    gc.disable()  # nothing that is made here is garbage
    source, to = sys.stdin.buffer, sys.stdout.buffer
    try:
        wanted: InputSource = _receive(source)
        read_one = None
        try:
            answer = _answer(wanted, to)
        except CollectionError as error:
            read_one, answer = error.read, ("collection", error.collection)
        _send(to, answer)
        while read_one:
            id = _receive(source)
            try:
                answer = _packed(read_one(id))
            except ReaderError as error:
                answer = "error", error
            _send(to, answer)
    except (EOFError, OSError):
        pass
    os._exit(0)  # nothing has to be put in order, and taking apart 100,000 turns takes time


def _answer(wanted: InputSource, to: IO[bytes]) -> tuple[str, object]:
    from tui_reader.formats import progress

    last = 0.0

    def tell(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= TELL:
            last = now
            _send(to, ("share", share))

    try:
        with progress.telling(tell):
            return _packed(wanted.read())
    except CollectionError:
        raise
    except ReaderError as error:
        return "error", error


def _packed(document: Document) -> tuple[str, Document]:
    from tui_reader.document.columnar import to_columns

    return "document", to_columns(document)
