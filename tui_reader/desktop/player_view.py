"""What the desktop is shown of a reading: who speaks, in which document, how far the turn is, whether it is heard.

A track is a page: a turn, or what stands before the turns of a part. Times are those of speed 1, as MPRIS wants it.
"""

from __future__ import annotations

from tui_reader.cleaning import one_line
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND

NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
"""The name of no track; MPRIS has it."""
LONGEST = 300
"""Characters of a title or a name."""


class PlayerView(NamedTuple):
    """A moment of a reading."""

    status: str
    """As MPRIS names it: "Playing", "Paused" or "Stopped"."""
    rate: float
    """How many times faster than the voices' own speed."""
    volume: float
    """0 to 1."""
    track: str = NO_TRACK
    """The name of the page, a path of D-Bus."""
    number: int = 0
    """The turn's number, from 1; 0 for what is no turn."""
    title: str = ""
    """The document's."""
    speaker: str = ""
    """Empty for what nobody says."""
    length: float = 0.0
    """Seconds of the whole page."""
    position: float = 0.0
    """Seconds from the beginning of the page to the place."""
    has_previous: bool = False
    has_next: bool = False

    def position_after(self, seconds: float) -> float:
        """The position so many seconds later."""
        return min(self.length, self.position + seconds * self.rate) if self.status == "Playing" else self.position


def view_of(reading: Reading, reading_on: bool = False, held: bool = False) -> PlayerView:
    """What there is to show now.

    `reading_on`: pages are turned without a voice, each in the time that it takes to read; `held`: that is paused.
    """
    player, place, document = reading.player, reading.place, reading.document
    playing = reading.playback.playing or reading_on
    status = "Playing" if playing else "Paused" if player.paused or held else "Stopped"
    page = place.page
    if page is None:
        return PlayerView(status, player.speed, player.volume)
    person = document.person(page.speaker)
    track = reading.recorded.track(place.position)
    return PlayerView(
        status,
        player.speed,
        player.volume,
        f"/tui_reader/page/{page.index + 1}",
        page.turn.number if page.turn else 0,
        one_line(document.heading, LONGEST),
        one_line(person.name or document.short_name(person.id), LONGEST) if person else "",
        track.until - track.begin if track else len(page.text) / CHARACTERS_A_SECOND,
        track.here - track.begin if track else place.position.offset / CHARACTERS_A_SECOND,
        page.index > 0,
        page.index + 1 < len(document.pages),
    )
