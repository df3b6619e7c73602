"""A few inputs of each target of `python -m tests.fuzz`; a run goes on where it was ended, and tells what it finds."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz import findings
from tests.fuzz.findings import failure, kind, watch_the_time
from tests.fuzz.run import FuzzRun
from tests.fuzz.targets import target
from tests.fuzz.worker import input_of


@pytest.mark.parametrize(("name", "inputs"), [("documents", 200), ("files", 200), ("libraries", 50)])
def test_a_few_inputs_are_read_or_refused_in_one_line(name: str, inputs: int, tmp_path: Path) -> None:
    tried_by = target(name, None)
    for number in range(inputs):
        what, chance = input_of(tried_by, 3, number)
        assert what == tried_by.made(Random(f"3 {number}")), "another input for the same number"
        tried_by.tried(what, chance, tmp_path)


def test_a_run_goes_on_where_it_was_ended(tmp_path: Path) -> None:
    assert FuzzRun("files", 1, 3, None, tmp_path).run(1) == 0
    second = FuzzRun("files", 1, 5, None, tmp_path)
    assert second.count == 3 and second.run(1) == 0 and second.count == 5


def test_an_error_and_a_slow_answer_are_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow() -> None:
        while True:
            pass

    monkeypatch.setattr(findings, "SECONDS", 0.1)
    watch_the_time()
    error = failure(lambda: int("x"))
    assert error is not None and kind(error, "talk.txt").startswith("ValueError at test_fuzz_run.py:")
    assert type(failure(slow)).__name__ == "TooSlow" and failure(list) is None
