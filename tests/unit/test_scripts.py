"""Scripts that are run by hand say what they do with --help, and do nothing then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


SCRIPTS = [
    "tests.benchmarks",
    "tests.benchmarks.batch",
    "tests.benchmarks.beside",
    "tests.benchmarks.export",
    "tests.benchmarks.freezes",
    "tests.benchmarks.parsing",
    "tests.benchmarks.peers",
    "tests.benchmarks.screen",
    "tests.benchmarks.speech",
    "tests.dress",
    "tests.endurance",
    "tests.exported",
    "tests.fuzz",
    "tests.heard",
    "tests.heard.every_turn",
    "tests.kill",
    "tests.kill.sound",
    "tests.measure_voices",
    "tests.measure_voices.speeds",
    "tests.support.manual",
    "tests.support.screenshot",
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_help_prints_help_and_runs_nothing(script: str, tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", script, "--help"]
    run = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.startswith(f"usage: python -m {script} ") and run.stderr == ""
