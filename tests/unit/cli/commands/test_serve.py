"""The command `serve`: what it runs for a window, and its errors. The browser is in tests/e2e/test_served_screen.py."""

from __future__ import annotations

import sys

import pytest

from tui_reader.cli.main import main
from tui_reader.cli.parser import parse
from tui_reader.errors import UsageError


def test_without_the_extra_one_line_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("tui_reader.faces.served")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    assert main(["serve", "--no-library"]) == 1
    assert capsys.readouterr().err == "tui-reader: serve needs textual-serve: pip install 'tui-reader[serve]'.\n"


def test_standard_input_is_not_served() -> None:
    with pytest.raises(UsageError, match="not standard input"):
        parse(["serve", "-"])


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_a_wrong_port_is_wrong_use(port: str) -> None:
    with pytest.raises(UsageError, match="not a port"):
        parse(["serve", f"--port={port}"])


def test_it_serves_this_machine_alone_unless_told_otherwise() -> None:
    assert parse(["serve"]).host == "127.0.0.1"
    assert parse(["serve", "--host", "192.0.2.7"]).host == "192.0.2.7"
