"""A recital rendered by several processes at once: each a share of its utterances, put one after the other.

The result is that of one process, for utterances do not know of each other. The processes are forked, which costs
little, so only where that is safe: on Linux, in a process without threads.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import accumulate, pairwise
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from tui_reader.errors import EngineError
from tui_reader.export.job import ExportJob
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.timeline import TimedUtterance, Timeline, render_all

_ONE_CORE = frozenset(("espeak", "tone"))
"""Engines that use one core, of which each process can have one of its own."""
_WORTH = 2_000
"""Spoken characters of a share: with fewer, starting another engine takes as long as the share."""


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def render_in_parallel(recital: ExportJob, sound: BinaryIO | None, processes: int) -> tuple[Timeline, bool]:
    """Render all of a recital, its sound into `sound`; the timeline, and whether the engine tells words.

    Raises EngineError, ReaderError, OSError.
    """
    utterances = recital.utterances()
    shares = _shares(utterances, processes if _may_fork(recital) else 1)
    with ExitStack() as others:
        made = [others.enter_context(_elsewhere(recital, share, sound)) for share in shares[1:]]
        parts = [_render(recital, shares[0], sound)]
        for result, spool in (one() for one in made):
            parts.append(result)
            if spool and sound:
                spool.seek(0)
                shutil.copyfileobj(spool, sound, 1 << 20)
    return _joined(parts, utterances), parts[0][2]


_Part = tuple[int, int, bool, list[tuple[int, int, Any]]]
"""Sample rate, frames, whether words are told; start, end and words of each utterance."""


def _render(recital: ExportJob, utterances: Iterable[Utterance], sound: BinaryIO | None) -> _Part:
    engine = recital.open_engine()
    try:
        write = sound.write if sound else _nowhere
        timeline = render_all(utterances, engine, recital.cast, recital.manner, write)
        entries = [(timed.start, timed.end, timed.words) for timed in timeline.entries]
        return timeline.sample_rate, timeline.frames, engine.abilities.word_marks, entries
    finally:
        engine.close()


def _nowhere(_: bytes) -> None:
    """Where sound goes that nobody wants: only its times are."""


def _joined(parts: Sequence[_Part], utterances: Sequence[Utterance]) -> Timeline:
    """One timeline of all shares."""
    entries: list[TimedUtterance] = []
    at = 0
    said = iter(utterances)
    for _, frames, _, share in parts:
        entries += (TimedUtterance(next(said), at + start, at + end, words) for start, end, words in share)
        at += frames
    return Timeline(parts[0][0], at, tuple(entries))


def _shares(utterances: Sequence[Utterance], most: int) -> list[Sequence[Utterance]]:
    """The utterances in stretches that are about as long to say, at most so many."""
    if most <= 1:
        return [utterances]
    ends = list(accumulate(len(utterance.spoken) for utterance in utterances))
    count = max(1, min(most, ends[-1] // _WORTH))
    cuts = [0]
    for number in range(1, count):
        wanted = ends[-1] * number // count
        cuts.append(max(cuts[-1], next(at for at, end in enumerate(ends, 1) if end >= wanted)))
    cuts.append(len(utterances))
    return [utterances[start:end] for start, end in pairwise(cuts)]


def _may_fork(recital: ExportJob) -> bool:
    if sys.platform != "linux" or recital.settings.engine not in _ONE_CORE:
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    except OSError:
        return False


@contextmanager
def _elsewhere(
    recital: ExportJob, utterances: Sequence[Utterance], sound: BinaryIO | None
) -> Iterator[Callable[[], tuple[_Part, BinaryIO | None]]]:
    """Have a share rendered by another process; what is given waits for it. The process ends with the block."""
    with ExitStack() as files:
        spool: Any = files.enter_context(TemporaryFile(dir=_folder(sound), buffering=1 << 20)) if sound else None
        read, write = os.pipe()
        answer = files.enter_context(os.fdopen(read, "rb"))
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            _work(recital, utterances, spool, write, parent)
        os.close(write)

        def wait() -> tuple[_Part, BinaryIO | None]:
            try:
                result = pickle.load(answer)
            except EOFError:
                raise EngineError("A process that was speaking has been ended.") from None
            if isinstance(result, BaseException):
                raise result
            return result, spool

        try:
            yield wait
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _folder(sound: BinaryIO) -> str | None:
    """The folder of a file that may have no name: where there is room for sound."""
    try:
        place = os.readlink(f"/proc/self/fd/{sound.fileno()}")  # noqa: PTH115
    except (OSError, ValueError):
        return None
    folder = os.path.dirname(place)  # noqa: PTH120
    return folder if os.path.isdir(folder) else None  # noqa: PTH112


def _work(recital: ExportJob, utterances: Sequence[Utterance], spool: Any, write: int, parent: int) -> None:
    """In the other process: render, tell, and end without what the first would do at its end."""
    result: _Part | BaseException
    try:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        result = _render(recital, _while_wanted(utterances, parent), spool)
        if spool:
            spool.flush()
    except BaseException as error:  # noqa: BLE001  # told to the first process, whatever it is
        result = error
    try:
        with os.fdopen(write, "wb") as answer:
            pickle.dump(result, answer)
    finally:
        os._exit(0)


def _while_wanted(utterances: Sequence[Utterance], parent: int) -> Iterator[Utterance]:
    """The utterances, until the first process is gone."""
    for utterance in utterances:
        if os.getppid() != parent:
            os._exit(1)
        yield utterance
