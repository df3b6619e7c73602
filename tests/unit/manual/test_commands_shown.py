"""The commands that the manual and the README show are understood as they stand there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui_reader.cli.parser import all_commands, command_parser, load_command, parse
from tui_reader.manual import FOLDER

README = Path(__file__).parents[3] / "README.md"
PAGES = [README, *sorted(FOLDER.glob("*.md"))]
NOT_TO_BE_TYPED = re.compile(r"\[|tui-reader COMMAND|tui-reader-")
"""Usage with its brackets, and folders of that name."""
PRINTING = {" --version", " inspect --as list"}
"""Those that print while they are parsed, and end."""
NAMES = {" export", " library --add"}
"""Names of commands, in sentences about them."""
OTHERS = {"--no-terminal", "--no-deps", "--player"}
"""Options of other programs."""


def commands(page: Path) -> Iterator[str]:
    """The words after `tui-reader` of each command, in code between backticks or a line of a block of code."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)
    lines = [re.split(r" {2,}", line.strip())[0] for block in blocks for line in block.splitlines()]
    for code in (*lines, *re.findall(r"`([^`\n]+)`", text)):
        found = re.search(r"(?:^|[|] |HOST )tui-reader\b( [^|]*)?(?:$| [|] )", code)
        if found and not NOT_TO_BE_TYPED.search(code):
            yield found[1] or ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_command_that_is_shown_is_understood(page: Path) -> None:
    for command in commands(page):
        if command not in PRINTING | NAMES:
            assert parse(shlex.split(command)).command, command


def test_each_option_that_is_named_is_one_of_a_command() -> None:
    parsers = map(command_parser, (load_command("open"), *all_commands()))
    known = {option for parser in parsers for option in parser._option_string_actions} | OTHERS
    for page in PAGES:
        for code in re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")):
            for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", code):
                assert option in known, f"{page.name}: {code}"
