"""Where files are: those that come with the program, and the person's own."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import Literal

_NAME = "tui-reader"
_BUNDLED = "_bundled"
"""The folder in the package of what comes with the program, where it was installed from a wheel."""
NO_LIBRARY = Path(os.devnull)
"""As the path of a library: keep it in memory, so that nothing is loaded and nothing is saved."""


PACKAGE = Path(__file__).parent
"""The folder of the program's modules."""


@cache
def bundled(name: str) -> Path:
    """The folder "voices" or "corpus" that comes with the program: in the wheel, or beside the package in a clone."""
    inside = PACKAGE / _BUNDLED / name
    return inside if inside.is_dir() else PACKAGE.parent / name


MEMORANDUM = bundled("corpus") / "stevenson-ball.txt"
"""The document that comes with the program."""


def is_in_clone() -> bool:
    """Whether the program runs from a clone of its repository, where its modules may change under the same version."""
    return not os.path.isdir(PACKAGE / _BUNDLED)  # noqa: PTH112  never raises


@cache
def config_folder() -> Path:
    """The folder of the person's settings, voices and lexicon."""
    return _own_folder("config", "XDG_CONFIG_HOME", ".config")


@cache
def data_folder() -> Path:
    """The folder of the library: reading positions, bookmarks, voices of speakers."""
    return _own_folder("data", "XDG_DATA_HOME", ".local/share")


def said_folder() -> Path:
    """The folder of what people said in many documents, put together for reading."""
    return data_folder() / "said"


@cache
def cache_folder() -> Path:
    """The folder of what can be made again, such as documents that were read."""
    return _own_folder("cache", "XDG_CACHE_HOME", ".cache")


def _own_folder(kind: Literal["config", "data", "cache"], variable: str, default: str) -> Path:
    """The program's folder of a kind, in the person's home.

    On Linux by the XDG Base Directory Specification: `variable` where it is set to an absolute path, else `default`
    below the home folder. That is what platformdirs gives too, whose import takes 8 ms of the start.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        base = Path(os.environ.get(variable, ""))
        return (base if base.is_absolute() else Path.home() / default) / _NAME
    import platformdirs

    folder: Path = getattr(platformdirs, f"user_{kind}_path")(_NAME, appauthor=False)
    return folder
