"""The target `dresses` of the runs of `tests.fuzz`: a wrong turn is a finding, counted under its convention."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.dress.trial import difference, dressed
from tests.fuzz.target import Input


class Dresses:
    """Dialogues that must be read as they were said."""

    name = "dresses"

    def __init__(self) -> None:
        """Nothing is made yet."""
        self._dress = dressed(Random(0))

    def made(self, chance: Random) -> Input:
        """The next dress."""
        self._dress = dressed(chance)
        return Input(self._dress.name, self._dress.data)

    def tried(self, what: Input, chance: Random, folder: Path) -> None:
        """Read what was made last."""
        wrong = difference(self._dress)
        assert not wrong, f"{self._dress.kind}: {wrong}"
