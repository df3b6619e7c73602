"""The speakers: each person with labels and evidence; mistakes are corrected here, and corrections saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.document.decisions import Decision, Verb
from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.lines import LinesScreen
from tui_reader.faces.tui.screens.list_parts import hint_lines, wrapped
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.people_rows import PeopleRow, rows_of
from tui_reader.faces.tui.text.head import cut
from tui_reader.reading import Reading
from tui_reader.reading.speakers import merge, merge_label, split, take, told, unmark
from tui_reader.terminal.counts import count

KEYS = (
    "Enter next turn, m merge, s split off, n name, r role, x not a label, u undo, f forget all, e in all documents, "
    "Space more, Escape."
)
NOBODY = "Nobody speaks here: no labels were found."


class PeopleScreen(LinesScreen):
    """Up and Down choose a person, a label, a suggestion or a doubt; a letter decides about it."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "escape,q back", "enter choose", "m merge", "s split", "n name", "r role", "x unmark", "y confirm", "u undo",
        "f forget", "e everywhere",
        "space scroll_on",
    )  # fmt: skip

    def __init__(self, reading: Reading, open: Callable[..., str | None]) -> None:
        """`open` opens the document at a path, at a place as it is typed; it returns why it cannot, or None."""
        super().__init__()
        self._reading, self._open = reading, open
        self._rows: list[PeopleRow] = []
        self._chosen = 0
        self._line = ""
        self._merging: PeopleRow | None = None
        self._forgetting = False
        self._introduced = False
        """Whether another row was chosen, so that what keys do need not be said again."""
        self._renew()

    def _renew(self) -> None:
        before = self._rows[self._chosen].name if self._rows else ""
        self._rows = [*rows_of(self._reading.document)]
        same = next((index for index, row in enumerate(self._rows) if before and row.name == before), self._chosen)
        self._chosen = max(0, min(same, len(self._rows) - 1))

    @property
    def _row(self) -> PeopleRow:
        return self._rows[self._chosen] if self._rows else PeopleRow()

    # Showing

    def make(self, width: int) -> list[str]:
        """The rows for a width in cells."""
        hints = wrapped(self._line, width) if self._line else hint_lines(KEYS, width, self.size.height)
        head = [*hints, ""]
        self.view.chosen = len(head) + self._chosen if self._rows else None
        rows = [cut(row.text, width) for row in self._rows] or [NOBODY]
        about = [line for sentence in self._row.about(self._reading.document) for line in wrapped(sentence, width)]
        return [*head, *rows, "", *about]

    def spoken(self) -> str:
        """The chosen row with what is known of it, after what was done or, first of all, what keys do."""
        before = self._line or ("" if self._introduced else KEYS)
        if not self._rows:
            return f"{before} {NOBODY}"
        row = f"{self._row.text.strip()}, {self._chosen + 1} of {len(self._rows)}."
        return " ".join(filter(None, (before, row, *self._row.about(self._reading.document))))

    def _say(self, line: str) -> None:
        self._line = line
        self.renew()

    # Choosing

    def on_mount(self) -> None:
        """Begin at the speaker of the current turn."""
        page = self._reading.place.page
        speaker = page.speaker if page else None
        self._chosen = next((i for i, row in enumerate(self._rows) if speaker and row.name == speaker), 0)
        self.renew()

    def action_move(self, lines: int) -> None:
        """Choose another row."""
        self._chosen = max(0, min(self._chosen + lines, len(self._rows) - 1))
        self._forgetting, self._introduced = False, True
        if self._merging is None:
            self._line = ""
        self.renew()

    def action_page(self, pages: int) -> None:
        """Choose a row further away."""
        self.action_move(pages * max(1, self.size.height // 2))

    def action_scroll_on(self) -> None:
        """Show what is below, such as all of the evidence on a small screen; from the end, the top again."""
        at_end = self.view.scroll_y >= self.view.max_scroll_y
        self.view.scroll_to(y=0 if at_end else self.view.scroll_y + self.size.height - 1, animate=False, force=True)

    def action_back(self) -> None:
        """Cancel the merge, or leave the screen."""
        if self._merging:
            self._merging = None
            self._say("Nothing was merged.")
        else:
            self.dismiss()

    def action_choose(self) -> None:
        """Go to the next turn; or take the suggestion; or correct what is in doubt; or merge with this one."""
        row, merged = self._row, self._merging
        if row.doubt:
            if merged is None:
                self._decide([row.doubt.correction])
        elif row.suggestion:
            if merged is None:
                self._decide(take(self._reading.document, row.suggestion))
        elif merged and row.speaker:
            self._merging = None
            put = merge_label if merged.label else merge
            self._decide(put(self._reading.document, merged.name, row.speaker.person.id))
        elif row.speaker:
            line = self._reading.place.next_turn_of(row.speaker.person.id, row.label)
            if line:
                self._say(line)
            else:
                self.dismiss()

    def action_everywhere(self) -> None:
        """Show the person in all documents of the library."""
        from tui_reader.faces.tui.screens.person_screen import PersonScreen
        from tui_reader.reading.people_found import people_found

        if not self._row.speaker:
            return
        try:
            found = people_found(self._reading, self._row.speaker.person.id)
        except ReaderError as error:
            self._say(str(error))
            return
        if found:
            screen = PersonScreen(self._reading.library, found, self._open)

            def closed(_: None) -> None:
                if screen.opened:
                    self.dismiss()
                else:
                    self.renew()

            self.app.push_screen(screen, closed)
        else:
            self._say("The library does not know this document yet.")

    # Deciding

    def _decide(self, decided: list[Decision] | str) -> None:
        """Save decisions and show the last one; or show the line that says why nothing is to be saved."""
        self._forgetting = False
        if isinstance(decided, str):
            self._say(decided)
            return

        def decide() -> str:
            self._reading.labels.decide(*decided)
            return f"{told(decided[-1])}{self._reading.labels.part_told}" if decided else ""

        self._change(decide)

    def _change(self, change: Callable[[], str]) -> None:
        """Change the decisions, and show what that says, or why it could not be saved."""
        try:
            line = change()
        except ReaderError as error:
            line = str(error)
        self._renew()
        self._say(line)

    def action_merge(self) -> None:
        """Begin to merge: Enter merges with the person chosen then."""
        if self._row.speaker:
            self._merging = self._row
            self._say(f"Merge {self._row.name} into: Up and Down choose, Enter merges, Escape cancels.")

    def action_split(self) -> None:
        """Make the label a person of its own."""
        if self._row.label:
            self._decide(split(self._reading.document, self._row.label))
        elif self._row.speaker:
            label = self._row.only_label
            self._say(f"{label} is already a person of its own." if label else "Choose the label to split off.")

    def action_unmark(self) -> None:
        """Decide that the label is not a speaker."""
        label = self._row.only_label
        if label:
            self._decide(unmark(self._reading.document, label))
        elif self._row.speaker:
            self._say("Choose the label that is not a speaker.")

    def action_confirm(self) -> None:
        """Decide that what is in doubt is right."""
        if self._row.doubt:
            self._decide([Decision(Verb.KEEP, self._row.doubt.about)])

    def action_name(self) -> None:
        """Ask for the person's name."""
        if self._row.speaker:
            self._ask(Verb.NAME, "Name", self._row.speaker.person.name)

    def action_role(self) -> None:
        """Ask for the person's role."""
        if self._row.speaker:
            self._ask(Verb.ROLE, "Role", self._row.speaker.person.role)

    def _ask(self, verb: Verb, what: str, now: str | None) -> None:
        id = self._row.speaker.person.id if self._row.speaker else ""

        def answer(words: str | None) -> None:
            words = " ".join((words or "").split())
            if words:
                self._decide([Decision(verb, id, words)])
            else:
                self.renew()

        ask(self, AskScreen(f"{what} of {id}: ", now or ""), answer)

    def action_undo(self) -> None:
        """Take back the last decision."""
        self._change(self._reading.labels.undo)

    def action_forget(self) -> None:
        """Take back all decisions, at the second press."""
        if not self._forgetting:
            self._forgetting = True
            self._say("Press f again to take back all decisions about these labels.")
            return
        self._forgetting = False
        labels = self._reading.labels
        self._change(lambda: f"{count(labels.forget(), 'decision')} taken back.{labels.part_told}")
