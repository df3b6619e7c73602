"""The order in which labels speak, and what it says about two of them being one person's.

Who answers somebody is somebody else; who stands where another would stand may be the same person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from tui_reader.named_tuple import NamedTuple


class Places(NamedTuple):
    """How the turns of a label stand to those of another."""

    turns: int
    """How many turns the label has."""
    exchanged: int
    """How many of them have the same partner before and after, and on the other side of the partner one of the two."""
    crossed: int
    """How many have the other label on the far side of the partner."""


class TurnOrder:
    """The label of each turn of a document; labels and neighbours are counted when they are first asked for."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self.turns = len(labels)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self._labels)

    @cached_property
    def _neighbours(self) -> Counter[tuple[str, str]]:
        return Counter(pairwise(self._labels))

    def answers(self, some: Collection[str], others: Collection[str]) -> int:
        """How often a turn of `some` of the labels stands beside one of the `others`."""
        pairs = ((a, b) for one in some for other in others for a, b in ((one, other), (other, one)))
        return sum(self._neighbours[pair] for pair in pairs if pair in self._neighbours)

    def repeats(self, some: Collection[str]) -> int:
        """How often one of the labels stands beside itself: its person's speech was divided."""
        return sum(self._neighbours[one, one] for one in some)

    def share(self, some: Collection[str]) -> float:
        """The part of all turns that have one of the labels."""
        return sum(self._counts[label] for label in {*some}) / self.turns

    def places(self, some: Collection[str], others: Collection[str], names: Mapping[str, str]) -> Places:
        """How the turns of `some` labels stand to those of the `others`; labels with the same name in `names` are one
        person's, the two as well."""
        labels = self._labels
        turns = exchanged = crossed = 0
        for index, label in enumerate(labels):
            if label not in some:
                continue
            turns += 1
            partners, far = set(), []
            for step in (-1, 1):
                if 0 <= index + 2 * step < len(labels):
                    partners.add(names.get(labels[index + step], labels[index + step]))
                    far.append(labels[index + 2 * step])
            if far and len(partners) == 1 and all(one in some or one in others for one in far):
                exchanged += 1
                crossed += any(one in others for one in far)
        return Places(turns, exchanged, crossed)
