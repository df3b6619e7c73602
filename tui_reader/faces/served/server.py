"""The server of `tui-reader serve`: where it listens, what it prints, what it runs, and how it ends.

By default it serves this computer alone. Needs the extra `serve`: importing this without it raises
ModuleNotFoundError.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import secrets
import signal
import socket
import sys
from pathlib import Path
from urllib.parse import quote

from aiohttp import web
from aiohttp.web_runner import GracefulExit

from tui_reader.errors import ReaderError, UsageError
from tui_reader.faces.served.application import application
from tui_reader.faces.served.documents.jobs import Source
from tui_reader.faces.served.request_guard import RequestGuard
from tui_reader.library import open_library
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.find_document import resolve_source
from tui_reader.startup.reading_options import BESIDE, ReadingOptions
from tui_reader.terminal.isolation import python_command
from tui_reader.terminal.output import print_lines


def run(path: Path | None, options: ReadingOptions, host: str, port: int, windows: int) -> int:
    """Serve the document at `path` (the one read last, where it is None) until Ctrl+C; returns the exit status.

    Port 0 takes any free one. At most `windows` are open at the same time. Raises UsageError for an address that
    stands for more than one, such as 0.0.0.0, and ReaderError where nothing can be served at the address.
    """
    with listen(host, port) as listening:
        token = secrets.token_urlsafe(16)
        address, port = listening.getsockname()[:2]
        origin = origin_of(host, address, port)
        start = f"&from={quote(options.start)}" if options.start else ""
        lines = [
            f"The reader is at {origin}/?token={token} until Ctrl+C: the full screen, silent, for sighted people.",
            f"A page that reads aloud, also for screen readers and phones: {origin}/document?token={token}{start}",
        ]
        if ipaddress.ip_address(address).is_loopback:
            lines.append(f"On another computer: ssh -L {port}:{address}:{port} HOST, then the same addresses.")

        async def begin(_: web.Application) -> None:
            if sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, _stop)
            print_lines(lines)

        source = Source((path or last_read(options)).absolute(), options)
        app = application(RequestGuard(origin, token), command(path, options), windows, source)
        app.on_startup.append(begin)
        logging.getLogger().addHandler(logging.NullHandler())  # aiohttp would print a traceback for a broken request
        # SIGINT and SIGTERM end run_app too; it closes the windows, and so ends their readers.
        web.run_app(app, sock=listening, print=None, access_log=None)
    return 0


def last_read(options: ReadingOptions) -> Path:
    """The document that was read last, or the one that came with the program."""
    with open_library(options.library) as library:
        return resolve_source(None, library, options).path


def _stop() -> None:
    raise GracefulExit


_TYPED = {"start": "from", "producer": "as"}
"""Options that are typed by other names than those of ReadingOptions."""


def command(path: Path | None, options: ReadingOptions) -> list[str]:
    """The command that runs for each window: this program in the full screen, silent."""
    words = python_command("tui_reader.cli.main", "main", "--full", "--no-sound")
    if options.audio and options.audio != BESIDE:
        options = options._replace(audio=options.audio.absolute())
    for option in ("speed", "width", "encoding", "producer", "language", "start", "notes", "audio"):
        value = getattr(options, option)
        if value is not None:
            words.append(f"--{_TYPED.get(option, option)}={value}")
    words += [f"--only={who}" for who in options.only]
    if options.no_audio:
        words.append("--no-audio")
    if options.columns:
        words.append("--columns=" + ",".join(f"{role}={column}" for role, column in options.columns))
    if options.library == NO_LIBRARY:
        words.append("--no-library")
    elif options.library is not None:
        words.append(f"--library={options.library.absolute()}")
    if path is not None:
        words.append(str(path.absolute()))
    return words


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at an address; port 0 takes any free one. Raises as `run` does."""
    try:
        family, *_, place = socket.getaddrinfo(host or "0.0.0.0", port, type=socket.SOCK_STREAM)[0]
        if ipaddress.ip_address(place[0]).is_unspecified:
            said = host or repr(host)
            raise UsageError(f"--host {said}: name the one address that the browser will use, or its host.")
        return socket.create_server(place[:2], family=family)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ReaderError(f"Cannot serve at {host}, port {port}: {why}. --port 0 takes any free port.") from None


def origin_of(host: str, address: str, port: int) -> str:
    """The address to print, as browsers write it: http://127.0.0.1:8000, also where `host` is 127.1; a name stays.

    `address` is what `host` stands for. Browsers leave out port 80.
    """
    try:
        socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
        name = f"[{address}]" if ":" in address else address
    except OSError:
        name = host.lower()
    return f"http://{name}" if port == 80 else f"http://{name}:{port}"
