"""How far the reading of a file has come, reported to a callback. Knows no format and no face.

A share is of the time that it takes to read long files, as measured. It never goes back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

DECODED, BUILT = 0.05, 0.9
"""What share is done when the text is there to be understood, and when all is found and people are told apart."""
STEPS = 50
"""How often a loop reports its progress."""


class _Listener:
    """The callback, the share reported last, and the number of characters in the file."""

    tell: Callable[[float], None] | None = None
    share = 0.0
    length = 0


@contextmanager
def telling(tell: Callable[[float], None]) -> Iterator[None]:
    """Have `tell` called with the share that is done, 0 to 1, in the thread that reads."""
    _Listener.tell, _Listener.share = tell, 0.0
    try:
        yield
    finally:
        _Listener.tell = None


def reached(share: float) -> None:
    """Report the share that is done, 0 to 1."""
    if _Listener.tell and share > _Listener.share:
        _Listener.share = share
        _Listener.tell(share)


def decoded(length: int) -> None:
    """The text is decoded; it has this number of characters."""
    _Listener.length = length
    reached(DECODED)


def counting(length: int | None = None, until: float = BUILT) -> Callable[[int], int]:
    """A function that reports the progress of a loop over `length` items, up to the share `until`.

    Without `length`, the items are the characters of the file. Call the function with the number of items done; it
    returns the number at which it should be called again.
    """
    start, whole = _Listener.share, _Listener.length if length is None else length

    def count(done: int) -> int:
        if _Listener.tell is None:
            return sys.maxsize
        reached(start + (until - start) * min(1.0, done / max(1, whole)))
        return done + max(1, whole // STEPS)

    return count
