"""The export in plain text mode: a form by number, turns, a typed place, the progress in lines; Escape stops it."""

from __future__ import annotations

import os
from pathlib import Path
from queue import Empty
from typing import Any

from tui_reader.errors import ReaderError
from tui_reader.export import export_progress
from tui_reader.export.export_choice import ExportChoice, turns_typed, why_not
from tui_reader.export.export_document import write_job
from tui_reader.export.export_job import export_job_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.export_progress import ExportStopped
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.faces.plain.numbered_list import ListContents, NumberedList
from tui_reader.faces.plain.parts import PlainParts
from tui_reader.startup.input_files import InputFiles
from tui_reader.terminal.keyboard import HANG_UP, TypedLine
from tui_reader.terminal.keys import named_key
from tui_reader.terminal.milestones import Milestones

HINT = "A number chooses."
TURNS_HINT = "A number chooses, t exports some turns only."
VOICES_HINT = "v takes voices."
RECORDING_HINT = "v takes the recording."
TURNS = "Turns: "
PLACE = "Export to: "
REPLACE = "There is such a file already. y replaces it, any other key leaves it."


class Exporting:
    """Asks what is written and where, and writes it."""

    def __init__(self, parts: PlainParts) -> None:
        self._parts = parts
        recorded = parts.reading.recorded
        self._choice = ExportChoice.proposed(
            parts.reading.place.whole, Path(), recorded.recording, not recorded.is_heard
        )
        self._later: list[Any] = []
        """What came in meanwhile and is no answer to the export."""

    def ask(self, told: str = "") -> None:
        """Ask for the form, after what there is to say."""

        def chosen(index: int) -> str | None:
            format = OUTPUT_FORMATS[index]
            if trouble := why_not(format):
                return trouble
            self._choice = self._choice.in_format(format)
            self._ask_place()
            return None

        rows = [f"{format.ending.lstrip('.')}, {format.about}." for format in OUTPUT_FORMATS]
        turns = bool(self._choice.document.turns)
        others = {"t": self._ask_turns} if turns else {}
        hint = TURNS_HINT if turns else HINT
        if self._choice.recording:
            others["v"] = self._change_sound
            hint = f"{hint} {RECORDING_HINT if self._choice.by_voices else VOICES_HINT}"
            told = told or f"Sound: {self._choice.sound}."
        contents = ListContents("form", rows, chosen, hint, others=others, before=told)
        NumberedList(self._parts.questions, contents).open()

    def _change_sound(self) -> None:
        """Voices instead of the recording, or the other way round; then ask for the form again."""
        self._choice = self._choice._replace(by_voices=not self._choice.by_voices)
        self.ask(f"Sound: {self._choice.sound}.")

    def _ask_turns(self) -> None:
        """Ask for the turns, and then for the form again."""
        turns = len(self._choice.document.turns)

        def typed(words: str) -> None:
            try:
                self._choice = self._choice.of_turns(*turns_typed(words, 1, turns))
            except ReaderError as error:
                self.ask(str(error))
            except ValueError:
                self.ask("Type turns as 5-12.")
            else:
                self.ask(f"Turns {self._choice.first} to {self._choice.last}.")

        self._parts.questions.ask_line(f"Type turns from 1 to {turns}, such as 5-12, then Enter.", TURNS, typed)

    def _ask_place(self) -> None:
        choice = self._choice
        held = choice.estimate(self._parts.settings).line
        line = f"{held[:1].upper()}{held[1:]}. Type a file, or a folder for {choice.output.name}, then Enter."
        self._parts.questions.ask_line(line, PLACE, self._check)

    def _check(self, typed: str) -> None:
        """Write to the place that was typed; ask first where there is a file."""
        options = self._choice.at(typed).options
        if not os.path.lexists(options.output):
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
        progress = Milestones(f"Exporting {reading.document.name}. Escape or L stops.", parts.writing.say)

        def tell(share: float) -> None:
            self._answer_keys(share)
            progress.reached(share)

        try:
            inputs = InputFiles([reading.place.path], session.options.library)
            by_voices = self._choice.recording is None or self._choice.by_voices
            given = session.options._replace(audio=None, no_audio=by_voices)
            job = export_job_of(reading.place.whole, reading.place.path, inputs, session.library, given, options)
            with export_progress.telling(tell):
                done = write_job(job)
        except ReaderError as error:
            parts.writing.say(str(error))
        except OSError as error:
            parts.writing.say(f"{options.output}: {error.strerror or error}.")
        else:
            parts.writing.say(done.line)
        for item in self._later:
            parts.inbox.put(item)

    def _answer_keys(self, share: float) -> None:
        """Answer what was pressed meanwhile. Raises ExportStopped for Escape, for L and for what ends the program."""
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
                    raise ExportStopped
                continue
            command = self._parts.commands.get(key)
            if (command and command.id == "back") or key == "stop":
                raise ExportStopped
            self._parts.writing.say(f"Exporting, {round(100 * share)} percent. Escape or L stops.")
