"""A private speech-dispatcher with espeak-ng, heard at a private PulseAudio server."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tests.support.sound_server import SoundServer

CONFIGURATION = """\
LogLevel 1
AudioOutputMethod "pulse"
AddModule "{name}" "{program}" ""
DefaultModule {name}
DisableAutoSpawn
"""
ESPEAK = "sd_espeak-ng"
HANGS = """\
#!{python}
'''A module of speech-dispatcher that takes what is to be said and says nothing; "{begins}" where it begins first.'''

import sys

RECEIVED = dict(SPEAK="202 OK RECEIVING MESSAGE", SET="203 OK RECEIVING SETTINGS")
DONE = dict(SPEAK="200 OK SPEAKING", SET="203 OK SETTINGS RECEIVED", AUDIO="203 OK AUDIO INITIALIZED")


def say(line):
    print(line, flush=True)


for line in sys.stdin:
    word = line.split()[0]
    if word in ("SPEAK", "SET", "AUDIO", "LOGLEVEL"):
        say(RECEIVED.get(word, "207 OK RECEIVING SETTINGS"))
        while sys.stdin.readline().strip() != ".":
            pass
        say(DONE.get(word, "203 OK LOG LEVEL SET"))
        if word == "SPEAK" and "{begins}":
            say("701 BEGIN")
    elif word == "INIT":
        say("299-Hangs.")
        say("299 OK LOADED SUCCESSFULLY")
    elif word == "LIST":
        say("304 CANT LIST VOICES")
    elif word == "QUIT":
        say("210 OK QUIT")
        break
"""


class SpeechDispatcher:
    """The real one, reached by `environment` and ended by `close`."""

    def __init__(self, folder: Path, sound: SoundServer, module: str = ESPEAK, own: str = "") -> None:
        """`module` is the program of the synthesiser, `own` lines of the person's configuration."""
        assert shutil.which("speech-dispatcher"), (
            "speech-dispatcher is missing: apt-get install speech-dispatcher speech-dispatcher-espeak-ng"
        )
        configuration, logs, run = (folder / name for name in ("configuration", "logs", "runtime"))
        for made in (configuration / "modules", logs, run):
            made.mkdir(parents=True, mode=0o700)
        lines = CONFIGURATION.format(name=Path(module).name.removeprefix("sd_"), program=module)
        (configuration / "speechd.conf").write_text(own + lines)
        path = folder / "speechd.sock"
        self._stopped: list[int] = []
        self.environment = {"SPEECHD_ADDRESS": f"unix_socket:{path}"}
        private = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(run), **sound.environment}
        self._process = subprocess.Popen(
            [
                "speech-dispatcher", "--run-single", "--timeout", "0", "--config-dir", str(configuration),
                "--communication-method", "unix_socket", "--socket-path", str(path),
                "--log-dir", str(logs), "--pid-file", str(folder / "pid"),
            ],
            env={**os.environ, **private},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + 60
        while not path.exists():
            assert self._process.poll() is None and time.monotonic() < end, "speech-dispatcher did not start"
            time.sleep(0.05)

    def stop_module(self) -> None:
        """Let the synthesiser hang."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        for child in map(int, children):
            if b"sd_" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(child, signal.SIGSTOP)
                self._stopped.append(child)

    def kill(self) -> None:
        """End it as a crash would."""
        self._process.kill()
        self._process.wait(60)

    def close(self) -> None:
        """End it."""
        for child in self._stopped:
            with suppress(OSError):
                os.kill(child, signal.SIGKILL)
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:  # it waits for a module that hangs
                self.kill()
