"""Rendering in several processes: the same as in one."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pytest

from tests.support.exports import TONE
from tui_reader.errors import EngineError
from tui_reader.export import parallel_render
from tui_reader.export.export_job import open_export_job
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import render_job
from tui_reader.tts.tone_engine import ToneEngine

forks: list[int] = []
fork = os.fork if hasattr(os, "fork") else int


def quiet_fork() -> int:
    """As `os.fork`, which warns of threads that pytest's plugins may have; counted."""
    with warnings.catch_warnings(action="ignore"):
        child = fork()
    forks.append(child)
    return child


class TestSeveralCores:
    """What several processes and threads make is what one makes."""

    @pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
    def test_shares_rendered_side_by_side_are_the_whole(self, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parallel_render, "_may_fork", lambda job: True)  # pytest may have threads
        monkeypatch.setattr(os, "fork", quiet_fork)
        job = open_export_job(long, TONE, ExportOptions(Path("unused.wav")))
        with TemporaryFile() as alone, TemporaryFile() as together:
            one, several = render_job(job, alone), render_job(job, together, 3)
            assert several.timeline == one.timeline and len(forks) >= 2
            assert b"".join(one.pcm(1 << 16)) == b"".join(several.pcm(1 << 16))
            forks.clear()

    @pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
    def test_an_error_in_a_share_is_told(self, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        first = os.getpid()
        spoken = ToneEngine.synthesise

        def fail(self: ToneEngine, *words: Any) -> None:
            if os.getpid() != first:
                raise EngineError("The engine died there.")
            spoken(self, *words)

        monkeypatch.setattr(parallel_render, "_may_fork", lambda job: True)
        monkeypatch.setattr(os, "fork", quiet_fork)
        monkeypatch.setattr(ToneEngine, "synthesise", fail)
        with pytest.raises(EngineError, match="died there"):
            render_job(open_export_job(long, TONE, ExportOptions(Path("unused.wav"))), None, 2)
