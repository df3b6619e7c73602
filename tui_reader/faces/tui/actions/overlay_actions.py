"""Commands that open something over the text: questions, lists, settings, help. Screens are imported when opened."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.faces.tui.incremental_search import IncrementalSearch
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.state import ScreenState
from tui_reader.reading import Reading
from tui_reader.terminal.commands import FULL
from tui_reader.terminal.output import in_browser


class OverlayActions:
    """Each takes the state and returns the next one; what is answered later updates the host."""

    def __init__(
        self, host: ScreenHost, reading: Reading, search: IncrementalSearch, open: Callable[..., str | None]
    ) -> None:
        """`open` opens the document at a path, at a place as it is typed; it returns why it cannot, or None."""
        self._host, self._reading, self._search, self._open = host, reading, search, open
        self._last_setting = ""
        """The name of the setting that was chosen when the settings were left."""

    def go_to(self, state: ScreenState) -> ScreenState:
        """Ask where to go: a turn, a percentage, a part."""
        from tui_reader.faces.tui.screens.ask import AskScreen

        def go(typed: str | None) -> None:
            if typed:
                self._host.say(self._reading.jumps.to_typed(typed))

        turns = len(self._reading.document.turns)
        self._host.ask(AskScreen(f"Go to turn, 1 to {turns}, or 50%, part 2, a heading: "), go)
        return state

    def times(self, state: ScreenState) -> ScreenState:
        """Ask by how much the recording's times are off."""
        from tui_reader.faces.tui.screens.ask import AskScreen
        from tui_reader.reading.recording_times import ASK_SHIFT

        def shift(typed: str | None) -> None:
            if typed:
                self._host.say(self._reading.recording_times.shift(typed))

        if self._reading.recorded.recording is None:
            return state.saying(self._reading.recording_times.shift(""))
        self._host.ask(AskScreen(ASK_SHIFT), shift)
        return state

    def search(self, state: ScreenState) -> ScreenState:
        """Ask for words to find, and search."""
        from tui_reader.faces.tui.screens.ask import AskScreen

        def find(typed: str | None) -> None:
            self._search.end_preview()
            if typed:
                self._host.update(lambda state: self._search.start(state, typed))

        def changed(typed: str) -> None:
            if not state.settings.calm:  # all that is painted would be said
                self._search.preview(typed, question.tell)

        results = self._reading.search.results
        question = AskScreen("/", results.typed if results else "", changed)
        self._host.ask(question, find)
        return state

    def outline(self, state: ScreenState) -> ScreenState:
        """Show parts and turns."""
        from tui_reader.faces.tui.screens.outline_screen import OutlineScreen

        self._host.open(OutlineScreen(self._reading, self._host.sign))
        return state

    def bookmarks(self, state: ScreenState) -> ScreenState:
        """Show the bookmarks."""
        from tui_reader.faces.tui.screens.outline_screen import BookmarksScreen

        if not self._reading.bookmarks.all:
            return self._all_bookmarks(state)
        say = self._host.say
        self._host.open(BookmarksScreen(self._reading, say, lambda: self._host.update(self._all_bookmarks)))
        return state

    def _all_bookmarks(self, state: ScreenState) -> ScreenState:
        """Show the bookmarks of all documents."""
        from tui_reader.faces.tui.screens.all_bookmarks_screen import AllBookmarksScreen

        try:
            marks = self._reading.bookmarks.everywhere
        except ReaderError as error:
            return state.saying(str(error))
        if not marks:
            return state.saying("There are no bookmarks.")
        self._host.open(AllBookmarksScreen(self._reading, marks, self._host.say, self._open))
        return state

    def people(self, state: ScreenState) -> ScreenState:
        """Show the speakers, to correct who is who."""
        from tui_reader.faces.tui.screens.people_screen import PeopleScreen

        self._host.open(PeopleScreen(self._reading, self._open))
        return state

    def give_turn(self, state: ScreenState) -> ScreenState:
        """Ask whose this turn is."""
        from tui_reader.faces.tui.screens.whose_turn import WhoseTurnScreen
        from tui_reader.reading.label_decisions import NO_TURN

        page = self._reading.place.page
        if page is None or page.turn is None:
            return state.saying(NO_TURN)
        self._host.open(WhoseTurnScreen(self._reading, self._host.say))
        return state

    def chair(self, state: ScreenState) -> ScreenState:
        """Ask whose part is rehearsed."""
        from tui_reader.faces.tui.screens.part_screen import PartScreen
        from tui_reader.reading.label_decisions import NO_TURN

        if not self._reading.document.turns:
            return state.saying(NO_TURN)
        self._host.open(PartScreen(self._reading, self._host.say))
        return state

    def cast(self, state: ScreenState) -> ScreenState:
        """Show who has which voice."""
        from tui_reader.faces.tui.screens.cast_screen import CastScreen

        self._host.open(CastScreen(self._reading))
        return state

    def correct(self, state: ScreenState) -> ScreenState:
        """Ask how the word heard last, or another of the page, is pronounced."""
        from tui_reader.faces.tui.screens.correct_word import CorrectScreen
        from tui_reader.reading.selection import Selection

        if self._reading.playback.playing:
            self._reading.playback.play_or_pause()
        page = self._reading.place.page
        if page is None:
            return state.saying("There is no word here.")

        def choose(start: int, end: int) -> None:
            word = Selection(Position(page.index, start), Position(page.index, end))
            self._host.update(lambda state: state._replace(anchor=None, selection=word))

        def kept(told: str | None) -> None:
            self._host.update(lambda state: state._replace(selection=None).saying(told))

        self._host.ask(CorrectScreen(self._reading, choose), kept)
        return state

    def settings(self, state: ScreenState, name: str = "") -> ScreenState:
        """Show the settings, the one of a name chosen, or else the one that was chosen last."""
        from tui_reader.faces.tui.screens.settings_screen import SettingsScreen

        host = self._host

        def left_at(chosen: str) -> None:
            self._last_setting = chosen

        themes = ["auto", *host.theme_names]
        begin = name or self._last_setting
        host.open(SettingsScreen(lambda: host.state.settings, host.take_setting, themes, begin, left_at))
        return state

    def themes(self, state: ScreenState) -> ScreenState:
        """Try the themes one by one."""
        from tui_reader.faces.tui.screens.setting_choices import SettingChoicesScreen
        from tui_reader.faces.tui.themes import remark
        from tui_reader.settings.settings_table import settings_table

        host = self._host
        setting = next(one for one in settings_table() if one.name == "theme")
        host.open(
            SettingChoicesScreen(
                setting,
                ["auto", *host.theme_names],
                state.settings.theme,
                lambda name: host.take_setting("theme", name),
                lambda name: host.keep_setting("theme", name),
                remark,
            )
        )
        return state

    def export(self, state: ScreenState, form: str = "") -> ScreenState:
        """Choose a form and a place, and write the document; `form` is the name of a form to begin with."""
        if in_browser():
            return state.saying("A browser cannot export: use tui-reader export on the computer that serves.")
        if not self._reading.document.key:
            return state.saying("Choose a document first.")
        from tui_reader.faces.tui.screens.export_opening import export_screen

        self._host.open(export_screen(self._host, self._reading, form))
        return state

    def help(self, state: ScreenState) -> ScreenState:
        """Show the help."""
        from tui_reader.faces.tui.screens.help import HelpScreen

        self._host.open(HelpScreen(self._host.keys.of(FULL)))
        return state
