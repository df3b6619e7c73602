"""Puts the full screen together: holds its state, shows it, runs commands, and opens screens over the text.

Knows of the app only that it is one of Textual; what the app sends it are keys, the player's events and its start.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.geometry import Offset, Size
from textual.screen import Screen

from tui_reader.errors import ReaderError
from tui_reader.faces.tui import terminal_setup
from tui_reader.faces.tui.actions.command_actions import Actions
from tui_reader.faces.tui.actions.mouse_actions import MouseActions
from tui_reader.faces.tui.appearance import Appearance
from tui_reader.faces.tui.documents.document_loading import DocumentLoading
from tui_reader.faces.tui.documents.document_switching import DocumentSwitching
from tui_reader.faces.tui.foot import Foot
from tui_reader.faces.tui.incremental_search import IncrementalSearch
from tui_reader.faces.tui.screens_over_text import ScreensOverText
from tui_reader.faces.tui.state import ScreenState, Step, first_state
from tui_reader.faces.tui.status import WIPED
from tui_reader.faces.tui.status_words import bar
from tui_reader.faces.tui.text.frame import layout_for
from tui_reader.faces.tui.text.mouse import Pointing
from tui_reader.faces.tui.text.paint import TextMark
from tui_reader.faces.tui.text.scene import Scene, marks_on, scene_of
from tui_reader.faces.tui.text.text_view import TextView
from tui_reader.faces.tui.text.typesetting import typesetting
from tui_reader.playback.asked import Asked
from tui_reader.reading import Reading
from tui_reader.settings import Settings, keep_setting
from tui_reader.settings.values import Value
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.screen_reader_detection import on_accessibility_bus
from tui_reader.terminal.commands import CommandId
from tui_reader.terminal.keymap import Keymap
from tui_reader.terminal.output import in_browser

if TYPE_CHECKING:  # what sounds is imported when the first page is seen
    from tui_reader.faces.tui.palette_entry import Entry
    from tui_reader.faces.tui.screens.question_screen import QuestionScreen
    from tui_reader.playback.events import Event
    from tui_reader.startup.collection_shelf import Shelf

CALM = 0.4
"""Seconds until a calm screen is painted, at the start and when another screen is left."""
BURST = 0.05
"""Seconds in which keys that were sent with the one that leaves the screen still come in."""


class ScreenController:
    """The ScreenHost of actions and screens."""

    def __init__(
        self,
        app: App[int],
        reading: Reading,
        settings: Settings,
        notices: Sequence[str],
        utf8: bool,
        find_shelf: Callable[[Path], Shelf | None],
        bind: Callable[[Keymap], None],
        shown: Callable[[], None],
        options: ReadingOptions,
    ) -> None:
        """`notices` are lines to show at the start; `utf8` is whether the terminal takes more than ASCII.

        `find_shelf` gives the file of many documents that the one at a path is in; `bind` binds the keys of a keymap;
        `shown` is called whenever something was shown; `options` are those of the command line.
        """
        self.options = options
        self._app, self.reading, self._shown = app, reading, shown
        self.state = first_state(settings, notices)
        self.error: ReaderError | None = None
        """The error that ended the program."""
        self.handed: Settings | None = None
        """The settings in effect, where the reader goes on in the plain face."""
        self.behind = False
        """Whether many keys wait: then a place is painted only when they have been answered."""
        self._painting_later = False
        self._on_bus = on_accessibility_bus()
        self._moved = False
        """Whether the person has moved since the last painting."""
        reading.place.moved.add(self._note_move)
        self.over = ScreensOverText(app, self._cover, self._uncover)
        self.look = Appearance(app, utf8, bind)
        self.look.take_keys(settings)
        reading.player.set_muted(not settings.sound)
        self.search = IncrementalSearch(reading, lambda: self.keys, self.update)
        self.loading = DocumentLoading(self.show_again, app.call_later, self.covered, *bar(utf8, settings.calm))
        self.switching = DocumentSwitching(self, reading, self.loading, self.search, find_shelf)
        self.actions = Actions(self, reading, self.switching, self.search)
        mouse = MouseActions(self, reading)
        self.view = TextView(
            Scene(reading.document), typesetting(settings), self.look.bar(settings), self.show_again,
            Pointing(mouse.turn, mouse.read_from, mouse.open_note, mouse.select, mouse.go),
        )  # fmt: skip
        self.foot = Foot(reading, utf8, self.look.arrows(settings), mouse.turn, mouse.go)

    # What actions and screens ask for

    @property
    def keys(self) -> Keymap:
        """The commands with the keys in force."""
        return self.look.keys

    @property
    def notes_are_beside(self) -> bool:
        """Whether notes stand beside the text also when they are not open."""
        return self.view.viewport.notes_are_beside(self.state.settings.beside)

    @property
    def sign(self) -> str:
        """The sign before the current place in a list."""
        return self.look.arrows(self.state.settings)[1]

    @property
    def size(self) -> Size:
        """The size of the terminal in cells."""
        return self._app.size

    @property
    def theme_names(self) -> list[str]:
        """The themes to choose from."""
        return [*self._app.available_themes]

    def follow_place(self) -> None:
        """From now on scroll with the place of the reading."""
        self.view.viewport.following = True

    def turn_beyond(self, way: int, far: bool = False) -> None:
        """Go to the next turn (above 0) or to the one before, as the text ends here; `far`: to the last or first."""
        if self.state.layout == "scroll":  # the end of the whole dialogue is seen
            self.say(f"{'End' if way > 0 else 'Start'} of document.")
        elif not far:
            self.run_command("next_page" if way > 0 else "previous_page")
        elif way > 0:
            self.run_command("last_turn")
        else:
            self.follow_place()
            self.say(self.reading.jumps.to_typed("start"))

    def pass_over_message(self) -> None:
        """Whoever presses a key has read the message."""
        if self.state.messages:
            self.show(self.state.after_key())

    def return_to_place(self) -> None:
        """Scroll to the place of the reading now, and with it from now on."""
        self.view.follow()

    def bring_notes(self) -> None:
        """Scroll to the notes below the text; the foot then says whether more is below."""
        self.view.bring_notes()
        self.show_again()

    def copy_to_clipboard(self, text: str) -> str:
        """Give text to the terminal for its clipboard; what it was given to, empty where the terminal takes none."""
        self._app.copy_to_clipboard(text.encode(errors="replace").decode())
        return "the browser" if in_browser() else "the terminal" if terminal_setup.takes_clipboard() else ""

    def call_later(self, callback: Callable[..., object], *args: object) -> None:
        """Call something soon, in the app's own thread."""
        self._app.call_later(callback, *args)

    def call_after_refresh(self, callback: Callable[..., object]) -> None:
        """Call something when what is shown has been painted."""
        self._app.call_after_refresh(callback)

    # Showing

    def show(self, state: ScreenState) -> None:
        """Show a state and where the reading is; only what has changed is painted."""
        before, reading = self.state.settings, self.reading
        self.state = state = self._selected(state)
        arrows = self.look.arrows(state.settings)
        if state.settings is not before:
            self.state = state = state.saying(self.look.take(state.settings, before))
            self.foot.status.take(arrows)
            self.view.take(typesetting(state.settings), self.look.bar(state.settings))
        turned = self.view.viewport.scene.page is not reading.place.page
        layout = layout_for(state.layout, *self._app.size, state.settings.calm)
        scene = scene_of(reading, layout, state.notes_open, arrows, self._marks, state.marking, state.settings.beside)
        self.view.show(scene)
        self.foot.show(self.view, scene, state, self.keys, self.loading.line)
        self._shown()
        if not self.covered():
            self._app.cursor_position = self._cursor_for(scene)
            if state.settings.calm and turned and not self.view.hidden:
                self._point_later()
            self._app.call_after_refresh(self.look.cursor.move)

    def _cursor_for(self, scene: Scene) -> Offset:
        """Where the terminal's cursor belongs: at a message while it is new, if the cursor is for reading; else the
        place in the text."""
        state = self.state
        if state.messages and (state.settings.calm or state.settings.cursor != "hide"):
            return Offset(self.foot.status.left, self._app.size.height - self.foot.rows)
        return self.view.region.offset + self.view.viewport.cell_of(scene.offset)

    def _selected(self, state: ScreenState) -> ScreenState:
        """The state with what is selected now that the place is where it is."""
        reading = self.reading
        if reading.document is not self.view.viewport.scene.document:
            state = state.deselected()
        if self._moved:  # by the person; a selection does not grow with the voice
            self._moved = False
            state = state.selected_to(reading.document, reading.place.position)
        return state

    def _note_move(self) -> None:
        self._moved = True

    def hide(self) -> None:
        """Paint nothing until `appear`: Textual paints several times what begins or comes back, and all is read out."""
        self.view.hide()
        self.foot.status.show(self.view.viewport.frame, "", [], None)

    def appear(self) -> None:
        """Paint the page, once, unless another screen has been opened over it."""
        if not self.covered():
            self.view.hidden = False
            self.show_again()
            self._point_later()

    def _point_later(self) -> None:
        """Leave the cursor at the end until a new page has been said: Orca says what is new up to the cursor's line.

        Not inside a screen reader that runs the terminal itself: Fenrir says the line to which the cursor alone moves.
        """
        if not self._on_bus:
            return
        self._app.cursor_position = Offset(0, self._app.size.height - 1)
        self._app.set_timer(WIPED, self.show_again)

    def update(self, step: Step) -> None:
        """Show what `step` makes of the state."""
        self.show(step(self.state))

    def say(self, line: str | None) -> None:
        """Show a message at the foot until the next key; None shows nothing."""
        self.show(self.state.saying(line))

    def tell_key(self, line: str) -> None:
        """Say what is to be said of a key, on the screen that is seen, where that has room for messages."""
        if not self.covered():
            self.show(self.state.after_key().saying(line))
        elif tell := getattr(self._app.screen, "tell", None):
            tell(line)

    def show_again(self) -> None:
        """Show the same state where something else has changed."""
        self.show(self.state)

    def covered(self) -> bool:
        """Whether a screen is open over the text."""
        return self.over.any_open

    def _marks(self, page: int, start: int, end: int) -> list[TextMark]:
        """What is marked on a page, from a character to another."""
        return marks_on(self.reading, page, start, end, self.state.marking, self.state.selection)

    # What comes in

    def run_command(self, id: CommandId) -> None:
        """Run a command of the table and show the state that it returns."""
        if self.switching.defer_if_loading(id):
            return
        self.foot.hints.used(next(command for command in self.keys.commands if command.id == id))
        before = self.reading.place.position
        state = self.actions.run(id, self._selected(self.state).after_key())
        self._moved = self._moved or (id != "play_or_pause" and self.reading.place.position != before)
        if not self.behind or state != self.state._replace(messages=state.messages):
            self.show(state)
            return
        self.state = state
        if not self._painting_later:
            self._painting_later = True
            self._app.call_later(self._paint_later)  # behind the keys that wait now

    def _paint_later(self) -> None:
        self._painting_later = False
        self.show_again()

    def take_event(self, event: Event) -> None:
        """Show what the player says."""
        if isinstance(event, Asked):
            self._take_asked(event)
            return
        from tui_reader.playback.events import Trouble

        changed = self.reading.playback.handle(event)
        if isinstance(event, Trouble):
            self.say(event.line)
        elif changed:
            self.say("" if self.reading.playback.playing else self.reading.take_notice())

    def _take_asked(self, asked: Asked) -> None:
        """Do what a media key or the desktop's player controls ask, whatever is open over the text."""
        from tui_reader.desktop.requests import adjust, command_for

        if not self.reading.document.key:
            return
        id = command_for(asked, self.reading.playback.playing)
        self.show(self.actions.run(id, self.state) if id else self.state.saying(adjust(self.reading, asked)))

    def take_setting(self, name: str, value: Value) -> None:
        """Change a setting, at once."""
        state = self.state.with_setting(name, value)
        self.reading.take_settings(state.settings)
        if name == "sound":
            self.reading.player.set_muted(not state.settings.sound)
        self.show(state)

    def keep_setting(self, name: str, value: Value) -> None:
        """Change a setting, at once, and save it; says what is wrong where it cannot be saved."""
        self.take_setting(name, value)
        try:
            keep_setting(name, value)
        except ReaderError as error:
            self.say(str(error))

    def palette(self) -> list[Entry]:
        """All that can be found by name."""
        from tui_reader.faces.tui.palette_entries import palette_entries

        def open_document(path: Path) -> None:
            self.say(self.switching.take_up(path))

        return palette_entries(self, self.reading, self.actions.overlays, open_document)

    def start_theme(self) -> None:
        """Take the theme of the settings, before anything is painted."""
        self.state = self.state.saying(self.look.take_theme(self.state.settings))

    def show_cursor(self) -> None:
        """Show the terminal's cursor, or hide it, as it is set."""
        self.look.cursor.show(self.state.settings.cursor)

    def pause(self) -> None:
        """Pause reading aloud."""
        if self.reading.playback.playing:
            self.reading.playback.play_or_pause()

    # Over the text

    def open(self, screen: Screen[None]) -> None:
        """Open a screen over the text."""
        self.over.open(screen)

    def ask(self, screen: QuestionScreen, then: Callable[[str | None], None]) -> None:
        """Open a screen that asks for something; `then` is given the answer, or None where there is no answer."""
        self.over.ask(screen, then)

    def _cover(self) -> None:
        """A screen is about to open; on a calm one the page goes, or it would be read out around a question."""
        if self.state.settings.calm and not self.covered():
            self.hide()

    def _uncover(self) -> None:
        """A screen was left."""
        if self.view.hidden and not self.covered():
            self._app.set_timer(CALM, self.appear)
        else:
            self.show_again()

    # Leaving

    def leave(self) -> None:
        """End the program."""
        self._app.exit(0)

    def leave_with(self, error: ReaderError) -> None:
        """End the program with an error."""
        self.error = error
        self._app.exit(return_code=error.status)

    def hand_over(self, settings: Settings) -> None:
        """Leave for the plain face, which goes on with these settings."""
        self.handed = settings
        self._app.set_timer(BURST, self.actions.leave)
