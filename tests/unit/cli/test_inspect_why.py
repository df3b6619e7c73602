"""`inspect --why LINE`: whether a line holds a label, and the reason."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import complaint
from tui_reader.cli.main import main

TALK = "A Talk\n\nANNE: Is it?\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    return path


def test_the_reason_is_printed_and_no_report(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main(["inspect", str(talk), "--why", "3"]) == 0
    assert capsys.readouterr().out == (
        'Line 3 holds the label "ANNE": used twice and printed in capitals, before a colon.\n'
    )
    assert main(["inspect", str(talk), "--why", "2"]) == 0
    assert capsys.readouterr().out == "Line 2 holds no label: it is empty.\n"


def test_the_json_has_it_beside_the_report(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main(["inspect", str(talk), "--json", "--why", "3"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["why"]["line"] == 3 and found["why"]["labels"][0]["is_label"] is True
    assert found["turns"][0]["label"] == "ANNE"


def test_what_the_person_took_out_is_told(capsys: pytest.CaptureFixture[str], talk: Path, tmp_path: Path) -> None:
    library = ["--library", str(tmp_path / "library.db")]
    assert main(["people", str(talk), "--unmark", "BEN", *library]) == 0
    capsys.readouterr()
    assert main(["inspect", str(talk), "--why", "5", *library]) == 0
    assert capsys.readouterr().out == 'Line 5 holds no label; "BEN" is not one: you took it out of the labels.\n'


@pytest.mark.parametrize("line", ["0", "-1", "8", "three", "1.5", ""])
def test_a_wrong_line_is_one_line_and_wrong_use(capsys: pytest.CaptureFixture[str], talk: Path, line: str) -> None:
    status, words = complaint(capsys, "inspect", talk, f"--why={line}")
    assert status == 2 and "line" in words


def test_one_report_at_a_time(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    status, words = complaint(capsys, "inspect", talk, "--why", "3", "--ledger")
    assert status == 2 and "--why" in words


def test_a_document_on_standard_input_has_lines_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui_reader", "inspect", "-", "--why", "5", "--library", str(tmp_path / "l.db")]
    run = subprocess.run(command, input=TALK, capture_output=True, text=True, timeout=30, check=True)
    assert run.stdout.startswith('Line 5 holds the label "BEN": ')
