"""Rendering a job in several processes at once: each renders a share of the utterances, and the shares are joined.

What an engine says may depend on what it has said before, so each block of the text is rendered by an engine that is
new, and the blocks depend on the text alone. So the result is the same however many processes there are. They are
forked, which is quick; so it is done only where forking is safe: on Linux, in a process with one thread.
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
from tui_reader.export import export_progress
from tui_reader.export.export_job import ExportJob
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.timeline import TimedUtterance, Timeline, render_all

_BLOCKS = {"espeak": 2_000, "tone": 2_000, "natural": 20_000}
"""Spoken characters of a block, for the engines that use one core and can run in several processes at once.

A shorter one takes less time than starting another engine.
"""


def render_in_parallel(job: ExportJob, sound: BinaryIO | None, processes: int) -> tuple[Timeline, bool]:
    """Render a whole job in up to `processes` processes and write its sound into `sound`, if given.

    Returns the timeline, and whether the engine reported when words are heard. Raises EngineError if the engine or a
    process fails, UsageError or ReaderError as `ExportJob.utterances` does, OSError.
    """
    utterances = job.utterances()
    blocks = _blocks(utterances, None if job.recording else _BLOCKS.get(job.settings.engine))
    shares = _shares(blocks, processes if _may_fork(job) else 1)
    with ExitStack() as others:
        waiting = [others.enter_context(_elsewhere(job, share, sound)) for share in shares[1:]]
        parts = _render(job, _told(shares[0]), sound)
        for result, spool in (wait() for wait in waiting):
            parts += result
            if spool and sound:
                spool.seek(0)
                shutil.copyfileobj(spool, sound, 1 << 20)
    return _joined(parts, utterances), parts[0][2]


_Block = Iterable[Utterance]
_Part = tuple[int, int, bool, list[tuple[int, int, Any]]]
"""A block: sample rate, frames, whether word times were reported; and of each utterance start, end and words."""


def _render(job: ExportJob, blocks: Iterable[_Block], sound: BinaryIO | None) -> list[_Part]:
    return [_render_block(job, block, sound) for block in blocks]


def _told(blocks: Sequence[Sequence[Utterance]]) -> Iterator[_Block]:
    """The blocks of this process, with a report of the progress as each utterance is taken."""
    whole, done = sum(len(utterance.spoken) for block in blocks for utterance in block), 0
    for block in blocks:
        yield export_progress.spoken(block, done, whole, lambda utterance: len(utterance.spoken))
        done += sum(len(utterance.spoken) for utterance in block)


def _render_block(job: ExportJob, block: _Block, sound: BinaryIO | None) -> _Part:
    engine = job.open_engine(job.is_whole_recording)
    try:
        write = sound.write if sound else _nowhere
        timeline = render_all(block, engine, job.cast, job.style, write)
        entries = [(timed.start, timed.end, timed.words) for timed in timeline.entries]
        return timeline.sample_rate, timeline.frames, engine.abilities.word_marks, entries
    finally:
        engine.close()


def _nowhere(_: bytes) -> None:
    """Takes sound of which only the times are wanted."""


def _joined(parts: Sequence[_Part], utterances: Sequence[Utterance]) -> Timeline:
    """One timeline of all blocks, in order."""
    entries: list[TimedUtterance] = []
    at = 0
    said = iter(utterances)
    for _, frames, _, block in parts:
        entries += (TimedUtterance(next(said), at + start, at + end, words) for start, end, words in block)
        at += frames
    return Timeline(parts[0][0], at, tuple(entries))


def _blocks(utterances: Sequence[Utterance], size: int | None) -> list[Sequence[Utterance]]:
    """The utterances in blocks of about `size` characters, whatever the number of processes; in one for None."""
    if size is None:
        return [utterances]
    ends = list(accumulate(len(utterance.spoken) for utterance in utterances))
    cuts = [0, *(at for at, (before, end) in enumerate(pairwise(ends), 1) if before // size < end // size)]
    return [utterances[start:end] for start, end in pairwise((*cuts, len(utterances)))]


def _shares(blocks: Sequence[Sequence[Utterance]], most: int) -> list[Sequence[Sequence[Utterance]]]:
    """The blocks in at most `most` shares of about the same size."""
    count = max(1, min(most, len(blocks)))
    return [blocks[len(blocks) * share // count : len(blocks) * (share + 1) // count] for share in range(count)]


def _may_fork(job: ExportJob) -> bool:
    if sys.platform != "linux" or job.settings.engine not in _BLOCKS:
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    except OSError:
        return False


@contextmanager
def _elsewhere(
    job: ExportJob, blocks: Iterable[_Block], sound: BinaryIO | None
) -> Iterator[Callable[[], tuple[list[_Part], BinaryIO | None]]]:
    """Render a share in another process, which ends with the block; gives a function that waits for the result."""
    with ExitStack() as files:
        spool: Any = files.enter_context(TemporaryFile(dir=_folder(sound), buffering=1 << 20)) if sound else None
        read, write = os.pipe()
        answer = files.enter_context(os.fdopen(read, "rb"))
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            _work(job, blocks, spool, write, parent)
        os.close(write)

        def wait() -> tuple[list[_Part], BinaryIO | None]:
            try:
                result = pickle.load(answer)
            except EOFError:
                raise EngineError("A process that was rendering speech was killed.") from None
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
    """The folder of a file that may have no name, as Linux knows it: the disk has room for sound. None if unknown."""
    try:
        place = os.readlink(f"/proc/self/fd/{sound.fileno()}")  # noqa: PTH115
    except (OSError, ValueError):
        return None
    folder = os.path.dirname(place)  # noqa: PTH120
    return folder if os.path.isdir(folder) else None  # noqa: PTH112


def _work(job: ExportJob, blocks: Iterable[_Block], spool: Any, write: int, parent: int) -> None:
    """In the other process: render, send the result, and exit without the first process's cleaning up."""
    result: list[_Part] | BaseException
    try:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        result = _render(job, _while_wanted(blocks, parent), spool)
        if spool:
            spool.flush()
    except BaseException as error:  # noqa: BLE001  # sent to the first process, whatever it is
        result = error
    try:
        with os.fdopen(write, "wb") as answer:
            pickle.dump(result, answer)
    finally:
        os._exit(0)


def _while_wanted(blocks: Iterable[_Block], parent: int) -> Iterator[_Block]:
    """The blocks; the process exits as soon as its parent is gone."""
    for block in blocks:
        if os.getppid() != parent:
            os._exit(1)
        yield block
