"""Standard output for bytes alone, such as sound: whatever else is printed meanwhile goes to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def binary_output() -> Iterator[int]:
    """The descriptor of standard output; in this block descriptor 1 is standard error, also for libraries in C."""
    sys.stdout.flush()
    taken = os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(taken, os.O_BINARY)
    os.dup2(2, 1)
    try:
        yield taken
    finally:
        sys.stdout.flush()
        os.dup2(taken, 1)
        os.close(taken)
