"""Fenrir: a screen reader around the program, which says what has become different on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from configparser import ConfigParser
from pathlib import Path

from tests.heard.listener import Around, script
from tests.support.speech_dispatcher_stand_in import Dispatcher

PROGRAM = "fenrir"
SETTINGS = Path("/etc/fenrirscreenreader/settings/settings-pty.conf")


class Fenrir(Around):
    """A program inside Fenrir's own terminal."""

    own = frozenset({"Start Fenrir", "Quit Fenrir", "pychant is not installed"})

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        """`environment` has a HOME, in which Fenrir's settings are put."""
        speech = Dispatcher()
        folder = Path(environment["HOME"])
        settings = ConfigParser(interpolation=None)
        settings.optionxform = str  # type: ignore[assignment, method-assign]  # names with capitals
        settings.read(SETTINGS, encoding="utf-8")
        own = {"autoSpellCheck": "False", "debugFile": f"{folder}/fenrir.log", "shell": str(script(command, folder))}
        settings.read_dict(
            {
                "speech": {"driver": "speechdDriver"},
                "sound": {"enabled": "False"},
                "remote": {"enabled": "False", "enable": "False"},
                "general": own,
            }
        )
        path = folder / "fenrir.conf"
        with path.open("w", encoding="utf-8") as file:
            settings.write(file, space_around_delimiters=False)
        address = {"SPEECHD_ADDRESS": f"inet_socket:127.0.0.1:{speech.port}"}
        super().__init__([PROGRAM, "-e", "-s", str(path)], speech, {**environment, **address}, columns, rows)
