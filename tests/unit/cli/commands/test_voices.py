"""`tui-reader voices`: the list, and one voice heard."""

from __future__ import annotations

import pytest

from tests.support.command_line import complaint
from tui_reader.cli.main import main


def test_each_voice_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices"]) == 0
    out = capsys.readouterr().out
    assert {"aes", "gwb", "narrator"} <= {line.split()[0] for line in out.splitlines()}


def test_one_is_heard_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices", "aes", "--say", "Hi.", "--engine", "tone", "--speed", "4", "--no-sound"]) == 0


@pytest.mark.parametrize("words", [[], ["--say"]])
def test_an_unknown_voice_is_wrong_use(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    status, line = complaint(capsys, "voices", "caruso", *words)
    assert status == 2 and "caruso" in line and "aes" in line
