"""The person's own files that go into a backup with the library: settings, pronunciations, voices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from tui_reader.atomic_write import atomic_write
from tui_reader.errors import ReaderError
from tui_reader.paths import config_folder
from tui_reader.small_file import read_small

LARGEST = 500_000
"""Bytes of one file."""
MOST = 1_000
_NAME = re.compile(r"settings\.toml|lexicon\.toml|voices/[^/\\.:\0][^/\\:\0]{0,200}\.toml")
"""The paths below the folder of settings; no other is written."""


def is_own(name: str) -> bool:
    """Whether a name in a backup is that of one of these files."""
    return bool(_NAME.fullmatch(name)) and name.isprintable()


def own_files() -> dict[str, bytes]:
    """The files that there are, by their paths below the folder of settings. Raises ReaderError."""
    folder = config_folder()
    with suppress(OSError):
        names = sorted(f"voices/{path.name}" for path in (folder / "voices").glob("*.toml"))
        found = (
            (name, read_small(folder / name, LARGEST)) for name in ("settings.toml", "lexicon.toml", *names[:MOST])
        )
        return {name: content for name, content in found if content is not None and is_own(name)}
    raise ReaderError(f"{folder}: the folder of your settings cannot be read.")


@contextmanager
def replaced(files: Mapping[str, bytes]) -> Iterator[None]:
    """Put these files in the place of those that there are; after an error in the block those are there again.

    Raises ReaderError where one cannot be written.
    """
    before = own_files()
    try:
        _put(files, before)
        yield
    except BaseException:
        with suppress(ReaderError):
            _put(before, own_files())
        raise


def _put(files: Mapping[str, bytes], there: Mapping[str, bytes]) -> None:
    folder = config_folder()
    for name, content in files.items():
        if there.get(name) != content:
            path = folder / name
            _make(path.parent)
            with atomic_write(path) as file:
                file.write(content)
    for name in there.keys() - files.keys():
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise ReaderError(f"{folder / name}: cannot be removed: {error.strerror}.") from None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ReaderError(f"{folder}: cannot be made: {error.strerror}.") from None
