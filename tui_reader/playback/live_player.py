"""Plays utterances by a live engine: what one voice says of a page at one go is a message; the next comes at its end.

As `player` is for engines that give sound, in the same words (`speaker.Speaker`). One thread owns the engine, so no
face ever waits for it. What is heard is what the engine tells: where it tells no words, the utterance is known, and
where it tells no end in the time that speech would take, it is given up. When it fails, `Lost` says so and `left` gives
what is still to be said, from the very word: who holds this player has another play it. Places in stereo and short
sounds between the words would need sound, and are left out.
"""

from __future__ import annotations

import re
import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from queue import Empty, SimpleQueue

from tui_reader.errors import EngineError
from tui_reader.narration.utterance import QueuedUtterance, Utterance
from tui_reader.playback.events import (
    Began,
    Event,
    Finished,
    Lost,
    Paused,
    Playing,
    Silenced,
    State,
    Stopped,
    WordHeard,
)
from tui_reader.tts.engine import LiveEngine, SpeechProgress, SpeechReport
from tui_reader.tts.render import Casting, SpeechStyle

OPENS = 30.0
"""Seconds until a message begins at most: others may be speaking."""
SLACK = 20.0
"""Seconds by which a message may be longer than reckoned."""
SLOW = 5.0
"""Characters a second of slow speech at speed 1."""
_WORD = re.compile(r"\S+")


@dataclass(slots=True, eq=False)
class _Message:
    """What is said at one go, and how far it is heard."""

    cues: list[QueuedUtterance]
    text: str = ""
    starts: list[int] = field(default_factory=list)
    """Where each cue's words begin in the text."""
    number: int = -1
    """The engine's; -1 until it is given one."""
    told: int = -1
    """The last of the cues that is known to be heard."""
    reached: int = 0
    """Characters into the text."""

    def __post_init__(self) -> None:
        for index, cue in enumerate(self.cues):
            if index:
                same = cue.utterance.paragraph == self.cues[index - 1].utterance.paragraph
                self.text += " " if same else "\n\n"
            self.starts.append(len(self.text))
            self.text += cue.utterance.spoken[cue.start :]

    def at(self, offset: int) -> tuple[int, int]:
        """Which of the cues holds a character of the text, and where in that utterance's spoken text it is."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        cue = self.cues[index]
        return index, min(cue.start + offset - self.starts[index], max(cue.start, len(cue.utterance.spoken) - 1))

    def left(self) -> Iterator[QueuedUtterance]:
        """What is not heard yet, from the word that was reached on."""
        index, start = self.at(self.reached)
        return iter([QueuedUtterance(self.cues[index].utterance, start), *self.cues[index + 1 :]])


@dataclass(slots=True, eq=False)
class _Run:
    """One run of playing. A run that was cut off is a new one when it goes on."""

    serial: int
    cues: Iterator[QueuedUtterance]
    following: QueuedUtterance | None = None
    """The first cue that belongs to the next message."""
    message: _Message | None = None
    due: float = 0.0
    """When the next message is to be said, by the monotonic clock."""
    place: tuple[Utterance, int] | None = None
    """What was heard when it was paused, and the character of its spoken text."""
    ending: bool = False
    """Whether the utterance being heard is the last."""

    def next_message(self) -> _Message | None:
        """What one voice says next at one go; None at the end."""
        first = self.following or next(self.cues, None)
        self.following = None
        self.message = None
        if first is None or self.ending:
            return None
        found = [first]
        for cue in self.cues:
            if _go(cue.utterance) != _go(first.utterance):
                self.following = cue
                break
            found.append(cue)
        self.message = _Message(found)
        return self.message

    @property
    def heard(self) -> tuple[Utterance, int] | None:
        """What is heard, and the character of its spoken text; None before anything is."""
        if self.message is None:
            return self.place
        index, at = self.message.at(self.message.reached)
        return self.message.cues[index].utterance, at

    def left(self) -> Iterator[QueuedUtterance]:
        """What is not heard yet."""
        later = () if self.ending else chain([self.following] if self.following else [], self.cues)
        return chain(self.message.left() if self.message else (), later)


def _go(utterance: Utterance) -> tuple[int, str, bool]:
    """What utterances of one message share."""
    return utterance.page, utterance.voice, utterance.beside


class LivePlayer:
    """Speaker of `speech.speaker`. Call it from any thread."""

    def __init__(
        self,
        open_engine: Callable[[Callable[[SpeechReport], None]], LiveEngine],
        casting: Casting,
        style: SpeechStyle,
        post: Callable[[Event], None],
    ) -> None:
        """`open_engine` is called at once on a thread of its own, with what the engine tells to. `post` is called from
        that thread and must not wait."""
        self.volume, self.muted = 1.0, False
        self._open_engine, self._casting, self._style, self._post = open_engine, casting, style, post
        self._state: State = Stopped()
        self._serial = 0
        self._run: _Run | None = None
        self._engine: LiveEngine | None = None
        self._said: tuple[_Run, _Message] | None = None
        """What the engine is saying; the thread's own."""
        self._given_up = 0.0
        """When what the engine is saying is given up, by the monotonic clock."""
        self._closing = False
        self._change = threading.RLock()
        self._inbox: SimpleQueue[SpeechReport | None] = SimpleQueue()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._work, name="live", daemon=True)
        self._thread.start()

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
        """The engine's name; empty before it is open."""
        return self._engine.name if self._engine else ""

    device_name = engine_name
    """The sound goes where the engine lets it go."""

    def wait_ready(self, seconds: float = 10) -> bool:
        """Wait until the engine is open, or cannot be."""
        return self._ready.wait(seconds)

    def play(self, cues: Iterator[QueuedUtterance]) -> int:
        """Play these. What played before falls silent. Returns the serial of this run."""
        with self._change:
            self._serial += 1
            self._run, self._state = _Run(self._serial, cues), Playing(self._serial)
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
                self._state = Playing(self._run.serial)
        self._inbox.put(None)

    def stop(self) -> None:
        """Fall silent and forget the place."""
        with self._change:
            self._run, self._state = None, Stopped()
        self._inbox.put(None)

    def end(self) -> None:
        """Let the utterance that is being heard be the last."""
        with self._change:
            if self._run:
                self._run.ending = True

    def heard(self) -> tuple[Utterance, int, int] | None:
        """The utterance that is heard or paused in, and the printed word there."""
        with self._change:
            heard = self._run.heard if self._run else None
            if heard is None:
                return None
            utterance, at = heard
            return utterance, *(utterance.printed_at(at) if at else (0, 0))

    def change(self, casting: Casting | None = None, style: SpeechStyle | None = None) -> None:
        """Other voices, another speed, from the next message on."""
        with self._change:
            self._casting = casting or self._casting
            self._style = style or self._style

    def left(self) -> Iterator[QueuedUtterance] | None:
        """What is still to be said of what plays now; None where nothing does."""
        with self._change:
            return self._run.left() if self._run and self.playing else None

    def close(self) -> None:
        """Fall silent and let go of the engine. Safe to call twice."""
        self._closing = True
        self.stop()
        if self._thread is not threading.current_thread():
            self._thread.join(5)

    def _hold(self, run: _Run) -> None:
        """Be paused at the word being heard: what goes on is another run of the same serial."""
        self._run = _Run(run.serial, run.left(), place=run.heard)
        self._state = Paused(run.serial)

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
        """What is told next, or None when something else is to be looked at."""
        with self._change:
            due = self._given_up if self._said else self._run.due if self._run and self.playing else None
        try:
            return self._inbox.get(timeout=None if due is None else max(0.0, due - time.monotonic()))
        except Empty:
            if self._said:
                raise EngineError(f"{self.engine_name} says nothing.") from None
            return None

    def _tend(self, told: SpeechReport | None) -> None:
        if told and told.progress is SpeechProgress.LOST:
            raise EngineError(f"{self.engine_name} is gone.")
        assert self._engine
        with self._change:
            run = self._run if self.playing else None
        if self._said and self._said[0] is not run:
            self._said = None
            self._engine.cancel()
        if told and self._said and told.message == self._said[1].number:
            self._take(told, *self._said)
        if run and not self._said and time.monotonic() >= run.due:
            self._say_next(run)

    def _say_next(self, run: _Run) -> None:
        assert self._engine
        with self._change:
            if self._run is not run or not self.playing:
                return
            message = run.next_message()
            if message is None:
                self._run, self._state = None, Stopped()
                self._post(Finished(run.serial))
                return
            voice = self._casting.voice(message.cues[0].utterance.voice)
            speed, volume = self._style.speed, 0.0 if self.muted else self.volume
        if not _WORD.search(message.text):
            self._end(run, message)
            return
        self._said = run, message
        self._given_up = time.monotonic() + OPENS
        places = [word.start() for word in _WORD.finditer(message.text)]
        message.number = self._engine.say(message.text, places, voice, speed, volume)

    def _take(self, told: SpeechReport, run: _Run, message: _Message) -> None:
        if told.progress is SpeechProgress.BEGUN:
            self._given_up = time.monotonic() + SLACK + len(message.text) / SLOW / self._style.speed
            self._tell_utterances(run, message, 0)
        elif told.progress is SpeechProgress.REACHED:
            self._reach(told.offset, run, message)
        elif told.progress is SpeechProgress.ENDED:
            self._end(run, message)
        else:
            self._silenced(run)

    def _tell_utterances(self, run: _Run, message: _Message, index: int) -> None:
        """Tell each utterance up to one of the message's that has not been told yet."""
        while message.told < index:
            message.told += 1
            self._post(Began(run.serial, message.cues[message.told].utterance))

    def _reach(self, offset: int, run: _Run, message: _Message) -> None:
        index, at = message.at(offset)
        if run.ending and index > max(0, message.told):
            assert self._engine
            self._said = None
            self._engine.cancel()
            self._end(run, message, index - 1)
            return
        with self._change:
            message.reached = offset
        self._tell_utterances(run, message, index)
        utterance = message.cues[index].utterance
        self._post(WordHeard(run.serial, utterance, *utterance.printed_at(at)))

    def _end(self, run: _Run, message: _Message, last: int | None = None) -> None:
        """A message was heard to the end of one of its utterances: the next comes after the pause."""
        index = len(message.cues) - 1 if last is None else last
        self._tell_utterances(run, message, index)
        utterance = message.cues[index].utterance
        with self._change:
            run.place = utterance, max(0, len(utterance.spoken) - 1)
            self._said, run.message = None, None
            milliseconds = (self._style.pauses or {}).get(utterance.pause, 0)
            run.due = time.monotonic() + milliseconds / 1000 / self._style.speed

    def _silenced(self, run: _Run) -> None:
        """Somebody else has cut it off: it stays at its place, to go on when it is asked to."""
        with self._change:
            self._said = None
            if self._run is run:
                self._hold(run)
                self._post(Silenced(run.serial))
