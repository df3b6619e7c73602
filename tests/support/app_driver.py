"""Runs the full screen without a terminal: presses its keys, shows its screen as text; sound is a stand-in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from rich.segment import Segment
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.support.corpus import MEMORANDUM as MEMORANDUM_PATH
from tests.support.sound import HandDevice, PlainEngine
from tests.support.voices import shared_voices
from tui_reader.casting import Cast
from tui_reader.document.model import Document
from tui_reader.faces.tui.app import ReaderApp
from tui_reader.faces.tui.documents.document_switching import First
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.playback.events import Event
from tui_reader.playback.player import Player
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.startup.collection_shelf import Shelf
from tui_reader.tts.render import SpeechStyle

MEMORANDUM = read(MEMORANDUM_PATH)
FindShelf = Callable[[Path], Shelf | None]
CHARACTERS = {"space": " ", "enter": "\r", "plus": "+", "minus": "-", "equals_sign": "=", "question_mark": "?"}


class AppDriver:
    """The running app with its reading and library: presses keys, tells what is on the screen."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        notices: tuple[str, ...],
        utf8: bool,
        find_shelf: FindShelf = lambda path: None,
        library: Library | None = None,
        path: Path = MEMORANDUM_PATH,
        first: First | None = None,
    ) -> None:
        self.device = HandDevice()
        self.library = library or Library(None)
        self.reading = Reading(document, path, self.library, settings, shared_voices, self._player)
        self.app = ReaderApp(self.reading, settings, notices, utf8, find_shelf, first)
        self.pilot: Pilot[int]

    def _player(self, casting: Cast, style: SpeechStyle) -> Player:
        def post(event: Event) -> None:
            self.app.take(event)

        return Player([PlainEngine], lambda rate: (self.device, None), casting, style, post)

    async def press(self, *keys: str) -> None:
        """Press keys as a person does, each seen before the next. (Pilot's own way takes 50 ms a key.)"""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(Key(name, CHARACTERS.get(key, key if len(key) == 1 else None)))
            for _ in range(2):  # down to the page, and up again to the app
                done = asyncio.Event()
                self.app.call_later(done.set)
                while not done.is_set() and not self.app._exit:
                    await asyncio.sleep(0.001)
                if self.app._exit:
                    return
                await self.pilot._wait_for_screen()
        await self.pilot.pause()

    async def burst(self, *keys: str) -> None:
        """Press keys faster than they are answered, and let them be answered."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(Key(name, CHARACTERS.get(key, key if len(key) == 1 else None)))
        for _ in range(5):
            await self.pilot.pause()

    async def hear(self, frames: int) -> None:
        """Let so many milliseconds be heard, and wait until the screen shows what was heard."""
        await self.wait(lambda: self.device.running)
        self.device.turn(frames)
        await self.wait(self._told)
        await self.pilot.pause()

    def _told(self) -> bool:
        heard = self.reading.player.start().heard()
        marked, saying = self.reading.playback.marked, self.reading.playback.saying
        if not heard or saying != heard[0]:
            return False
        return heard[0].offset is None or (marked is not None and marked.start == heard[0].offset + heard[1])

    async def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something has become true, while the app goes on."""
        end = time.monotonic() + 60
        while not condition():  # here, for only the app's own thread may draw
            assert time.monotonic() < end, "it did not become true in time"
            await asyncio.sleep(0.001)
        await self.pilot.pause()

    @property
    def rows(self) -> list[list[Segment]]:
        """The screen, a row of segments a line."""
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def lines(self) -> list[str]:
        """The screen as text, without the blanks at the ends of its lines."""
        return ["".join(segment.text for segment in row).rstrip() for row in self.rows]

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.lines)

    def painted(self, attribute: str) -> list[str]:
        """The words painted "reverse", "underline", "dim"."""
        return [
            segment.text for row in self.rows for segment in row if segment.style and getattr(segment.style, attribute)
        ]

    @property
    def foot(self) -> str:
        """The last line."""
        return self.lines[-1]

    @property
    def turn(self) -> int | None:
        """The number of the turn that is shown."""
        page = self.reading.place.page
        return page.turn.number if page and page.turn else None

    @property
    def at_cursor(self) -> str:
        """The line of the screen from the terminal's cursor on."""
        x, y = self.app.cursor_position
        return self.lines[y][x:]


@asynccontextmanager
async def running_app(
    columns: int = 100,
    lines: int = 30,
    document: Document = MEMORANDUM,
    settings: Settings | None = None,
    notices: tuple[str, ...] = (),
    utf8: bool = True,
    find_shelf: FindShelf = lambda path: None,
    library: Library | None = None,
    path: Path = MEMORANDUM_PATH,
    first: First | None = None,
) -> AsyncIterator[AppDriver]:
    """The app running on a screen of that size."""
    driver = AppDriver(document, settings or Settings(), notices, utf8, find_shelf, library, path, first)
    try:
        async with driver.app.run_test(size=(columns, lines)) as pilot:
            driver.pilot = pilot
            await pilot.pause()
            yield driver
    finally:
        driver.reading.close()


@asynccontextmanager
async def at_turn_six() -> AsyncIterator[AppDriver]:
    """The app on the memorandum at turn 6, of Stevenson, silent."""
    async with running_app() as driver:
        driver.reading.jumps.to_turn(6)
        await driver.press("r")
        assert driver.turn == 6 and "stopped" in driver.foot
        yield driver
