"""The regular expressions of the whole package."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import tui_reader


def expressions() -> Iterator[tuple[str, str, int]]:
    """Where each one that a module keeps is, its pattern and its flags."""
    for module in pkgutil.walk_packages(tui_reader.__path__, "tui_reader."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value.pattern, value.flags & ~re.UNICODE
            elif type(value).__name__ == "_LazyPattern":
                yield f"{module.name}.{name}", *value._source


def repeats_a_group_without_return(parsed: Any) -> bool:
    """Whether something of more than one character is repeated by `*+` and the like, or stands in `(?>...)`."""
    for kind, value in parsed:
        if kind is _constants.ATOMIC_GROUP:
            return True
        if kind is _constants.POSSESSIVE_REPEAT and (len(value[2]) > 1 or not is_one_character(value[2][0])):
            return True
        for inner in parts(value):
            if repeats_a_group_without_return(inner):
                return True
    return False


def is_one_character(node: Any) -> bool:
    return node[0] in {_constants.IN, _constants.ANY, _constants.LITERAL, _constants.NOT_LITERAL}


def parts(value: Any) -> Iterator[Any]:
    """The patterns within the value of a node."""
    if isinstance(value, _parser.SubPattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from parts(one)


def test_no_group_is_repeated_without_return() -> None:
    """Python 3.11 up to 3.11.4 then takes wrong matches for right ones; the first Debian with 3.11 has one of these."""
    found = list(expressions())
    assert len(found) > 500
    wrong = {where for where, pattern, flags in found if repeats_a_group_without_return(_parser.parse(pattern, flags))}
    assert wrong == set()


def test_such_a_group_is_found() -> None:
    for pattern in ("(?:ab)*+", "x(?:a|bc)?+", "((?:a+){2}+)", "(?>ab)"):
        assert repeats_a_group_without_return(_parser.parse(pattern))
    for pattern in ("[ab]*+", "(?:ab)*", "a++.?+", "(?:[ab]++x)+"):
        assert not repeats_a_group_without_return(_parser.parse(pattern))
