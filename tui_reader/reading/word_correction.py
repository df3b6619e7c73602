"""The words of a page whose pronunciation can be corrected: heard with another one, and kept for the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.document.model import Position

if TYPE_CHECKING:
    from tui_reader.narration.normalization import LexiconEntry
    from tui_reader.reading.reading import Reading

WORD = re.compile(r"\w(?:[\w’'.-]*\w)?")
"""A word that can be corrected: letters and digits, with signs inside a word or number."""


class WordCorrection:
    """The words of the page at the place."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        page = reading.place.page
        self._page, self._text = page.index if page else 0, page.text if page else ""
        self.spans = [match.span() for match in WORD.finditer(self._text)]
        """The characters of each word, from one up to another."""

    @property
    def here(self) -> int:
        """The index of the word at the place: the one that was last heard."""
        offset = self._reading.place.position.offset
        return max(0, sum(1 for start, _ in self.spans if start <= offset) - 1)

    def word(self, index: int) -> str:
        """The printed word."""
        start, end = self.spans[index]
        return self._text[start:end]

    def entry(self, index: int, typed: str) -> LexiconEntry:
        """A word with a pronunciation as it was typed: in letters, /IPA/ or [[mnemonics]].

        Raises ValueError with what is wrong.
        """
        return entry_of(self.word(index), typed, self._reading.document.language)

    def hear(self, index: int, entry: LexiconEntry | None = None) -> None:
        """Play the sentence of a word, with another pronunciation where an entry is given."""
        narration = self._reading.spoken.narration
        utterance = narration.at(Position(self._page, self.spans[index][0]))
        if utterance:
            self._reading.player.play_apart([narration.as_said_with(entry, utterance) if entry else utterance])

    def keep(self, entry: LexiconEntry, typed: str) -> str:
        """Save a pronunciation for the document; what there is to say of it. Raises ReaderError."""
        from tui_reader.library import pronunciations

        reading = self._reading
        pronunciations.correct(entry, reading.spoken.narration, reading.library)
        others = (line for line in reading.document.lexicon if not _is_for(line, entry.written))
        reading.take_lexicon((*others, entry.line))
        return f"{entry.written} is pronounced {typed} in this document."


def entry_of(word: str, typed: str, language: str) -> LexiconEntry:
    """A pronunciation as it was typed: in letters, /IPA/ or [[mnemonics]]. Raises ValueError with what is wrong."""
    from tui_reader.narration.normalization import make_entry

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
    from tui_reader.narration.normalization import parse_lexicon

    return any(entry.written == written for entry in parse_lexicon(line, "The document"))
