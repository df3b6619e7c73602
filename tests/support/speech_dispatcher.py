"""A private speech-dispatcher with espeak-ng, heard at a private PulseAudio server."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

from tests.support.sound_server import SoundServer

CONFIGURATION = """\
LogLevel 1
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" ""
DefaultModule espeak-ng
DisableAutoSpawn
"""


class SpeechDispatcher:
    """The real one, reached by `environment` and ended by `close`."""

    def __init__(self, folder: Path, sound: SoundServer) -> None:
        assert shutil.which("speech-dispatcher"), (
            "speech-dispatcher is missing: apt-get install speech-dispatcher speech-dispatcher-espeak-ng"
        )
        configuration, logs, run = (folder / name for name in ("configuration", "logs", "runtime"))
        for made in (configuration / "modules", logs, run):
            made.mkdir(parents=True, mode=0o700)
        (configuration / "speechd.conf").write_text(CONFIGURATION)
        path = folder / "speechd.sock"
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
        end = time.monotonic() + 10
        while not path.exists():
            assert self._process.poll() is None and time.monotonic() < end, "speech-dispatcher did not start"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it as a crash would."""
        self._process.kill()
        self._process.wait(10)

    def close(self) -> None:
        """End it."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)
