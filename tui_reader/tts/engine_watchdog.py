"""A watchdog for engines: an engine that gives no sound for too long has failed.

The engine runs in a separate thread. A thread that hangs cannot be ended: it is abandoned, and the next engine
takes over. Knows no engine in particular.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from functools import partial

from tui_reader.casting.voice import Voice
from tui_reader.errors import EngineError, ReaderError
from tui_reader.narration.utterance import Sounds
from tui_reader.tts.engine import Chunk, Engine, PhoneticEngine, Take

_Call = Callable[[Take], None]


def with_watchdog(open_engine: Callable[[], Engine], patience: float | None = None) -> Engine:
    """Open an engine and watch over it.

    `patience`: seconds until the next sound must come, by default those of the engine's abilities; if these are
    infinite the engine is returned as it is. Raises what `open_engine` raises.
    """
    engine = open_engine()
    seconds = engine.abilities.patience if patience is None else patience
    if seconds == float("inf"):
        return engine
    return (WatchedPhoneticEngine if isinstance(engine, PhoneticEngine) else WatchedEngine)(engine, seconds)


class WatchedEngine:
    """An `Engine` that has another engine do the work, in a thread for that engine."""

    def __init__(self, engine: Engine, patience: float) -> None:
        """`patience`: seconds until the next sound must come."""
        self.name, self.sample_rate, self.abilities = engine.name, engine.sample_rate, engine.abilities
        self.engine = engine
        self._patience = patience
        self._calls: queue.SimpleQueue[_EngineCall | None] = queue.SimpleQueue()
        self._hangs = False
        threading.Thread(target=self._work, name=f"engine {self.name}", daemon=True).start()

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says; raises EngineError too when nothing comes for too long."""
        self._do(partial(self.engine.synthesise, text, voice, speed), take)

    def close(self) -> None:
        """Close the engine; an engine that hangs is left as it is."""
        if not self._hangs:
            self._hangs = True
            done = threading.Event()
            self._calls.put(_EngineCall(lambda _: self.engine.close(), done.set))
            self._calls.put(None)
            done.wait(self._patience)

    def _do(self, call: _Call, take: Take) -> None:
        if self._hangs:
            raise EngineError(f"The engine {self.name} does not respond.")
        pending = _EngineCall(call)
        self._calls.put(pending)
        while True:
            try:
                chunk = pending.made.get(timeout=self._patience)
            except queue.Empty:
                self._hangs = pending.unwanted = True
                raise EngineError(f"The engine {self.name} has not responded for {self._patience:g} seconds.") from None
            if chunk is None:
                break
            if not pending.unwanted and not take(chunk):
                pending.unwanted = True
        if pending.error:
            raise pending.error

    def _work(self) -> None:
        while pending := self._calls.get():
            pending.run()


class WatchedPhoneticEngine(WatchedEngine):
    """The same for an engine that can be given the sounds of words."""

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `PhoneticEngine.pronounce` says; raises EngineError too when nothing comes for too long."""
        assert isinstance(self.engine, PhoneticEngine)
        self._do(partial(self.engine.pronounce, text, sounds, voice, speed), take)


class _EngineCall:
    """One call of the engine, and its result."""

    def __init__(self, call: _Call, done: Callable[[], None] = lambda: None) -> None:
        self.made: queue.SimpleQueue[Chunk | None] = queue.SimpleQueue()
        """The chunks, and None after the last."""
        self.unwanted = False
        """Whether no more of it is wanted."""
        self.error: Exception | None = None
        self._call, self._done = call, done

    def run(self) -> None:
        try:
            self._call(self._take)
        except ReaderError as error:
            self.error = error
        except Exception as error:  # noqa: BLE001 - of a library: raised again where the sound was asked for
            self.error = EngineError(f"The engine failed ({type(error).__name__}: {error}).")
        self.made.put(None)
        self._done()

    def _take(self, chunk: Chunk) -> bool:
        self.made.put(chunk)
        return not self.unwanted
