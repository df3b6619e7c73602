"""The state of the full screen: one frozen value that says how the text is shown and what is told about it.

An action is given the state and returns the next one; the app shows it. Where the reader is in the document and what is
heard are not in it: those belong to the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Position
from tui_reader.named_tuple import NamedTuple
from tui_reader.settings import Settings
from tui_reader.settings.values import Value, changed

if TYPE_CHECKING:
    from tui_reader.reading.selection import Selection

LAYOUTS = {
    "page": "One turn a page.",
    "scroll": "The turn with the talk around it.",
    "sentence": "One sentence a page.",
}
"""What may be seen, and what is said of each."""
MARKED = {
    "word": "The word is marked.",
    "sentence": "The sentence is marked.",
    "both": "Word and sentence are marked.",
    "none": "Nothing is marked.",
}
"""What may be marked while text is read aloud, and what is said of each."""


class ScreenState(NamedTuple):
    """How the text is shown, what of it is selected, and the messages that wait at the foot."""

    settings: Settings
    """The settings in force; a command may override layout, marking and notes until the next start."""
    layout: str
    """What is seen, a key of LAYOUTS, or "auto": the talk around the turn in a large window, else a turn a page."""
    marking: str
    """What is marked while text is read aloud, a key of MARKED."""
    notes_open: bool
    """Whether the notes of the page are shown."""
    selection: Selection | None = None
    """The selected text."""
    anchor: Position | None = None
    """Where a selection made by keys begins; it ends at the place of the reading."""
    messages: tuple[str, ...] = ()
    """Messages for the foot, the oldest first; a key takes away the one that is shown."""

    def saying(self, *lines: str | None) -> ScreenState:
        """The same with further messages; None and "" add nothing."""
        return self._replace(messages=(*self.messages, *filter(None, lines)))

    def without(self, line: str) -> ScreenState:
        """The same without a message that has become untrue."""
        return self._replace(messages=tuple(message for message in self.messages if message != line))

    def after_key(self) -> ScreenState:
        """The same without the message that is shown: whoever presses a key has read it."""
        return self._replace(messages=self.messages[1:])

    def deselected(self) -> ScreenState:
        """The same with nothing selected."""
        return self._replace(selection=None, anchor=None)

    def selected_to(self, document: Document, place: Position) -> ScreenState:
        """The same with the selection that was begun by a key reaching to a place; unchanged where none was begun."""
        if self.anchor is None:
            return self
        from tui_reader.reading.selection import up_to

        return self._replace(selection=up_to(document, self.anchor, place))

    def with_setting(self, name: str, value: Value) -> ScreenState:
        """The same with another value of one setting, which is also what is shown now."""
        settings = changed(self.settings, name, value)
        return self._replace(
            settings=settings,
            layout=settings.layout if name == "layout" else self.layout,
            marking=settings.mark if name == "mark" else self.marking,
            notes_open=settings.show_notes if name == "show_notes" else self.notes_open,
        )

    def for_document(self, lines: Sequence[str] = ()) -> ScreenState:
        """The state in which another document is begun, with what there is to say of it."""
        return self._replace(notes_open=self.settings.show_notes).saying(*lines)

    def settings_shown(self, muted: bool) -> Settings:
        """The settings as they are in effect, with what commands have changed; `muted` is whether the sound is off."""
        return self.settings._replace(
            layout=self.layout, mark=self.marking, show_notes=self.notes_open, sound=not muted
        )


Step = Callable[[ScreenState], ScreenState]
"""An action, or the end of one that took time: the state in, the next state out."""


def first_state(settings: Settings, messages: Sequence[str] = ()) -> ScreenState:
    """The state at the start."""
    return ScreenState(settings, settings.layout, settings.mark, settings.show_notes, messages=tuple(messages))
