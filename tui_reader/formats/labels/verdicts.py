"""What was decided of each possible label, with the reason in words, for whoever asks why a line is or is not a label.

Reasons are made only while somebody records them (`recorded`); reading a file without that costs one test a document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from tui_reader.named_tuple import NamedTuple

NO_WORDS = "name without words"
"""Why a label is residue that no words follow: a page needs words."""


class Verdict(NamedTuple):
    """One possible label, whether it is one, and why."""

    label: str
    kept: bool
    reason: str
    """"used 4 times and printed in capitals", "a field's name, used once"."""
    printed: str = ""
    """The label and the first words after it, as printed: its line is found by them."""
    at: int = -1
    """Where its paragraph begins in the text, where that is plain print."""
    source: str = ""
    """What it was decided of: labels of plain print, or names with one kind of mark."""


_record: ContextVar[list[Verdict] | None] = ContextVar("verdicts", default=None)


@contextmanager
def recorded() -> Iterator[list[Verdict]]:
    """Have all verdicts on labels that are made meanwhile put into the list that this gives."""
    made: list[Verdict] = []
    token = _record.set(made)
    try:
        yield made
    finally:
        _record.reset(token)


def recording() -> bool:
    """Whether somebody wants the verdicts."""
    return _record.get() is not None


def record(source: str, verdicts: Iterable[Verdict]) -> None:
    """Put verdicts in the place of earlier ones of the same source, if somebody wants them.

    The iterable is not touched otherwise.
    """
    made = _record.get()
    if made is not None:
        new = [one._replace(source=source) for one in verdicts]
        made[:] = [one for one in made if one.source != source] + new


def overrule(reason: str, labels: Collection[str] | None = None, source: str = "") -> None:
    """Reject labels that were kept so far, for a reason that is seen only later: those of `labels` or all, of one
    `source` or of all."""
    made = _record.get()
    if made is not None:
        made[:] = [
            one._replace(kept=False, reason=reason)
            if one.kept and (labels is None or one.label in labels) and source in ("", one.source)
            else one
            for one in made
        ]
