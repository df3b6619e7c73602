"""The README is short and its two commands are there."""

from __future__ import annotations

from pathlib import Path

README = (Path(__file__).parents[2] / "README.md").read_text()


def test_the_two_commands_stand_in_the_readme() -> None:
    assert "\npip install . && tui-reader\n" in README
    assert "\npip install -e '.[test]' && pytest\n" in README


def test_the_readme_is_two_screens() -> None:
    assert len(README.encode()) <= 9000
