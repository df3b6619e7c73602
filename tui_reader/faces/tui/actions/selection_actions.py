"""Commands that select text, copy it and highlight it."""

from __future__ import annotations

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.state import ScreenState
from tui_reader.faces.tui.text.scene import page_shown
from tui_reader.reading import Reading


class SelectionActions:
    """Each takes the state and returns the next one, with what there is to say."""

    def __init__(self, host: ScreenHost, reading: Reading) -> None:
        self._host, self._reading = host, reading

    def select(self, state: ScreenState) -> ScreenState:
        """Begin a selection that reaches to wherever the person goes, or end it; the voice waits."""
        if state.anchor or self._reading.place.page is None:
            return state.deselected().saying("Nothing is selected.")
        if self._reading.playback.playing:
            self._reading.playback.play_or_pause()
        from tui_reader.reading.selection import selection_begun

        here = self._reading.place.position
        state = state._replace(anchor=here).selected_to(self._reading.document, here)
        return state.saying(selection_begun(self._host.keys.key))

    def copy(self, state: ScreenState) -> ScreenState:
        """Copy what is selected, or this turn or paragraph."""
        return self._copy(state, with_reference=False)

    def copy_reference(self, state: ScreenState) -> ScreenState:
        """The same with the turn and the document it is from."""
        return self._copy(state, with_reference=True)

    def _copy(self, state: ScreenState, with_reference: bool) -> ScreenState:
        from tui_reader.faces.copied_text import copy_here

        page = page_shown(self._reading)
        if page is None:
            return state.saying("There is nothing to copy.")
        try:
            told = copy_here(self._reading, page, state.selection, with_reference, self._host.copy_to_clipboard)
        except ReaderError as error:
            return state.saying(str(error))
        return state.deselected().saying(told)

    def highlight(self, state: ScreenState) -> ScreenState:
        """Highlight what is selected, or the sentence at the place, for good."""
        from tui_reader.reading.selection import sentence_stretch

        place = self._reading.place
        if place.page is None:
            return state.saying("There is nothing to highlight.")
        stretch = state.selection or sentence_stretch(place.page, place.position.offset)
        return state.deselected().saying(self._reading.bookmarks.highlight_stretch(stretch))
