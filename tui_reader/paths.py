"""Where files are: those that come with the program, and the person's own."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_NAME = "tui-reader"
NO_LIBRARY = Path(os.devnull)
"""As the path of a library: keep it in memory, so that nothing is loaded and nothing is saved."""


@cache
def bundled(name: str) -> Path:
    """The folder "voices" or "corpus" that comes with the program: in the wheel, or beside the package in a clone."""
    package = Path(__file__).parent
    inside = package / "_bundled" / name
    return inside if inside.is_dir() else package.parent / name


@cache
def config_folder() -> Path:
    """The folder of the person's settings, voices and lexicon."""
    folder = _xdg_folder("XDG_CONFIG_HOME", ".config")
    if folder:
        return folder
    import platformdirs

    return platformdirs.user_config_path(_NAME, appauthor=False)


@cache
def data_folder() -> Path:
    """The folder of the library: reading positions, bookmarks, voices of speakers."""
    folder = _xdg_folder("XDG_DATA_HOME", ".local/share")
    if folder:
        return folder
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False)


def _xdg_folder(variable: str, default: str) -> Path | None:
    """The program's folder by the XDG Base Directory Specification; None on systems other than Linux.

    The same as platformdirs gives, whose import takes 8 ms of the start. `default` is below the home folder,
    for a variable that is not set to an absolute path.
    """
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    base = Path(os.environ.get(variable, ""))
    return (base if base.is_absolute() else Path.home() / default) / _NAME
