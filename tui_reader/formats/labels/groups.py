"""Labels that name several people at once: "Jack and Algernon"."""

from __future__ import annotations

from collections.abc import Collection


def is_group(key: str, names: Collection[str]) -> bool:
    """Whether a folded label is several of the folded `names` at once: "jack and algernon", "a, b & c"."""
    parts = [part.strip() for part in key.replace(" & ", " and ").replace(", ", " and ").split(" and ")]
    return len(parts) > 1 and all(part in names for part in parts)
