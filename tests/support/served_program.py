"""The program while it serves a document to browsers: `tui-reader serve`, its addresses, and its end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.support.corpus import MEMORANDUM


class Served(subprocess.Popen[str]):
    """The program while it serves a document, the memorandum by default; it keeps everything in a folder."""

    def __init__(self, folder: Path, *options: str, document: Path = MEMORANDUM) -> None:
        places = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        super().__init__(
            [sys.executable, "-m", "tui_reader", "serve", str(document), *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **places},
            start_new_session=True,
        )  # fmt: skip
        assert self.stdout is not None
        self.lines = [self.stdout.readline() for _ in range(3)]
        found = re.search(r"(http://127\.0\.0\.1:(\d+)/)\?token=(\S+)", self.lines[0])
        assert found, self.lines
        self.root, self.port, self.token = found[1], int(found[2]), found[3]

    @property
    def address(self) -> str:
        """The address of the full screen."""
        return f"{self.root}?token={self.token}"

    @property
    def page(self) -> str:
        """The address of the page that reads aloud."""
        return f"{self.root}document?token={self.token}"

    def children(self) -> list[int]:
        """The readers of the windows."""
        return [int(word) for word in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]

    def end(self, number: int) -> tuple[int, list[int]]:
        """End it by a signal; returns its status and the readers that are left after it."""
        children = self.children()
        assert children
        self.send_signal(number)
        status = self.wait(60)
        end = time.monotonic() + 60
        while (left := [pid for pid in children if Path(f"/proc/{pid}").exists()]) and time.monotonic() < end:
            time.sleep(0.05)
        return status, left

    def __exit__(self, *error: object) -> None:
        """A test that fails does not wait for it."""
        if self.poll() is None:
            self.kill()
        super().__exit__(None, None, None)

    def finish(self) -> None:
        """End it as Ctrl+C does; it has complained of nothing."""
        self.send_signal(signal.SIGINT)
        try:
            self.wait(60)
        finally:
            self.kill()
        assert self.stderr and self.stderr.read() == ""
