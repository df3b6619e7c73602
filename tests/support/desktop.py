"""A desktop's session bus of its own, and playerctl on it: what media keys and player controls do."""

from __future__ import annotations

import os
import subprocess
from typing import Self


class DesktopBus:
    """A session bus, reached by `environment`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["dbus-daemon", "--session", "--print-address", "--nofork"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self._process.stdout
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": self._process.stdout.readline().strip()}

    def playerctl(self, *words: str) -> str:
        """What playerctl answers, on one line."""
        command = ["playerctl", *words]
        done = subprocess.run(
            command, env=os.environ | self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        return (done.stdout + done.stderr).strip()

    def follow(self, form: str) -> subprocess.Popen[str]:
        """A playerctl that prints a line in this form whenever something changes."""
        return subprocess.Popen(
            ["playerctl", "--follow", "metadata", "--format", form],
            env=os.environ | self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip

    def kill(self) -> None:
        """End as in a crash."""
        self._process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(60)
        if self._process.stdout:
            self._process.stdout.close()
