"""Paths as a person types them, with `~` for home, their completion, and what a mistyped one meant. Knows no face."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from tui_reader.terminal.output import without_controls

MOST_NAMES = 5_000
"""Names of a folder that are looked at for one that resembles another."""
LONGEST = 255
"""Characters of a name that is compared."""
ALIKE, ALIKE_WITH_ENDING = 0.6, 0.8
"""How much of two names must be the same, by difflib, 0 to 1: without their common ending, and with two endings."""


def path_typed(typed: str) -> Path:
    """The path that was typed."""
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError:  # there is no such user
        return Path(typed.strip())


def meant_path(path: Path) -> Path | None:
    """The file or folder that is probably meant by a path that does not exist; None where nothing resembles it."""
    if not os.path.isdir(path.parent):  # noqa: PTH112  never raises
        folder = meant_path(path.parent) if path.parent != path.parent.parent else None
        return folder / path.name if folder and os.path.lexists(folder / path.name) else None
    hidden = path.name.startswith(".")
    try:
        with os.scandir(path.parent) as entries:
            names = [one.name for one in islice(entries, MOST_NAMES) if one.name.startswith(".") == hidden]
    except OSError:
        return None
    meant = _meant_name(path.name[:LONGEST].casefold(), {name.casefold(): name for name in sorted(names)})
    return path.parent / meant if meant and meant != path.name else None


def _meant_name(typed: str, names: dict[str, str]) -> str | None:
    """The name that is probably meant, of `names` by their small letters; None for none.

    Of two names with one ending only what stands before it is compared, or all short names would be alike.
    """
    from difflib import get_close_matches

    stem, ending = os.path.splitext(typed)  # noqa: PTH122  a name may be no path
    bare = [name for one, name in names.items() if os.path.splitext(one)[0] == typed]  # noqa: PTH122
    if len(bare) == 1:
        return bare[0]
    stems = {one.removesuffix(ending): name for one, name in names.items() if one.endswith(ending)}
    if near := get_close_matches(stem, stems, 1, ALIKE):
        return stems[near[0]]
    others = {one: name for one, name in names.items() if not one.endswith(ending)}
    near = get_close_matches(typed, others, 1, ALIKE_WITH_ENDING)
    return others[near[0]] if near else None


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
