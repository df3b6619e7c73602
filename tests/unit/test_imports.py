"""Which modules know which: read from the source, and looked for in fresh processes."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import tui_reader

PACKAGE = Path(tui_reader.__file__).parent
RUN = """
import sys
from tui_reader.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("\\n" + " ".join(sys.modules), file=sys.__stderr__)
"""
ROOMS = (
    "lazy_re", "named_tuple", "cleaning", "errors", "paths", "atomic_write", "small_file", "toml_file", "terminal",
    "workers", "manual", "document", "packed", "formats", "narration", "casting", "tts", "playback", "voice_lab",
    "settings", "library", "reading", "desktop", "startup", "export", "faces", "cli", "__main__",
)  # fmt: skip
"""The rooms of the package from the lowest to the highest: each may import those before it, and no other."""
SOURCES = sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    """The name by which a file is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path) for path in SOURCES}


@cache
def imports(path: Path) -> frozenset[str]:
    """The full names of the modules that a file imports anywhere in it, also late or for types alone."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{path} imports relatively"
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= named & MODULES
            if named - MODULES:
                found.add(node.module)
    return frozenset(found)


def room(path: Path) -> str:
    """The package or module directly below tui_reader that a file is in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_nothing_but_the_full_screen_imports_textual() -> None:
    elsewhere = [path for path in SOURCES if "faces/tui" not in path.as_posix()]
    assert [path for path in elsewhere if any(name.partition(".")[0] == "textual" for name in imports(path))] == []


def test_every_room_has_its_place() -> None:
    assert {room(path) for path in SOURCES} - {"__init__"} == set(ROOMS)


def test_records_are_those_that_are_made_quickly() -> None:
    """`from tui_reader.named_tuple import NamedTuple`, in a module whose annotations are not evaluated."""
    texts = {path: path.read_text(encoding="utf-8") for path in SOURCES if path.name != "named_tuple.py"}
    assert [path for path, text in texts.items() if re.search(r"^from typing import .*NamedTuple", text, re.M)] == []
    using = [path for path, text in texts.items() if "import NamedTuple" in text]
    assert [path for path in using if "from __future__ import annotations" not in texts[path]] == []


def test_the_root_has_few_modules() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 10


@pytest.mark.parametrize("lower", ROOMS)
def test_imports_go_one_way(lower: str) -> None:
    above = set(ROOMS[ROOMS.index(lower) + 1 :])
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in SOURCES
        if room(path) == lower
        for name in imports(path)
        if name.startswith("tui_reader.") and name.split(".")[1] in above
    }
    assert wrong == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    known = {module_of(path): {name for name in imports(path) if name in MODULES} for path in SOURCES}
    order = TopologicalSorter({module: names - {module, "tui_reader"} for module, names in known.items()})
    order.prepare()  # Raises CycleError, which names the circle.


@pytest.mark.parametrize(
    "words",
    [
        ["--help"], ["--version"], ["inspect"], ["inspect", "--json"], ["voices"], ["doctor"], ["--print"], ["--plain"],
        ["play", "{talk}", "--no-sound", "--engine", "quiet", "--speed", "4"],
        ["export", "{talk}", "-o", "{folder}/out.wav", "--engine", "tone"],
    ],
)  # fmt: skip
def test_without_the_full_screen_textual_and_rich_are_not_loaded(words: list[str], tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("ANNE: Yes.\n\nBEN: No.\n\nANNE: Yes.\n\nBEN: No.\n")
    command = [word.format(talk=talk, folder=tmp_path) for word in words]
    loaded = loaded_by(command)
    assert "tui_reader.cli.main" in loaded
    assert {"textual", "rich"} & loaded == set()


def test_the_plain_face_starts_without_anything_heavy() -> None:
    heavy = {
        "textual",
        "rich",
        "miniaudio",
        "pyttsx3",
        "espeakng_loader",
        "cffi",
        "dataclasses",
        "asyncio",
        "json",
        "logging",
        "platformdirs",
        "tempfile",
        "subprocess",
        "tui_reader.narration.normalization",
    }
    loaded = loaded_by(["--plain"])
    assert "tui_reader.faces.plain" in loaded
    assert heavy & loaded == set()


def loaded_by(command: list[str]) -> set[str]:
    """The modules in a fresh process after a command; the plain face is left by the end of its terminal."""
    master, slave = os.openpty()
    try:
        os.write(master, b"q")
        run = subprocess.run(
            [sys.executable, "-c", RUN, *command],
            stdin=slave, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=30, check=True,
        )  # fmt: skip
    finally:
        os.close(master)
        os.close(slave)
    return set(run.stderr.splitlines()[-1].split())
