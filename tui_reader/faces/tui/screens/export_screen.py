"""The export on the full screen: form, turns and place as rows, what it will hold, how far it is, where it was put."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui_reader.errors import ReaderError
from tui_reader.export.estimate import bytes_in_words
from tui_reader.export.export_choice import ExportChoice, why_not
from tui_reader.export.export_progress import ExportStopped
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.ask_path import PathScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.settings import Settings
from tui_reader.terminal.milestones import Milestones

if TYPE_CHECKING:
    from tui_reader.export.background_export import BackgroundExport
    from tui_reader.export.export_document import Exported
    from tui_reader.export.export_job import ExportJob

KEYS = "Export. Left and Right change, Enter types a value, or begins in the last row; Escape goes back."
STOP = "Escape stops."
BAR = 20
"""Cells of the progress bar."""
MakeJob = Callable[[ExportChoice], "ExportJob"]
"""The job of a choice. Raises ReaderError."""


class ExportScreen(RowsScreen):
    """Up and Down choose a row, Left and Right change it; Enter in the last one exports."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "escape,q,L back", "right,plus,equals_sign change(1)", "left,minus change(-1)"
    )

    def __init__(
        self, choice: ExportChoice, settings: Callable[[], Settings], job: MakeJob, bar: tuple[str, str]
    ) -> None:
        """`bar` are the signs of a progress bar for what is done and what is not; empty on a calm screen."""
        super().__init__()
        self._choice, self._settings, self._job, self._bar = choice, settings, job, bar
        turns = bool(choice.document.turns)
        sound = ["Sound"] if choice.recording else []
        self._rows = ["Form", *(["First turn", "Last turn"] if turns else []), *sound, "File", "Export"]
        self._export: BackgroundExport | None = None
        self._replaces: Path | None = None
        """The file of which was told that it would be replaced."""

    # What is seen

    def count(self) -> int:
        """Form, turns, what is heard where there is a recording, file, and the row that begins."""
        return len(self._rows)

    def row(self, index: int, width: int) -> str:
        """What is chosen."""
        return f"{self._rows[index]:<12}{self._value(index)}".rstrip()

    def spoken_row(self, index: int) -> str:
        """What is chosen, as plain text mode says it."""
        return f"{self._rows[index]}, {self._value(index)}".rstrip(", ")

    def _value(self, index: int) -> str:
        choice = self._choice
        match self._rows[index]:
            case "Form":
                return f"{choice.format.name}: {choice.format.about}"
            case "First turn":
                return str(choice.first)
            case "Last turn":
                return str(choice.last)
            case "Sound":
                return choice.sound
            case "File":
                return _short(choice.output)
        return ""

    def head(self) -> list[str]:
        """What keys do."""
        return [KEYS]

    def about(self, index: int) -> list[str]:
        """What will be written, or why this form cannot be."""
        trouble = why_not(self._choice.format)
        return [trouble or f"{self._choice.estimate(self._settings()).line}."]

    # Choosing

    def action_change(self, way: int) -> None:
        """The next form, another turn, or the recording or voices."""
        name, choice = self._rows[self.rows.at], self._choice
        if self._export:
            return
        if name == "Form":
            at = OUTPUT_FORMATS.index(next(one for one in OUTPUT_FORMATS if one.name == choice.format.name))
            self._take(choice.in_format(OUTPUT_FORMATS[(at + way) % len(OUTPUT_FORMATS)]))
        elif name == "First turn":
            self._take(choice.of_turns(min(max(1, choice.first + way), choice.last), choice.last))
        elif name == "Last turn":
            turns = len(choice.document.turns)
            self._take(choice.of_turns(choice.first, max(min(turns, choice.last + way), choice.first)))
        elif name == "Sound":
            self._take(choice._replace(by_voices=not choice.by_voices))

    def _take(self, choice: ExportChoice) -> None:
        self._choice = choice
        self.choose(self.rows.at)

    def action_take(self) -> None:
        """Type a value, or begin."""
        name, choice = self._rows[self.rows.at], self._choice
        if self._export:
            return
        if name == "Export":
            self._begin()
        elif name == "Sound":
            self.action_change(1)
        elif name == "Form":
            names = ", ".join(one.name for one in OUTPUT_FORMATS)
            ask(self, AskScreen(f"Form ({names}): ", choice.format.name), self._form_typed)
        elif name == "File":
            ask(self, PathScreen("File, or a folder: ", _short(choice.output)), self._file_typed)
        else:
            self._ask_turn(self._value(self.rows.at))

    def type_value(self, begun: str) -> bool:
        """Type a turn."""
        if self._export or "turn" not in self._rows[self.rows.at]:
            return False
        self._ask_turn(begun, fresh=False)
        return True

    def _ask_turn(self, typed: str, fresh: bool = True) -> None:
        question = f"{self._rows[self.rows.at]} (1 to {len(self._choice.document.turns)}): "
        ask(self, AskScreen(question, typed, fresh=fresh), self._turn_typed)

    def _form_typed(self, typed: str | None) -> None:
        if not typed or not typed.strip():
            return
        name = typed.strip().lower().removeprefix(".")
        found = next((one for one in OUTPUT_FORMATS if name in (one.name, one.ending[1:])), None)
        if found:
            self._take(self._choice.in_format(found))
        else:
            self.tell(f"There is no form {name}.")

    def _file_typed(self, typed: str | None) -> None:
        if typed and typed.strip():
            self._take(self._choice.at(typed))

    def _turn_typed(self, typed: str | None) -> None:
        if not typed or not typed.strip():
            return
        number = int(typed) if typed.strip().isdecimal() and len(typed) < 10 else 0
        first, last = self._choice.first, self._choice.last
        try:
            is_first = self._rows[self.rows.at] == "First turn"
            self._take(self._choice.of_turns(*((number, last) if is_first else (first, number))))
        except ReaderError as error:
            self.tell(str(error))

    # Exporting

    def _begin(self) -> None:
        from tui_reader.export.background_export import BackgroundExport

        choice = self._choice
        try:
            if trouble := why_not(choice.format):
                self.tell(trouble)
                return
            if choice.output.exists() and self._replaces != choice.output:
                self._replaces = choice.output
                self.tell(f"{_short(choice.output)} exists already. Enter again replaces it.")
                return
            self._export = BackgroundExport()
            job = self._job(choice)
        except (ReaderError, OSError) as error:
            self._end(str(error))
            return
        self._replaces = None
        started = f"Exporting {choice.document.name}. {STOP}"
        self._milestones = Milestones(started, self.tell, at_once=True)
        self.tell(started)
        # A thread that is a daemon: an export in its way does not keep a program that ends.
        threading.Thread(target=self._run, args=(self._export, job), name="export", daemon=True).start()

    def _run(self, export: BackgroundExport, job: ExportJob) -> None:
        """In a thread: wait for the export."""
        try:
            told = _told(export.run(job, lambda share: self._from_thread(self._further, share)))
        except ExportStopped as stopped:
            told = str(stopped)
        except ReaderError as error:
            told = str(error)
        except Exception as error:  # noqa: BLE001  # whatever it is, the screen must not wait for ever
            told = " ".join(f"The export failed: {type(error).__name__}: {error}".split())
            export.stop()
        self._from_thread(self._end, told)

    def _from_thread(self, call: Callable[..., None], *given: object) -> None:
        """Call something in the thread of the app, unless that has ended."""
        if self.app.is_running:
            self.app.call_later(call, *given)

    def _further(self, share: float) -> None:
        if not self._export or self._export.stopped or not self.is_mounted:
            return
        done, left = self._bar
        if not done:
            self._milestones.reached(share)
            return
        cells = round(BAR * share)
        name = self._choice.document.name
        self.tell(f"{done * cells}{left * (BAR - cells)}  {share:.0%}  Exporting {name}. {STOP}")

    def _end(self, told: str) -> None:
        self._export = None
        if self.is_mounted:
            self.tell(told)

    def action_back(self) -> None:
        """Stop the export, or leave."""
        if not self._export:
            self.dismiss()
        elif not self._export.stopped:
            self._export.stop()
            self.tell("Stopping.")

    def on_unmount(self) -> None:
        """Nothing is written after the screen is gone."""
        if self._export:
            self._export.stop()


def _told(done: Exported) -> str:
    size = sum(path.stat().st_size for path in done.paths)
    return f"{done.line.rstrip('.')}, {bytes_in_words(size)}. Escape goes back."


def _short(path: Path) -> str:
    """A path with the person's own folder as ~."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
