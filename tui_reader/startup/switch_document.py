"""Another document in a reading that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.startup.find_document import ReadSource, find_as_printed, read_now
from tui_reader.startup.reading_options import ReadingOptions

if TYPE_CHECKING:
    from tui_reader.library.index_search import Across
    from tui_reader.reading import Reading


def switch_document(
    reading: Reading,
    path: Path,
    start: str | None = None,
    words: str = "",
    read: ReadSource = read_now,
    across: Across | None = None,
) -> list[str]:
    """Read the document at a path from now on, as if the program was started with it: where it was left, everybody.

    `start` is a place as a person types it, "turn 9", "part 2", or "bookmark 3"; `words` are the words to go to there,
    and `across` is the search of the library that goes on there. Returns lines for the person. Raises DocumentError
    where it cannot be read, CollectionError for a file of many documents; then the reading stays as it is.
    """
    path, document, notices = find_as_printed(path, reading.library, ReadingOptions(), read)
    reading.open(document, path)
    reading.spoken.choose(reading.spoken.options._replace(only=frozenset()))  # GB of another document is somebody else
    missing = _begin_at(reading, start) if start else None
    if start and not missing:
        reading.jumps.to_words(words)
    if across:
        reading.search.go_on_with(across)
    return [*notices, *document.warnings, *filter(None, [missing]), *reading.told_at_opening]


def _begin_at(reading: Reading, start: str) -> str | None:
    kind, _, number = start.partition(" ")
    return reading.bookmarks.begin_at(int(number)) if kind == "bookmark" else reading.jumps.begin_at(start)
