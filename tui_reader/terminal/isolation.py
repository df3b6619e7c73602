"""Keeps code of the current folder from being run, by this process and by those it starts.

The current folder holds documents, which may come from strangers, and files beside them. Python takes modules from it
first for `-c` and `-m`; the system takes programs from it where PATH has a relative or an empty entry.
"""

from __future__ import annotations

import os
import sys

import tui_reader


def shut_out_current_folder() -> None:
    """Change this process's environment: programs, and modules of other Pythons, are found in absolute folders alone.

    Needed for what libraries start: `platform` runs uname, for example.
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    # An empty PATH would stand for the current folder.
    os.environ["PATH"] = os.pathsep.join(filter(os.path.isabs, folders)) or os.devnull


def python_command(module: str, function: str, *arguments: str) -> list[str]:
    """The command line of an isolated Python that calls a function and exits with its result.

    It imports from where this process does, but from no relative folder. `arguments` become its sys.argv[1:].
    """
    package = os.path.dirname(os.path.dirname(tui_reader.__file__))  # noqa: PTH120  pathlib is not imported for it
    folders = [*dict.fromkeys([*filter(os.path.isabs, sys.path), package])]
    code = f"import sys; sys.path[:] = {folders!a}; from {module} import {function}; sys.exit({function}())"
    return [sys.executable, "-I", "-c", code, *arguments]
