"""Standard streams that are closed or broken: no other file takes their place, and Python ends without a message."""

from __future__ import annotations

import os
import sys


def fill_closed_streams() -> None:
    """Open the null device for each of descriptors 0 to 2 that is closed.

    The next file that is opened, such as the library, would get that number, and messages would be written into it.
    Reading standard input or writing standard output fails still, with EBADF: the device is opened the other way
    round. Standard error loses what is written.
    """
    for descriptor, name, way, mode in (
        (0, "stdin", os.O_WRONLY, "r"),
        (1, "stdout", os.O_RDONLY, "w"),
        (2, "stderr", os.O_WRONLY, "w"),
    ):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, way)  # takes the lowest number that is free
        if getattr(sys, name) is None:
            stream = open(descriptor, mode, closefd=False, encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def drop(descriptor: int) -> None:
    """Discard what is buffered for a descriptor that cannot be written to, and what is written to it from now on."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
