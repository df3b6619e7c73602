"""Looks for a regular expression in another process, so that no expression can freeze or fill the reader."""

from __future__ import annotations

import pickle
import subprocess
import time
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tui_reader.terminal.isolation import python_command

if TYPE_CHECKING:
    from tui_reader.document.search.expression_worker import Span

SECONDS = 5.0
"""How long the expression may be looked for, the waiting for the next texts included."""
MEMORY = 400_000_000
"""Bytes of memory that the process may take, where the system can limit it (Linux)."""
PROCESSOR_SECONDS = 10
"""Ends the process if this program was killed and cannot stop it."""
LOOK = 0.005
"""Seconds to wait for an answer before the caller may do something else."""


class NotAnExpression(ValueError):
    """What was typed is not a regular expression; the message says why."""


class ExpressionSearch:
    """One expression, looked for by a process that ends with `close`."""

    def __init__(self, expression: str) -> None:
        """Raises OSError where no process can be started."""
        self._until = time.monotonic() + SECONDS
        self._process = subprocess.Popen(
            python_command("tui_reader.document.search.expression_worker", "main", str(MEMORY), str(PROCESSOR_SECONDS)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._asking = ThreadPoolExecutor(1)
        self._compiled = self._asking.submit(self._ask, expression)

    def spans(self, texts: list[str]) -> Generator[None, None, list[list[Span]]]:
        """Where the expression is found, returned for each text; yields at least every LOOK seconds until then.

        Raises NotAnExpression, and TimeoutError where it takes too long or too much memory.
        """
        refused: str = yield from self._waited_for(self._compiled)
        if refused:
            raise NotAnExpression(refused)
        found: list[list[Span]] = yield from self._waited_for(self._asking.submit(self._ask, texts))
        return found

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._asking.shutdown()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        self._process.wait()

    def _waited_for(self, answer: Future[Any]) -> Generator[None, None, Any]:
        while not wait((answer,), LOOK).done:
            if time.monotonic() > self._until:
                raise TimeoutError
            yield
        try:
            return answer.result()
        except (EOFError, OSError, pickle.UnpicklingError):  # it has used up its memory
            raise TimeoutError from None

    def _ask(self, what: object) -> Any:
        assert self._process.stdin and self._process.stdout
        pickle.dump(what, self._process.stdin, 5)
        self._process.stdin.flush()
        return pickle.load(self._process.stdout)
