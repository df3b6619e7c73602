"""Libraries for tests: one with something of every kind in it, and ways to damage one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Person, Position
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError, catalogue

TALK = "ANNE HILL: Yes, we do.\n\nBEN STONE: No.\n\nANNE HILL: Well then.\n\nBEN STONE: No again.\n"


def filled_library(path: Path, folder: Path, documents: int = 3) -> None:
    """Make a library with so many documents of a folder, each with a place, a bookmark, a voice and decisions."""
    with Library(path) as library:
        for number in range(documents):
            file = folder / f"talk{number}.txt"
            file.write_text(f"{TALK}\nANNE HILL: The end of {number}.\n")
            document = read(file)
            library.keep_place(document, file, Position(2, 3))
            library.bookmarks.add(document, Position(1, 0), 0, f"note {number}")
            library.bookmarks.add(document, Position(2, 0), 4)
            library.keep_voice(document.key, document.people[0].id, "aes")
            library.label_decisions.add(document.key, [Decision(Verb.NAME, document.people[1].id, "Benjamin Stone")])
            library.keep_word(document.key, "well", 'well = "wel"')
            library.index.add(document)
        library.used.add("help")
        library.voice_registry.keep_heard({Person("CC", "Charles Cole", None, ()): "bell"})
        list(library.folders.add(folder))


def used(library: Library, document: Document, file: Path) -> list[str]:
    """Do what a reading does, and some of what lists do; gives the lines in place of what could not be done."""
    lines = []
    document = library.label_decisions.apply_to(document)
    _ = library.place(document.key), library.last_path(), library.people(document.key), library.folders.all()
    _ = library.cast(document.key), library.lexicon(document.key), library.bookmarks.of(document)
    _ = library.used.times(), library.voice_registry.voices(document.people), library.voice_registry.everybody()
    _ = catalogue.lines(library)
    library.keep_place(document, file, Position(1, 0))
    acts = (
        lambda: catalogue.search_lines(library, "well"),
        lambda: library.bookmarks.add(document, Position(0, 0)),
        lambda: library.keep_voice(document.key, document.people[0].id, "gwb"),
        lambda: list(library.folders.refresh()),
    )
    for act in acts:
        try:
            act()
        except LibraryError as error:
            lines.append(str(error))
    return lines


def change(path: Path, *statements: str) -> None:
    """Change a library by SQL, as no program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            database.execute(statement)


def write_at(path: Path, offset: int, data: bytes) -> None:
    """Overwrite bytes of a file; from the end where the offset is negative."""
    with path.open("r+b") as file:
        file.seek(offset, 0 if offset >= 0 else 2)
        file.write(data)


def unheard(line: str) -> None:
    """What the library reports, where no test asks for it."""


DAMAGES: Mapping[str, Callable[[Path], object]] = {
    "a schema that cannot be decoded": lambda path: change(
        path, "UPDATE sqlite_master SET sql = CAST(x'435245415445205441424c4520ff20ff' AS TEXT) WHERE name = 'places'"
    ),
    "a table that is missing": lambda path: change(path, "DROP TABLE places"),
    "a table with other columns": lambda path: change(path, "DROP TABLE places", "CREATE TABLE places (document, x)"),
    "a view in place of a table": lambda path: change(
        path, "DROP TABLE places", "CREATE VIEW places AS SELECT key AS document, 1 AS page FROM documents"
    ),
    "a header that is no header": lambda path: write_at(path, 0, b"SQLite formal 9"),
    "a wrong version": lambda path: change(path, "PRAGMA user_version = 70000000"),
    "a wrong mark": lambda path: change(path, "PRAGMA application_id = 12"),
    "pages of zeros": lambda path: write_at(path, 4096, bytes(12 * 4096)),
    "a file that is cut": lambda path: path.write_bytes(path.read_bytes()[:9000]),
}
"""Ways to damage a library so that SQLite or the program finds it out."""
WRONG_VALUES: Mapping[str, str] = {
    "a verb": "UPDATE decisions SET verb = 'n-me'",
    "a word for a number": "UPDATE places SET page = 'three'",
    "a number below zero": """UPDATE places SET page = -1, "offset" = -9""",
    "a place outside the document": """UPDATE places SET page = 2, "offset" = 9000000000000000000""",
    "a time outside the calendar": "UPDATE documents SET opened_at = 1e300",
    "bytes for text": "UPDATE bookmarks SET note = x'ff00'",
    "text that is not UTF-8": "UPDATE documents SET title = CAST(x'41ff42' AS TEXT)",
    "a number for a path": "UPDATE documents SET path = 7",
    "a path with a zero": "UPDATE documents SET path = x'2f00'",
    "a line of no lexicon": "UPDATE lexicons SET line = 'well = ['",
    "bytes for a voice": "UPDATE casts SET voice = x'80'",
    "bytes for names": "UPDATE register SET person = CAST(person AS BLOB), name = x'02'",
    "no count of uses": "UPDATE used SET times = 'often'",
    "a folder that is none": "UPDATE folders SET path = 3.5",
    "a folder without a name": "UPDATE folders SET path = x''",
    "no folder at all": "UPDATE folders SET path = ''",
}
"""Statements that put values into a library that no program would write."""
HARMLESS = ("a place outside the document", "text that is not UTF-8", "no folder at all")
"""Those that are read as they are, and do no harm."""
