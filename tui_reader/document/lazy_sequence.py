"""A sequence whose items are made when they are asked for, and the newest kept. Knows nothing of what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

KEPT = 1000
"""Items that are kept at most; more than any screen shows at once."""
Item = TypeVar("Item")


class LazySequence(Sequence[Item], Generic[Item]):
    """So many items, each given by a function of its index, which gives equal ones for the same index.

    Asked again soon for an item one gets the same object, unless two threads asked at once.
    """

    def __init__(self, count: int, make: Callable[[int], Item]) -> None:
        self._count, self._make = count, make
        self._kept: dict[int, Item] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(*index.indices(self._count))))
        at = index + self._count if index < 0 else index
        if at in (kept := self._kept):
            return kept[at]
        if not 0 <= at < self._count:
            raise IndexError(index)
        item = self._make(at)
        if len(kept) >= KEPT:
            self._kept = kept = {}
        kept[at] = item
        return item

    def __iter__(self) -> Iterator[Item]:
        """One after the other; none of them is kept."""
        return map(self._make, range(self._count))
