"""Which document is read: the first one, one of a volume, one of the library; a large one is read in the background."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import CollectionError, split_id
from tui_reader.errors import ReaderError
from tui_reader.faces.tui.documents.document_loading import DocumentLoading, Result, Work, given, in_background
from tui_reader.faces.tui.incremental_search import IncrementalSearch, with_found_note
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.state import ScreenState
from tui_reader.reading import Reading
from tui_reader.startup.find_document import read_now, resolve_source
from tui_reader.startup.input_source import InputSource
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.commands import CommandId

if TYPE_CHECKING:
    from tui_reader.library.index_search import Across
    from tui_reader.startup.background_reader import BackgroundReader
    from tui_reader.startup.collection_shelf import Shelf
    from tui_reader.startup.find_document import ReadSource
    from tui_reader.startup.session import Session


class DocumentSwitching:
    """Opens documents, one after the other."""

    def __init__(
        self,
        host: ScreenHost,
        reading: Reading,
        loading: DocumentLoading,
        search: IncrementalSearch,
        find_shelf: Callable[[Path], Shelf | None],
    ) -> None:
        """`find_shelf` gives the file of many documents that the one at a path is in; `search` is stopped in time."""
        self._host, self._reading, self.loading, self._search = host, reading, loading, search
        self._find_shelf = find_shelf
        self._shelf: Shelf | None = None
        self._deferred: list[CommandId] = []
        self._stopped = ""

    def begin(self, state: ScreenState, first: First | None) -> ScreenState:
        """Read the first document where that takes time, or have one chosen where there are many."""
        if first:
            first(self)
        elif not self._reading.document.key:
            return self.documents(state)
        return state

    # One of many

    def documents(self, state: ScreenState) -> ScreenState:
        """Choose a document of the volume; where none was read yet, leaving the list leaves the reader."""
        try:
            self._shelf = shelf = self._shelf or self._find_shelf(self._reading.place.path)
        except ReaderError as error:
            return state.saying(str(error))
        if shelf is None:
            return state.saying("This file holds one document.")
        self._choose_from(shelf)
        return state

    def _choose_from(self, shelf: Shelf) -> None:
        """Ask which document of a volume is to be read."""
        from tui_reader.faces.tui.screens.document_chooser import ChooserScreen

        file, id = split_id(self._reading.place.path)
        id = id if file == shelf.path else None

        def read(chosen: str | None) -> None:
            if chosen is None and not self._reading.document.key:
                self._host.leave()
            elif chosen is not None and chosen != id:
                self._open(shelf, chosen)

        self._host.ask(ChooserScreen(shelf.collection, id), read)

    def _open(self, shelf: Shelf, id: str) -> None:
        work = Work(f"Reading {id}.", lambda: shelf.read(id))
        self.loading.start(work, lambda result: self._take(result, shelf, id))

    def _take(self, result: Result, shelf: Shelf, id: str) -> None:
        """Continue with a document of the volume, now that it has been read."""
        try:
            self._reading.open(*shelf.take(result(), id))
        except ReaderError as error:
            self._told_first([str(error)])
            return
        self._shelf = shelf
        self._opened(self._reading.document.warnings)

    def _told_first(self, lines: Sequence[str]) -> None:
        """Show messages; where no document is open yet, one is chosen then."""
        state = self._host.state.saying(*lines)
        self._host.show(state if self._reading.document.key else self.documents(state))

    def _opened(self, lines: Sequence[str]) -> None:
        self._host.update(lambda state: state.for_document(lines))
        self._run_deferred()

    def library(self, state: ScreenState) -> ScreenState:
        """Show the documents of the library, to open one."""
        from tui_reader.faces.tui.screens.library_screen import LibraryScreen
        from tui_reader.library.listing import Order
        from tui_reader.settings import keep_setting
        from tui_reader.terminal.output import in_browser

        if in_browser():
            return state.saying("In a browser only the served document can be read; there is no library.")

        def take_order(order: Order) -> None:
            self._host.take_setting("library_order", order)
            keep_setting("library_order", order)

        order = Order(state.settings.library_order)
        self._host.open(LibraryScreen(self._reading, self._host.sign, self.take_up, order, take_order))
        return state

    def take_up(
        self, path: Path, start: str | None = None, words: str = "", across: Across | None = None
    ) -> str | None:
        """Open the document at a path, where it was left or at a place; returns why it cannot be opened, or None.

        `across` is the search of the library that goes on there.

        While a large one is read in the background, the foot shows its progress and the open document stays open.
        """
        source = resolve_source(path, self._reading.library, ReadingOptions())
        if not source.is_large or self._reading.library.cache.find(source.path, source.how):
            return self._take_up(path, start, words, read_now, across)

        def then(result: Result) -> None:
            refused = self._take_up(path, start, words, given(source, result), across)
            self._host.say(refused)

        self.loading.start(in_background(source), then)
        return None

    def take_up_soon(self, path: Path, start: str | None = None, words: str = "", across: Across | None = None) -> None:
        """Open the document at a path when the command that asks for it is over; a message says why it cannot be."""

        def take_up() -> None:
            refused = self.take_up(path, start, words, across)
            if refused:
                self._host.say(refused)
            elif across and not self.loading.busy:
                self._host.update(lambda state: with_found_note(state, self._reading.search.results))

        self._host.call_later(take_up)

    def _take_up(
        self, path: Path, start: str | None, words: str, wait: ReadSource, across: Across | None = None
    ) -> str | None:
        from tui_reader.startup.switch_document import switch_document

        try:
            told = switch_document(self._reading, path, start, words, wait, across)
        except CollectionError as error:  # a volume by now: one of its documents is chosen
            from tui_reader.startup.collection_shelf import shelf_of

            self._host.call_later(self._choose_from, shelf_of(path, error, self._reading.library))
            return None
        except ReaderError as error:
            return str(error)
        self._search.stop()
        self._shelf = None
        self._opened(told)
        return None

    # What must be waited for

    def read_first(self, source: InputSource, work: Work, begin: Callable[[ReadSource], list[str]]) -> None:
        """Read the document that the program was started for; `begin` opens it and returns what there is to say."""

        def then(result: Result) -> None:
            try:
                told = begin(given(source, result))
            except ReaderError as error:
                self._host.leave_with(error)
                return
            self._told_first(told)
            self._host.call_after_refresh(self.start_sound)
            self._run_deferred()

        from tui_reader.startup.wait_for_document import stopped

        self._stopped = stopped(source)
        self.loading.start(work, then)

    def defer_if_loading(self, id: CommandId) -> bool:
        """Whether the command waits until the first document is open. Escape stops the loading, quit never waits."""
        if not self.loading.busy or self._reading.document.key or id == "quit":
            return False
        if id == "back":
            self._stop_loading()
        else:
            self._deferred.append(id)
        return True

    def _run_deferred(self) -> None:
        """Run the commands whose keys were pressed before there was a document."""
        deferred, self._deferred = self._deferred, []
        for id in deferred:
            self._host.run_command(id)

    def _stop_loading(self) -> None:
        """Stop loading the only document: back to the list of the volume, or out."""
        self.loading.stop()
        self._deferred.clear()
        if self._shelf:
            self._host.update(self.documents)
        else:
            self._host.leave_with(ReaderError(self._stopped))

    def leave(self) -> None:
        """Leave the program; with an error where the only document was not read to its end."""
        if self.loading.busy and not (self._reading.document.key or self._shelf):
            self._stop_loading()
        else:
            self.loading.stop()
            self._host.leave()

    def start_sound(self) -> None:
        """Open engine and device, so that the first key finds them ready; not before there is a document."""
        if self.loading.busy:
            asyncio.get_running_loop().run_in_executor(None, self._warm_up)
            return
        try:
            self._reading.player.start()
        except ReaderError as error:  # a voice's file that cannot be read
            self._host.leave_with(error)

    def _warm_up(self) -> None:
        """Import what sound takes, while there is nothing to show."""
        import tui_reader.playback.player  # noqa: F401

        with suppress(ReaderError):  # told when sound is started
            _ = self._reading.voices.available


First = Callable[[DocumentSwitching], None]
"""What the screen begins with: reading a document that takes time."""


def first_of(session: Session, ahead: BackgroundReader | None) -> First | None:
    """What the screen begins with where the document is large; `ahead` may be reading it already."""
    source = session.pending
    if ahead and ahead.source != source:
        ahead.stop()
        ahead = None
    if source is None:
        return None
    return lambda switching: switching.read_first(source, in_background(source, ahead), session.begin)
