"""The documents of a volume to choose from: typing finds, arrows choose, Enter opens, Escape leaves.

All of it is one widget that paints the rows that are seen: a volume may hold many hundreds.
"""

from __future__ import annotations

from rich.style import Style
from textual.app import ComposeResult
from textual.events import Click
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.document.collection import Collection, CollectionEntry
from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.list_parts import MARGINS, REVERSE, first_seen, list_strip, wrapped
from tui_reader.faces.tui.screens.question_screen import QuestionScreen
from tui_reader.faces.tui.screens.spoken_lines import SpokenLines
from tui_reader.faces.tui.text.colours import colours_of
from tui_reader.faces.tui.text.head import cut
from tui_reader.startup.document_choice import chosen, matching
from tui_reader.terminal.counts import count
from tui_reader.terminal.wrapping import cell_width

PLAIN, QUIET = Style(), Style(dim=True)
WIDE = 60
"""Cells from which on a row has room for id and date too."""
FAR = 10**6
"""More rows than any list has."""
ROOMY = 16
"""Lines from which on there is room for the volume's title."""


class Chooser(Widget):
    """The list, what is known of the chosen document, and the words that are looked for."""

    DEFAULT_CSS = "Chooser { background: $background; }"

    def __init__(self, collection: Collection, id: str | None) -> None:
        super().__init__()
        self._collection = collection
        self._found = matching(collection, "")
        self.typed = ""
        """The words that are looked for."""
        self._at = next((index for index, (_, entry) in enumerate(self._found) if entry.id == id), 0)
        self._top = 0
        self._lines: list[tuple[str, Style]] = []
        self._first_row = 0
        self.aloud: SpokenLines | None = None
        """Shows the chosen document alone, on a calm screen."""
        self._introduced = False

    @property
    def entry(self) -> CollectionEntry | None:
        """The chosen document; None where nothing was found."""
        return self._found[self._at][1] if self._found else None

    def find(self, typed: str) -> None:
        """List only documents with these words; one whose number or id was typed is chosen."""
        self._introduced = True
        self.typed, self._found = typed, matching(self._collection, typed)
        meant = chosen(self._collection, typed.strip())
        self._at = next((index for index, (_, entry) in enumerate(self._found) if entry.id == meant), 0)
        self.renew()

    def move(self, rows: int) -> None:
        """Choose the row that many rows below this one; above it for a negative number."""
        self._introduced = True
        self._at = min(max(0, self._at + rows), max(0, len(self._found) - 1))
        self.renew()

    def choose_row(self, y: int) -> bool:
        """Choose the row that is painted in that line; False where no row is."""
        index = self._top + y - self._first_row
        if not 0 <= y - self._first_row < self.room or index >= len(self._found):
            return False
        self._at = index
        self.renew()
        return True

    @property
    def room(self) -> int:
        """Number of rows that are visible."""
        return max(1, self.size.height - self._first_row - self._below)

    @property
    def _below(self) -> int:
        """Lines for what is known of the chosen document, the question, and where there is room an empty one above."""
        return 6 if self.size.height >= ROOMY else 4

    @property
    def _gap(self) -> int:
        return int(self.size.height >= ROOMY)

    def on_resize(self) -> None:
        """Set it anew."""
        self.renew()

    def spoken(self) -> str:
        """What a screen reader is to say: what was typed and found, and the chosen document."""
        of = self._collection
        first = "" if self._introduced else f"{of.title or of.name}. Type to find, Up and Down choose, Enter opens."
        found = f"{self.typed}. {len(self._found)} found." if self.typed else ""
        if self.entry is None:
            return f"No document with {self.typed}."
        number, entry = self._found[self._at]
        date = (entry.date or "").partition("T")[0]
        row = ", ".join(filter(None, (entry.title.removeprefix(f"{number}. ").rstrip("."), date)))
        return " ".join(filter(None, (first, found, f"{row}, {self._at + 1} of {len(self._found)}")))

    def renew(self) -> None:
        """Make the lines anew; on a calm screen, say the chosen document."""
        if self.aloud:
            self.aloud.say(self.spoken())
            return
        width = max(1, self.size.width - MARGINS)
        head = [self._collection.title or self._collection.name, ""] if self.size.height >= ROOMY else []
        self._first_row = len(head)
        room = self.room
        self._top = first_seen(self._top, self._at, room, len(self._found))
        self._lines = [(cut(line, width), PLAIN) for line in head]
        for index in range(self._top, self._top + room):
            text = self._row(*self._found[index], width) if index < len(self._found) else ""
            self._lines.append((text, REVERSE if index == self._at and self._found else PLAIN))
        self._lines += [*[("", PLAIN)] * self._gap, *((line, QUIET) for line in self._about(width))]
        self._lines += [("", PLAIN)] * (self.size.height - 1 - len(self._lines))
        self._lines.append((cut(self._question, width), PLAIN))
        self.app.cursor_position = self.region.offset + Offset(1, self._first_row + self._at - self._top)
        self.refresh()

    def _row(self, number: int, entry: CollectionEntry, width: int) -> str:
        figures = len(str(len(self._collection.entries)))
        shown = [f"{number:>{figures}}"]
        if width >= WIDE:
            shown.append(entry.id + " " * (self._widest_id - cell_width(entry.id)))
            shown += [(entry.date or "")[:10].ljust(10)] if self._dated else []
        shown.append(entry.title.removeprefix(f"{number}. "))
        return cut("  ".join(shown), width)

    @property
    def _widest_id(self) -> int:
        return min(16, max(cell_width(entry.id) for entry in self._collection.entries))

    @property
    def _dated(self) -> bool:
        return any(entry.date for entry in self._collection.entries)

    def _about(self, width: int) -> list[str]:
        if self.entry is None:
            return [cut(f"No document with {self.typed}.", width)]
        entry, room = self.entry, self._below - 1 - self._gap
        turns = count(entry.turns, "turn") if entry.turns else "no speakers"
        facts = ", ".join(filter(None, (entry.id, (entry.date or "").replace("T", " "), turns)))
        text = f"{facts}. {entry.title}"
        lines = wrapped(text, width)
        return lines if len(lines) <= room else [*lines[: room - 1], cut(" ".join(lines[room - 1 :]), width)]

    @property
    def _question(self) -> str:
        found = f"{len(self._found)} of {len(self._collection.entries)}"
        return f"Find: {self.typed}_   {found}; Enter opens, Escape leaves"

    def render_line(self, y: int) -> Strip:
        """A line, from what is set already."""
        text, style = self._lines[y] if y < len(self._lines) else ("", PLAIN)
        style = self.rich_style + (colours_of(self.app.current_theme).quiet if style is QUIET else style)
        return list_strip(text, self.size.width, self.rich_style, style)


class ChooserScreen(QuestionScreen):
    """Gives the id of the document that was chosen, or None."""

    def __init__(self, collection: Collection, id: str | None = None) -> None:
        """`id` is that of the document that is open."""
        super().__init__()
        self._chooser = Chooser(collection, id)

    def compose(self) -> ComposeResult:
        """The list alone; on a calm screen, the chosen document."""
        if host_of(self.app).state.settings.calm:
            self._chooser.aloud = SpokenLines()
            self._chooser.display = False
            yield self._chooser.aloud
        yield self._chooser

    def on_mount(self) -> None:
        """Say the chosen document on a calm screen."""
        if self._chooser.aloud:
            self.call_after_refresh(self._chooser.renew)

    def answer(self) -> None:
        """Leave with the chosen document."""
        if self._chooser.entry:
            self.dismiss(self._chooser.entry.id)

    def rub_out(self) -> None:
        """Look for a shorter word."""
        self._chooser.find(self._chooser.typed[:-1])

    def type(self, character: str) -> None:
        """Look for a longer word."""
        self._chooser.find(self._chooser.typed + character)

    def take_other(self, key: str) -> bool:
        """Up, Down, PageUp, PageDown, Home and End choose another document."""
        room = self._chooser.room
        steps = {"up": -1, "down": 1, "pageup": -room, "pagedown": room, "home": -FAR, "end": FAR}
        if key in steps:
            self._chooser.move(steps[key])
        return key in steps

    def on_click(self, event: Click) -> None:
        """A click on a document opens it."""
        if self._chooser.choose_row(event.y) and self._chooser.entry:
            self.dismiss(self._chooser.entry.id)

    def on_mouse_scroll_down(self) -> None:
        """The wheel chooses the next document."""
        self._chooser.move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel chooses the document before."""
        self._chooser.move(-1)
