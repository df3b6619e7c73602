"""The list that `tui-reader people` prints: who speaks, in how many turns, under which labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.cli.main import main


def test_a_person_with_one_label_is_named_once(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main(["people", str(talk)]) == 0
    assert {"ANNE: 2 turns", "BEN: 2 turns"} <= {*capsys.readouterr().out.splitlines()}


def test_a_person_with_several_labels_has_their_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", str(MEMORANDUM)]) == 0
    told = capsys.readouterr().out
    assert "GWB, George W. Ball, Under Secretary of State: 11 turns, labelled GWB (2) and GB (9)\n" in told
