"""Commands that select text, copy it and highlight it."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.state import ScreenState
from tui_reader.faces.tui.text.scene import page_shown
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count


class SelectionActions:
    """Each takes the state and returns the next one, with what there is to say."""

    def __init__(self, host: ScreenHost, reading: Reading) -> None:
        self._host, self._reading = host, reading

    def select(self, state: ScreenState) -> ScreenState:
        """Begin a selection that reaches to wherever the reader goes, or end it."""
        if state.anchor or self._reading.place.page is None:
            return state.deselected().saying("Nothing is selected.")
        key = self._host.keys.key
        word, sentence, turn = key("next_word"), key("next_sentence"), key("next_page")
        told = f"Selecting from here: go on by words ({word}), sentences ({sentence}), turns ({turn})."
        return state._replace(anchor=self._reading.place.position).saying(told)

    def copy(self, state: ScreenState) -> ScreenState:
        """Copy what is selected, or this turn."""
        return self._copy(state, with_reference=False)

    def copy_reference(self, state: ScreenState) -> ScreenState:
        """The same with the turn and the document it is from."""
        return self._copy(state, with_reference=True)

    def _copy(self, state: ScreenState, with_reference: bool) -> ScreenState:
        from tui_reader.reading import selection
        from tui_reader.terminal import clipboard

        document, page, selected = self._reading.document, page_shown(self._reading), state.selection
        if page is None:
            return state.saying("There is nothing to copy.")
        words = selection.words_of(document, selected) if selected else selection.turn_of(document, page)
        text = words
        if with_reference:
            text = selection.with_reference(document, words, selected.start if selected else Position(page.index, 0))
        self._host.copy_to_clipboard(text.encode(errors="replace").decode())
        clipboard.copy(text)
        told = f"Copied {count(len(words.split()), 'word')}{' with reference' if with_reference else ''}."
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
