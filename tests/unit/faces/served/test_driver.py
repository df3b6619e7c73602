"""The full screen as a window's process: the end of its input ends it, whoever closed that."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.support.corpus import MEMORANDUM
from tui_reader.faces.served.reader_process import Size, environment


@contextmanager
def reader(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The full screen for a window; `folder` holds what it keeps."""
    places = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    with subprocess.Popen(
        [sys.executable, "-m", "tui_reader", "--full", "--no-sound", str(MEMORANDUM)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**environment(Size(80, 24)), **places},
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def wait_for(words: bytes, drawn: IO[bytes] | None) -> None:
    """Wait until the reader draws words."""
    assert drawn
    seen = b""
    while words not in seen:
        some = os.read(drawn.fileno(), 65536)
        assert some, seen
        seen += some


def test_the_reader_ends_when_its_server_is_gone_and_keeps_the_place(tmp_path: Path) -> None:
    with reader(tmp_path) as process:
        wait_for(b"Turn 1 of 23", process.stdout)
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(b"D\0\0\0\1n")
        process.stdin.flush()
        wait_for(b"Turn 2", process.stdout)
        process.stdin.close()
        process.stdout.close()  # a server that was killed closes both
        assert process.wait(60) == 0
        assert process.stderr.read() == b""
    with reader(tmp_path) as process:
        wait_for(b"Turn 2 of 23", process.stdout)
