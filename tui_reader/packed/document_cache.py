"""The cache of documents as one run of the program uses it: looks in it before reading, and keeps what was read later.

What was read is packed and written in a thread of its own when the first page is shown, or at the latest at the end.
Whatever goes wrong with that goes unsaid: the document is only read anew the next time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import is_standard_input

if TYPE_CHECKING:
    from threading import Timer

    from tui_reader.document.model import Document
    from tui_reader.packed.cached_document import How

DELAY = 0.3
"""Seconds after a page was shown, so that its painting is over."""


class DocumentCache:
    """Used by one thread; keeps in another one."""

    def __init__(self, wanted: bool) -> None:
        """Without `wanted` it finds nothing and keeps nothing."""
        self._wanted, self._is_shown = wanted, False
        self._unkept: deque[Callable[[], object]] = deque()
        self._timer: Timer | None = None

    def find(self, path: Path, how: How) -> Document | None:
        """The document of a file, `FILE#id` for one of many, as it was read before with these options."""
        if not self._wanted or is_standard_input(path):
            return None
        from tui_reader.packed.cached_document import CachedDocument

        with suppress(OSError, ValueError):
            return CachedDocument(path, how).find()
        return None

    def read(self, path: Path, how: How, read: Callable[[], Document]) -> Document:
        """The same, or else what `read` gives, which is kept later; raises as that does."""
        cached = None
        if self._wanted and not is_standard_input(path):
            from tui_reader.packed.cached_document import CachedDocument

            with suppress(OSError, ValueError):
                cached = CachedDocument(path, how)
        found = cached and cached.find()
        if found:
            return found
        document = read()
        if cached:
            self._unkept.append(lambda: cached.keep(document))
            if self._is_shown:
                self.keep_soon()
        return document

    def keep_soon(self) -> None:
        """Begin to keep what was read: the page is shown."""
        self._is_shown = True
        if self._unkept and not self._timer:
            from threading import Timer

            self._timer = Timer(DELAY, self._keep)
            self._timer.daemon = True
            self._timer.start()

    def forget(self, key: str) -> None:
        """Keep a document no longer."""
        if self._wanted:
            from tui_reader.packed.cache_folder import remove_with_key

            remove_with_key(key)

    def finish(self) -> None:
        """Keep what is not kept yet, here and now."""
        if self._timer:
            self._timer.cancel()
            self._timer.join()
            self._timer = None
        self._keep()

    def _keep(self) -> None:
        while self._unkept:
            with suppress(IndexError):
                self._unkept.popleft()()
        self._timer = None
