"""Values of a JSON of unknown make: looked up without a surprise, whatever their type is."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Any

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,12})?")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,9})?)")
_PERIOD = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?")


def at(data: Any, path: str) -> Any:
    """The value at a path such as "results.items.0.type"; None where there is none."""
    if isinstance(data, dict) and "." not in path:
        return data.get(path)
    for step in _steps(path):
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and step.isdigit() and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data


@lru_cache(1 << 10)
def _steps(path: str) -> list[str]:
    return path.split(".")


def objects(value: object) -> list[dict[str, Any]]:
    """The objects in a list; none in anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def first(value: object) -> dict[str, Any]:
    """The first object in a list, such as the likeliest reading; an empty one where there is none."""
    found = objects(value)
    return found[0] if found else {}


def text(value: object) -> str:
    """A text; empty for anything else."""
    return value if isinstance(value, str) else ""


def channels_of(found: list[dict[str, Any]], name: str = "channel") -> set[int | str | None]:
    """The channels of a recording that the objects name, None among them where one names none."""
    return {one[name] if isinstance(one.get(name), (int, str)) else None for one in found}


def seconds(value: object, unit: float = 1.0) -> float | None:
    """A time in seconds: a number of units, "1.3s", "0:01.3", "PT1.3S", seconds and nanoseconds; None for else.

    `unit` is how many seconds one is: 0.001 for milliseconds.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) * unit if math.isfinite(value) and abs(value) < 1e15 else None
    if isinstance(value, dict):
        if "relative" in value:
            return seconds(value["relative"])
        whole, part = seconds(value.get("seconds", 0)), seconds(value.get("nanos", 0), 1e-9)
        return None if whole is None or not ("seconds" in value or "nanos" in value) else whole + (part or 0.0)
    if not isinstance(value, str):
        return None
    bare = value.strip()
    if _NUMBER.fullmatch(bare.rstrip("s")):
        return float(bare.rstrip("s")) * (1.0 if bare.endswith("s") else unit)
    found = _CLOCK.fullmatch(bare) or _PERIOD.fullmatch(bare)
    if not found:
        return None
    hours, minutes, rest = (float((part or "0").replace(",", ".")) for part in found.groups())
    return hours * 3600 + minutes * 60 + rest
