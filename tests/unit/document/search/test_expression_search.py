"""Looking for a regular expression in another process, within limits of time and memory."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Generator
from contextlib import closing

import pytest

from tui_reader.document.search import expression_search
from tui_reader.document.search.expression_search import ExpressionSearch, NotAnExpression
from tui_reader.document.search.expression_worker import MOST_SPANS, Span, spans


def answer(steps: Generator[None, None, list[list[Span]]]) -> list[list[Span]]:
    """What is found in the end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: list[list[Span]] = end.value
            return found


def test_every_text_has_its_matches_whatever_the_case_and_empty_ones_do_not_count() -> None:
    with closing(ExpressionSearch("A*")) as search:
        assert answer(search.spans(["xaAx", "", "b"])) == [[(1, 3)], [], []]
        assert answer(search.spans(["aba"])) == [[(0, 1), (2, 3)]]


def test_what_is_no_expression_is_told() -> None:
    with closing(ExpressionSearch("a{2")) as search:
        assert answer(search.spans(["a{2"])) == [[(0, 3)]]
    with closing(ExpressionSearch("[")) as search, pytest.raises(NotAnExpression, match="unterminated character set"):
        answer(search.spans(["["]))
    with closing(ExpressionSearch("(?u)(?a)a")) as search, pytest.raises(NotAnExpression, match="incompatible"):
        answer(search.spans(["a"]))  # re.compile raises ValueError for this one, not re.error


def test_while_it_is_looked_for_the_caller_goes_on_and_closing_ends_the_process() -> None:
    search = ExpressionSearch("a")
    steps = search.spans(["a" * 1000])
    began = time.monotonic()
    next(steps)
    assert time.monotonic() - began < expression_search.SECONDS
    search.close()
    assert search._process.returncode is not None
    with pytest.raises(OSError, match="No such process"):
        os.kill(search._process.pid, 0)


def test_one_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression_search, "SECONDS", 0.0)
    with closing(ExpressionSearch("a")) as search, pytest.raises(TimeoutError):
        answer(search.spans(["a"]))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_one_that_takes_more_memory_than_it_may_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression_search, "MEMORY", 60_000_000)
    with closing(ExpressionSearch("a")) as search:
        assert answer(search.spans(["ba"])) == [[(1, 2)]]
        with pytest.raises(TimeoutError):
            answer(search.spans(["b" * 60_000_000]))


def test_an_answer_has_no_end_of_matches() -> None:
    first, second = spans(re.compile("a"), ["a" * MOST_SPANS, "a"])
    assert len(first) == MOST_SPANS and second == []
