"""What a person chooses for an export inside the program: form, turns, place. Frozen data; knows no face."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.export.estimate import Estimate, check_turns, estimate
from tui_reader.export.export_document import check_options
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.output_formats import OUTPUT_FORMATS, OutputFormat
from tui_reader.named_tuple import NamedTuple
from tui_reader.settings import Settings
from tui_reader.terminal.path_completion import path_typed

if TYPE_CHECKING:
    from tui_reader.playback.recording.recording import Recording

COMMON = ("mp3", "m4b", "wav")
"""The form that is proposed: the first of these that can be written."""


class ExportChoice(NamedTuple):
    """One export as it is chosen so far."""

    document: Document
    format: OutputFormat
    first: int
    """The number of the first turn; 1 also has what comes before it."""
    last: int
    """The number of the last turn; the last of all also has what comes after it."""
    output: Path
    recording: Recording | None = None
    """The document's recording, where it has one."""
    by_voices: bool = False
    """Whether voices are heard though there is a recording."""

    @classmethod
    def proposed(
        cls, document: Document, folder: Path, recording: Recording | None = None, by_voices: bool = False
    ) -> ExportChoice:
        """All of the document, in a common form, in a folder."""
        by_name = {one.name: one for one in OUTPUT_FORMATS}
        common = [by_name[name] for name in COMMON]
        format = next((one for one in common if not why_not(one)), common[-1])
        choice = cls(document, format, 1, max(1, len(document.turns)), folder, recording, by_voices)
        return choice._replace(output=folder / choice._proposed_name)

    def in_format(self, format: OutputFormat) -> ExportChoice:
        """The same in another form; the file's ending is changed with it."""
        stem = self.output.name.removesuffix(self.format.ending)
        return self._replace(format=format, output=self.output.with_name(stem + format.ending))

    def at(self, typed: str) -> ExportChoice:
        """The same at a place that was typed: a file, which is given the ending of the form, or a folder."""
        output = path_typed(typed)
        if os.path.isdir(output):  # noqa: PTH112  never raises
            output /= self.output.name
        elif not output.name.lower().endswith(self.format.ending):
            output = output.with_name(output.name + self.format.ending)
        return self._replace(output=output)

    def of_turns(self, first: int, last: int) -> ExportChoice:
        """The same of other turns. Raises UsageError where there are no such."""
        check_turns(self.document, first, last)
        other = self._replace(first=first, last=last)
        is_proposed = self.output.name == self._proposed_name
        return other._replace(output=self.output.with_name(other._proposed_name)) if is_proposed else other

    @property
    def _proposed_name(self) -> str:
        """The file's name, unless the person types another: the document's, with the turns where not all are chosen."""
        stem, turns = Path(self.document.name).stem or "document", (self.first, self.last)
        if turns != (1, max(1, len(self.document.turns))):
            stem += f"-turn-{self.first}" if self.first == self.last else f"-turns-{self.first}-{self.last}"
        return stem + self.format.ending

    @property
    def sound(self) -> str:
        """What is heard, as a list shows it."""
        return f"recording {self.recording.path.name}" if self.recording and not self.by_voices else "voices"

    @property
    def options(self) -> ExportOptions:
        """The options of the export."""
        first = None if self.first == 1 else self.first
        last = None if self.last >= len(self.document.turns) else self.last
        return ExportOptions(self.output, (self.format.name,), first, last)

    def estimate(self, settings: Settings) -> Estimate:
        """About how much it will hold, at the speed of the settings."""
        alignment = self.recording.alignment if self.recording and not self.by_voices else None
        return estimate(self.document, self.format, settings, self.first, self.last, alignment)


def why_not(format: OutputFormat) -> str:
    """Why a form cannot be written here; "" where it can."""
    try:
        check_options(ExportOptions(Path(f"a{format.ending}"), (format.name,)))
    except ReaderError as error:
        return str(error)
    return ""


def turns_typed(typed: str, first: int, last: int) -> tuple[int, int]:
    """Turns as a person types them: "5-12", "5 12", "5-", "-12", "5", "all" (`first` to `last`). Raises ValueError."""
    words = typed.lower().replace("to", "-").replace("–", "-").replace("-", " - ").split()
    if words in ([], ["all"]):
        return first, last
    numbers = [int(word) if word.isdecimal() and len(word) < 10 else None for word in words]
    match words, numbers:
        case [_], [int(only)]:
            return only, only
        case ([_, _], [int(start), int(end)]) | ([_, "-", _], [int(start), None, int(end)]):
            return start, end
        case [_, "-"], [int(start), None]:
            return start, last
        case ["-", _], [None, int(end)]:
            return first, end
    raise ValueError(typed)
