"""What is fuzzed: a target makes input after input by chance, and tries each."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol


class Input(NamedTuple):
    """A file."""

    name: str
    data: bytes


class Target(Protocol):
    """Something that takes files from strangers."""

    name: str

    def made(self, chance: Random) -> Input:
        """The next input; the same for the same state of `chance`."""

    def tried(self, what: Input, chance: Random, folder: Path) -> None:
        """Give the input to the code; raises for a finding. `folder` is for its files."""


def flipped(data: bytes, chance: Random) -> bytes:
    """The data with some bytes changed, zeroed, lost or cut off."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        if not changed:
            break
        at, way = chance.randrange(len(changed)), chance.randrange(5)
        if way == 0:
            changed[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            changed[at] = chance.randrange(256)
        elif way == 2:
            changed[at : at + 16] = bytes(min(16, len(changed) - at))
        elif way == 3:
            del changed[at : at + chance.randint(1, 16)]
        else:
            del changed[at:]
    return bytes(changed)
