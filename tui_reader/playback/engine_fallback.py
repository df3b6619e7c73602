"""The engines of a player, one after the other: where one cannot be opened or fails, the next takes over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.errors import EngineError, ReaderError
from tui_reader.tts.engine import Engine


class EngineFallback:
    """The engine in use and those that are left. Called from one thread, the engine's owner."""

    def __init__(self, engines: Sequence[Callable[[], Engine]], tell: Callable[[str], None]) -> None:
        """`engines` open the engine and those to fall back on, in order; `tell` is given a line for each that fails."""
        self.engine: Engine | None = None
        """The engine in use; None before the first is open, and when none is left."""
        self._left = list(engines)
        self._tell = tell

    def open(self) -> None:
        """Open the first engine that can be opened."""
        self.engine = self._next(None)

    def replace(self, error: EngineError) -> None:
        """Close the engine, which failed with `error`, and go on with the next that has the same sample rate."""
        assert self.engine
        failed = self.engine
        failed.close()
        self.engine = self._next(failed.sample_rate)
        end = f"Going on with {self.engine.name}." if self.engine else "Reading aloud has ended."
        self._tell(f"{error} {end}")

    def close(self) -> None:
        """Close the engine in use."""
        if self.engine:
            self.engine.close()

    def _next(self, sample_rate: int | None) -> Engine | None:
        """The next engine that can be opened, at that sample rate (Hz) if one is given."""
        while self._left:
            try:
                engine = self._left.pop(0)()
            except ReaderError as error:
                self._tell(str(error))
                continue
            if sample_rate in (None, engine.sample_rate):
                if engine.abilities.notice:
                    self._tell(engine.abilities.notice)
                return engine
            engine.close()
        return None
