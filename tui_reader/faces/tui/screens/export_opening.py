"""Opens the export on the full screen for the document that is read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tui_reader.export.export_choice import ExportChoice
from tui_reader.export.export_job import ExportJob, export_job_of
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.screens.export_screen import ExportScreen
from tui_reader.faces.tui.status_words import bar
from tui_reader.reading import Reading
from tui_reader.startup.input_files import InputFiles


def export_screen(host: ScreenHost, reading: Reading, form: str) -> ExportScreen:
    """The screen, with a form to begin with; "" for a common one."""
    recorded = reading.recorded
    choice = ExportChoice.proposed(reading.place.whole, Path.cwd(), recorded.recording, not recorded.is_heard)
    named = next((one for one in OUTPUT_FORMATS if one.name == form), None)
    choice = choice.in_format(named) if named else choice
    signs = bar(host.sign != ">", host.state.settings.calm)
    return ExportScreen(choice, lambda: host.state.settings, partial(_job, host, reading), signs)


def _job(host: ScreenHost, reading: Reading, choice: ExportChoice) -> ExportJob:
    """The job of a choice. Raises ReaderError."""
    inputs = InputFiles([reading.place.path], host.options.library)
    options = host.options._replace(audio=None, no_audio=choice.recording is None or choice.by_voices)
    return export_job_of(reading.place.whole, reading.place.path, inputs, reading.library, options, choice.options)
