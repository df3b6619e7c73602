"""Where `serve` listens, the address it prints, and what it runs for a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.argument_groups import make_reading_options
from tui_reader.cli.parser import parse
from tui_reader.errors import ReaderError, UsageError
from tui_reader.faces.served.server import command, listen, origin_of


@pytest.mark.parametrize("host", ["0.0.0.0", "", "0", "::", "0:0::0"])
def test_every_address_at_once_is_wrong_use(host: str) -> None:
    with pytest.raises(UsageError, match="name the one address"):
        listen(host, 0)


@pytest.mark.parametrize(
    ("host", "printed"),
    [("127.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"), ("LocalHost", "localhost"), ("0:0:0:0:0:0:0:1", "[::1]")],
)
def test_the_address_is_printed_as_browsers_send_it(host: str, printed: str) -> None:
    with listen(host, 0) as listening:
        address, port = listening.getsockname()[:2]
        assert origin_of(host, address, port) == f"http://{printed}:{port}"
        assert origin_of(host, address, 80) == f"http://{printed}"


def test_a_port_that_is_taken_is_one_line() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ReaderError, match=f"Cannot serve at 127.0.0.1, port {port}: .* --port 0 takes any"):
            listen("127.0.0.1", port)


def test_a_file_is_one_word_of_the_command(tmp_path: Path) -> None:
    file = tmp_path / "$(touch x); 'two' words.txt"
    arguments = parse(["serve", str(file), "--speed=1.5", "--no-library", "--only=Anne", "--notes=turn"])
    options = make_reading_options(arguments)
    assert hash(options)  # sound that was made is found by them
    words = command(arguments.file, options)
    given = ["--speed=1.5", "--notes=turn", "--only=Anne", "--no-library"]
    assert words[-7:] == ["--full", "--no-sound", *given, str(file)]
