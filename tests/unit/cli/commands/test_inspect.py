"""`tui-reader inspect`: the page, the JSON and the ledger of a document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.cli.main import main

TALK = "A Talk\n\nANNE: It is “cold” today — is it not?\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


def test_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(MEMORANDUM), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [turn["speaker"] for turn in shown["turns"]].count("AES") == 12 and shown["script"]


def test_the_page_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect"]) == 0
    assert "23 turns by 2 speakers" in capsys.readouterr().out


def test_the_ledger_ends_with_nothing_lost(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--ledger"]) == 0
    assert capsys.readouterr().out.endswith("nothing lost\n")


def test_the_ledger_as_json_covers_the_file(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main(["inspect", "--ledger", "--json", str(talk)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert "".join(entry["printed"] for entry in shown["entries"]) == TALK and shown["lost"] == 0
