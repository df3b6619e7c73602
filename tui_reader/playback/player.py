"""Plays utterances: makes their sound ahead, feeds the device, posts events as they are heard.

The maker's thread owns the engine and makes sound; the events' thread watches the device's clock; the device and its
threads are `sound_output`'s. The player knows utterances, not documents or faces: what comes after an utterance is
given as an iterator.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

from tui_reader.errors import EngineError, RecordingFailed
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import QueuedUtterance, Utterance
from tui_reader.playback.base_player import BasePlayer
from tui_reader.playback.device import Device
from tui_reader.playback.due_events import DueEvents
from tui_reader.playback.engine_fallback import EngineFallback
from tui_reader.playback.events import Event, Finished, PlayerState, Trouble, Unplugged
from tui_reader.playback.fades import DUCK, FADE
from tui_reader.playback.sound_output import SoundOutput
from tui_reader.playback.track import Track, TrackPosition, TrackStretch
from tui_reader.tts.engine import Engine
from tui_reader.tts.render import ALONE, Casting, Neighbours, RecordedEngine, Sound, SpeechStyle, render

AHEAD = 8
"""Seconds of sound made ahead, and always the next utterance: it limits memory and the work that a jump discards."""


class _Making(NamedTuple):
    """How a stretch is made."""

    casting: Casting
    style: SpeechStyle
    neighbours: Neighbours


class Player(BasePlayer):
    """Plays utterances one after the other on one device. Call it from any thread but the device's."""

    def __init__(
        self,
        engines: Sequence[Callable[[], Engine]],
        open_device: Callable[[int], tuple[Device, str | None]],
        casting: Casting,
        style: SpeechStyle,
        post: Callable[[Event], None],
    ) -> None:
        """`engines` open the engine and those to fall back on, in order. They and `open_device(sample_rate)` are called
        at once on the maker's thread, so that the first key finds a ready engine. `post` is called from several threads
        and must not wait."""
        super().__init__(casting, style, post)
        self._engines = EngineFallback(engines, self._tell)
        self._output = SoundOutput(open_device, self._tell)
        self._track: Track | None = None
        self._threads = [
            threading.Thread(target=self._make, name="maker", daemon=True),
            threading.Thread(target=self._post_events, name="events", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def engine_name(self) -> str:
        """The name of the engine in use; empty before it is open, and if none could be opened."""
        return self._engines.engine.name if self._engines.engine else ""

    @property
    def device_name(self) -> str:
        """The sound device's name; "none" where it is silent; empty before it is open."""
        return self._output.name

    @property
    def volume(self) -> float:
        """0 to 1."""
        return self._output.volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._output.volume = volume

    @property
    def muted(self) -> bool:
        """Whether it reads on without sound, at the same pace."""
        return self._output.muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._output.muted = muted

    @property
    def starved(self) -> int:
        """Frames of silence in this run because the sound was not made in time."""
        return self._track.cursor.starved if self._track else 0

    def play(self, queued: Iterator[QueuedUtterance]) -> int:
        """Play these one after the other; returns the serial of this run. What played before falls silent."""
        with self._change:
            self._serial += 1
            first = next(queued, None)
            if first is None:
                self.stop()
                self._post(Finished(self._serial))
                return self._serial
            self._track = Track(self._serial, first, queued, self._output.head_start, self._output.edge)
            self._output.turn_to(self._track.cursor, DUCK if first.utterance.beside else FADE)
            self._state = PlayerState.PLAYING
            self._change.notify_all()
            return self._serial

    def pause(self) -> None:
        """Fall silent at once, to go on at the very sample where the sound began to fade."""
        with self._change:
            if self.playing and self._track:
                self._fall_silent()
                self._state = PlayerState.PAUSED
                self._change.notify_all()

    def resume(self) -> None:
        """Go on from the very sample where it was paused."""
        with self._change:
            if self.paused and self._track:
                self._state = PlayerState.PLAYING
                self._output.turn_to(self._track.cursor)
                if self._track.cursor.ready:
                    self._output.start()
                self._change.notify_all()

    def stop(self) -> None:
        """Fall silent and forget the place."""
        with self._change:
            self._track = None
            self._fall_silent()
            self._state = PlayerState.STOPPED
            self._change.notify_all()

    def _fall_silent(self) -> None:
        self._output.turn_to(None)
        self._output.stop()

    def end(self) -> None:
        """Let the utterance that is being heard be the last of this run."""
        with self._change:
            if self._track:
                self._track.end()

    def heard(self) -> tuple[Utterance, int, int] | None:
        """As `PlayerProtocol.heard` says; before the first word is heard, the word with which the utterance begins.

        That word is empty where the utterance begins at its start.
        """
        with self._change:
            if self._track is None:
                return None
            position = self._position() or self._track.cursor.origin
            if word := position.word:
                return position.stretch.utterance, word.start, word.end
            return position.stretch.utterance, *position.stretch.begins

    def close(self) -> None:
        """Fall silent, end the threads, release engine and device. Safe to call twice."""
        with self._change:
            self._closing = True
            self.stop()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(5)
        self._output.close()

    # The maker's thread

    def _make(self) -> None:
        try:
            self._open()
            while self._engines.engine and not self._closing:
                self._make_next(self._engines.engine)
        except Exception as error:  # noqa: BLE001  whatever it is, nobody may wait in silence
            self._tell(f"Reading aloud has ended: this is an error of the program ({error!r}).")
            self.stop()
        finally:
            self._ready.set()
            self._engines.close()

    def _open(self) -> None:
        """The first engine that can be opened, and a device at its sample rate."""
        self._engines.open()
        if self._engines.engine:
            self._output.open(self._engines.engine.sample_rate)
            with self._change:
                if self._track:
                    self._output.turn_to(self._track.cursor)

    def _make_next(self, engine: Engine) -> None:
        """Wait until sound is wanted and make that of one utterance."""
        self._ready.set()
        with self._change:
            track = self._track
            if track is None or not track.wants_more(AHEAD * engine.sample_rate):
                self._change.wait(0.1 if self.playing else None)
                return
            stretch = track.next_stretch()
            neighbours = track.neighbours() if stretch and isinstance(engine, RecordedEngine) else ALONE
            making = _Making(self._casting, self._style, neighbours)
        if stretch:
            while self._engines.engine and not self._render(track, stretch, self._engines.engine, making):
                stretch = track.retry(stretch)
            stretch.done = True
            self._go_on(track)

    def _go_on(self, track: Track) -> bool:
        """Start the device when there is sound enough; earlier it would play silence first. False for an old track."""
        with self._change:
            if track is not self._track:
                return False
            if self.playing and track.cursor.ready:
                self._output.start()
                self._change.notify_all()
            return True

    def _render(self, track: Track, stretch: TrackStretch, engine: Engine, making: _Making) -> bool:
        """Make a stretch's sound; False where the engine failed and, if there is another, that has taken over."""

        def take(sound: Sound) -> bool:
            stretch.take(sound)
            return self._go_on(track)

        try:
            render(stretch.utterance, engine, making.casting, making.style, take, stretch.start, making.neighbours)
        except RecordingFailed as error:
            self._tell(f"{error} The voices read on.")
            return False
        except EngineError as error:
            self._engines.replace(error)
            if self._engines.engine is None:
                self.stop()
            return False
        return True

    # The events' thread

    def _position(self) -> TrackPosition | None:
        return self._track.cursor.heard(self._output.heard()) if self._track else None

    def _post_events(self) -> None:
        due = DueEvents()
        while not self._closing:
            with self._change:
                track = self._track
                if track is None or not self._output.is_open or not self.playing:
                    if not self._closing:
                        self._change.wait(None if self._ready.is_set() else 0.05)
                    continue
                self._output.tend()
                if unplugged := self._output.take_unplugged():
                    self.pause()
                    self._post(Unplugged(f"{unplugged} Reading has stopped."))
                    continue
                position = self._position()
                events, wait = due.at(track.serial, position, self._output.sample_rate)
                finished = position is not None and track.is_over(position)
                if finished:
                    self.stop()
                    events.append(Finished(track.serial))
            for event in events:
                self._post(event)
            with self._change:
                if track is self._track and not self._closing:
                    self._change.wait(wait)

    def _tell(self, line: str) -> None:
        self._post(Trouble(line))
