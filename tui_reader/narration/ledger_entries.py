"""The ledger as a value: its entries in order, what is said beside them, and both as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tui_reader.document.model import LostWords
from tui_reader.named_tuple import NamedTuple

LOST = "lost"
"""The reason of an entry that nothing accounts for."""


class CoverageStatus(StrEnum):
    """Whether printed characters are said."""

    SPOKEN = "spoken"
    SKIPPED = "skipped"
    STRUCTURE = "structure"
    """What says how the rest is to be read: labels, numbers of notes, white space."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A stretch of the source and whether it is said."""

    start: int
    """Characters into the source."""
    end: int
    status: CoverageStatus
    printed: str
    said: str = ""
    """What is said for it; the same as `printed` where nothing was normalized."""
    by: str = ""
    """The id of the person who says it, or "narrator"; empty for what is not spoken."""
    why: str = ""
    """The rule of normalization, the reason why it is skipped, or the kind of structure."""


class Added(NamedTuple):
    """Words that are said but not printed in the source, or said more often than printed; and earcons."""

    by: str
    said: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of a whole document."""

    entries: tuple[LedgerEntry, ...]
    """In order, without gaps: their printed stretches joined are the source."""
    added: tuple[Added, ...]
    lost: int
    """Characters, white space aside, that nothing accounts for, those of unread words among them."""
    unread: LostWords | None = None
    """Words of the file that are not in the source."""

    def to_json(self) -> dict[str, Any]:
        """The object that `tui-reader inspect --ledger --json` prints."""
        fields = closing_fields(self.added, self.lost, self.unread)
        return {"entries": list(map(entry_json, self.entries)), **dict(fields)}

    def page(self) -> str:
        """For people: what is spoken and by whom, what is skipped, the added words, and whether all is there."""
        return "\n".join((*entry_lines(self.entries), *closing_lines(self.added, self.lost, self.unread)))


def entry_json(entry: LedgerEntry) -> dict[str, Any]:
    """An entry as the ledger's JSON has it."""
    return {
        "start": entry.start,
        "end": entry.end,
        "class": str(entry.status),
        "printed": entry.printed,
        "said": entry.said,
        "by": entry.by,
        "why": entry.why,
    }


def closing_fields(added: Iterable[Added], lost: int, unread: LostWords | None) -> Iterator[tuple[str, Any]]:
    """The fields of the ledger's JSON behind the entries."""
    yield "added", [one._asdict() for one in added]
    yield "lost", lost
    yield "unread", unread._asdict() if unread else None


def closing_lines(added: Iterable[Added], lost: int, unread: LostWords | None) -> Iterator[str]:
    """The last lines for people: the added words, and whether all is there."""
    yield from (f"{'added':<10} {one.by}: {one.said}" for one in added)
    if unread:
        yield _line(LOST, unread.told)
    yield "nothing lost" if lost == 0 else f"{lost} characters lost, in the lines marked {LOST}"


def entry_lines(entries: Iterable[LedgerEntry]) -> Iterator[str]:
    """A line for each printed line or part of one that one voice says, and for each entry that is not spoken."""
    run = by = ""
    for entry in entries:
        spoken, white = entry.status is CoverageStatus.SPOKEN, entry.printed.isspace()
        if run and ((spoken and entry.by == by) or (white and "\n" not in entry.printed)):
            run += _words(entry)
            continue
        if run:
            yield _line(CoverageStatus.SPOKEN, f"{by}: {run}")
        run, by = (_words(entry), entry.by) if spoken else ("", "")
        if not spoken and not white:
            lost = entry.why == LOST
            yield _line(LOST if lost else entry.status, entry.printed if lost else f"{entry.printed} ({entry.why})")
    if run:
        yield _line(CoverageStatus.SPOKEN, f"{by}: {run}")


def _line(word: str, text: str) -> str:
    return f"{word:<10} {' '.join(text.split())}"


def _words(entry: LedgerEntry) -> str:
    """As printed; then, in braces, what is said for it where a rule or a lexicon changed it."""
    if (entry.said == entry.printed and not entry.why) or entry.status is not CoverageStatus.SPOKEN:
        return entry.printed
    return f"{entry.printed} {{{', '.join(filter(None, (entry.said.strip(), entry.why)))}}}"
