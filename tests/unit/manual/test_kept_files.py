"""What is kept of the manual is what the program's tables give: pages, the man page, completions."""

from __future__ import annotations

import importlib
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.manual.__main__ import made
from tests.support.manual.command_line import commands, known_values, opening
from tui_reader import formats
from tui_reader.cli.parser import all_commands, command_parser
from tui_reader.formats.readable_formats import READABLE_FORMATS
from tui_reader.manual import FOLDER, SHELLS, SUBJECTS

KEPT = (
    *(f"{subject}.md" for subject in SUBJECTS),
    "tui-reader.1",
    *(f"completions/{file}" for file in SHELLS.values()),
)


@pytest.fixture(scope="module")
def remade() -> dict[Path, str]:
    """What each kept file should hold, by its path."""
    return dict(made())


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_file_is_as_it_is_made(name: str, remade: dict[Path, str]) -> None:
    path = FOLDER / name
    assert path.read_text(encoding="utf-8") == remade[path], "python -m tests.support.manual writes it"


def test_every_file_that_is_made_is_compared(remade: dict[Path, str]) -> None:
    assert set(remade) == {FOLDER / name for name in KEPT}


def test_every_option_of_every_command_is_in_each_completion_and_in_the_man_page() -> None:
    page = (FOLDER / "tui-reader.1").read_text().replace("\\-", "-")
    scripts = {shell: (FOLDER / "completions" / file).read_text() for shell, file in SHELLS.items()}
    for command in (opening(), *commands()):
        assert command.name in page
        for option in (option for argument in command.options for option in argument.options):
            assert option in page
            assert all(option in text for shell, text in scripts.items() if shell != "fish")
            assert f"-l {option[2:]}" in scripts["fish"] or f"-s {option[1:]}" in scripts["fish"]


def test_values_are_known_only_of_arguments_that_there_are() -> None:
    names = {action.dest for command in all_commands() for action in command_parser(command)._actions}
    assert set(known_values()) <= names


def test_every_module_that_reads_a_format_is_in_the_table_of_formats() -> None:
    listed = {module for row in READABLE_FORMATS for module in row.modules}
    for module in listed:
        found = importlib.import_module(f"tui_reader.formats.{module}")
        assert [name for name in vars(found) if name.startswith(("read", "parse", "PRODUCERS"))], module
    folder = Path(formats.__file__).parent
    reading = {
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        for path in folder.rglob("*.py")
        if "\ndef parse(text: str, name: str" in path.read_text()
        or "\ndef parse(\n    text: str, name: str" in path.read_text()
    }
    assert reading - {"__init__"} <= listed


@pytest.mark.parametrize("checker", ["man --warnings -l", "mandoc -T lint"])
def test_the_man_page_has_no_warnings(checker: str) -> None:
    name, *options = checker.split()
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    run = subprocess.run([name, *options, FOLDER / "tui-reader.1"], capture_output=True, text=True, check=True)
    assert run.stderr == ""
    assert name == "man" or run.stdout == ""
