"""A list in plain text mode: its first rows with numbers, a key for more, stepping, a filter, a number that chooses.

Knows no document. The rows are made when they are told, so a list may have any length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import overload

from tui_reader.faces.plain.questions import Questions
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.sentences import as_sentence
from tui_reader.terminal.counts import count
from tui_reader.terminal.keys import named_key

AT_ONCE = 10
"""The rows that are told at once."""
FILTER = "Filter: "
WHICH = "Which number?"
MORE = "Enter: more."
ARROWS: Mapping[str, int] = {"down": 1, "up": -1}
LEAVE = "Escape or L leaves."
EMPTY = "The list is empty."


class ListContents(NamedTuple):
    """What a list holds and what is done with a row. Rows are counted from 0."""

    thing: str
    """What a row is: "bookmark"."""
    rows: Sequence[str]
    chosen: Callable[[int], str | None]
    """Called with the row that was chosen. What it returns is told, and the list stays; or it closes."""
    hint: str = ""
    """What the keys of this list do: "A number goes there."."""
    acts: Mapping[str, Callable[[int], str | None]] = {}
    """What other keys do with a row, by the key's name. What they return is told, and the list stays; or it closes."""
    others: Mapping[str, Callable[[], None]] = {}
    """What other keys do without a row. The list is closed then."""
    numbers: Sequence[int] = ()
    """The number of each row, rising; from 1 on if it is empty."""
    first: int = 0
    """The row with which the list begins: the one where the person is."""
    before: str = ""
    """What is told above it."""
    steps: Mapping[str, int] = ARROWS
    """The keys that go to another row, and how far."""
    stepped: Callable[[int], None] | None = None
    """Called with the row that was stepped to, or that a number went to."""
    selects: bool = False
    """Whether a number only goes to the row, for other keys to do something with; Enter chooses it."""
    find: Callable[[str], Sequence[int]] | None = None
    """Gives the rows that words find; without it, those whose text has all of the words."""
    filtered: Callable[[str], None] | None = None
    """Called with words to filter by, in place of looking for them in the rows. The list is closed then."""
    between: str = "\n"
    """What stands between what is told of rows that are short: a line feed or a blank."""


class NumberedList:
    """Tells a list and takes keys for it. Any key that means nothing here closes it and is a command."""

    def __init__(self, questions: Questions, contents: ListContents) -> None:
        self._questions, self._of = questions, contents
        self._shown: Sequence[int] = range(len(contents.rows))
        self._next = 0
        """How many of the rows shown were told."""
        self._at: int | None = None
        """The place, among those shown, of the row that was stepped to."""

    def open(self) -> None:
        """Tell how many rows there are, the first of them, and what keys do."""
        of = self._of
        self._next = of.first if len(of.rows) > AT_ONCE else 0
        self._tell(of.between.join(filter(None, (of.before, f"{count(len(of.rows), of.thing)}."))))

    @property
    def at(self) -> int | None:
        """The row that was stepped to; None where there is none."""
        return self._shown[self._at] if self._at is not None and self._at < len(self._shown) else None

    def resume(self, told: str) -> None:
        """Tell something, and take keys for the list again."""
        self._ask(told)

    def _tell(self, head: str = "") -> None:
        """Tell the next rows."""
        start = self._next
        self._next = min(len(self._shown), start + AT_ONCE)
        rows = [f"{self._number(index)} {self._of.rows[index]}" for index in self._shown[start : self._next]]
        left = len(self._shown) - self._next
        more = f"{MORE} {left} left." if left else ""
        hint = " ".join(filter(None, (self._of.hint, more, LEAVE if left else ""))) if head else more
        self._ask(self._of.between.join(filter(None, (head, *rows, hint))))

    def _ask(self, told: str, before: str = "", act: Callable[[int], str | None] | None = None) -> None:
        """Tell something, and take a key or line; `before` are figures that were typed, for a row to do `act` with."""
        key = partial(self._key, before=before, act=act or self._of.chosen)
        self._questions.ask(told, key, line=partial(self._line, act=act or self._of.chosen), empty=True)

    def _key(self, key: str, before: str, act: Callable[[int], str | None]) -> bool:
        """Take a key; False if it is none of this list."""
        if key.isascii() and key.isdecimal() and (before or key != "0"):
            figures = before + key
            if 10 * int(figures) <= self._number(len(self._of.rows) - 1):  # another digit may follow
                self._ask(figures, figures, act)
                return True
            return self._take(int(figures), act)
        if key == "enter":
            if before:
                return self._take(int(before), act)
            return self._enter(act)
        if before and key in self._of.acts:
            return self._take(int(before), self._of.acts[key])
        return not before and self._other(key)

    def _line(self, line: str, act: Callable[[int], str | None]) -> bool:
        """Take a typed line; False if it is none of this list."""
        if not line:
            return self._enter(act)
        if line.isascii() and line.isdecimal():
            return self._take(int(line[:9]), act)
        if line.startswith("/") and line[1:].strip():
            self._filter(line[1:])
            return True
        word, _, number = line.rpartition(" ")
        if (key := named_key(word)) in self._of.acts and number.isascii() and number.isdecimal():
            return self._take(int(number[:9]), self._of.acts[key])
        return self._other(named_key(line))

    def _other(self, key: str) -> bool:
        of = self._of
        if key in of.steps:
            self._step(of.steps[key])
        elif key == "slash":
            self._questions.ask_line("Type words to filter by, then Enter.", FILTER, self._filter)
        elif key in of.acts:
            if (at := self._chosen) is None:
                self._ask(WHICH if self._shown else EMPTY, act=of.acts[key])
            else:
                self._act(of.acts[key], self._shown[at])
        elif key in of.others:
            of.others[key]()
        else:
            return False
        return True

    @property
    def _chosen(self) -> int | None:
        """The place, among those shown, of the row that was stepped to, or of the only one."""
        return 0 if self._at is None and len(self._shown) == 1 else self._at

    def _enter(self, act: Callable[[int], str | None]) -> bool:
        """Choose the row that was stepped to, or the only one; or tell more."""
        if (at := self._chosen) is not None:
            self._act(act, self._shown[at])
        elif self._next < len(self._shown):
            self._tell()
        else:
            self._ask("End of the list.")
        return True

    def _step(self, way: int) -> None:
        """Go to the next row or the one before, and tell it with its place."""
        if not self._shown:
            self._ask(EMPTY)
            return
        begun = self._of.first if len(self._shown) == len(self._of.rows) else 0
        at = begun if self._at is None else self._at + way
        self._at = max(0, min(at, len(self._shown) - 1))
        self._go_to(self._at)

    def _go_to(self, at: int) -> None:
        """Tell a row that was stepped to."""
        self._ask(self._told_at(at))
        if self._of.stepped:
            self._of.stepped(self._shown[at])

    def _told_at(self, at: int) -> str:
        """A row with its place."""
        return f"{as_sentence(self._of.rows[self._shown[at]])} {at + 1} of {len(self._shown)}."

    def _act(self, act: Callable[[int], str | None], index: int) -> None:
        """Do something with a row; what there is to say of it is told, and the list stays."""
        told = act(index)
        if told:
            self._ask(told)

    def _filter(self, typed: str) -> None:
        """Keep only the rows that have all of these words."""
        if self._of.filtered:
            self._of.filtered(typed)
            return
        found = self._of.find(typed) if self._of.find else self._with_words(typed)
        if not found:
            self._ask(f"No {self._of.thing} with {' '.join(typed.split())}.")
            return
        self._shown, self._next, self._at = found, 0, None
        self._tell(f"{len(found)} of {count(len(self._of.rows), self._of.thing)}.")

    def _with_words(self, typed: str) -> Sequence[int]:
        words = typed.casefold().split()
        return [index for index, row in enumerate(self._of.rows) if all(word in row.casefold() for word in words)]

    def _take(self, number: int, act: Callable[[int], str | None]) -> bool:
        """Do something with the row of a number."""
        numbers = self._of.numbers or range(1, len(self._of.rows) + 1)
        if number not in numbers:
            self._ask(f"There is no {self._of.thing} {number}.", act=act)
            return True
        index, self._at = numbers.index(number), None
        if self._of.selects:
            self._shown = self._shown if index in self._shown else range(len(self._of.rows))
            self._at = self._shown.index(index)
        if self._at is not None and act == self._of.chosen:
            self._go_to(self._at)
        else:
            self._act(act, index)
        return True

    def _number(self, index: int) -> int:
        return self._of.numbers[index] if self._of.numbers else index + 1


class MadeRows(Sequence[str]):
    """Rows that are made when they are told."""

    def __init__(self, length: int, make: Callable[[int], str]) -> None:
        """`make` gives a row."""
        self._length, self._make = length, make

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self._make(one) for one in range(*index.indices(self._length))]
        if not 0 <= index < self._length:
            raise IndexError(index)
        return self._make(index)
