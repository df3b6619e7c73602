"""How long the screen looks at no key while a large file is read: `python -m tests.benchmarks.freezes`.

The app runs without a terminal; its event loop is asked every few milliseconds whether it is free.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from tests.benchmarks.texts import FORMATS
from tests.support.script_help import only_help
from tui_reader.faces.tui.app import ReaderApp
from tui_reader.faces.tui.documents.document_switching import first_of
from tui_reader.paths import NO_LIBRARY
from tui_reader.playback.events import Event
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session

TURNS = 100_000
ASK = 0.002
MEASURED = ("plain text", "TEI, a document of FRUS", "HTML", "JSON", "SRT")


async def longest_gap(path: Path) -> tuple[float, float]:
    """Seconds until the first page, and the longest in which the event loop did nothing else, until a second later."""
    app: ReaderApp | None = None

    def post(event: Event) -> None:
        if app:
            app.take(event)

    session = open_session(path, ReadingOptions(NO_LIBRARY, sound=False), post, voices=False, choosing=True, later=True)
    app = ReaderApp(session.reading, session.settings, find_shelf=session.find_shelf, first=first_of(session, None))
    longest = 0.0
    try:
        async with app.run_test(size=(100, 30)):
            began = last = time.monotonic()
            page = None
            while page is None or last < page + 1:
                await asyncio.sleep(ASK)
                now = time.monotonic()
                longest, last = max(longest, now - last - ASK), now
                if page is None and session.reading.document.key:
                    page = now
    finally:
        session.close()
    return page - began, longest


def gap_rows() -> list[tuple[str, str, str]]:
    """A row for each format: name, figures, bound."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for format in MEASURED:
            name, made = FORMATS[format]
            path = Path(folder, name)
            path.write_text(made(TURNS), encoding="utf-8")
            page, gap = asyncio.run(longest_gap(path))
            figures = f"{1000 * gap:.0f} ms; first page after {page:.1f} s"
            what = f"{TURNS:,} turns of {format} are read: longest without a look at the keys"
            rows.append((what, figures, "at most 100 ms"))
    return rows


if __name__ == "__main__":
    only_help("tests.benchmarks.freezes", "Measures how long no key is answered while a file is read.")
    for row in gap_rows():
        print(f"| {' | '.join(row)} |", flush=True)
