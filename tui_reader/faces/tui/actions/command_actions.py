"""The commands of the full screen: an explicit table from a command's id to what runs it, and leaving the screen."""

from __future__ import annotations

from collections.abc import Mapping

from tui_reader.faces.tui.actions.overlay_actions import OverlayActions
from tui_reader.faces.tui.actions.selection_actions import SelectionActions
from tui_reader.faces.tui.actions.view_actions import ViewActions
from tui_reader.faces.tui.documents.document_switching import DocumentSwitching
from tui_reader.faces.tui.incremental_search import IncrementalSearch, with_found_note
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.state import ScreenState, Step
from tui_reader.reading import Reading
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.terminal.commands import CommandId
from tui_reader.terminal.output import in_browser

HITS: tuple[CommandId, ...] = ("next_hit", "previous_hit")
"""Commands that go to a search result: the line at the foot tells which one it is."""


class Actions:
    """Runs the commands of the table: those of the screen itself, and those of the reading."""

    def __init__(
        self, host: ScreenHost, reading: Reading, switching: DocumentSwitching, search: IncrementalSearch
    ) -> None:
        """`switching` opens documents, `search` is the search that Escape stops."""
        self._host, self._reading, self._switching, self._search = host, reading, switching, search
        self._view = ViewActions(host, reading)
        self._of_screen = self._screen_commands()

    def _screen_commands(self) -> Mapping[CommandId, Step]:
        view = self._view
        selecting = SelectionActions(self._host, self._reading)
        overlays = self.overlays = OverlayActions(self._host, self._reading, self._search, self._switching.take_up)
        return {
            "layout": view.layout,
            "mark": view.mark,
            "follow": view.follow,
            "notes": view.notes,
            "memo": view.memo,
            "select": selecting.select,
            "copy": selecting.copy,
            "copy_reference": selecting.copy_reference,
            "highlight": selecting.highlight,
            "go_to": overlays.go_to,
            "times": overlays.times,
            "search": overlays.search,
            "outline": overlays.outline,
            "to_bookmark": overlays.bookmarks,
            "people": overlays.people,
            "give_turn": overlays.give_turn,
            "chair": overlays.chair,
            "cast": overlays.cast,
            "correct": overlays.correct,
            "settings": overlays.settings,
            "export": overlays.export,
            "help": overlays.help,
            "documents": self._switching.documents,
            "library": self._switching.library,
            "face": self.face,
            "back": self.back,
            "quit": self.quit,
        }

    def run(self, id: CommandId, state: ScreenState) -> ScreenState:
        """Run a command of the table; the state as it is to be shown then."""
        if id in self._of_screen:
            return self._of_screen[id](state)
        if self._in_another_document(id):
            return state
        self._host.follow_place()
        before = self._reading.place.position
        told = READING_COMMANDS[id](self._reading)
        if id in HITS and self._reading.place.position != before:
            return with_found_note(state, self._reading.search.results)
        return state.saying(told)

    def _in_another_document(self, id: CommandId) -> bool:
        """Whether a command leads to another document, which is opened soon."""
        if id in ("go_back", "go_forward"):
            path = self._reading.history.elsewhere(forward=id == "go_forward")
            if path:
                self._switching.take_up_soon(path)
            return path is not None
        further = self._reading.search.further() if id == "next_hit" else None
        if further:
            place, across = further
            self._switching.take_up_soon(place.path, place.typed, place.found, across)
        return further is not None

    def back(self, state: ScreenState) -> ScreenState:
        """Stop what goes on, close what is open, or stop reading: one of them, in this order."""
        if self._switching.loading.busy:
            self._switching.loading.stop()
        elif self._search.busy:
            self._search.stop()
            return state.saying("Search stopped.")
        elif state.selection:
            return state.deselected()
        elif state.notes_open:
            return state._replace(notes_open=False)
        elif self._reading.search.results:
            self._reading.search.forget()
        elif self._reading.playback.playing:
            self._reading.playback.stop()
        else:
            return self._view.leave_memo(state) or self._stopped(state)
        return state

    def _stopped(self, state: ScreenState) -> ScreenState:
        self._reading.playback.stop()
        return state

    def face(self, state: ScreenState) -> ScreenState:
        """Go on in the plain face, which needs a terminal."""
        if in_browser():
            return state.saying("A browser has the full screen only.")
        if self._switching.loading.busy:
            return state.saying("Another document is being read; Escape stops that.")
        self._host.hand_over(state.settings_shown(self._reading.player.muted))
        self._reading.playback.stop()
        return state

    def quit(self, state: ScreenState) -> ScreenState:
        """Stop reading and leave."""
        self.leave()
        return state

    def leave(self) -> None:
        """Stop reading and leave, whatever is shown."""
        self._reading.playback.stop()
        self._switching.leave()
