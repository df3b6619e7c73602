"""Which document is read: the first, one of a volume, one of the library; a large one is waited for. Knows no text."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import CollectionError, split_id
from tui_reader.errors import ReaderError
from tui_reader.faces.tui.document_loading import DocumentLoading, Result, Work, apart, given
from tui_reader.faces.tui.incremental_search import IncrementalSearch
from tui_reader.faces.tui.status import bar
from tui_reader.startup.input_source import InputSource
from tui_reader.startup.open_document import at_once, shelf_of, switch_document
from tui_reader.startup.wait_for_document import stopped

if TYPE_CHECKING:
    from tui_reader.faces.tui.app import ReaderApp
    from tui_reader.startup.document_choice import Shelf
    from tui_reader.startup.open_document import Wait


class DocumentSwitching:
    """Opens documents, one after the other."""

    def __init__(
        self,
        app: ReaderApp,
        find_shelf: Callable[[Path], Shelf | None],
        first: Callable[[ReaderApp], None] | None = None,
    ) -> None:
        """`find_shelf` gives the file of many documents that the one at a path is in, `first` is what is done first."""
        self._app, self._reading = app, app.reading
        self._find_shelf = find_shelf
        self._shelf: Shelf | None = None
        self._first = first
        self._kept: list[str] = []
        self._stopped = ""
        self.opening = DocumentLoading(
            app.show, app.call_later, lambda: len(app.screen_stack) > 1, *bar(app.utf8, app.settings.calm)
        )
        """What is being read."""
        self.finding = IncrementalSearch(app.reading, app.say, app.show, app.open_found_note)

    def begin(self) -> None:
        """What is done first: a large document is read, or one is chosen where there are many."""
        if self._first:
            self._first(self._app)
        elif not self._reading.document.key:
            self._app.say(self.documents())

    # One of many

    def documents(self) -> str | None:
        """Choose a document of the volume; where none was read yet, leaving the list leaves the reader."""
        try:
            self._shelf = shelf = self._shelf or self._find_shelf(self._reading.path)
        except ReaderError as error:
            return str(error)
        if shelf is None:
            return "This file holds one document."
        self._choose_from(shelf)
        return None

    def _choose_from(self, shelf: Shelf) -> None:
        """Ask which document of a volume is to be read."""
        from tui_reader.faces.tui.screens.document_chooser import ChooserScreen

        file, id = split_id(self._reading.path)
        id = id if file == shelf.path else None

        def read(chosen: str | None) -> None:
            if chosen is None and not self._reading.document.key:
                self._app.exit(0)
            elif chosen is not None and chosen != id:
                self._open(shelf, chosen)

        self._app.ask(ChooserScreen(shelf.collection, id), read)

    def _open(self, shelf: Shelf, id: str) -> None:
        work = Work(f"Reading {id}.", lambda: shelf.read(id))
        self.opening.start(work, lambda result: self._take(result, shelf, id))

    def _take(self, result: Result, shelf: Shelf, id: str) -> None:
        """Go on with a document of the volume, now that it is there."""
        try:
            self._reading.open(*shelf.take(result(), id))
        except ReaderError as error:
            self._app.say(str(error))
            if not self._reading.document.key:
                self._app.say(self.documents())
            return
        self._shelf = shelf
        self._opened(self._reading.document.warnings)

    def _opened(self, lines: Iterable[str]) -> None:
        self._app.notes_open = self._app.settings.show_notes
        for line in lines:
            self._app.say(line)
        self._do_kept()

    def library(self) -> str | None:
        """Show the documents of the library, to open one."""
        from tui_reader.faces.tui.screens.library_screen import LibraryScreen
        from tui_reader.terminal.output import in_browser

        if in_browser():
            return "In a browser there is the document that is served, and no library."
        self._app.open(LibraryScreen(self._reading, self._app.sign, self.take_up))
        return None

    def take_up(self, path: Path, start: str | None = None, words: str = "") -> str | None:
        """Read the document at a path from now on, where it was left or at a place; a line where it cannot be read.

        For a large one the foot tells how far it is, and one goes on with what is open meanwhile.
        """
        to_read = InputSource(path)
        if not to_read.is_large:
            return self._take_up(path, start, words, at_once)
        self.opening.start(
            apart(to_read), lambda result: self._app.say(self._take_up(path, start, words, given(to_read, result)))
        )
        return None

    def _take_up(self, path: Path, start: str | None, words: str, wait: Wait) -> str | None:
        try:
            told = switch_document(self._reading, path, start, words, wait)
        except CollectionError as error:  # a volume by now: one of its documents is chosen
            self._app.call_later(self._choose_from, shelf_of(path, error, self._reading.library))
            return None
        except ReaderError as error:
            return str(error)
        self.finding.stop()
        self._shelf = None
        self._opened(told)
        return None

    # What must be waited for

    def read_first(self, to_read: InputSource, work: Work, begin: Callable[[Wait], list[str]]) -> None:
        """Have the document read that the program was started for; `begin` takes it up."""

        def then(result: Result) -> None:
            try:
                told = begin(given(to_read, result))
            except ReaderError as error:
                self._leave_with(error)
                return
            for line in told:
                self._app.say(line)
            if not self._reading.document.key:
                self._app.say(self.documents())
            self._app.call_after_refresh(self.start_sound)
            self._do_kept()

        self._stopped = stopped(to_read)
        self.opening.start(work, then)

    def is_kept(self, id: str) -> bool:
        """Whether a command must wait until there is a document: it is done then."""
        if not self.opening.busy or self._reading.document.key or id == "quit":
            return False
        if id == "back":
            self._stop()
        else:
            self._kept.append(id)
        return True

    def _do_kept(self) -> None:
        """Do what was typed while there was no document."""
        kept, self._kept = self._kept, []
        for id in kept:
            self._app.action_command(id)

    def _stop(self) -> None:
        """Read no further where there is no document yet: back to the list, or out."""
        self.opening.stop()
        self._kept.clear()
        if self._shelf:
            self._app.say(self.documents())
        else:
            self._leave_with(ReaderError(self._stopped))

    def start_sound(self) -> None:
        """Open engine and device, so that the first key finds them ready; where no document is awaited before."""
        if self.opening.busy:
            asyncio.get_running_loop().run_in_executor(None, self._warm_up)
            return
        try:
            self._reading.start_sound()
        except ReaderError as error:  # a voice's file that cannot be read
            self._leave_with(error)

    def _warm_up(self) -> None:
        """Bring in what sound takes, while there is nothing to show."""
        import tui_reader.playback.player  # noqa: F401

        with suppress(ReaderError):  # told when sound is started
            _ = self._reading.bench

    def _leave_with(self, error: ReaderError) -> None:
        self._app.error = error
        self._app.exit(return_code=error.status)
