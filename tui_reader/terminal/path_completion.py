"""Paths as a person types them, with `~` for home, and their completion. Knows no face."""

from __future__ import annotations

import os
from pathlib import Path

from tui_reader.terminal.output import without_controls


def path_typed(typed: str) -> Path:
    """The path that was typed."""
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError:  # there is no such user
        return Path(typed.strip())


def completed(typed: str) -> str:
    """What was typed, extended as far as all matching names agree; hidden names match only after a dot."""
    before, name = os.path.split(typed)
    try:
        names = [
            entry.name + ("/" if entry.is_dir() else "")
            for entry in os.scandir(path_typed(before or "."))
            if entry.name.startswith(name) and (name or not entry.name.startswith("."))
        ]
    except (OSError, ValueError):
        return typed
    common = os.path.commonprefix(names)  # noqa: RUF071 - of names, by their characters
    return typed if without_controls(common) != common else typed[: len(typed) - len(name)] + (common or name)
