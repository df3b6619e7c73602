"""The built wheel: it brings the manual, and puts the man page and the completions where the system looks for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tui_reader.manual import SUBJECTS

pytestmark = pytest.mark.e2e

SHARED = (
    "man/man1/tui-reader.1",
    "bash-completion/completions/tui-reader",
    "zsh/site-functions/_tui-reader",
    "fish/vendor_completions.d/tui-reader.fish",
)


def test_the_wheel_holds_the_manual_and_what_shells_and_man_look_for(tmp_path: Path) -> None:
    project = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(project)]
    subprocess.run(command, check=True, timeout=300)
    (wheel,) = tmp_path.glob("tui_reader-*.whl")
    names = ZipFile(wheel).namelist()
    assert {f"tui_reader/manual/{subject}.md" for subject in SUBJECTS} <= set(names)
    for path in SHARED:
        assert sum(name.endswith(f".data/data/share/{path}") for name in names) == 1, path
    assert "tui_reader/_bundled/corpus/stevenson-ball.txt" in names
