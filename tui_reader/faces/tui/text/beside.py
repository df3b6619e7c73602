"""What stands beside the text in a wide window: notes, who is who, or the outline. Pure, like layout.py."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from tui_reader.document.model import Document, Note, Page, Position
from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.head import cut
from tui_reader.faces.tui.text.layout import set_notes
from tui_reader.faces.tui.text.line_flow import LineFlow, Spot
from tui_reader.faces.tui.text.screen_line import Look, Run, ScreenLine
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.wrapping import cell_width, wrap

INDENT = 2
"""Columns by which the second line of a person is set in."""


class BesideLine(NamedTuple):
    """A line beside the text."""

    line: ScreenLine
    speaker: str | None = None
    """Whose colour it has, by id."""
    leads_to: Position | None = None
    """Where a click leads."""


def beside_of(document: Document, wanted: str) -> str:
    """What is shown of "auto": notes, or, of a document without any, its parts, or its speakers."""
    if wanted != "auto":
        return wanted
    if document.notes:
        return "notes"
    return "outline" if len(document.parts) > 1 else "speakers"


def speakers_beside(document: Document, width: int, room: int) -> Iterator[BesideLine]:
    """Who is who: each speaker's label and name, and below it the role; as many as `room` lines hold."""
    people, used = document.people, 0
    for number, person in enumerate(people):
        label = person.labels[0] if person.labels else ""
        name = person.name or label or person.id
        runs = [Run(cut(name, width), Look.NAME)]
        if label and label.casefold() != name.casefold() and cell_width(label + name) + 2 <= width:
            runs = [Run(label, Look.NAME), Run("  ", Look.QUIET), Run(name, Look.LABEL)]
        role = person.role or ""
        rows = [role[row.start : row.end] for row in wrap(role, width - INDENT)][:2] if role else []
        used += 1 + len(rows)
        if used > room - 1 and number + 1 < len(people):
            yield BesideLine(ScreenLine(0, 0, (Run(f"{len(people) - number} more", Look.QUIET),)))
            return
        yield BesideLine(ScreenLine(0, 0, tuple(runs)), person.id)
        yield from (BesideLine(ScreenLine(0, INDENT, (Run(row, Look.QUIET),))) for row in rows)


def outline_beside(document: Document, page: Page, width: int, room: int) -> Iterator[BesideLine]:
    """The headings of the parts around the current one; of a document in one part, the turns around the current one."""
    starts = [start for start in dict.fromkeys(document.starts[:-1]) if start < len(document.pages)]
    rows = starts if len(document.parts) > 1 else range(len(document.pages))
    at = max(0, bisect_right(starts, page.index) - 1) if rows is starts else page.index
    first = max(0, min(at - room // 3, len(rows) - room))
    for number in range(first, min(first + room, len(rows))):
        one = document.pages[rows[number]]
        words = " ".join((one.part.heading.text if one.part.heading else document.heading).split()).rstrip(".")
        speaker = None
        if rows is not starts:
            start = " ".join(one.text[: 2 * width].split())
            words, speaker = f"{document.short_name(one.speaker)}: {start}" if one.turn else start, one.speaker
        look = Look.NAME if number == at else Look.QUIET
        line = ScreenLine(0, 0, (Run(cut(words, width), look),))
        yield BesideLine(line, speaker, Position(one.index, 0))


def notes_beside(
    document: Document, noted: Mapping[int, tuple[Note, ...]], at: int, flow: LineFlow, lines: Mapping[Spot, int],
    frame: Frame, room: int,
) -> dict[int, BesideLine]:  # fmt: skip
    """The rows of the notes of some pages, each beside its mark's line or, where that is taken, below the note before.

    `at` is the index of the current page, whose notes stay in sight; of the others only those whose mark is in sight.
    `lines` are the visible lines with their rows, `room` is the number of rows.
    """
    found: dict[int, BesideLine] = {}
    row, last = 0, max(lines, default=None)
    for index, notes in noted.items():
        page = document.pages[index]
        marks = {
            mark.note: start + mark.offset for start, passage in page.passages_at() for mark in reversed(passage.marks)
        }
        for note in notes:
            spot = flow.spot(index, max(0, marks.get(note.mark, 0) - 1))
            seen = lines.get(spot)
            if seen is None and (index != at or (last and spot > last)):
                continue
            row = max(row, seen or 0)
            set_lines = set_notes([note], frame.notes_width, 0)
            found |= {row + number: BesideLine(line) for number, line in enumerate(set_lines) if row + number < room}
            row += len(set_lines) + 1
    return found
