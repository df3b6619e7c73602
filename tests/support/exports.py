"""Exports for tests: a document exported or rendered quickly with tones, and what is in the folder afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tui_reader.export.export_document import Exported, export_document
from tui_reader.export.export_job import open_export_job
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import Rendering, render_job
from tui_reader.startup.reading_options import ReadingOptions

TONE = ReadingOptions(engine="tone", speed=4.0)


def exported(talk: Path, output: Path, **options: Any) -> Exported:
    """The talk exported with tones."""
    return export_document(talk, ExportOptions(output, **options), TONE)


def rendered(talk: Path, **options: Any) -> Rendering:
    """The same rendering without a file."""
    return render_job(open_export_job(talk, TONE, ExportOptions(Path("unused.wav"), **options)))


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return [path.name for path in folder.iterdir()]
