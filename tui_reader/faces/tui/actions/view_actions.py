"""Commands that change how the text is shown: its layout, what is marked, notes, memos."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.document.model import Document, Position
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.state import LAYOUTS, MARKED, ScreenState
from tui_reader.faces.tui.text.frame import layout_for
from tui_reader.faces.tui.text.scene import page_shown
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import NO_MEMO, NO_NOTES


class ViewActions:
    """Each takes the state and returns the next one, with what there is to say."""

    def __init__(self, host: ScreenHost, reading: Reading) -> None:
        self._host, self._reading = host, reading
        self._before_memo: tuple[Document, Position] | None = None
        """The document, and the place in it from which the person went to a memo."""

    def layout(self, state: ScreenState) -> ScreenState:
        """Show a turn alone, in the talk around it, or a sentence of it: the next of the three."""
        layout = _next(LAYOUTS, layout_for(state.layout, *self._host.size, state.settings.calm))
        return state._replace(layout=layout).saying(LAYOUTS[layout])

    def mark(self, state: ScreenState) -> ScreenState:
        """Mark the word, the sentence, both or nothing while text is read aloud: the next of the four."""
        marking = _next(MARKED, state.marking)
        return state._replace(marking=marking).saying(MARKED[marking])

    def follow(self, state: ScreenState) -> ScreenState:
        """Return to the place of the reading after scrolling away."""
        self._host.return_to_place()
        return state

    def notes(self, state: ScreenState) -> ScreenState:
        """Open or close the notes."""
        if state.notes_open and not self._host.notes_are_beside:
            return state._replace(notes_open=False)
        if not self._reading.place.notes_of(page_shown(self._reading)):
            return state.saying(NO_NOTES)
        if self._host.notes_are_beside:
            return state.saying("The notes stand beside the text.")
        self._host.call_later(self._host.bring_notes)  # when the notes are there to scroll to
        return state._replace(notes_open=True)

    def memo(self, state: ScreenState) -> ScreenState:
        """Go to the next memo or letter; at one, read it aloud."""
        self._host.follow_place()
        if not self._reading.place.at_memo:
            here = self._reading.document, self._reading.place.position
            missing = self._reading.jumps.next_memo()
            self._before_memo = None if missing else here
            return state.saying(missing or self._front_matter())
        self._reading.playback.stop()
        return state.saying(self._reading.playback.play_or_pause())

    def leave_memo(self, state: ScreenState) -> ScreenState | None:
        """Go back from a memo to where the person came from; None where there is none to leave."""
        before, self._before_memo = self._before_memo, None
        if before is None or before[0] is not self._reading.document or not self._reading.place.at_memo:
            return None
        told = "Left the front matter." if self._reading.place.at_front_matter else "Left the memorandum."
        self._host.follow_place()
        self._reading.history.jump(before[1])
        return state.saying(told)

    def _front_matter(self) -> str | None:
        """The message that front matter is shown in place of a memo."""
        return NO_MEMO if self._reading.place.at_front_matter else None


def _next(choices: Iterable[str], current: str) -> str:
    names = [*choices]
    return names[(names.index(current) + 1) % len(names)]
