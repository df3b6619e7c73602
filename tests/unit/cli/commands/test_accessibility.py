"""The help page for screen readers, and what is printed in plain ASCII."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.terminal.keymap import keymap
from tui_reader.terminal.keys import key_said


def test_the_page_is_short_plain_lines_with_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accessibility"]) == 0
    page = capsys.readouterr().out
    assert page.isascii() and max(map(len, page.splitlines())) <= 78 and "\x1b" not in page
    for command in keymap().of("plain"):
        assert any(line.partition(":")[0].find(key_said(command.keys[0])) >= 0 for line in page.splitlines())
        assert command.words.lower() in page.lower()


def test_ascii_folds_before_lines_are_broken(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Un thé — “deux”\n\nANNE: " + "Oui—non… “là” " * 30 + "\n\nBEN: Ça va.\n")
    words = [sys.executable, "-m", "tui_reader", str(path), "--print", "--ascii", "--no-library", "--width", "40"]
    out = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert out.isascii() and max(map(len, out.splitlines())) <= 40
    assert 'Un the -- "deux"' in out and "BEN: Ca va." in out
