"""Plays utterances: makes their sound ahead, feeds the device, tells what is heard when.

The maker's thread owns the engine and makes sound; the due's watches the device's clock and posts events; the device
and its threads are `output`'s. The state is one value. The player knows utterances, not documents or faces: what comes
after an utterance is given as an iterator of cues.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

from tui_reader.errors import EngineError, ReaderError
from tui_reader.narration.utterance import QueuedUtterance, Utterance
from tui_reader.playback.device import Device
from tui_reader.playback.due_events import DueEvents
from tui_reader.playback.events import Event, Finished, Paused, Playing, State, Stopped, Trouble
from tui_reader.playback.fades import DUCK, FADE
from tui_reader.playback.sound_output import SoundOutput
from tui_reader.playback.track import HeardWord, Track, TrackStretch
from tui_reader.tts.engine import Engine
from tui_reader.tts.render import Casting, Sound, SpeechStyle, render

AHEAD = 8
"""Seconds of sound made ahead, and always the next utterance: bounds memory and the work that a jump throws away."""


class Player:
    """Plays utterances one after the other on one device. Call it from any thread but the device's."""

    def __init__(
        self,
        engines: Sequence[Callable[[], Engine]],
        open_device: Callable[[int], tuple[Device, str | None]],
        casting: Casting,
        style: SpeechStyle,
        post: Callable[[Event], None],
    ) -> None:
        """`engines` make the engine and those to fall back on, in order. They and `open_device(sample_rate)` are called
        at once on the maker's thread, so that the first key finds a ready engine. `post` is called from several threads
        and must not wait."""
        self._engines = list(engines)
        self._output = SoundOutput(open_device, lambda line: post(Trouble(line)))
        self._casting, self._style, self._post = casting, style, post
        self._state: State = Stopped()
        self._serial = 0
        self._track: Track | None = None
        self._engine: Engine | None = None
        self._closing = False
        self._change = threading.Condition(threading.RLock())
        self._ready = threading.Event()
        self._threads = [
            threading.Thread(target=self._make, name="maker", daemon=True),
            threading.Thread(target=self._tell, name="due", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def state(self) -> State:
        """Stopped, Paused or Playing."""
        return self._state

    @property
    def playing(self) -> bool:
        """Whether the state is Playing."""
        return isinstance(self._state, Playing)

    @property
    def paused(self) -> bool:
        """Whether the state is Paused."""
        return isinstance(self._state, Paused)

    @property
    def engine_name(self) -> str:
        """The engine in use; empty before it is open or where none is."""
        return self._engine.name if self._engine else ""

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
        """Whether it reads on in silence, at the same pace."""
        return self._output.muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._output.muted = muted

    @property
    def starved(self) -> int:
        """Frames of silence in this run that nobody chose: sound that was not made in time."""
        return self._track.cursor.starved if self._track else 0

    def wait_ready(self, seconds: float = 10) -> bool:
        """Wait until engine and device are open, or none can be."""
        return self._ready.wait(seconds)

    def play(self, cues: Iterator[QueuedUtterance]) -> int:
        """Play these one after the other. What played before falls silent.

        Returns the serial of this run.
        """
        with self._change:
            self._serial += 1
            first = next(cues, None)
            if first is None:
                self.stop()
                self._post(Finished(self._serial))
                return self._serial
            self._track = Track(self._serial, first, cues, self._output.head_start, self._output.edge)
            self._output.turn_to(self._track.cursor, DUCK if first.utterance.beside else FADE)
            self._state = Playing(self._serial)
            self._change.notify_all()
            return self._serial

    def pause(self) -> None:
        """Fall silent at once, to go on at the very sample where the sound began to fade."""
        with self._change:
            if isinstance(self._state, Playing) and self._track:
                self._fall_silent()
                self._state = Paused(self._track.serial)
                self._change.notify_all()

    def resume(self) -> None:
        """Go on from the very sample where it was paused."""
        with self._change:
            if isinstance(self._state, Paused) and self._track:
                self._state = Playing(self._track.serial)
                self._output.turn_to(self._track.cursor)
                if self._track.cursor.ready:
                    self._output.start()
                self._change.notify_all()

    def stop(self) -> None:
        """Fall silent and forget the place."""
        with self._change:
            self._track = None
            self._fall_silent()
            self._state = Stopped()
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
        """The utterance that is heard or paused in, and the printed word there, as characters of its printed text.

        Before its first word is heard, the word it begins with; an empty one where it begins at its start.
        """
        with self._change:
            if self._track is None:
                return None
            place = self._place() or self._track.cursor.origin
            if word := place.word:
                return place.stretch.utterance, word.start, word.end
            return place.stretch.utterance, *place.stretch.begins

    def change(self, casting: Casting | None = None, style: SpeechStyle | None = None) -> None:
        """Other voices, another speed: heard from the next utterance that is made; `play` again to hear it at once."""
        with self._change:
            self._casting = casting or self._casting
            self._style = style or self._style

    def close(self) -> None:
        """Fall silent, end the threads, let go of engine and device. Safe to call twice."""
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
            while self._engine and not self._closing:
                self._make_next()
        finally:
            self._ready.set()
            if self._engine:
                self._engine.close()

    def _open(self) -> None:
        """The first engine that can be opened, and a device at its sample rate."""
        self._engine = self._next_engine(None)
        if self._engine:
            self._output.open(self._engine.sample_rate)
            with self._change:
                if self._track:
                    self._output.turn_to(self._track.cursor)

    def _next_engine(self, sample_rate: int | None) -> Engine | None:
        """The next engine that can be opened, at that sample rate if one is given; a line tells each that cannot."""
        while self._engines:
            try:
                engine = self._engines.pop(0)()
            except ReaderError as error:
                self._post(Trouble(str(error)))
                continue
            if sample_rate in (None, engine.sample_rate):
                return engine
            engine.close()
        return None

    def _make_next(self) -> None:
        """Wait until sound is wanted and make that of one utterance."""
        assert self._engine
        self._ready.set()
        with self._change:
            track = self._track
            if track is None or not track.wants_more(AHEAD * self._engine.sample_rate):
                self._change.wait(0.1 if isinstance(self._state, Playing) else None)
                return
            stretch = track.next_stretch()
            casting, style = self._casting, self._style
        if stretch:
            while self._engine and not self._render(track, stretch, casting, style):
                stretch = track.again(stretch)
            stretch.done = True
            self._go_on(track)

    def _go_on(self, track: Track) -> bool:
        """Start the device when there is sound enough; earlier it would play silence first. False for an old track."""
        with self._change:
            if track is not self._track:
                return False
            if isinstance(self._state, Playing) and track.cursor.ready:
                self._output.start()
                self._change.notify_all()
            return True

    def _render(self, track: Track, stretch: TrackStretch, casting: Casting, style: SpeechStyle) -> bool:
        """Make a stretch's sound; False where the engine failed and, if there is one, the next has taken over."""

        def take(sound: Sound) -> bool:
            stretch.take(sound)
            return self._go_on(track)

        assert self._engine
        try:
            render(stretch.utterance, self._engine, casting, style, take, stretch.start)
        except EngineError as error:
            failed = self._engine
            failed.close()
            self._engine = self._next_engine(failed.sample_rate)
            end = f"Going on with {self._engine.name}." if self._engine else "Reading aloud has ended."
            self._post(Trouble(f"{error} {end}"))
            if self._engine is None:
                self.stop()
            return False
        return True

    # The due's thread

    def _place(self) -> HeardWord | None:
        return self._track.cursor.heard(self._output.heard()) if self._track else None

    def _tell(self) -> None:
        due = DueEvents()
        while not self._closing:
            with self._change:
                track = self._track
                if track is None or not self._output.is_open or not isinstance(self._state, Playing):
                    if not self._closing:
                        self._change.wait(None if self._ready.is_set() else 0.05)
                    continue
                self._output.tend()
                place = self._place()
                events, wait = due.events(track.serial, place, self._output.sample_rate)
                finished = place is not None and track.over(place)
                if finished:
                    self.stop()
                    events.append(Finished(track.serial))
            for event in events:
                self._post(event)
            with self._change:
                if track is self._track and not self._closing:
                    self._change.wait(wait)
