"""The export in plain text mode: a form by number, a typed place, the progress in lines; Escape stops it."""

from __future__ import annotations

import os
from pathlib import Path
from queue import Empty
from typing import Any

from tui_reader.errors import ReaderError
from tui_reader.export import export_progress
from tui_reader.export.export_document import check_options, write_job
from tui_reader.export.export_job import export_job_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.output_formats import OUTPUT_FORMATS, OutputFormat
from tui_reader.faces.plain.numbered_list import ListContents, NumberedList
from tui_reader.faces.plain.parts import PlainParts
from tui_reader.startup.input_files import InputFiles
from tui_reader.terminal.keyboard import HANG_UP, TypedLine
from tui_reader.terminal.keys import named_key
from tui_reader.terminal.milestones import Milestones
from tui_reader.terminal.path_completion import path_typed

PLACE = "Export to: "
REPLACE = "There is such a file already. y replaces it, any other key leaves it."


class Stopped(ReaderError):
    """The person has stopped the export."""


class Exporting:
    """Asks what is written and where, and writes it."""

    def __init__(self, parts: PlainParts) -> None:
        self._parts = parts
        self._later: list[Any] = []
        """What came in meanwhile and is no answer to the export."""

    def ask(self) -> None:
        """Ask for the form."""

        def chosen(index: int) -> str | None:
            format = OUTPUT_FORMATS[index]
            try:
                check_options(ExportOptions(Path(format.ending), (format.name,)))
            except ReaderError as error:
                return str(error)
            self._ask_place(format)
            return None

        rows = [f"{format.ending.lstrip('.')}, {format.about}." for format in OUTPUT_FORMATS]
        contents = ListContents("form", rows, chosen, "A number chooses.")
        NumberedList(self._parts.questions, contents).open()

    def _ask_place(self, format: OutputFormat) -> None:
        questions = self._parts.questions
        line = f"Type a file, or a folder for {self._name(format)}, then Enter."
        questions.ask_line(line, PLACE, lambda typed: self._check(format, typed))

    def _name(self, format: OutputFormat) -> str:
        return f"{Path(self._parts.reading.document.name).stem or 'document'}{format.ending}"

    def _check(self, format: OutputFormat, typed: str) -> None:
        """Write to the place that was typed; ask first where there is a file."""
        output = path_typed(typed)
        if os.path.isdir(output):  # noqa: PTH112  never raises
            output /= self._name(format)
        elif not output.name.lower().endswith(format.ending):
            output = output.with_name(output.name + format.ending)
        options = ExportOptions(output, (format.name,))
        if not os.path.lexists(output):
            self._write(options)
            return

        def answered(key: str) -> bool:
            if key == "y":
                self._write(options)
            else:
                self._parts.writing.say("Nothing was written.")
            return True

        self._parts.questions.ask(REPLACE, answered)

    def _write(self, options: ExportOptions) -> None:
        parts = self._parts
        reading, session = parts.reading, parts.session
        progress = Milestones("Exporting. Escape or L stops.", parts.writing.say)

        def tell(share: float) -> None:
            self._answer_keys(share)
            progress.reached(share)

        try:
            inputs = InputFiles([reading.place.path], session.options.library)
            job = export_job_of(reading.document, inputs, session.library, session.options, options)
            with export_progress.telling(tell):
                done = write_job(job)
        except Stopped:
            parts.writing.say("Stopped. Nothing was written.")
        except ReaderError as error:
            parts.writing.say(str(error))
        except OSError as error:
            parts.writing.say(f"{options.output}: {error.strerror or error}.")
        else:
            parts.writing.say(done.line)
        for item in self._later:
            parts.inbox.put(item)

    def _answer_keys(self, share: float) -> None:
        """Answer what was pressed meanwhile. Raises Stopped for Escape, for L and for what ends the program."""
        inbox = self._parts.inbox
        while inbox.waiting:
            try:
                item = inbox.get_nowait()
            except Empty:
                return
            key = named_key(item.text) if isinstance(item, TypedLine) else item
            if not isinstance(key, str) or key == HANG_UP:
                self._later.append(item)
                if isinstance(key, int | str):  # a signal, or the end of what is typed
                    raise Stopped("")
                continue
            command = self._parts.commands.get(key)
            if (command and command.id == "back") or key == "stop":
                raise Stopped("")
            self._parts.writing.say(f"Exporting, {round(100 * share)} percent. Escape or L stops.")
