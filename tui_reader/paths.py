"""Where things are: what came with the program, and the person's own folders."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

NO_LIBRARY = Path(os.devnull)
"""Asks for a library in memory: nothing of other readings is known, and nothing is kept."""


@cache
def bundled(name: str) -> Path:
    """The folder `voices` or `corpus` that came with the program: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "_bundled" / name
    return inside if inside.is_dir() else package.parent / name


@cache
def config_folder() -> Path:
    """The person's settings, voices and lexicon."""
    import platformdirs

    return platformdirs.user_config_path("tui-reader", appauthor=False)


@cache
def data_folder() -> Path:
    """What the reader remembers."""
    import platformdirs

    return platformdirs.user_data_path("tui-reader", appauthor=False)
