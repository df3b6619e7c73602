"""What several commands print in the same way: notices, the documents of a collection, people."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui_reader.terminal.milestones import Milestones
from tui_reader.terminal.output import complain, print_lines, print_messages

if TYPE_CHECKING:
    from tui_reader.document.collection import Collection
    from tui_reader.document.model import Document, Person


@contextmanager
def saying_how_to_go_on(line: str) -> Iterator[None]:
    """Where Ctrl+C ends the block, have the message about that go on with this line."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(line) from None


def milestones(started: str) -> Milestones:
    """The progress of long work as lines on standard error."""
    return Milestones(started, _tell)


@contextmanager
def telling_progress(started: str) -> Iterator[Callable[[float], None]]:
    """Takes the share of work that is done, 0 to 1, and tells it on standard error if the work takes over a second.

    In a terminal it is one line that changes and goes; for a screen reader, in a pipe or a log it is a line now and
    then. `started` says what is done.
    """
    from tui_reader.terminal.progress_line import ProgressLine

    if not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb" or wants_lines():
        yield milestones(started).reached
        return
    line = ProgressLine(started, sys.stderr)
    try:
        yield line.reached
    finally:
        line.clear()


def wants_lines() -> bool:
    """Whether a screen reader would read a line again and again that changes."""
    from tui_reader.settings import load_settings
    from tui_reader.startup.face_choice import Face, choose_face
    from tui_reader.startup.screen_reader_detection import find_screen_reader

    settings, _ = load_settings()
    return choose_face(None, True, os.environ, settings, find_screen_reader).face is not Face.FULL


def _tell(line: str) -> None:
    print_messages([line])


def complain_each(notices: Iterable[str | None]) -> None:
    """A line on standard error for each notice; None and empty ones are passed over."""
    for notice in filter(None, notices):
        complain(notice)


def print_collection(collection: Collection) -> None:
    """What a file of many documents holds, for somebody who opened it without choosing one of them."""
    complain_each(collection.warnings)
    print_lines(collection.lines())


def person_words(person: Person) -> str:
    """Who a person is: the label that is their id, the name and the role, each once."""
    return ", ".join(dict.fromkeys(filter(None, (person.id, person.name, person.role))))


def turns_words(person: Person, counted: Mapping[tuple[str, str], int]) -> str:
    """How many turns a person has, and under which labels where they are not the person's id alone.

    `counted` are the turns of all, by person's id and label: "11 turns, labelled GWB (2) and GB (9)".
    """
    uses = {label: counted[person.id, label] for label in person.labels}
    turns = sum(uses.values())
    told = f"{turns:,} turn{'' if turns == 1 else 's'}"
    if person.labels == (person.id,):
        return told
    *others, last = [f"{label} ({number:,})" for label, number in uses.items()] or [""]
    labels = f"{', '.join(others)} and {last}" if others else last
    return f"{told}, labelled {labels}" if labels else told


def doubt_lines(document: Document) -> Iterator[str]:
    """What is in doubt, a line each, with the options of `people` that correct or confirm it."""
    from shlex import quote

    from tui_reader.formats.doubts import doubts

    for doubt in doubts(document):
        yield f"{doubt.told} people {doubt.option} corrects it, --keep {quote(doubt.about)} confirms it."


def line_width() -> int:
    """Columns that a line may have: one less than the terminal has, for some terminals wrap a full line."""
    import shutil

    return shutil.get_terminal_size().columns - 1
