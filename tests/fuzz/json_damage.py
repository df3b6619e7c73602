"""JSON damaged in ways that stay JSON: values of other kinds, values elsewhere, lost, doubled and nested."""

from __future__ import annotations

import json
from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzz.hostile import PIECES

VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**70, 1e300, float("nan"), float("inf"), "", "x", [], {}, [[]], [None],
    {"a": 1}, [1, "x", {}],
)  # fmt: skip


def damaged_json(data: bytes, chance: Random) -> bytes | None:
    """The data with one to four values changed; None where it is no JSON with a list or an object."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return None
    for _ in range(chance.randint(1, 4)):
        places = list(_places(whole))
        if not places:
            return None
        holder, key = chance.choice(places)
        way = chance.randrange(6)
        if way <= 2:
            holder[key] = deepcopy(chance.choice(VALUES))
        elif way == 3:
            holder[key] = chance.choice(PIECES)
        elif way == 4:
            other, there = chance.choice(places)
            holder[key] = json.loads(json.dumps(other[there]))
        else:
            holder[key] = [holder[key]] if chance.random() < 0.5 else {str(key): holder[key]}
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")


def _places(value: Any) -> Any:
    """Each list or object within the value, with each of its keys."""
    keys = range(len(value)) if isinstance(value, list) else list(value) if isinstance(value, dict) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])
