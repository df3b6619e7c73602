"""Corrects the pronunciation of a word where it stands: choose it, type how it is pronounced, play it, save it."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.library import pronunciations
from tui_reader.narration.normalization import LexiconEntry, make_entry, parse_lexicon
from tui_reader.reading import Reading

WORD = re.compile(r"\w(?:[\w’'.-]*\w)?")
"""A word that can be corrected: letters and digits, with signs inside a word or number."""
HELP = "Tab plays it, Enter saves it, Up and Down another word"


class CorrectScreen(AskScreen):
    """Gives the message about what was saved, or None."""

    def __init__(self, reading: Reading, choose: Callable[[int, int], None]) -> None:
        """`choose` is called with the chosen word: its characters in the page's text, from one up to another."""
        super().__init__("")
        self._reading, self._choose = reading, choose
        page = reading.place.page
        self._text = page.text if page else ""
        self._words = [match.span() for match in WORD.finditer(self._text)]
        here = reading.place.position.offset
        self._at = max(0, sum(1 for start, _ in self._words if start <= here) - 1)

    def on_mount(self) -> None:
        """Begin with the word at the current place: the one last heard."""
        self._ask()

    def _ask(self) -> None:
        if not self._words:
            self.dismiss("There is no word here.")
            return
        self._choose(*self._words[self._at])
        self._prompt.ask(f"{HELP}. {self.word} is pronounced: ")

    @property
    def word(self) -> str:
        """The word that is corrected."""
        start, end = self._words[self._at]
        return self._text[start:end]

    def answer(self) -> None:
        """Save the pronunciation, and leave."""
        self._with_entry(self._keep)

    def take_other(self, key: str) -> bool:
        """Tab plays the word, Up and Down choose another."""
        if key in ("up", "down") and self._words:
            self._at = (self._at + (1 if key == "down" else -1)) % len(self._words)
            self._ask()
        elif key == "tab":
            self._with_entry(self._hear)
        else:
            return super().take_other(key)
        return True

    def _with_entry(self, act: Callable[[LexiconEntry], None]) -> None:
        try:
            act(entry_of(self.word, self._prompt.typed, self._reading.document.language))
        except (ValueError, ReaderError) as error:
            self._prompt.ask(f"{str(error).rstrip('.')}. {self.word} is pronounced: ")

    def _hear(self, entry: LexiconEntry) -> None:
        reading = self._reading
        utterance = reading.spoken.narration.at(Position(reading.place.position.page, self._words[self._at][0]))
        if utterance:
            reading.player.play_apart([reading.spoken.narration.as_said_with(entry, utterance)])

    def _keep(self, entry: LexiconEntry) -> None:
        reading = self._reading
        pronunciations.correct(entry, reading.spoken.narration, reading.library)
        others = (line for line in reading.document.lexicon if not _is_for(line, entry.written))
        reading.take_lexicon((*others, entry.line))
        self.dismiss(f"{entry.written} is pronounced {self._prompt.typed} in this document.")


def entry_of(word: str, typed: str, language: str) -> LexiconEntry:
    """A pronunciation as it was typed: in letters, /IPA/ or [[mnemonics]]. Raises ValueError with what is wrong."""
    typed = typed.strip()
    if not typed:
        raise ValueError("Type the pronunciation: in letters, or in IPA between slashes")
    table: dict[str, object] = {"said": typed}
    if len(typed) > 2 and typed[0] == typed[-1] == "/":
        table = {"ipa": typed[1:-1]}
    elif typed.startswith("[[") and typed.endswith("]]"):
        table = {"phonemes": typed[2:-2]}
    return make_entry(word, {**table, "language": language.partition("-")[0].lower() or "en"})


def _is_for(line: str, written: str) -> bool:
    return any(entry.written == written for entry in parse_lexicon(line, "The document"))
