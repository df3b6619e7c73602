"""One thing that the palette finds by name, and how well words fit it."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_WORD = lazy_re(r"\w+")


class Entry(NamedTuple):
    """One thing that can be found and done."""

    name: str
    """As it is shown; it may hold words of a document."""
    help: str
    run: Callable[[], object]
    keys: str = ""
    """The keys that do the same: "n, Right, Enter"."""

    @property
    def shown(self) -> str:
        """The name with its keys."""
        return f"{self.name} ({self.keys})" if self.keys else self.name

    def fits(self, query: str) -> float:
        """How well words fit, 0 (not at all) to 1: whole words of the name before beginnings, then parts, then help."""
        wanted = query.casefold().split()
        if not wanted:
            return 0.0
        if query.strip() in self.keys.split(", "):
            return 1.0
        best = 0.0
        for text, weight in ((self.name.casefold(), 1.0), (self.help.casefold(), 0.4)):
            words = _WORD.findall(text)
            if all(one in words for one in wanted):
                return max(best, 0.95 * weight)
            if all(any(word.startswith(one) for word in words) for one in wanted):
                best = max(best, 0.8 * weight)
            elif all(one in text for one in wanted):
                best = max(best, 0.6 * weight)
        return best


def found(entries: list[Entry], query: str) -> list[Entry]:
    """The entries that fit, the best first, and of those that fit as well in their own order."""
    fitting = [(entry.fits(query), entry) for entry in entries]
    return [entry for share, entry in sorted(fitting, key=lambda one: -one[0]) if share > 0]
