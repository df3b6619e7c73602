"""Corrects the pronunciation of a word where it stands: choose it, type how it is pronounced, play it, save it."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.narration.normalization import LexiconEntry
from tui_reader.reading import Reading
from tui_reader.reading.word_correction import WordCorrection

HELP = "Tab plays it, Enter saves it, Up and Down another word"


class CorrectScreen(AskScreen):
    """Gives the message about what was saved, or None."""

    def __init__(self, reading: Reading, choose: Callable[[int, int], None]) -> None:
        """`choose` is called with the chosen word: its characters in the page's text, from one up to another."""
        super().__init__("")
        self._words, self._choose = WordCorrection(reading), choose
        self._at = self._words.here

    def on_mount(self) -> None:
        """Begin with the word at the current place: the one last heard."""
        self._ask()

    def _ask(self) -> None:
        if not self._words.spans:
            self.dismiss("There is no word here.")
            return
        self._choose(*self._words.spans[self._at])
        self._prompt.ask(f"{HELP}. {self.word} is pronounced: ")

    @property
    def word(self) -> str:
        """The word that is corrected."""
        return self._words.word(self._at)

    def answer(self) -> None:
        """Save the pronunciation, and leave."""
        self._with_entry(lambda entry: self.dismiss(self._words.keep(entry, self._prompt.typed)))

    def take_other(self, key: str) -> bool:
        """Tab plays the word, Up and Down choose another."""
        if key in ("up", "down") and self._words.spans:
            self._at = (self._at + (1 if key == "down" else -1)) % len(self._words.spans)
            self._ask()
        elif key == "tab":
            self._with_entry(lambda entry: self._words.hear(self._at, entry))
        else:
            return super().take_other(key)
        return True

    def _with_entry(self, act: Callable[[LexiconEntry], object]) -> None:
        try:
            act(self._words.entry(self._at, self._prompt.typed))
        except (ValueError, ReaderError) as error:
            self._prompt.ask(f"{str(error).rstrip('.')}. {self.word} is pronounced: ")
