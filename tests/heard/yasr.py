"""yasr: a screen reader around the program, which says the stream, everything that is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.heard.listener import Around, script
from tests.support.speech_dispatcher_stand_in import Dispatcher

PROGRAM = "yasr"
SETTINGS = Path("/etc/yasr/yasr.conf")


class Yasr(Around):
    """A program inside yasr."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        """`environment` has a HOME, in which yasr's settings are put."""
        speech = Dispatcher()
        folder = Path(environment["HOME"])
        settings = SETTINGS.read_text(encoding="utf-8")
        for name, value in (
            ("synthesizer", "speech dispatcher"),
            ("synthesizer port", f"127.0.0.1:{speech.port}"),
            ("shell", str(script(command, folder))),
        ):
            settings = re.sub(rf"(?m)^{name}=.*", f"{name}={value}", settings)
        (folder / ".yasr.conf").write_text(settings)
        super().__init__([PROGRAM], speech, environment, columns, rows)
