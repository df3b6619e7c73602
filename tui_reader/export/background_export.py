"""An export made by another process: the face answers keys meanwhile, and the engine that plays is left alone."""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from weakref import finalize

from tui_reader.errors import ReaderError
from tui_reader.export import export_progress
from tui_reader.export.export_document import Exported, write_job
from tui_reader.export.export_job import ExportJob
from tui_reader.export.export_progress import ExportStopped
from tui_reader.terminal.isolation import python_command
from tui_reader.workers.pickled_messages import receive, send
from tui_reader.workers.worker_process import cores

TELL = 0.2
"""Seconds from one message of progress to the next."""
PATIENCE = 3.0
"""Seconds that a process which was told to stop has to clean up."""


class BackgroundExport:
    """One export. However it ends, all its files are there or none."""

    def __init__(self) -> None:
        """Start the process. Raises ReaderError where none can be started."""
        self.stopped = False
        try:
            self._process = Popen(python_command(__name__, "serve"), stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        except OSError as error:
            raise ReaderError(f"No process for the export can be started: {error.strerror}.") from None
        finalize(self, _end, self._process)

    def run(self, job: ExportJob, tell: Callable[[float], None]) -> Exported:
        """Export, in any thread; `tell` is given the share that is done, 0 to 1, in that thread.

        Raises ExportStopped after `stop`, and ReaderError as `write_job` does or where the process was killed.
        """
        assert self._process.stdin and self._process.stdout
        try:
            send(self._process.stdin, job)
            while isinstance(answer := receive(self._process.stdout), float):
                tell(answer)
        except (EOFError, OSError, ValueError):
            answer = ReaderError("The process that exported was killed. Nothing was written.")
        finally:
            _close(self._process)
        if self.stopped and not isinstance(answer, Exported):
            raise ExportStopped
        if isinstance(answer, ReaderError):
            raise answer
        exported: Exported = answer
        return exported

    def stop(self) -> None:
        """Have it stop, from any thread; it is killed where it does not."""
        self.stopped = True
        self._process.terminate()
        killer = threading.Timer(PATIENCE, self._process.kill)
        killer.daemon = True
        killer.start()


def _end(process: Popen[bytes]) -> None:
    """End the process, after some patience whatever it does."""
    process.terminate()
    try:
        process.wait(PATIENCE)
    except TimeoutExpired:
        process.kill()
        process.wait()


def _close(process: Popen[bytes]) -> None:
    """Close the pipes, at whose end the process stops, and wait for it."""
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()
    process.wait()


def serve() -> None:
    """The main function of the other process: exports the job that comes, unless the process that asks is gone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asks
    signal.signal(signal.SIGTERM, _stop)
    answer: object
    try:
        job = receive(sys.stdin.buffer)
        with export_progress.telling(_reporter()):
            # Files that begin to appear are all put there.
            answer = write_job(job, lambda *_: signal.signal(signal.SIGTERM, signal.SIG_IGN), cores())
    except EOFError:
        return
    except ReaderError as error:
        answer = error
    except OSError as error:
        answer = ReaderError(f"{error.filename or 'The export'}: {error.strerror or error}.")
    except Exception as error:  # noqa: BLE001  # whatever it is, in a form that can be sent
        answer = ReaderError(" ".join(f"{type(error).__name__}: {error}".split()))
    with suppress(OSError):
        send(sys.stdout.buffer, answer)
    sys.stdout.flush()
    os._exit(0)


def _stop(*_: object) -> None:
    raise ExportStopped


def _reporter() -> Callable[[float], None]:
    """Sends the share that is done now and then. Raises ExportStopped where nobody listens any more."""
    last = 0.0

    def tell(share: float) -> None:
        nonlocal last
        if sys.platform != "win32" and select.select([sys.stdin.buffer], [], [], 0)[0]:
            raise ExportStopped
        if (now := time.monotonic()) - last >= TELL:
            last = now
            try:
                send(sys.stdout.buffer, float(share))
            except OSError:
                raise ExportStopped from None

    return tell
