"""The player as a reading uses it: opened when sound is first needed, its speed, volume, and what of it is heard.

Knows no place and no document: it is given utterances, and says which of them and which word is heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import QueuedUtterance, Utterance, queued
from tui_reader.reading.observers import Observers
from tui_reader.tts.open_engine import LIVE

if TYPE_CHECKING:  # what sounds is imported when sound is wanted: the first page should not wait for it
    from collections.abc import Mapping

    from tui_reader.casting import Cast
    from tui_reader.playback.events import Event, Lost
    from tui_reader.playback.player_protocol import PlayerProtocol
    from tui_reader.tts.render import SpeechStyle

SPEEDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.25, 2.5, 2.75, 3.0, 3.5, 4.0)
NOTHING_PLAYED = 0
"""A serial that no run of playing has: late events of a run that was left are dropped."""


class HeardSpan(NamedTuple):
    """What is heard: the beginning of an utterance, a word of it, or the end of the run."""

    utterance: Utterance | None
    """None at the end."""
    start: int = 0
    end: int = 0
    """The word's characters in the utterance's printed text."""
    begins: bool = False
    """Whether the utterance begins and no word of it is heard yet."""
    is_estimated: bool = False
    """Whether it may be another word of the utterance."""


class PlaybackController:
    """Plays utterances, one after the other, and holds how fast and how loud."""

    def __init__(
        self,
        speed: float,
        volume: float,
        stereo: bool,
        pauses: Mapping[Pause, int],
        cast: Callable[[], Cast],
        make_player: Callable[[Cast, SpeechStyle], PlayerProtocol],
        in_style: Callable[[SpeechStyle], SpeechStyle] = lambda style: style,
    ) -> None:
        """`speed` 1 is the voices' own, `volume` 0 to 1, `stereo` and `pauses` as in `SpeechStyle`.

        `cast` and `make_player` are called when sound is first needed, and `make_player` again when a player is lost.
        `in_style` adds to the style what is not set here.
        """
        self.speed, self.volume, self.muted = speed, volume, False
        self._stereo, self._pauses = stereo, pauses
        self._cast, self._make_player, self._in_style = cast, make_player, in_style
        self._player: PlayerProtocol | None = None
        self._serial = NOTHING_PLAYED
        self._apart = False
        """Whether what plays does not belong to the reading: a voice on trial, a word alone."""
        self._by_voices = False
        """Whether the player's style is that of what does not belong to the reading."""
        self.changed = Observers()
        """Told when speed, stereo or pauses have changed: `change` applies them."""

    @property
    def playing(self) -> bool:
        """Whether the reading itself is heard now."""
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
        """Whether there is a player that makes sound data, and so has earcons; a live engine speaks by itself."""
        return self._player is not None and self._player.engine_name not in ("", *LIVE)

    def start(self) -> PlayerProtocol:
        """Open engine and device, so that the first key finds them ready."""
        if self._player is None:
            self._player = self._make_player(self._cast(), self._style)
            self._player.volume, self._player.muted = self.volume, self.muted
        return self._player

    @property
    def _style(self) -> SpeechStyle:
        from tui_reader.tts.render import SpeechStyle

        return self._in_style(SpeechStyle(self.speed, self._stereo, self._pauses))

    def play(self, utterances: Iterator[QueuedUtterance]) -> None:
        """Say these utterances of the reading."""
        player = self.start()
        if self._by_voices:
            self._by_voices = False
            player.change(self._cast(), self._style)
        self._apart = False
        self._serial = player.play(utterances)

    def play_apart(self, utterances: Iterable[Utterance]) -> None:
        """Say these utterances, which do not belong to the reading: their events are dropped.

        They are said by voices, also where there is a recording of them.
        """
        from dataclasses import replace

        player = self.start()
        player.change(self._cast(), replace(self._style, recording=False))
        self._by_voices = True
        self._apart = True
        self._serial = player.play(queued(utterances))

    def pause(self) -> None:
        """Pause, to go on at the same sound."""
        self.start().pause()

    def resume(self) -> None:
        """Go on at the same sound."""
        self.start().resume()

    def stop(self) -> bool:
        """Stop, and drop the events that are on their way. True if anything was played or paused."""
        busy = self._player is not None and (self.playing or self.paused or self._apart)
        if self._player and busy:
            self._player.stop()
            self.drop()
        return busy

    def end(self) -> None:
        """Stop after the utterance that is heard now."""
        if self._player:
            self._player.end()

    def drop(self) -> None:
        """Drop all further events of this run."""
        self._apart, self._serial = False, NOTHING_PLAYED

    def change(self) -> bool:
        """Use the present cast, speed and pauses for what is made from now on. True if there is a player."""
        if self._player is None:
            return False
        self._player.change(self._cast(), self._style)
        return True

    def faster(self) -> str:
        """Take the next higher speed."""
        return self.set_speed(next((s for s in SPEEDS if s > self.speed), SPEEDS[-1]))

    def slower(self) -> str:
        """Take the next lower speed."""
        return self.set_speed(next((s for s in reversed(SPEEDS) if s < self.speed), SPEEDS[0]))

    def set_speed(self, speed: float) -> str:
        """Set the speed, within those of SPEEDS."""
        self.speed = speed
        self.changed.tell()
        return f"Speed {speed:g}."

    def set_style(self, speed: float, stereo: bool, pauses: Mapping[Pause, int]) -> None:
        """Take another speed, stereo or pauses."""
        self.speed, self._stereo, self._pauses = speed, stereo, pauses
        self.changed.tell()

    def louder(self) -> str:
        """Raise the volume by a tenth."""
        return self.set_volume(min(1.0, self.volume + 0.1))

    def softer(self) -> str:
        """Lower the volume by a tenth."""
        return self.set_volume(max(0.0, self.volume - 0.1))

    def set_volume(self, volume: float) -> str:
        """Set the volume, 0 to 1."""
        self.volume = round(volume, 2)
        if self._player:
            self._player.volume = self.volume
        return f"Volume {round(100 * self.volume)} percent."

    def toggle_sound(self) -> str:
        """Turn the sound off or on; without it the words are marked at the same pace."""
        self.set_muted(not self.muted)
        return "Sound off." if self.muted else "Sound on."

    def set_muted(self, muted: bool) -> None:
        """Turn the sound off (True) or on."""
        self.muted = muted
        if self._player:
            self._player.muted = muted

    def word(self) -> HeardSpan | None:
        """The word that is heard now, or at which it is paused."""
        heard = None if self._apart or self._player is None else self._player.heard()
        return HeardSpan(*heard) if heard else None

    def heard_in(self, event: Event) -> HeardSpan | None:
        """What of the reading is heard at an event of the player; None for other events, and those of an old run."""
        from tui_reader.playback.events import Began, Finished, Lost, WordHeard

        if isinstance(event, Lost):
            self._play_on(event)
        if not isinstance(event, Began | WordHeard | Finished) or event.serial != self._serial or self._apart:
            return None
        if isinstance(event, Finished):
            return HeardSpan(None)
        if isinstance(event, WordHeard):
            return HeardSpan(event.utterance, event.start, event.end, is_estimated=event.is_estimated)
        return HeardSpan(event.utterance, begins=True)

    def was_silenced_by(self, event: Event) -> bool:
        """Whether what is read has been paused by something else than the person, at this event."""
        from tui_reader.playback.events import Silenced, Unplugged

        by_another = isinstance(event, Silenced) and event.serial == self._serial
        return (by_another or isinstance(event, Unplugged)) and self.paused and not self._apart

    def _play_on(self, event: Lost) -> None:
        """Go on with the next player where one was lost."""
        if self._player is None:
            return
        left = event.left()
        self._player.close()
        self._player = None
        player = self.start()
        self._serial = player.play(left) if left else NOTHING_PLAYED

    def close(self) -> None:
        """Release the engine and the device; they are opened again when sound is needed."""
        if self._player:
            self._player.close()
            self._player = None
