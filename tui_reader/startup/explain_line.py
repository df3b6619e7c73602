"""Why a line of the document that is meant holds a label or not, with what its reader decided about labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.startup.find_document import resolve_source
from tui_reader.startup.reading_options import ReadingOptions

if TYPE_CHECKING:
    from tui_reader.formats.explanation import LineExplanation


def explain_line(path: Path | None, line: int, options: ReadingOptions) -> LineExplanation:
    """The explanation of the line of this number, from 1, of the document at a path, or of the one read last.

    Raises UsageError for a line that the file does not have, and as `formats.read` does.
    """
    from tui_reader.formats.explanation import explain, explain_bytes
    from tui_reader.library import open_library
    from tui_reader.startup.standard_input import NAME

    with open_library(options.library) as library:
        source = resolve_source(path, library, options)
        if source.piped is not None and is_standard_input(source.path):
            _, id = split_id(source.path)
            data, producer = source.piped, source.producer
            decide = library.label_decisions.apply_to
            return explain_bytes(data, NAME, line, source.encoding, id, decide=decide, producer=producer)
        return explain(source.path, line, source.encoding, library.label_decisions.apply_to, source.producer)
