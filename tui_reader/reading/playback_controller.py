"""Reading aloud: the player in the words of a reading. What is said, what of it is heard, how fast and how loud.

Knows no place and no document: it is given utterances, and says which of them and which word is heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.narration.utterance import Pause, QueuedUtterance, Utterance, queued
from tui_reader.tts.open_engine import LIVE

if TYPE_CHECKING:  # what sounds is imported when sound is wanted: the first page should not wait for it
    from collections.abc import Mapping

    from tui_reader.casting import Cast
    from tui_reader.playback.events import Event, Lost
    from tui_reader.playback.player_protocol import PlayerProtocol
    from tui_reader.tts.render import SpeechStyle

SPEEDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.25, 2.5, 2.75, 3.0, 3.5, 4.0)
NOTHING_PLAYED = 0
"""No run of playing has this serial: what is still on its way from one that was left is dropped."""


class HeardSpan(NamedTuple):
    """What the player told: an utterance begun, a word of it, or the end of all."""

    utterance: Utterance | None
    """None at the end."""
    start: int = 0
    end: int = 0
    """The word's characters in the utterance's printed text."""
    begins: bool = False
    """Whether the utterance begins, and no word yet."""


class PlaybackController:
    """One voice after the other, from what it is given."""

    def __init__(
        self,
        speed: float,
        volume: float,
        stereo: bool,
        pauses: Mapping[Pause, int],
        cast: Callable[[], Cast],
        make_player: Callable[[Cast, SpeechStyle], PlayerProtocol],
    ) -> None:
        """`speed` 1 is the voices' own, `volume` 0 to 1, `stereo` and `pauses` as `Manner` has them.

        `cast` and `make_player` are called when sound is first wanted, and `make_player` again when a player is lost.
        """
        self.speed, self.volume, self.muted = speed, volume, False
        self._stereo, self._pauses = stereo, pauses
        self._cast, self._make_player = cast, make_player
        self._player: PlayerProtocol | None = None
        self._serial = NOTHING_PLAYED
        self._apart = False
        """Whether what plays is none of the reading: a voice is tried."""

    @property
    def playing(self) -> bool:
        """Whether the reading is heard now."""
        return self._player is not None and self._player.playing and not self._apart

    @property
    def paused(self) -> bool:
        """Whether the player can go on at the same sound."""
        return self._player is not None and self._player.paused

    @property
    def silent(self) -> bool:
        """Whether nothing can be heard: the sound is off, or there is no device."""
        return self.muted or (self._player is not None and self._player.device_name == "none")

    @property
    def makes_sound(self) -> bool:
        """Whether there is a player that makes the sound itself, and so has earcons."""
        return self._player is not None and self._player.engine_name not in ("", *LIVE)

    def start(self) -> PlayerProtocol:
        """Open engine and device, so that the first key finds them ready."""
        if self._player is None:
            self._player = self._make_player(self._cast(), self._manner)
            self._player.volume, self._player.muted = self.volume, self.muted
        return self._player

    @property
    def _manner(self) -> SpeechStyle:
        from tui_reader.tts.render import SpeechStyle

        return SpeechStyle(self.speed, self._stereo, self._pauses)

    def play(self, cues: Iterator[QueuedUtterance]) -> None:
        """Say these."""
        self._apart = False
        self._serial = self.start().play(cues)

    def play_apart(self, utterances: Iterable[Utterance]) -> None:
        """Say these, which are none of the reading: nothing of them is told."""
        player = self.start()
        player.change(self._cast(), self._manner)
        self._apart = True
        self._serial = player.play(queued(utterances))

    def pause(self) -> None:
        """Fall silent, to go on at the same sound."""
        self.start().pause()

    def resume(self) -> None:
        """Go on at the same sound."""
        self.start().resume()

    def stop(self) -> bool:
        """Fall silent; what was on its way is dropped. Whether there was anything to stop."""
        busy = self._player is not None and (self.playing or self.paused or self._apart)
        if self._player and busy:
            self._player.stop()
            self.drop()
        return busy

    def end(self) -> None:
        """Let the utterance that is being heard be the last."""
        if self._player:
            self._player.end()

    def drop(self) -> None:
        """Take nothing more of what the player still tells of this run."""
        self._apart, self._serial = False, NOTHING_PLAYED

    def change(self) -> bool:
        """Take what is new in cast, speed or volume into what is made from now on. Whether there is a player."""
        if self._player is None:
            return False
        self._player.change(self._cast(), self._manner)
        return True

    def faster(self) -> str:
        """The next higher speed."""
        self.speed = next((s for s in SPEEDS if s > self.speed), SPEEDS[-1])
        return f"Speed {self.speed:g}."

    def slower(self) -> str:
        """The next lower speed."""
        self.speed = next((s for s in reversed(SPEEDS) if s < self.speed), SPEEDS[0])
        return f"Speed {self.speed:g}."

    def take(self, speed: float, stereo: bool, pauses: Mapping[Pause, int]) -> None:
        """Say all so that comes after the next `change`."""
        self.speed, self._stereo, self._pauses = speed, stereo, pauses

    def louder(self) -> str:
        """A tenth louder."""
        return self.set_volume(min(1.0, self.volume + 0.1))

    def softer(self) -> str:
        """A tenth softer."""
        return self.set_volume(max(0.0, self.volume - 0.1))

    def set_volume(self, volume: float) -> str:
        """So loud, 0 to 1."""
        self.volume = round(volume, 2)
        if self._player:
            self._player.volume = self.volume
        return f"Volume {round(100 * self.volume)} percent."

    def mute(self) -> str:
        """Turn the sound off and on; words are told at the same pace without it."""
        self.set_muted(not self.muted)
        return "Sound off." if self.muted else "Sound on."

    def set_muted(self, muted: bool) -> None:
        """Have the sound off, or on."""
        self.muted = muted
        if self._player:
            self._player.muted = muted

    def word(self) -> HeardSpan | None:
        """The word that is heard now, or where it was paused."""
        heard = None if self._apart or self._player is None else self._player.heard()
        return HeardSpan(*heard) if heard else None

    def told(self, event: Event) -> HeardSpan | None:
        """What an event of the player says of the reading; None where it says nothing, or of another run."""
        from tui_reader.playback.events import Began, Finished, Lost, WordHeard

        if isinstance(event, Lost):
            self._play_on(event)
        if not isinstance(event, Began | WordHeard | Finished) or event.serial != self._serial or self._apart:
            return None
        if isinstance(event, Finished):
            return HeardSpan(None)
        if isinstance(event, WordHeard):
            return HeardSpan(event.utterance, event.start, event.end)
        return HeardSpan(event.utterance, begins=True)

    def _play_on(self, event: Lost) -> None:
        """Have the next player go on where one was lost."""
        if self._player is None:
            return
        left = event.left()
        self._player.close()
        self._player = None
        player = self.start()
        self._serial = player.play(left) if left else NOTHING_PLAYED

    def close(self) -> None:
        """Let go of the sound; it is there again when it is wanted."""
        if self._player:
            self._player.close()
            self._player = None
