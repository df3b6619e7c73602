"""Where files are: those that come with the program, and the person's own."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

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
    import platformdirs

    return platformdirs.user_config_path("tui-reader", appauthor=False)


@cache
def data_folder() -> Path:
    """The folder of the library: reading positions, bookmarks, voices of speakers."""
    import platformdirs

    return platformdirs.user_data_path("tui-reader", appauthor=False)
