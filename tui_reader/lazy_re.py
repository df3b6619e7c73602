"""Regular expressions that are compiled when they are first used, so that a start need not wait for the others."""

from __future__ import annotations

import re
from typing import Any, cast


class _LazyPattern:
    """Stands for a compiled pattern until a method of it is asked for; from then on it has that method itself."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)  # `re` keeps what it has compiled
        setattr(self, name, found)
        return found


def lazy_re(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As re.compile, but compiled at the first call of a method; an error in the pattern is raised then.

    What it gives has the methods of a pattern, and cannot be given to `re.sub` and the like.
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))
