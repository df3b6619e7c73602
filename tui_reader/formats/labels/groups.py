"""Labels that name several people at once: "Jack and Algernon", "CC/CDR"."""

from __future__ import annotations

from collections.abc import Collection

from tui_reader.lazy_re import lazy_re

_JOINED = lazy_re(r"(?:\s*[&/+,]|\s(?:and|und|et|ed?|y|och|og|en|i|и))\s(?:(?:and|und|et|ed?|y)\s)?|\s*[&/+、・]\s*")
"""Signs and words between two names."""


def is_group(key: str, names: Collection[str]) -> bool:
    """Whether a folded label is several of the folded `names` at once: "jack and algernon", "a, b & c", "cc/cdr"."""
    parts = _JOINED.split(key)
    return len(parts) > 1 and all(part in names for part in parts)
