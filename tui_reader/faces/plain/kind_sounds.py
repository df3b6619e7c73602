"""Short sounds for the kinds of words that plain text mode prints: a heading, a direction, the mark of a note.

Off unless the setting `earcons` asks for them. Where the reader's own voice speaks, the sounds are in its speech.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui_reader.document.model import Page, Passage
from tui_reader.narration.narration_options import Earcons
from tui_reader.settings import Settings

if TYPE_CHECKING:
    from tui_reader.narration.utterance import Earcon
    from tui_reader.playback.short_sounds import ShortSounds

WANTED = (Earcons.KINDS, Earcons.ALL)


class KindSounds:
    """The sounds of one session."""

    def __init__(self, is_sound: bool, tell: Callable[[str], None]) -> None:
        """`is_sound`: whether anything may sound; `tell` is given a line, in another thread, where nothing can."""
        self._is_sound, self._tell = is_sound, tell
        self._sounds: ShortSounds | None = None

    def play(self, settings: Settings, passages: Iterable[Passage]) -> None:
        """Play the sounds of the passages that are printed now."""
        if not self._is_sound or settings.earcons not in WANTED:
            return
        found = earcons_of(passages)
        if self._sounds is None and found:
            self._sounds = self._made(settings)
        if self._sounds:
            self._sounds.play(found)

    def _made(self, settings: Settings) -> ShortSounds:
        from tui_reader.playback.open_device import open_device
        from tui_reader.playback.short_sounds import ShortSounds

        return ShortSounds(lambda rate: open_device(rate, settings.buffer, settings.device), self._tell)

    def close(self) -> None:
        """Fall silent."""
        if self._sounds:
            self._sounds.close()


def earcons_of(passages: Iterable[Passage]) -> list[Earcon]:
    """What tells the kinds of passages, each once, in the order in which they come."""
    from tui_reader.narration.utterance import EARCONS_OF_KINDS, Earcon

    found: dict[Earcon, None] = {}
    for passage in passages:
        if passage.kind in EARCONS_OF_KINDS:
            found[EARCONS_OF_KINDS[passage.kind]] = None
        if passage.marks:
            found[Earcon.NOTE] = None
    return list(found)


def passage_at(page: Page, offset: int) -> list[Passage]:
    """The passage in which a character of the page's text stands, without its marks; empty for none."""
    found = next((passage for at, passage in page.passages_at() if at <= offset < at + len(passage.text)), None)
    return [found._replace(marks=())] if found else []
