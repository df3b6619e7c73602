"""What the web server answers for documents: their pages, text, sound and places, and the library."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents.jobs import Job, Source
from tui_reader.faces.served.documents.pool import Pool
from tui_reader.faces.served.documents.sound_cache import SoundCache
from tui_reader.faces.served.request_guard import RequestGuard

LONGEST = 200
"""Characters of what a page may send in one value."""


_VALUES = {
    "open": ("document", "words"),
    "text": ("document", "version"),
    "sound": ("document", "version", "at"),
    "move": ("document", "version", "at", "command", "words"),
    "library": ("words",),
}
"""The words that a request for each task has; those of another are passed over."""


class DocumentRoutes:
    """Answers the scripts of the pages, which send the token with each request."""

    def __init__(self, guard: RequestGuard, source: Source) -> None:
        self._guard, self._source = guard, source
        self._pool = Pool()
        self._sounds = SoundCache(self._pool)

    def add_to(self, app: web.Application) -> None:
        """Add them to the server."""
        for path, answer in (
            ("/data/open", self._open), ("/data/text", self._text), ("/data/times", self._times),
            ("/data/sound", self._sound), ("/data/library", self._library),
        ):  # fmt: skip
            app.router.add_get(path, self._checked(answer), allow_head=False)
        app.router.add_post("/data/move", self._checked(self._move))
        app.on_shutdown.append(self._close)  # before the answers that are still waited for

    def _checked(self, answer: Callable[[web.Request], Awaitable[web.Response]]) -> Callable[..., Any]:
        """An answer that only who has the token gets; what cannot be done is told in a line."""

        async def checked(request: web.Request) -> web.Response:
            self._guard.check_bearer(request)
            try:
                return await answer(request)
            except ReaderError as error:
                return web.Response(status=409, text=str(error))

        return checked

    async def _open(self, request: web.Request) -> web.Response:
        return web.json_response(await self._pool.do(self._job("open", request.query)))

    async def _text(self, request: web.Request) -> web.Response:
        return web.json_response(await self._pool.do(self._job("text", request.query)))

    async def _times(self, request: web.Request) -> web.Response:
        return web.json_response((await self._sounds.piece(self._job("sound", request.query)))["times"])

    async def _sound(self, request: web.Request) -> web.Response:
        sound: bytes = (await self._sounds.piece(self._job("sound", request.query)))["sound"]
        return web.Response(body=sound, content_type="audio/wav")

    async def _library(self, request: web.Request) -> web.Response:
        return web.json_response(await self._pool.do(self._job("library", request.query)))

    async def _move(self, request: web.Request) -> web.Response:
        return web.json_response(await self._pool.do(self._job("move", request.query)))

    def _job(self, task: str, asked: Any) -> Job:
        """A job by the query of a request; what is too long is cut, and what is no number is 0."""
        words = {name: asked.get(name, "")[:LONGEST] for name in _VALUES[task]}
        number = "" if task == "sound" else asked.get("number", "")
        is_number = number.isascii() and number.isdecimal() and len(number) < 10
        return Job(task, self._source, **words, number=int(number) if is_number else 0)

    async def _close(self, _: web.Application) -> None:
        self._pool.close()
