"""How far an export has come, reported to a callback, which may raise an error to stop it. Knows no format and no face.

A share is of the time that it takes, as measured: to speak, and to go through the sound once for its level, once to
limit it and once to encode it. It never goes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from tui_reader.errors import ReaderError

Item = TypeVar("Item")
SPOKEN, SPOKEN_TO_ENCODE = 0.9, 0.4
"""The share that is done when all is spoken: for sound as it is played, and for sound that is encoded."""
PASS, PASS_TO_ENCODE = 0.05, 0.2
"""The share of going through the sound once."""


class ExportStopped(ReaderError):
    """The person has stopped the export; nothing was written."""

    def __init__(self, message: str = "Stopped. Nothing was written.") -> None:
        super().__init__(message)


class _Listener:
    """The callback, the share reported last, and whether sound is encoded."""

    tell: Callable[[float], None] | None = None
    share = 0.0
    encodes = False


@contextmanager
def telling(tell: Callable[[float], None]) -> Iterator[None]:
    """Have `tell` called with the share that is done, 0 to 1, in the thread that exports."""
    _Listener.tell, _Listener.share, _Listener.encodes = tell, 0.0, False
    try:
        yield
    finally:
        _Listener.tell = None


def encodes() -> None:
    """The sound of this export will be encoded, which takes longer than to speak it."""
    _Listener.encodes = True


def spoken(items: Iterable[Item], done: int, whole: int, size: Callable[[Item], int]) -> Iterator[Item]:
    """The items, with a report as each is taken: `done` of `whole` characters were spoken before them."""
    share = SPOKEN_TO_ENCODE if _Listener.encodes else SPOKEN
    for item in items:
        _report(share * done / max(1, whole))
        yield item
        done += size(item)


def passing(blocks: Iterable[bytes], length: int) -> Iterator[bytes]:
    """The blocks of a sound of `length` bytes, with a report as each is taken."""
    start, share, done = _Listener.share, PASS_TO_ENCODE if _Listener.encodes else PASS, 0
    for block in blocks:
        yield block
        done += len(block)
        _report(min(0.99, start + share * min(1.0, done / max(1, length))))


def _report(share: float) -> None:
    if _Listener.tell:
        _Listener.share = max(_Listener.share, share)
        _Listener.tell(_Listener.share)
