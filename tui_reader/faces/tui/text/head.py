"""The head of a page: collection, date, title and speaker above the text. Pure, like layout.py."""

from __future__ import annotations

from tui_reader.document.columnar import is_first_turn
from tui_reader.document.model import Document, Page, Person
from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.screen_line import Look, Run, ScreenLine
from tui_reader.terminal.wrapping import cell_width, within, wrap

ROOMY_HEIGHT = 26
"""From this height on there are empty lines to spare."""
JOINTS = (" Between ", " From ", " Among ", " Concerning ", " Regarding ", ": ", "; ")
"""Where a long title can be cut to its first words."""


def place_of(document: Document, page: Page | None, shift: int) -> int:
    """Cells that a page is set in for its speaker: each speaker has one of at most three places."""
    if page is None or page.turn is None:
        return 0
    places = min(3, len(document.people))
    for index, person in enumerate(document.people):
        if person.id == page.speaker and places > 1:
            return shift * (index % places) // (places - 1)
    return 0


def short_title(document: Document, width: int) -> str:
    """The title in one line; a long one is cut at a joint, with the speakers' names, or cut short."""
    title = " ".join(document.heading.split())
    if _fits(title, width):
        return title
    for joint in JOINTS:
        first = title.split(joint)[0]
        if first != title and len(first) > 8:
            if 0 < len(document.people) <= 3:
                named = f"{first}, {_names(document, document.people)}"
                if _fits(named, width):
                    return named
            if _fits(first, width):
                return first
    return cut(title, width)


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, ending with three points where it is cut."""
    if _fits(text, width):
        return text
    points = "..." if width > 6 else ""
    return within(text, width - len(points)).rstrip() + points


def _fits(text: str, width: int) -> bool:
    return len(within(text, width)) == len(text)


def head(document: Document, page: Page | None, frame: Frame, names: str) -> list[ScreenLine]:
    """The lines above the text, where there is room for them; the whole title on the first page.

    `names` as in `Typesetting`.
    """
    roomy = frame.height >= ROOMY_HEIGHT
    lines = [*([ScreenLine(0)] if frame.height >= 20 else []), *collection_and_date(document, frame)]
    if page is None or (page.index == 0 and roomy):
        title = " ".join(document.heading.split())
        rows = wrap(within(title, 4 * frame.block), frame.block)[:3]
        lines += (ScreenLine(0, frame.left, (Run(title[row.start : row.end], Look.TITLE),)) for row in rows)
    else:
        lines.append(ScreenLine(0, frame.left, (Run(short_title(document, frame.block), Look.TITLE),)))
    lines += [ScreenLine(0)] * (2 if roomy else 1)
    person = document.person(page.speaker) if page else None
    if page and (page.turn or person):
        left = frame.left + place_of(document, page, frame.shift)
        room = frame.left + frame.block - left
        whole = names != "first" or not page.turn or is_first_turn(document, page)
        short = (Run(cut(document.short_name(page.speaker), room), Look.NAME),)
        lines.append(ScreenLine(0, left, name_runs(page, person, room, names) if whole else short))
        if whole and person and person.role and frame.height >= 20:
            lines.append(ScreenLine(0, left, (Run(cut(person.role, room), Look.QUIET),)))
        lines.append(ScreenLine(0))
    return lines


def collection_and_date(document: Document, frame: Frame) -> list[ScreenLine]:
    """The line with the collection on the left and the date on the right; none for a document without both."""
    collection = " ".join(document.collection.text.split()) if document.collection else ""
    date = " ".join(document.date.passage.text.split()) if document.date else ""
    if not (collection or date):
        return []
    date = cut(date, frame.block)
    collection = cut(collection, max(0, frame.block - cell_width(date) - 2))
    gap = " " * (frame.block - cell_width(date) - cell_width(collection))
    runs = (Run(collection, Look.COLLECTION), Run(gap, Look.QUIET), Run(date, Look.DATE))
    return [ScreenLine(0, frame.left, runs)]


def name_runs(page: Page, person: Person | None, room: int, names: str) -> tuple[Run, ...]:
    """The speaker: the name, the label as printed, or both; `names` as in `Typesetting`."""
    label = page.turn.label.text if page.turn and (names != "name" or not (person and person.name)) else ""
    name = person.name if person and person.name and (names != "label" or not label) else ""
    if not name:
        return (Run(cut(label or (person.id if person else ""), room), Look.NAME),)
    if not label or label.rstrip(".").casefold() == name.casefold() or cell_width(name + label) + 3 > room:
        return (Run(cut(name, room), Look.NAME),)
    return Run(name, Look.NAME), Run("   ", Look.QUIET), Run(label, Look.LABEL)


def compact_head(document: Document, page: Page | None, frame: Frame, right: str, names: str) -> list[ScreenLine]:
    """The one line above the text of a small screen: the speaker, and `right` on the right."""
    room = frame.block
    if page is None:
        left: tuple[Run, ...] = (Run(cut(document.heading, room - len(right) - 2), Look.TITLE),)
    elif page.turn or page.speaker:
        person = document.person(page.speaker)
        name = document.short_name(person.id) if person else page.turn.label.text if page.turn else ""
        label = (
            page.turn.label.text if page.turn and page.turn.label.text != name and names in ("both", "label") else ""
        )
        name, label = (label, "") if label and names == "label" else (name, label)
        left = (Run(cut(name, room - len(right) - 2), Look.NAME),)
        if label and cell_width(name) + len(label) + len(right) + 4 <= room:
            left = (*left, Run("  ", Look.QUIET), Run(label, Look.LABEL))
    else:
        left = (Run(cut(short_title(document, max(8, room - len(right) - 2)), room - len(right) - 2), Look.TITLE),)
    gap = max(1, room - sum(cell_width(run.text) for run in left) - cell_width(right))
    return [ScreenLine(0, frame.left, (*left, Run(" " * gap, Look.QUIET), Run(right, Look.QUIET)))]


def _names(document: Document, people: tuple[Person, ...]) -> str:
    names = [document.short_name(person.id) for person in people]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
