"""What is wrong with the answer to an input: too slow, too large, or an error that must not come out."""

from __future__ import annotations

import re
import resource
import signal
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType

SECONDS = 2.0
"""Of the processor's time for one answer."""
MEGABYTES = 500


class TooSlow(BaseException):
    """An input that takes too long; no Exception, for nothing may swallow it."""


class TooLarge(Exception):
    """An input that takes too much memory."""


def watch_the_time() -> None:
    """Have `failure` raise TooSlow in what it calls; once in a process."""
    signal.signal(signal.SIGVTALRM, _too_slow)


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise TooSlow(f"more than {SECONDS} s")


def peak() -> int:
    """Megabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def failure(call: Callable[[], object]) -> BaseException | None:
    """What comes out of a call that must not, or None."""
    before = peak()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        call()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except (Exception, TooSlow) as error:  # noqa: BLE001  # whatever it is, it is a finding
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return error
    if before <= MEGABYTES < peak():
        return TooLarge(f"{peak()} MB")
    return None


def kind(error: BaseException, name: str) -> str:
    """The name under which findings of one cause are counted, for an input called `name`."""
    frames = traceback.extract_tb(error.__traceback__)
    if isinstance(error, AssertionError):
        return f"{name}: {frames[-1].name}: {re.split('[:(]| in ', str(error))[0]}"
    own = [frame for frame in frames if "tui_reader" in frame.filename] or list(frames)
    return f"{type(error).__name__} at {Path(own[-1].filename).name}:{own[-1].lineno}" if own else type(error).__name__
