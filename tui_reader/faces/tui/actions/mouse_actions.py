"""What clicks and drags in the text do."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.text.scene import page_shown
from tui_reader.reading import Reading


class MouseActions:
    """Each is called by the widget that was clicked, and shows what it changes."""

    def __init__(self, host: ScreenHost, reading: Reading) -> None:
        self._host, self._reading = host, reading

    def turn(self, step: int) -> None:
        """A click on an arrow: go to the next page (1) or the previous one (-1)."""
        self._host.run_command("next_page" if step > 0 else "previous_page")

    def read_from(self, position: Position) -> None:
        """A click on a word: read aloud from there."""
        self._reading.place.go(position)
        if not self._reading.playback.playing:
            self._reading.playback.play_or_pause()
        self._host.update(lambda state: state._replace(messages=()))

    def go(self, position: Position) -> None:
        """A click on a row beside the text: go there."""
        self._reading.history.jump(position)
        self._host.update(lambda state: state._replace(messages=()))

    def select(self, start: Position, end: Position) -> None:
        """A drag from one place to another: select the words between."""
        from tui_reader.reading.selection import between

        selection = between(self._reading.document, start, end)
        self._host.update(lambda state: state._replace(anchor=None, selection=selection))

    def open_note(self, position: Position) -> None:
        """A click on the mark of a note: open or close the notes of its page."""
        page = page_shown(self._reading)
        if page is None or position.page != page.index:
            self._reading.place.go(position)
        self._host.run_command("notes")
