"""Which modules know which: read from the source, and looked for in fresh processes."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui_reader

PACKAGE = Path(tui_reader.__file__).parent
RUN = """
import sys
from tui_reader.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("\\n" + " ".join(sys.modules), file=sys.__stderr__)
"""
FACES = {"tui", "plain", "accessibility", "play", "printing", "voices", "show", "cli", "__main__"}


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""


def room(path: Path) -> str:
    """The package or module directly below tui_reader that a file is in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


SOURCES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_but_the_full_face_imports_textual(path: Path) -> None:
    if room(path) == "tui":
        return
    assert [name for name in imports(path) if name.partition(".")[0] == "textual"] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_below_the_faces_knows_a_face(path: Path) -> None:
    if room(path) in FACES:
        return
    known = {name.split(".")[1] for name in imports(path) if name.startswith("tui_reader.")}
    # A document as lines of text is no face; the voices' list prints none either.
    assert known & (FACES - {"printing"}) == set()


@pytest.mark.parametrize("lower", ["document", "formats", "script", "casting", "speech"])
def test_imports_go_one_way(lower: str) -> None:
    above = {
        "document": {"formats", "script", "casting", "speech", "library", "reading", "session", "export", "settings"},
        "formats": {"script", "casting", "speech", "library", "reading", "session", "export", "settings"},
        "script": {"formats", "casting", "speech", "library", "reading", "session", "export", "settings"},
        "casting": {"formats", "library", "reading", "session", "export"},
        "speech": {"formats", "library", "reading", "session", "export"},
    }[lower]
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in (PACKAGE / lower).rglob("*.py")
        for name in imports(path)
        if name.startswith("tui_reader.") and name.split(".")[1] in above
    }
    assert wrong == set()


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
    assert "tui_reader.cli" in loaded
    assert {"textual", "rich"} & loaded == set()


def test_the_plain_face_starts_without_anything_heavy() -> None:
    heavy = {
        "textual",
        "rich",
        "miniaudio",
        "pyttsx3",
        "espeakng_loader",
        "cffi",
        "asyncio",
        "json",
        "logging",
        "subprocess",
    }
    loaded = loaded_by(["--plain"])
    assert "tui_reader.plain" in loaded
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
