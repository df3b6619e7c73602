"""The words of the status line: where the reader is, what is playing, search hits, the time left. Paints nothing."""

from __future__ import annotations

from bisect import bisect_right

from tui_reader.document.model import Page
from tui_reader.faces.tui.state import ScreenState
from tui_reader.reading import Reading
from tui_reader.terminal.counts import length
from tui_reader.terminal.keymap import Keymap


def place(reading: Reading, page: Page | None, named: bool = False) -> str:
    """The place: "Turn 6 of 23", or the part where it is not a turn; `named`: with the speaker's short name."""
    if page is None:
        return "No text"
    if page.turn and named:
        return reading.place.name_of(page)
    if page.turn:
        return f"Turn {page.turn.number} of {len(reading.document.turns)}"
    from tui_reader.reading.typed_place import part_starts

    starts = part_starts(reading.document)
    return f"Part {bisect_right(starts, page.index)} of {len(starts)}"


def short_place(reading: Reading, page: Page | None) -> str:
    """The same in a few cells: "6 of 23"."""
    return place(reading, page).removeprefix("Turn ").replace("Part ", "part ")


def playing(reading: Reading) -> str:
    """What is playing: "playing, 1.0", "stopped", "your turn, 12 s"."""
    if reading.rehearsing and (turn := reading.rehearsal.turn) and not reading.playback.paused:
        return f"your turn, {'Space goes on' if reading.playback.waiting else length(max(1, turn.seconds))}"
    if reading.playback.playing:
        speed = reading.player.speed
        told = f"{speed:.1f}" if round(speed, 1) == speed else f"{speed:g}"
        return f"playing{', no sound' if reading.player.silent else ''}, {told}"
    return "stopped"


def hit(reading: Reading) -> str:
    """Which search hit is the current one: "hit 3 of 12"; "" where there is no current hit."""
    found = reading.search.results
    return f"hit {found.index + 1} of {len(found.hits)}" if found and found.index is not None else ""


def time_left(seconds: float) -> str:
    """How long the rest takes, to the minute: "about 6 min left", "about 2 h 5 min left", "less than a minute left"."""
    if seconds < 60:
        return "less than a minute left"
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours >= 10:
        return f"about {round(seconds / 3600)} h left"
    told = (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")
    return f"about {' '.join(filter(None, told))} left"


def bar(utf8: bool, calm: bool) -> tuple[str, str]:
    """The signs of a progress bar for what is done and what is not; a calm screen has no bar."""
    return ("", "") if calm else ("█", "░") if utf8 else ("#", ".")


class TimeLeft:
    """How long the rest takes, reckoned once a turn: a screen reader would read out a running clock forever."""

    def __init__(self) -> None:
        self._reckoned: tuple[str, int, float] | None = None
        self._told = ""

    def of(self, reading: Reading, page: Page | None) -> str:
        """The time left from this page on, in words; without a page what it was before."""
        if page and (now := (reading.document.key, page.index, reading.player.speed)) != self._reckoned:
            self._reckoned, self._told = now, time_left(reading.whereabouts.seconds_left())
        return self._told


def status_words(
    reading: Reading, where: str, state: ScreenState, keys: Keymap, left: str, away: bool, more: bool
) -> str:
    """The whole line: the place (`where`), search hit, selection, what is playing, `left`.

    `away` is whether the text was scrolled away from the place, `more` whether the page goes on below the screen.
    """
    key = keys.key
    words = (
        where,
        hit(reading),
        f"{key('follow')} goes back" if away else "",
        f"selected: {key('copy')} copies, {key('highlight')} highlights" if state.selection else "",
        playing(reading),
        left,
        "more below" if more else "",
    )
    return "   ".join(filter(None, words))
