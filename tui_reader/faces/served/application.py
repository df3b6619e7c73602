"""What the web server answers: its pages with their files, and a WebSocket for each window of the full screen.

The pages are ours; the terminal in one of them is textual-serve's script. None holds anything of a document, nor the
token: what they show is asked for by their scripts (`documents/routes.py`).
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from importlib import resources
from typing import Any

from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Handler

from tui_reader.faces.served.documents.jobs import Source
from tui_reader.faces.served.documents.routes import DocumentRoutes
from tui_reader.faces.served.reader_process import Size, show
from tui_reader.faces.served.request_guard import PROTOCOL, RequestGuard
from tui_reader.terminal.output import PROGRAM

HEARTBEAT = 15.0
"""Seconds between the questions whether a browser is still there; it has half as long to answer."""
FAREWELL = 1.0
"""Seconds that a browser has to answer to the end of its window."""
LONGEST_MESSAGE = 65536
"""Bytes of one message of a page, such as a text that is pasted."""
LONGEST_REASON = 123
"""Bytes of the reason that a WebSocket may give for its end."""
PAGES = {"/": "reader", "/document": "document", "/document/{name}": "document", "/library": "library"}
"""The addresses that are typed or linked, and the files that they show."""
FILES = {
    "reader": ("tui_reader.faces.served", "page/index.html", "text/html"),
    "document": ("tui_reader.faces.served", "documents/static/document.html", "text/html"),
    "library": ("tui_reader.faces.served", "documents/static/library.html", "text/html"),
    "page.js": ("tui_reader.faces.served", "page/page.js", "text/javascript"),
    "page.css": ("tui_reader.faces.served", "page/page.css", "text/css"),
    "textual.js": ("textual_serve", "static/js/textual.js", "text/javascript"),
    "xterm.css": ("textual_serve", "static/css/xterm.css", "text/css"),
    "export.css": ("tui_reader.export.html", "page.css", "text/css"),
    "document.css": ("tui_reader.faces.served", "documents/static/document.css", "text/css"),
} | {
    f"{name}.js": ("tui_reader.faces.served", f"documents/static/{name}.js", "text/javascript")
    for name in ("controls", "document", "library", "marks", "messages", "session", "text", "voice")
}
"""Everything that is served, by its name in the address: the package, the file in it, its type."""


def application(guard: RequestGuard, command: list[str], most_windows: int, source: Source) -> web.Application:
    """The server: `command` is run for each window, of which at most `most_windows` are open at the same time.

    `source` is what the pages show.
    """
    windows = Windows(guard, command, most_windows)
    contents = {
        name: resources.files(package).joinpath(path).read_bytes() for name, (package, path, _) in FILES.items()
    }

    def page(name: str) -> Handler:
        async def answer(request: web.Request) -> web.Response:
            # A link to a turn may be followed where the tab has the token already; so may one from page to page.
            if "token" in request.query or (name == "reader" and "turn" not in request.query):
                guard.check_token(request, request.query.get("token", ""))
            return file(name)

        return answer

    async def other_file(request: web.Request) -> web.Response:
        return file(request.match_info["name"])

    def file(name: str) -> web.Response:
        if name not in contents:
            raise web.HTTPNotFound
        return web.Response(body=contents[name], content_type=FILES[name][2], charset="utf-8")

    async def add_headers(request: web.Request, answer: web.StreamResponse) -> None:
        answer.headers.update(guard.terminal_headers if request.path in ("/", "/reader") else guard.headers)

    @web.middleware
    async def check_sender(request: web.Request, handler: Handler) -> web.StreamResponse:
        guard.check_sender(request)
        return await handler(request)

    app = web.Application(middlewares=[check_sender])
    for address, name in PAGES.items():
        app.router.add_get(address, page(name), allow_head=False)
    DocumentRoutes(guard, source).add_to(app)
    app.router.add_get("/ws", windows.open, allow_head=False)
    app.router.add_get("/{name}", other_file, allow_head=False)
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(windows.close)
    return app


class Windows:
    """The windows that are open: for each the task that answers its WebSocket."""

    def __init__(self, guard: RequestGuard, command: list[str], most: int) -> None:
        self._guard = guard
        self._command = command
        self._most = most
        self._open: set[asyncio.Task[Any]] = set()

    async def open(self, request: web.Request) -> web.WebSocketResponse:
        """Show a reader in the page that opened a WebSocket, until one of them ends."""
        page = web.WebSocketResponse(
            protocols=[PROTOCOL], timeout=FAREWELL, heartbeat=HEARTBEAT, max_msg_size=LONGEST_MESSAGE, compress=False
        )
        if not page.can_prepare(request):
            text = "This address is for the WebSocket of the page.\n"
            raise web.HTTPUpgradeRequired(text=text, headers={"Upgrade": "websocket"})
        self._guard.check_socket(request)
        await page.prepare(request)
        if len(self._open) >= self._most:
            words = f"{self._most} windows are open already" if self._most > 1 else "A window is open already"
            await _close(page, WSCloseCode.TRY_AGAIN_LATER, f"{words}; close one first, or start with --windows N.")
            return page
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        try:
            reason = await show(page, [*self._command, *_turn(request)], _size(request))
            await _close(page, WSCloseCode.OK, reason or "The reader has ended.")
        except asyncio.CancelledError:
            await _close(page, WSCloseCode.GOING_AWAY, f"{PROGRAM} serve has ended.")
        except OSError as error:
            await _close(page, WSCloseCode.INTERNAL_ERROR, f"No reader could be started: {error.strerror or error}.")
        finally:
            self._open.discard(task)
        return page

    async def close(self, _: web.Application) -> None:
        """Let each reader end by itself, and wait for it: the process of one that is cut off later would stay."""
        for task in self._open:
            task.cancel()
        if self._open:
            await asyncio.wait(self._open)


def _size(request: web.Request) -> Size:
    """The size of the window that the page asks for."""
    with suppress(ValueError):
        return Size.limited(int(request.query.get("width", "")), int(request.query.get("height", "")))
    return Size(80, 24)


def _turn(request: web.Request) -> list[str]:
    """The option for the turn that the page asks for; where the same option was given before, the last one holds."""
    typed = request.query.get("turn", "")
    return [f"--from={typed}"] if typed.isascii() and typed.isdecimal() and len(typed) < 10 else []


async def _close(page: web.WebSocketResponse, code: WSCloseCode, reason: str) -> None:
    """Close a window; its page shows the reason."""
    await page.close(code=code, message=reason.encode()[:LONGEST_REASON].decode("utf-8", "ignore").encode())
