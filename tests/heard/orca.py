"""Orca before a VTE terminal, as in GNOME Terminal, with a virtual display and an accessibility bus of their own.

Orca says what is inserted into the terminal, as the bus tells it. It needs no display and no session. There can be but
one Orca of a person at a time: it ends the others, so that the next waits until the one before is closed.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.heard.listener import QUIET, Listener, script, spoken, wait
from tests.support.speech_dispatcher_stand_in import Dispatcher

PROGRAM = "orca"
NEEDED = ("orca", "Xvfb", "xdotool", "dbus-daemon", "gdbus", "/usr/libexec/at-spi-bus-launcher", "/usr/bin/python3")
LAUNCHER, PYTHON = NEEDED[-2:]
"""The bus of accessibility; and Debian's Python, which has GTK and VTE."""
WINDOW = Path(__file__).with_name("terminal_window.py")
TRIES = 4
NAMES = {
    "~": "asciitilde",
    "enter": "Return", "escape": "Escape", "backspace": "BackSpace", "up": "Up", "down": "Down", "left": "Left",
    "right": "Right", "page_up": "Prior", "page_down": "Next", "/": "slash", ".": "period", ",": "comma",
    "'": "apostrophe", "?": "question", "[": "bracketleft", "]": "bracketright", "+": "plus", "-": "minus",
    "=": "equal",
}  # fmt: skip
"""Keys as X names them, where it does not by the character or the word."""


class Orca(Listener):
    """A program in a terminal on a desk with Orca."""

    own = frozenset(
        ("return", "space", "escape", "page down", "page up", "left shift", "dot", "comma", "slash", "apostrophe",
         "plus", "question", "left bracket", "right bracket", *"0123456789")
    )  # fmt: skip
    """Keys, which Orca says now and then."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        """`environment` has a HOME, which is Orca's too."""
        self._only = Path(tempfile.gettempdir(), f"orca-{os.getuid()}.lock").open("w")  # noqa: SIM115 - closed at the end
        fcntl.flock(self._only, fcntl.LOCK_EX)
        speech = Dispatcher()
        super().__init__(speech)
        self._processes: list[subprocess.Popen[str]] = []
        folder = Path(environment["HOME"])
        folder.chmod(0o700)
        self._desk = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "LANG": "C.UTF-8",
            "XDG_SESSION_TYPE": "x11", "GSETTINGS_BACKEND": "memory", "GTK_MODULES": "gail:atk-bridge",
            "NO_AT_BRIDGE": "0", "SPEECHD_ADDRESS": f"inet_socket:127.0.0.1:{speech.port}",
        }  # fmt: skip
        words = ["env", *(f"{name}={value}" for name, value in environment.items()), *command]
        waiting = script(["sh", "-c", 'read line; exec "$@"', "sh", *words], folder)
        try:
            self._set_up()
            wait(lambda: self._sits_before(str(WINDOW), str(columns), str(rows), str(waiting)), "Orca's attention")
            self.press("enter")
        except BaseException:
            self.close()
            raise

    def press(self, *keys: str, gap: float = 0.0) -> None:
        names = [NAMES.get(key, key) for key in keys]
        command = ["xdotool", "key", "--delay", str(round(1000 * gap)), *names]
        subprocess.run(command, env=self._desk, check=True, timeout=60)

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)
            if process.stdout:
                process.stdout.close()
        if self.speech:
            self.speech.close()
        self._only.close()

    def _set_up(self) -> None:
        """Start display, buses and Orca, each when the one before is there."""
        read, write = os.pipe()
        self._start("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp", keep=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            self._desk["DISPLAY"] = f":{told.readline().strip()}"
        bus = self._start("dbus-daemon", "--session", "--print-address", "--nofork")
        assert bus.stdout
        self._desk["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._start(LAUNCHER, "--launch-immediately")
        wait(self._accessible, "the accessibility bus")
        self._start("orca")
        wait(lambda: self.messages, "Orca")

    def _start(self, *command: str, keep: tuple[int, ...] = ()) -> subprocess.Popen[str]:
        """Start a program of the desk, which inherits the descriptors `keep`."""
        process = subprocess.Popen(
            command, env=self._desk, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, pass_fds=keep
        )
        self._processes.append(process)
        return process

    def _accessible(self) -> bool:
        """Say on the bus that assistive technology is in use, once the bus is there."""
        call = (
            "gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus "
            "--method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled <true>"
        )
        return not subprocess.run(call.split(), env=self._desk, capture_output=True, check=False, timeout=60).returncode

    def _sits_before(self, *window: str) -> bool:
        """Open the terminal's window: whether Orca says what is typed there. It may have missed that it came."""
        process = self._start(PYTHON, *window)
        for _ in range(TRIES):
            before = len(self.messages)
            self.press("x", "backspace", gap=QUIET)
            time.sleep(QUIET)
            self._told = len(self.messages)
            if any(spoken(message).strip() == "x" for message in self.messages[before:]):
                return True
        process.terminate()
        process.wait(5)
        return False
