"""What `tui-reader people` tells of the decisions about a document: a numbered list, of which --undo takes one back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui_reader.errors import UsageError
from tui_reader.terminal.output import PROGRAM, print_messages

if TYPE_CHECKING:
    from tui_reader.document.decisions import Decision
    from tui_reader.document.model import Document
    from tui_reader.library import Library

LAST = 0
"""The number that --undo has where none is typed."""


def place_of(number: int, decisions: int, listed_by: str) -> int:
    """The index of decision `number`, of so many; of the last one for LAST.

    Raises UsageError where there is none; `listed_by` is the command that lists them.
    """
    if not decisions:
        raise UsageError("There is no decision to take back.")
    if number > decisions:
        raise UsageError(f"There is no decision {number}; {PROGRAM} {listed_by} lists {decisions}.")
    return number - 1 if number != LAST else decisions - 1


def take_back(document: Document, number: int, library: Library) -> None:
    """Take back a decision about a document, and say which one it was. Raises UsageError where it is not there."""
    decisions = library.label_decisions.of(document.key)
    gone = decisions[place := place_of(number, len(decisions), f"people {document.name}")]
    library.label_decisions.take_back(document.key, place)
    print_messages([f"Taken back: {_sentence(document, gone)}"])


def decision_lines(document: Document, library: Library) -> Iterator[str]:
    """The decisions about a document in their order, a line each, below one that says how to take them back."""
    decisions = library.label_decisions.of(document.key)
    if decisions:
        yield "You decided (--undo N takes one back, --undo the last):"
    for number, decision in enumerate(decisions, 1):
        yield f"    {number} {_sentence(document, decision)}"


def _sentence(document: Document, decision: Decision) -> str:
    """A decision in words, with the number that its turn has now."""
    from tui_reader.document.decisions import OF_TURNS
    from tui_reader.document.positions import position_at

    if decision.verb not in OF_TURNS or decision.place < 0 or not document.pages:
        return str(decision)
    turn = document.pages[position_at(document, decision.place).page].turn
    return str(decision).replace("A turn", f"Turn {turn.number}", 1) if turn else str(decision)
