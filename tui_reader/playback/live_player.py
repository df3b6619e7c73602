"""Plays utterances by a live engine, which speaks by itself and gives no sound.

It is given a message at a time, what one voice says of a page, and the next when it reports the end. One thread owns
the engine, so no face ever waits for it. What is heard is what the engine reports: where it reports no words, the
utterance is known, and where it reports nothing for as long as the words and some seconds take, it is given up. When it
fails, the event `Lost` gives what is still to be said, from the very word, for another player. Places in stereo and
earcons would need sound, and are left out.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue

from tui_reader.errors import EngineError
from tui_reader.narration.utterance import Delivery, QueuedUtterance, Utterance
from tui_reader.playback.base_player import BasePlayer
from tui_reader.playback.events import Began, Event, Finished, Lost, PlayerState, Silenced, WordHeard
from tui_reader.playback.live_run import LiveMessage, LiveRun
from tui_reader.playback.patience import QUEUE, SILENCE, SLACK, USUAL_PACE, seconds_to_say
from tui_reader.tts.engine import LiveEngine, SpeechProgress, SpeechReport
from tui_reader.tts.render import WHISPER, Casting, SpeechStyle

_WORD = re.compile(r"\S+")


class LivePlayer(BasePlayer):
    """A `PlayerProtocol`. Call it from any thread."""

    def __init__(
        self,
        open_engine: Callable[[Callable[[SpeechReport], None]], LiveEngine],
        casting: Casting,
        style: SpeechStyle,
        post: Callable[[Event], None],
        others_speak: Callable[[], object] = lambda: False,
    ) -> None:
        """`open_engine` is called at once on a separate thread, with the function that takes the engine's reports.

        `post` is called from that thread and must not wait; so is `others_speak`, which tells whether a screen reader
        may be speaking when a message is to begin.
        """
        super().__init__(casting, style, post)
        self.volume, self.muted = 1.0, False
        self._open_engine, self._others_speak = open_engine, others_speak
        self._run: LiveRun | None = None
        self._engine: LiveEngine | None = None
        self._said: tuple[LiveRun, LiveMessage] | None = None
        """What the engine is saying; the thread's own."""
        self._given_up = 0.0
        """When what the engine is saying is given up: seconds of the monotonic clock."""
        self._tells_words = False
        """Whether the engine has ever reported a word."""
        self._inbox: SimpleQueue[SpeechReport | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="live", daemon=True)
        self._thread.start()

    @property
    def engine_name(self) -> str:
        """The engine's name; empty before it is open."""
        return self._engine.name if self._engine else ""

    device_name = engine_name
    """The engine chooses the device."""

    def play(self, queued: Iterator[QueuedUtterance]) -> int:
        """Play these; returns the serial of this run. What played before falls silent."""
        with self._change:
            self._serial += 1
            self._run, self._state = LiveRun(self._serial, queued), PlayerState.PLAYING
        self._inbox.put(None)
        return self._serial

    def pause(self) -> None:
        """Fall silent, to go on at the word being heard."""
        with self._change:
            if self._run and self.playing:
                self._hold(self._run)
        self._inbox.put(None)

    def resume(self) -> None:
        """Go on at the word where it was paused."""
        with self._change:
            if self._run and self.paused:
                self._run.due = time.monotonic() + self._run.rest
                self._state = PlayerState.PLAYING
        self._inbox.put(None)

    def stop(self) -> None:
        """Fall silent and forget the place."""
        with self._change:
            self._run, self._state = None, PlayerState.STOPPED
        self._inbox.put(None)

    def end(self) -> None:
        """Let the utterance that is being heard be the last."""
        with self._change:
            if self._run:
                self._run.ending = True

    def heard(self) -> tuple[Utterance, int, int] | None:
        """As `PlayerProtocol.heard` says."""
        with self._change:
            heard = self._run.heard if self._run else None
            if heard is None:
                return None
            utterance, at = heard
            return utterance, *(utterance.printed_at(at) if at else (0, 0))

    def left(self) -> Iterator[QueuedUtterance] | None:
        """What is still to be said of what plays now; None where nothing does."""
        with self._change:
            return self._run.left() if self._run and self.playing else None

    def close(self) -> None:
        """Fall silent and release the engine. Safe to call twice."""
        self._closing = True
        self.stop()
        if self._thread is not threading.current_thread():
            self._thread.join(5)

    def _hold(self, run: LiveRun) -> None:
        """Pause at the word being heard; another run of the same serial goes on from there."""
        rest = 0.0 if run.message else max(0.0, run.due - time.monotonic())
        self._run = LiveRun(run.serial, run.left(), place=run.heard, rest=rest)
        self._state = PlayerState.PAUSED

    # The engine's thread

    def _work(self) -> None:
        try:
            self._engine = self._open_engine(self._inbox.put)
            self._ready.set()
            while not self._closing:
                self._tend(self._wait())
        except EngineError as error:
            self._post(Lost(f"{error} Going on with the reader's own voices.", self.left))
        finally:
            self._ready.set()
            if self._engine:
                self._engine.close()

    def _wait(self) -> SpeechReport | None:
        """The next report; None when something else is to be done."""
        with self._change:
            due = self._given_up if self._said else self._run.due if self._run and self.playing else None
        try:
            return self._inbox.get(timeout=None if due is None else max(0.0, due - time.monotonic()))
        except Empty:
            if self._said:
                raise EngineError(f"{self.engine_name} does not respond.") from None
            return None

    def _tend(self, report: SpeechReport | None) -> None:
        if report and report.progress is SpeechProgress.LOST:
            raise EngineError(f"{self.engine_name} is gone.")
        assert self._engine
        with self._change:
            run = self._run if self.playing else None
        if self._said and self._said[0] is not run:
            self._said = None
            if not self._closing:  # it falls silent when it is closed, and may hang
                self._engine.cancel()
        if report and self._said and report.message == self._said[1].number:
            self._take(report, *self._said)
        if run and not self._said and time.monotonic() >= run.due:
            self._say_next(run)

    def _say_next(self, run: LiveRun) -> None:
        assert self._engine
        with self._change:
            if self._run is not run or not self.playing:
                return
            message = run.next_message()
            if message is None:
                self._run, self._state = None, PlayerState.STOPPED
                self._post(Finished(run.serial))
                return
            utterance = message.parts[0].utterance
            voice = self._casting.voice(utterance.voice)
            speed, volume = self._style.speed, 0.0 if self.muted else self.volume
        if utterance.delivery is Delivery.LEFT:
            self._end(run, message, silent=len(message.text) / USUAL_PACE / speed)
            return
        if utterance.delivery is Delivery.WHISPERED:
            volume *= WHISPER
        if not _WORD.search(message.text):
            self._end(run, message)
            return
        self._said = run, message
        waits = not run.begun and self._others_speak()
        self._given_up = time.monotonic() + (QUEUE if waits else SILENCE)
        places = [word.start() for word in _WORD.finditer(message.text)]
        message.number = self._engine.say(message.text, places, voice, speed, volume, list(message.foreign))

    def _await_more(self, message: LiveMessage) -> None:
        """Give the engine the time for what it says until its next report."""
        assert self._engine
        until, slack = (message.next_word, SILENCE) if self._tells_words else (len(message.text), SLACK)
        words = message.text[message.reached : until]
        self._given_up = time.monotonic() + slack + seconds_to_say(words, self._engine.pace(self._style.speed))

    def _take(self, report: SpeechReport, run: LiveRun, message: LiveMessage) -> None:
        if report.progress is SpeechProgress.BEGUN:
            run.begun = True
            self._await_more(message)
            self._announce(run, message, 0)
        elif report.progress is SpeechProgress.REACHED:
            self._reach(report.offset, run, message)
        elif report.progress is SpeechProgress.ENDED:
            self._end(run, message)
        else:
            self._silenced(run)

    def _announce(self, run: LiveRun, message: LiveMessage, index: int) -> None:
        """Post `Began` for each part of the message up to `index` for which it was not posted yet."""
        while message.announced < index:
            message.announced += 1
            self._post(Began(run.serial, message.parts[message.announced].utterance))

    def _reach(self, offset: int, run: LiveRun, message: LiveMessage) -> None:
        index, at = message.at(offset)
        if run.ending and index > max(0, message.announced):
            assert self._engine
            self._said = None
            self._engine.cancel()
            self._end(run, message, index - 1)
            return
        with self._change:
            message.reached = offset
        self._tells_words = True
        self._await_more(message)
        self._announce(run, message, index)
        utterance = message.parts[index].utterance
        self._post(WordHeard(run.serial, utterance, *utterance.printed_at(at)))

    def _end(self, run: LiveRun, message: LiveMessage, last: int | None = None, silent: float = 0.0) -> None:
        """A message was heard to the end of one of its utterances: the next comes after the pause.

        Or it is left to the person, and the next comes so many seconds later.
        """
        index = len(message.parts) - 1 if last is None else last
        self._announce(run, message, index)
        utterance = message.parts[index].utterance
        with self._change:
            run.place = utterance, 0 if silent else max(0, len(utterance.spoken) - 1)
            self._said, run.message = None, None
            run.due = time.monotonic() + silent + self._style.pause_seconds(utterance)

    def _silenced(self, run: LiveRun) -> None:
        """Something else has interrupted it: it stays at its place until it is asked to go on."""
        with self._change:
            self._said = None
            if self._run is run:
                self._hold(run)
                self._post(Silenced(run.serial))
