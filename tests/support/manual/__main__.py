"""Writes what is made from the program's tables: the tables of the manual's pages, the man page, the completions.

    python -m tests.support.manual

To be run after a change to a key, a setting, an option or a format. tests/unit/manual compares what is kept with it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tests.support.manual.completion_scripts import filled_script
from tests.support.manual.man_page import man_page
from tests.support.manual.tables import filled
from tui_reader.manual import FOLDER, SHELLS, SUBJECTS


def made() -> Iterator[tuple[Path, str]]:
    """Each file that is made, or holds tables that are, with what should be in it."""
    for subject in SUBJECTS:
        path = FOLDER / f"{subject}.md"
        yield path, filled(path.read_text(encoding="utf-8"))
    yield FOLDER / "tui-reader.1", man_page()
    for shell, file in SHELLS.items():
        path = FOLDER / "completions" / file
        yield path, filled_script(shell, path.read_text(encoding="utf-8"))


def main() -> None:
    """Write those that have changed and name them."""
    argparse.ArgumentParser(prog="python -m tests.support.manual", description=__doc__).parse_args()
    for path, text in made():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"Wrote {path}.")


if __name__ == "__main__":
    main()
