"""Callbacks by which one part of a reading tells the others that something has changed."""

from __future__ import annotations

from collections.abc import Callable


class Observers:
    """The callbacks for one kind of change, called in the order in which they were added."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[], None]] = []

    def add(self, callback: Callable[[], None]) -> None:
        """Call `callback` after each change from now on."""
        self._callbacks.append(callback)

    def tell(self) -> None:
        """Say that the change has happened."""
        for callback in self._callbacks:
            callback()
