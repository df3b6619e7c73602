"""Where the person is in the document, in a line, and how long the rest takes: what the key of "where" tells."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.reading.place import Place
    from tui_reader.reading.playback_controller import PlaybackController
    from tui_reader.reading.recorded_sound import RecordedSound
    from tui_reader.reading.snippets import SnippetPlayback
    from tui_reader.settings import Settings

AGAIN = 8.0
"""Seconds within which who asks twice wants to know the document."""


class Whereabouts:
    """Answers where the person is; asked again at once, it tells more."""

    def __init__(
        self,
        place: Place,
        recorded: RecordedSound,
        player: PlaybackController,
        snippets: Callable[[], SnippetPlayback],
        settings: Callable[[], Settings],
    ) -> None:
        """`snippets` is called when the title is to be said, `settings` gives those in force."""
        self._place, self._recorded, self._player = place, recorded, player
        self._snippets, self._settings = snippets, settings
        self._asked, self._title_told = -math.inf, False

    def tell(self) -> str | None:
        """One line: the turn, who speaks, its act or scene, how far it is, and how long the rest takes.

        Asked again within some seconds, the title and the date of the document; None where the narrator says them, for
        it reads aloud. Asked a third time, who speaks how much, and the parts.
        """
        again, self._asked = time.monotonic() - self._asked < AGAIN, time.monotonic()
        if again and not self._title_told and (title := self._place.title):
            self._title_told = True
            return None if self._snippets().say_title() else title
        if again and self._place.document.turns:
            from tui_reader.reading.shape import shape_of

            self.forget()
            return shape_of(self._place.whole)
        self._title_told = False
        return self._here()

    def _here(self) -> str:
        from tui_reader.terminal.counts import duration

        place, page = self._place, self._place.page
        if page is None:
            return "The document has no text."
        percent = place.progress.percent(place.position)
        section = place.document.section_of(page.part) if page.turn else ""
        named = f"{place.name_of(page)}. {section}." if section else f"{place.name_of(page)}."
        recorded = f" {heard}" if (heard := self._recorded.where(place.position)) else ""
        return f"{named} {percent} percent, {duration(self.seconds_left())} left.{recorded}"

    def forget(self) -> None:
        """Something else was done since: asked now, it is not asked again."""
        self._asked = -math.inf

    def seconds_left(self) -> float:
        """Seconds of reading from here to the end, at the speed that is set."""
        from tui_reader.narration.pause import Pause

        speed, position = self._player.speed, self._place.position
        if (recorded := self._recorded.seconds_left(position)) is not None:
            return recorded / speed
        return self._place.progress.seconds_left(position, speed, self._settings().pauses[Pause.CHANGE])
