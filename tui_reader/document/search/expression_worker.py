"""Finds a regular expression in texts: the program of another process, limited in memory and in processor time.

Its arguments are the bytes of memory and the seconds of processor time that it may take. Takes pickled values on
standard input: the expression, then lists of texts. Answers each on standard output: "" or why it is not an
expression; for each text of a list, where it was found.
"""

from __future__ import annotations

import pickle
import re
import signal
import sys
from collections.abc import Iterator
from itertools import islice

Span = tuple[int, int]
"""The first character of a match, and the one after its last."""

MOST_SPANS = 500_001
"""The most matches in one answer."""


def main() -> None:
    """Answer until standard input ends. A process that lacks memory ends without an answer."""
    _limit()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asks
    try:
        expression = re.compile(pickle.load(sys.stdin.buffer), re.IGNORECASE)
    except (re.error, ValueError, OverflowError) as error:
        _answer(str(error))
        return
    except RecursionError:
        _answer("too many brackets inside each other")
        return
    _answer("")
    while True:
        try:
            texts: list[str] = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _answer(spans(expression, texts))


def spans(expression: re.Pattern[str], texts: list[str]) -> list[list[Span]]:
    """Where the expression matches, for each text; empty matches do not count."""
    found: list[list[Span]] = []
    room = MOST_SPANS
    for text in texts:
        found.append(list(islice(_matches(expression, text), room)))
        room -= len(found[-1])
    return found


def _matches(expression: re.Pattern[str], text: str) -> Iterator[Span]:
    return (match.span() for match in expression.finditer(text) if match.end() > match.start())


def _answer(what: object) -> None:
    pickle.dump(what, sys.stdout.buffer, 5)
    sys.stdout.buffer.flush()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for limit, most in zip((resource.RLIMIT_AS, resource.RLIMIT_CPU), map(int, sys.argv[1:]), strict=True):
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):  # macOS does not limit memory; a lower limit may be in force
            continue
