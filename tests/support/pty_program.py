"""A program on a pseudo-terminal, every write of it with its time: for what tmux is too slow and too kind to see."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import threading
import time
from typing import Self

PATIENCE = 60.0
"""Seconds in which a program does what it is to do, also on a machine that is busy with much else."""
SWITCHES = {"screen": b"1049", "mouse": b"1000", "movements": b"1003", "paste": b"2004", "focus": b"1004"}
"""What a program may turn on in a terminal, by the number of the private mode."""


class PtyProgram:
    """Runs a command on a new pseudo-terminal and collects what it writes."""

    def __init__(
        self,
        command: list[str],
        environment: dict[str, str],
        columns: int = 100,
        rows: int = 30,
        controlling: bool = True,
    ) -> None:
        """With `controlling` the terminal is the program's own, which gets SIGHUP when it is gone."""
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.writes: list[tuple[float, bytes]] = []
        """Seconds of the monotonic clock, and what was written then."""
        self.started = time.monotonic()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={"PATH": os.environ["PATH"], **environment},
            start_new_session=True,
            # One thread runs here.
            preexec_fn=(lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)) if controlling else None,  # noqa: PLW1509
        )
        os.close(slave)
        self._modes = termios.tcgetattr(self.master)
        self._gone = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while not self._gone:
            try:
                ready, _, _ = select.select([self.master], [], [], 0.1)
                data = os.read(self.master, 1 << 16) if ready else b""
            except OSError:  # the other end was closed
                return
            if data:
                self.writes.append((time.monotonic(), data))
            elif ready:
                return

    @property
    def output(self) -> bytes:
        """All that was written."""
        return b"".join(data for _, data in list(self.writes))

    def press(self, keys: bytes) -> float:
        """Type; gives the time of it."""
        at = time.monotonic()
        os.write(self.master, keys)
        return at

    def wait_for(self, words: bytes, seconds: float = PATIENCE) -> float:
        """The time of the write that completed these words in the output."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            seen = b""
            for at, data in list(self.writes):
                seen += data
                if words in seen:
                    return at
            time.sleep(0.002)
        raise AssertionError(f"{words!r} did not come; the output was {self.output[-2000:]!r}")

    def rest(self, seconds: float = 0.5) -> None:
        """Wait until nothing has been written for so many seconds."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() - (self.writes[-1][0] if self.writes else self.started) < seconds:
            assert time.monotonic() < end, f"it goes on writing: {self.output[-200:]!r}"
            time.sleep(0.01)

    @property
    def left_on(self) -> list[str]:
        """What of the terminal is not as it was before the program."""
        left = [
            name
            for name, switch in SWITCHES.items()
            if self.output.rfind(b"\x1b[?" + switch + b"h") > self.output.rfind(b"\x1b[?" + switch + b"l")
        ]
        if self.output.rfind(b"\x1b[?25l") > self.output.rfind(b"\x1b[?25h"):
            left.append("hidden cursor")
        if termios.tcgetattr(self.master)[:4] != self._modes[:4]:
            left.append("modes")
        return left

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Take the terminal away."""
        self._gone = True
        self._thread.join(2)
        os.close(self.master)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    def wait(self, seconds: float = PATIENCE) -> int:
        """Wait for its end, and until all that it wrote has been read; gives its exit status."""
        status = self._process.wait(seconds)
        self._thread.join(2)  # it goes on where another process has the terminal
        return status

    def close(self) -> None:
        """End it, if it has not ended."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(60)
        if not self._gone:
            self.hang_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
