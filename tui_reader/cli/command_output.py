"""What several commands print in the same way: notices, the documents of a collection, JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui_reader.terminal.output import complain

if TYPE_CHECKING:
    from tui_reader.document.collection import Collection


def complain_each(notices: Iterable[str | None]) -> None:
    """A line on standard error for each notice; None and empty ones are passed over."""
    for notice in filter(None, notices):
        complain(notice)


def print_collection(collection: Collection) -> None:
    """What a file of many documents holds, for somebody who opened it without choosing one of them."""
    complain_each(collection.warnings)
    print("\n".join(collection.lines()))


def print_json(value: object) -> None:
    """A value as JSON; in ASCII where the output's encoding is not UTF-8."""
    import json

    json.dump(value, sys.stdout, ensure_ascii=sys.stdout.encoding.lower() != "utf-8", indent=1)
    sys.stdout.write("\n")


def line_width() -> int:
    """Columns that a line may have: one less than the terminal has, for some terminals wrap a full line."""
    import shutil

    return shutil.get_terminal_size().columns - 1
