"""A sequence whose items are made when they are asked for; the last ones are kept. Knows nothing of its items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

KEPT = 1000
"""Items kept at most: more than a screen shows at once."""
Item = TypeVar("Item")


class LazySequence(Sequence[Item], Generic[Item]):
    """A sequence of a known length, whose items a function makes by their index.

    Asking again for an item soon gives the same object, unless two threads asked at once.
    """

    def __init__(self, count: int, make: Callable[[int], Item]) -> None:
        """`make` must return equal items for the same index, from 0 to `count` - 1."""
        self._count, self._make = count, make
        self._kept: dict[int, Item] = {}

    def __len__(self) -> int:
        return self._count

    def __reduce__(self) -> tuple[object, ...]:
        """Another process is sent the items: what makes them stays here."""
        return tuple, (tuple(self),)

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
        """All items in order, without keeping them."""
        return map(self._make, range(self._count))
