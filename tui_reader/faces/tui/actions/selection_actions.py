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
        key = self._host.keys.key
        word, sentence, turn = key("next_word"), key("next_sentence"), key("next_page")
        told = f"Selecting from here: go on by words ({word}), sentences ({sentence}), turns ({turn})."
        here = self._reading.place.position
        return state._replace(anchor=here).selected_to(self._reading.document, here).saying(told)

    def copy(self, state: ScreenState) -> ScreenState:
        """Copy what is selected, or this turn."""
        return self._copy(state, with_reference=False)

    def copy_reference(self, state: ScreenState) -> ScreenState:
        """The same with the turn and the document it is from."""
        return self._copy(state, with_reference=True)

    def _copy(self, state: ScreenState, with_reference: bool) -> ScreenState:
        from tui_reader.faces.copied_text import copied
        from tui_reader.reading import selection

        document, page, selected = self._reading.document, page_shown(self._reading), state.selection
        if page is None:
            return state.saying("There is nothing to copy.")
        words = selection.words_of(document, selected) if selected else selection.turn_of(document, page)
        text = words
        if with_reference:
            path, style = self._reading.place.path, state.settings.citation
            text = selection.with_reference(document, words, selected or selection.whole(page), path, style)
        try:
            told = copied(text, words, with_reference, self._host.copy_to_clipboard)
        except ReaderError as error:
            return state.saying(str(error))
        return state.deselected().saying(told)

    def highlight(self, state: ScreenState) -> ScreenState:
        """Highlight what is selected, for good."""
        selected, pages = state.selection, self._reading.document.pages
        if selected is None:
            return state.saying(f"Nothing is selected: {self._host.keys.key('select')} selects, or the mouse.")
        told = ""
        for page in pages[selected.start.page : selected.end.page + 1]:
            part = selected.on(page)
            told = self._reading.bookmarks.highlight(page.index, *part) if part else told
        return state.deselected().saying(told)
