"""What the full screen does itself for a command: it opens something over the text, or shows the text otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.model import Position
from tui_reader.faces.tui.document_switching import DocumentSwitching
from tui_reader.reading.progress import NO_NOTES
from tui_reader.terminal.commands import FULL
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import in_browser

if TYPE_CHECKING:
    from tui_reader.faces.tui.text.selection import Selection

ROOM = 20
"""Cells for what is typed behind a question."""
BURST = 0.05
"""Seconds in which keys that were sent with the one that leaves the screen still come in."""


class Actions(DocumentSwitching):
    """A method for each command of the table that a face does, by its id. What it has to say it gives back."""

    # The text in another way

    def layout(self) -> str:
        """A page, the whole dialogue, or a sentence of the page."""
        choices = [*LAYOUTS]
        self._app.shown_by = choices[(choices.index(self._app.shown_by) + 1) % len(choices)]
        return LAYOUTS[self._app.shown_by]

    def mark(self) -> str:
        """What of the reading aloud is marked."""
        choices = [*MARKED]
        self._app.marking = choices[(choices.index(self._app.marking) + 1) % len(choices)]
        return MARKED[self._app.marking]

    def follow(self) -> None:
        """Back to where one is, after one has scrolled away."""
        self._app.view.follow()

    def notes(self) -> str | None:
        """Open or close the notes."""
        app = self._app
        app.notes_open = not app.notes_open
        if app.notes_open and not self._reading.notes_of(app.page):
            app.notes_open = False
            return NO_NOTES
        if app.notes_open:
            app.show()
            app.view.bring_notes()
        return None

    def memo(self) -> str | None:
        """Go to the next memo or letter; there, read it aloud."""
        self._app.view.following = True
        if not self._reading.at_memo:
            return self._reading.next_memo()
        self._reading.stop()
        return self._reading.play_or_pause()

    # Selecting and copying

    def select(self) -> str:
        """Select from here to where one goes, or no longer."""
        if self._app.anchor or self._reading.page is None:
            self.deselect()
            return "Nothing is selected."
        self._app.anchor = self._reading.position
        word, sentence, turn = map(self._app.keys.key, ("next_word", "next_sentence", "next_page"))
        return f"Selecting from here: go on by words ({word}), sentences ({sentence}), turns ({turn})."

    def selected(self, anchor: Position) -> Selection:
        """What lies between there and where one is."""
        from tui_reader.faces.tui.text.selection import up_to

        return up_to(self._reading.document, anchor, self._reading.position)

    def deselect(self) -> None:
        """Select nothing."""
        self._app.anchor = self._app.chosen = None

    def copy(self) -> str:
        """Copy what is selected, or this turn."""
        return self._copy(False)

    def copy_reference(self) -> str:
        """The same with the turn and the document it is from."""
        return self._copy(True)

    def _copy(self, referred: bool) -> str:
        from tui_reader.faces.tui.text import selection
        from tui_reader.terminal import clipboard

        app, document, page = self._app, self._reading.document, self._app.page
        if page is None:
            return "There is nothing to copy."
        chosen = app.chosen
        words = selection.words_of(document, chosen) if chosen else selection.turn_of(document, page)
        whole = words
        if referred:
            whole = selection.with_reference(document, words, chosen.start if chosen else Position(page.index, 0))
        app.copy_to_clipboard(whole.encode(errors="replace").decode())
        clipboard.copy(whole)
        self.deselect()
        return f"Copied {count(len(words.split()), 'word')}{' with reference' if referred else ''}."

    def highlight(self) -> str:
        """Highlight what is selected, for good."""
        chosen, pages = self._app.chosen, self._reading.document.pages
        if chosen is None:
            return f"Nothing is selected: {self._app.keys.key('select')} selects, or the mouse."
        told = ""
        for page in pages[chosen.start.page : chosen.end.page + 1]:
            part = chosen.on(page)
            told = self._reading.highlight(page.index, *part) if part else told
        self.deselect()
        return told

    # Over the text

    def go_to(self) -> None:
        """Ask where to go: a turn, a percent, a part."""
        from tui_reader.faces.tui.screens.ask import AskScreen

        def go(typed: str | None) -> None:
            if typed:
                self._app.say(self._reading.go_to_typed(typed))

        turns = len(self._reading.document.turns)
        long, short = f"Go to turn, 1 to {turns}, or 50%, part 2, a heading: ", f"Turn, 1 to {turns}, 50%, part 2: "
        self._app.ask(AskScreen(long if len(long) + ROOM < self._app.size.width else short), go)

    def search(self) -> None:
        """Ask for what is to be found, and search."""
        from tui_reader.faces.tui.screens.ask import AskScreen

        def find(typed: str | None) -> None:
            if typed:
                self.finding.start(typed)

        self._app.ask(AskScreen("/", self._reading.found.typed if self._reading.found else ""), find)

    def outline(self) -> None:
        """Show parts and turns."""
        from tui_reader.faces.tui.screens.outline_screen import OutlineScreen

        self._app.open(OutlineScreen(self._reading, self._app.sign))

    def to_bookmark(self) -> str | None:
        """Show the bookmarks."""
        from tui_reader.faces.tui.screens.outline_screen import BookmarksScreen

        if not self._reading.bookmarks:
            return "There are no bookmarks."
        self._app.open(BookmarksScreen(self._reading, self._app.say))
        return None

    def people(self) -> None:
        """Show who speaks, to put it right."""
        from tui_reader.faces.tui.screens.people_screen import PeopleScreen

        self._app.open(PeopleScreen(self._reading))

    def cast(self) -> None:
        """Show the cast."""
        from tui_reader.faces.tui.screens.cast_screen import CastScreen

        self._app.open(CastScreen(self._reading))

    def correct(self) -> str | None:
        """Say how the word heard last, or another of the page, is said."""
        from tui_reader.faces.tui.screens.correct_word import CorrectScreen
        from tui_reader.faces.tui.text.selection import Selection

        app, reading = self._app, self._reading
        if reading.playing:
            reading.play_or_pause()
        page = reading.page
        if page is None:
            return "There is no word here."

        def choose(start: int, end: int) -> None:
            app.anchor, app.chosen = None, Selection(Position(page.index, start), Position(page.index, end))
            app.show()

        def kept(told: str | None) -> None:
            app.chosen = None
            app.say(told)

        app.ask(CorrectScreen(reading, choose), kept)
        return None

    def settings(self) -> None:
        """Show the settings."""
        from tui_reader.faces.tui.screens.settings_screen import SettingsScreen

        themes = ["auto", *(name for name in self._app.available_themes)]
        self._app.open(SettingsScreen(lambda: self._app.settings, self._app.take_setting, themes))

    def help(self) -> None:
        """Show the help."""
        from tui_reader.faces.tui.screens.help import HelpScreen

        self._app.open(HelpScreen(self._app.keys.of(FULL[0])))

    def back(self) -> None:
        """Stop searching, select nothing, close the notes, leave what was found, or stop reading."""
        if self.opening.busy:
            self.opening.stop()
        elif self.finding.busy:
            self.finding.stop()
        elif self._app.chosen:
            self.deselect()
        elif self._app.notes_open:
            self._app.notes_open = False
        elif self._reading.found:
            self._reading.forget_search()
        else:
            self._reading.stop()

    def face(self) -> str | None:
        """Go on in the plain face, which needs a terminal."""
        if in_browser():
            return "A browser has the full screen only."
        if self.opening.busy:
            return "Another document is being read; Escape stops that."
        app = self._app
        app.handed = app.settings._replace(
            layout=app.shown_by, mark=app.marking, show_notes=app.notes_open,
            sound=not self._reading.aloud.muted,
        )  # fmt: skip
        self._reading.stop()
        app.set_timer(BURST, self.quit)
        return None

    def quit(self) -> None:
        """Fall silent and leave."""
        self._reading.stop()
        if self.opening.busy and not (self._reading.document.key or self._shelf):
            self._stop()
        else:
            self.opening.stop()
            self._app.exit(0)


LAYOUTS = {"page": "One turn a page.", "scroll": "The whole dialogue.", "sentence": "One sentence a page."}
"""What may be seen, and what is said of each."""
MARKED = {
    "word": "The word is marked.",
    "sentence": "The sentence is marked.",
    "both": "Word and sentence are marked.",
    "none": "Nothing is marked.",
}
"""What may be marked of the reading aloud, and what is said of each."""
