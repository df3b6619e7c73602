"""Voices by the command line: kept as the cast is, taken back, and wrong names told with what was probably meant."""

from __future__ import annotations

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.cli.main import main
from tui_reader.formats import read
from tui_reader.library import Library, library_path


def people(capsys: pytest.CaptureFixture[str], *voices: str, status: int = 0) -> str:
    """What `people` says for these voices."""
    words = ["people", str(MEMORANDUM), *(word for voice in voices for word in ("--voice", voice))]
    assert main(words) == status
    output, errors = capsys.readouterr()
    return errors if status else output


def test_voices_are_given_by_id_label_or_name_and_kept_as_the_cast_is(capsys: pytest.CaptureFixture[str]) -> None:
    told = people(capsys, "GWB=Henry", "adlai e. stevenson=frank", "narrator=stella")
    assert told.startswith("Ball: voice Henry.\nStevenson: voice Frank.\nNarrator: voice Stella.\n")
    library = Library(library_path())
    assert library.cast(read(MEMORANDUM).key) == {"GWB": "henry", "AES": "frank", "narrator": "stella"}
    library.close()


def test_auto_takes_a_voice_back(capsys: pytest.CaptureFixture[str]) -> None:
    people(capsys, "GWB=henry")
    assert people(capsys, "GWB=auto") == "Ball: voice George.\n"


def test_voices_that_are_alike_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Stevenson and Ball could be confused: both have the voice George" in people(capsys, "AES=gwb", "GWB=gwb")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("GWB=hery", "there is no voice 'hery'. Did you mean henry?"),
        ("GWB=zzzz", "there is no voice 'zzzz'. tui-reader voices lists them."),
        ("GWX=henry", "stevenson-ball.txt has no speaker 'GWX'; did you mean GWB?"),
        ("Stevensen=henry", "did you mean AES?"),
        ("Zorro=henry", "has no speaker 'Zorro'; it has AES, GWB."),
        ("GWB", "--voice 'GWB': write it as --voice GWB=henry."),
        ("=henry", "write it as --voice GWB=henry."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(typed: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told in people(capsys, "AES=frank", typed, status=2)
    library = Library(library_path())
    assert library.cast(read(MEMORANDUM).key) == {}
    library.close()
