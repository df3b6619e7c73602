"""What the desktop may ask of a reading, as a command of the table or as a change of the reading."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.playback.asked import Asked, Wish
from tui_reader.reading import Reading
from tui_reader.reading.playback_controller import SPEEDS
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND
from tui_reader.terminal.commands import CommandId


def command_for(asked: Asked, playing: bool) -> CommandId | None:
    """The command that does what is asked; None where it is done already, or is no command."""
    if asked.wish is Wish.NEXT:
        return "next_page"
    if asked.wish is Wish.PREVIOUS:
        return "previous_page"
    toggles = asked.wish is Wish.PLAY_PAUSE or asked.wish is (Wish.PAUSE if playing else Wish.PLAY)
    return "play_or_pause" if toggles else None


def adjust(reading: Reading, asked: Asked) -> str | None:
    """Stop, or change place, speed or volume as asked; returns a line to say, or None."""
    if asked.wish is Wish.STOP:
        reading.playback.stop()
    elif asked.wish in (Wish.SEEK, Wish.POSITION):
        return _seek(reading, asked.amount, from_here=asked.wish is Wish.SEEK)
    elif asked.wish is Wish.RATE:
        return reading.player.set_speed(min(SPEEDS[-1], max(SPEEDS[0], round(asked.amount, 2))))
    elif asked.wish is Wish.VOLUME:
        return reading.player.set_volume(min(1.0, max(0.0, asked.amount)))
    return None


def _seek(reading: Reading, seconds: float, from_here: bool) -> str | None:
    """Go by seconds from here or from the beginning of this page: in the recording, or at the voices' usual pace."""
    place, page = reading.place, reading.place.page
    if page is None:
        return None
    if track := reading.recorded.track(place.position):
        wanted = (track.here if from_here else track.begin) + seconds
        if wanted > track.until:
            return place.next_page()
        reading.playback.seek(reading.recorded.place_at(page.index, wanted))
        return None
    offset = (place.position.offset if from_here else 0) + seconds * CHARACTERS_A_SECOND
    if offset > len(page.text):
        return reading.place.next_page()
    at = max(0, int(offset))
    reading.playback.seek(Position(page.index, max(page.text.rfind(blank, 0, at) for blank in " \n") + 1))
    return None
