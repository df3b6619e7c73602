"""Running the command line within the test's process."""

from __future__ import annotations

import pytest

from tui_reader.cli.main import main


def complaint(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str]:
    """The status of a command that fails, and its one line."""
    status = main([str(word) for word in argv])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("tui-reader: ") and err.count("\n") == 1 and err.endswith("\n"), err
    return status, err
