"""Who is answered by the web server: the printed address alone, with its secret, asked for by a page of that address.

Cookies are not used: a browser sends them to every port of an address, so that any other server there would be given
them. The page keeps the secret in its session storage instead, which belongs to one address and port.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from aiohttp import web

PROTOCOL = "tui-reader"
"""The WebSocket subprotocol of the page; the token is named behind it."""

TRIES = 10
"""Wrong tokens that an address may send in `PERIOD`."""
PERIOD = 60.0
"""Seconds."""
ADDRESSES = 1000
"""Addresses whose wrong tokens are counted at the same time."""


class WrongTokens:
    """How often each address has sent a wrong token of late."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: dict[str, tuple[int, float]] = {}
        """For each address its wrong tokens, and when they are forgotten."""

    def wait(self, address: str) -> int:
        """Seconds until an address may try again; 0 where it may at once."""
        count, end = self._counts.get(address, (0, 0.0))
        left = end - self._clock()
        if left <= 0:
            self._counts.pop(address, None)
            return 0
        return int(left) + 1 if count >= TRIES else 0

    def add(self, address: str) -> None:
        """Count a wrong token of an address."""
        count, end = self._counts.pop(address, (0, self._clock() + PERIOD))
        self._counts[address] = count + 1, end
        if len(self._counts) > ADDRESSES:
            del self._counts[next(iter(self._counts))]


class RequestGuard:
    """Refuses requests, each with one line that says why. `origin` is the printed address: http://127.0.0.1:8000."""

    def __init__(self, origin: str, token: str) -> None:
        self._origin = origin
        self._host = origin.removeprefix("http://")
        self._token = token.encode()
        self._wrong = WrongTokens()
        # Older browsers do not count WebSockets to 'self'; a policy cannot name an address of IPv6.
        socket = "'self'" if "[" in origin else f"'self' {origin.replace('http', 'ws', 1)}"
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; media-src blob:; "
            f"connect-src {socket}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        self.headers = {
            "Content-Security-Policy": policy,
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        }
        """Headers of every answer: no other page may frame, read or keep it, and it loads nothing from elsewhere."""
        styled = policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        self.terminal_headers = {**self.headers, "Content-Security-Policy": styled}
        """Those of the page with the terminal, whose script sets styles."""

    def check_sender(self, request: web.Request) -> None:
        """Raise the refusal of a request for another address, or of one by a page of another address.

        The first is how a page gets in whose name is made to stand for this computer (DNS rebinding).
        """
        if [host.lower() for host in request.headers.getall("Host", [])] != [self._host]:
            raise web.HTTPMisdirectedRequest(text=f"This is not the address that was printed: {self._origin}\n")
        other_page = request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
        a_part = request.headers.get("Sec-Fetch-Dest") != "document"  # a link to the whole page is fine
        if (other_page and a_part) or any(origin != self._origin for origin in request.headers.getall("Origin", [])):
            raise web.HTTPForbidden(text="Pages of other addresses get nothing from here.\n")

    def check_socket(self, request: web.Request) -> None:
        """Raise the refusal of a WebSocket that is not opened by our page, which names the token as a subprotocol."""
        if "Origin" not in request.headers:
            raise web.HTTPForbidden(text="Only the page of the printed address can open a window.\n")
        _, _, token = request.headers.get("Sec-WebSocket-Protocol", "").partition(",")
        self.check_token(request, token.strip())

    def check_bearer(self, request: web.Request) -> None:
        """Raise the refusal of a request by a script that does not send the token as `Authorization: Bearer TOKEN`."""
        self.check_token(request, request.headers.get("Authorization", "").removeprefix("Bearer ").strip())

    def check_token(self, request: web.Request, token: str) -> None:
        """Raise the refusal of a request with a wrong token, or with any from an address that has sent too many."""
        sender = request.remote or ""
        if wait := self._wrong.wait(sender):
            text = f"Too many wrong tokens. Try again in {wait} s.\n"
            raise web.HTTPTooManyRequests(text=text, headers={"Retry-After": str(wait)})
        if not secrets.compare_digest(token.encode("utf-8", "replace"), self._token):
            if token:
                self._wrong.add(sender)
            raise web.HTTPForbidden(text="Open the whole address that the program printed, with its token.\n")
