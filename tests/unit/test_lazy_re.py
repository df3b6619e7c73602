"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from tui_reader.lazy_re import lazy_re


def test_it_does_what_the_compiled_one_does() -> None:
    lazy, compiled = lazy_re(r"(a+)b", re.IGNORECASE), re.compile(r"(a+)b", re.IGNORECASE)
    for text in ("AAB", "ab aab", "none"):
        assert lazy.findall(text) == compiled.findall(text)
        assert bool(lazy.fullmatch(text)) == bool(compiled.fullmatch(text))
    assert (lazy.sub("-", "x aab"), lazy.pattern, lazy.flags) == ("x -", compiled.pattern, compiled.flags)


def test_it_is_compiled_at_its_first_use() -> None:
    broken = lazy_re("(")
    with pytest.raises(re.error):
        broken.match("")
