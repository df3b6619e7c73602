"""The page that reads aloud, of `tui-reader serve`, as a test sees it; and what its scripts are answered."""

from __future__ import annotations

import json
import time
import urllib.request
from typing import TYPE_CHECKING, Any

from tests.support.served_program import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

CLOCK = "document.getElementById('sound').currentTime"


def until(page: Page, condition: str) -> None:
    """Wait until something is true; Playwright's own waiting needs a looser policy than the page has."""
    end = time.monotonic() + 60
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(30)


def ready(page: Page) -> Page:
    """The page when it shows its place."""
    until(page, "document.getElementById('where').textContent !== ''")
    return page


def where(page: Page) -> str:
    return str(page.text_content("#where"))


def at(page: Page, words: str) -> None:
    """Wait until the page shows a place."""
    until(page, f"document.getElementById('where').textContent.startsWith({words!r})")


def plays(page: Page) -> bool:
    return not page.evaluate("document.getElementById('sound').paused")


def asked(served: Served, task: str, token: str = "", **query: str) -> Any:
    """What the reader answers to a task."""
    query_string = "&".join(f"{name}={value}" for name, value in query.items())
    request = urllib.request.Request(
        f"{served.root}data/{task}?{query_string}", headers={"Authorization": f"Bearer {token or served.token}"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        body = answer.read()
    return json.loads(body) if answer.headers["Content-Type"].startswith("application/json") else body
