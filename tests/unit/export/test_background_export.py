"""An export by another process: its progress, its end, and nothing left where it is stopped or killed."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.support.exports import TONE, names
from tui_reader.errors import ReaderError
from tui_reader.export.background_export import BackgroundExport
from tui_reader.export.export_job import ExportJob, open_export_job
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.export_progress import ExportStopped


@pytest.fixture
def long(tmp_path: Path, folder: Path) -> ExportJob:
    """The job of a talk that takes some seconds."""
    path = tmp_path / "long.txt"
    path.write_text("A Talk\n\n" + "ANNE: We walk and walk.\n\nBEN: Yes, we do.\n\n" * 4000)
    return open_export_job(path, TONE, ExportOptions(folder / "long.wav"))


def test_it_writes_what_an_export_writes(talk: Path, folder: Path) -> None:
    job = open_export_job(talk, TONE, ExportOptions(folder / "talk.wav"))
    shares: list[float] = []
    done = BackgroundExport().run(job, shares.append)
    assert names(folder) == ["talk.wav"] and done.line.startswith(f"Wrote {folder}/talk.wav from talk.txt, ")
    assert all(0 <= share <= 1 for share in shares)


def test_what_is_wrong_is_raised_here(talk: Path, folder: Path) -> None:
    job = open_export_job(talk, TONE, ExportOptions(folder / "none" / "talk.wav"))
    with pytest.raises(ReaderError, match="no such folder; make it first"):
        BackgroundExport().run(job, lambda share: None)


def test_stopped_it_leaves_nothing(long: ExportJob, folder: Path) -> None:
    export = BackgroundExport()
    with pytest.raises(ExportStopped, match=r"Stopped\. Nothing was written\."):
        export.run(long, lambda share: export.stop())
    assert names(folder) == []


def test_killed_it_is_told_and_leaves_nothing(long: ExportJob, folder: Path) -> None:
    export = BackgroundExport()
    with pytest.raises(ReaderError, match="was killed"):
        export.run(long, lambda share: export._process.send_signal(signal.SIGKILL))
    assert names(folder) == []
