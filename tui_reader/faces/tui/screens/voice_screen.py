"""All voices for one person as a list that speaks as one moves; Enter gives one, Escape leaves it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui_reader.casting.voice_options import voice_options
from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.faces.tui.text.head import cut
from tui_reader.reading import Reading

NARROW = 60
"""Cells below which a row has name, kind and fit alone."""


class VoiceScreen(RowsScreen):
    """Up and Down try a voice."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("escape,q back", "h,space hear", "slash filter")

    def __init__(self, reading: Reading, person: str, engine: str) -> None:
        """`person` is an id, or that of the narrator; `engine` is what speaks."""
        super().__init__()
        self._reading, self._person, self._engine = reading, person, engine
        self._before = reading.voices.cast.voice(person).id
        self._every = self._shown = voice_options(
            reading.document, reading.voices.cast, reading.voices.available, person
        )

    def first(self) -> int:
        """The voice that the person has."""
        return self._index(self._before)

    def _index(self, id: str) -> int:
        return next((at for at, one in enumerate(self._shown) if one.voice.id == id), 0)

    def count(self) -> int:
        """A row for each voice."""
        return len(self._shown)

    def row(self, index: int, width: int) -> str:
        """Name, kind, accent, engine, and how it goes with the others."""
        option = self._shown[index]
        name = f"{cut(option.voice.name, 16):<16}"
        if width < NARROW:
            return f"{cut(option.voice.name, 9):<10}{option.voice.kind:<10}{option.fit}"
        return f"{name}{option.voice.kind:<11}{option.speech:<12}{option.engine(self._engine):<20}{option.fit}"

    def spoken_row(self, index: int) -> str:
        """The same in a sentence."""
        return self._shown[index].said

    def head(self) -> list[str]:
        """What keys do."""
        name = self._reading.document.short_name(self._person)
        trying = "h plays one" if self.aloud else "Up and Down play one"
        return [f"The voice of {name}. {trying}, Enter keeps it, / filters, Escape leaves it."]

    def about(self, index: int) -> list[str]:
        """How the voice sounds."""
        return [self._shown[index].voice.about]

    def choose(self, index: int) -> None:
        """Try that voice; what is said now stops. A screen reader speaks itself, so there it is heard with h."""
        before = self.rows.at
        super().choose(index)
        if self.rows.at != before and not self.aloud:
            self.action_hear()

    def action_hear(self) -> None:
        """Play it, on words of the person."""
        self._reading.voices.attempt(self._person, self._shown[self.rows.at].voice.id)
        self._reading.snippets.audition(self._person, on_trial=True)

    def action_filter(self) -> None:
        """Ask for words, and list the voices that have them."""

        def filter(typed: str | None) -> None:
            if typed is None:
                return
            found = [option for option in self._every if option.has(typed.casefold().split())]
            if not found:
                self.tell(f"No voice is {' '.join(typed.split())}.")
                return
            chosen = self._shown[self.rows.at].voice.id
            self._shown = found
            self.begin_at(self._index(chosen))

        ask(self, AskScreen("Filter: "), filter)

    def action_take(self) -> None:
        """Keep it."""
        chosen = self._shown[self.rows.at].voice.id
        try:
            self._reading.voices.assign(self._person, chosen)
        except ReaderError as error:
            self.tell(str(error))
            return
        self._leave()

    def action_back(self) -> None:
        """Leave; the person has the voice as before."""
        self._leave()

    def _leave(self) -> None:
        self._reading.playback.stop()
        self.dismiss()
