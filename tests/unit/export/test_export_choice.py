"""What is chosen for an export inside the program, and about how much it will hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.errors import UsageError
from tui_reader.export.estimate import bytes_in_words
from tui_reader.export.export_choice import ExportChoice, turns_typed
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.formats import read
from tui_reader.settings import Settings

FORMS = {one.name: one for one in OUTPUT_FORMATS}
MEASURED = {
    "wav": 38_992_348, "flac": 18_201_888, "opus": 2_486_555, "mp3": 3_648_586, "m4b": 4_080_371, "vtt": 11_787,
    "srt": 12_036, "ass": 14_027, "json": 116_566, "chapters": 2_437, "epub": 3_660_480, "html": 4_947_194,
    "md": 7_917, "txt": 7_764, "tei": 10_409,
}  # fmt: skip
"""Bytes of the memorandum in each form, by espeak-ng."""


@pytest.fixture
def choice() -> ExportChoice:
    """All of the memorandum, in the current folder."""
    return ExportChoice.proposed(read(MEMORANDUM), Path("out"))


def test_all_of_it_in_a_common_form_is_proposed(choice: ExportChoice) -> None:
    assert choice.output == Path("out/stevenson-ball.mp3") and choice.options.formats == ("mp3",)
    assert (choice.first, choice.last) == (1, 23)
    assert (choice.options.first, choice.options.last) == (None, None)


def test_a_place_keeps_the_ending_of_its_form(choice: ExportChoice, tmp_path: Path) -> None:
    assert choice.at(str(tmp_path)).output == tmp_path / "stevenson-ball.mp3"
    assert choice.at("a").output == Path("a.mp3") and choice.at("a.MP3").output == Path("a.MP3")
    assert choice.in_format(FORMS["chapters"]).output.name == "stevenson-ball.chapters.json"
    assert choice.at("a").in_format(FORMS["chapters"]).in_format(FORMS["wav"]).output == Path("a.wav")


@pytest.mark.parametrize(
    ("typed", "turns"),
    [("5-12", (5, 12)), ("5 12", (5, 12)), (" 5 – 12", (5, 12)), ("5 to 12", (5, 12)), ("5", (5, 5)), ("5-", (5, 23)),
     ("-12", (1, 12)), ("all", (1, 23)), ("", (1, 23))],
)  # fmt: skip
def test_turns_are_typed_in_several_ways(typed: str, turns: tuple[int, int]) -> None:
    assert turns_typed(typed, 1, 23) == turns


@pytest.mark.parametrize("typed", ["a", "5-b", "5-6-7", "1e3", "-", "99999999999"])
def test_what_are_no_turns_is_refused(typed: str, choice: ExportChoice) -> None:
    with pytest.raises((ValueError, UsageError)):
        choice.of_turns(*turns_typed(typed, 0, 0))


def test_turns_that_are_not_there_or_the_wrong_way_round_are_refused(choice: ExportChoice) -> None:
    with pytest.raises(UsageError, match=r"stevenson-ball\.txt has turns 1 to 23\."):
        choice.of_turns(5, 24)
    with pytest.raises(UsageError, match=r"The last turn, 3, is before the first, 9\."):
        choice.of_turns(9, 3)


@pytest.mark.parametrize("name", MEASURED)
def test_the_estimate_is_near_what_is_written(choice: ExportChoice, name: str) -> None:
    size = choice.in_format(FORMS[name]).estimate(Settings()).size
    assert 0.7 * MEASURED[name] < size < 1.4 * MEASURED[name]


def test_the_estimate_is_told_in_words(choice: ExportChoice) -> None:
    assert choice.estimate(Settings()).line == "23 turns, about 7 minutes, about 3.5 MB"
    assert choice.estimate(Settings(speed=2.0)).line.startswith("23 turns, about 4 minutes, ")
    assert choice.of_turns(2, 2).in_format(FORMS["txt"]).estimate(Settings()).line == "1 turn, about 48 bytes"
    whole, halves = choice.estimate(Settings()), [choice.of_turns(*turns) for turns in ((1, 11), (12, 23))]
    assert sum(one.estimate(Settings()).seconds or 0 for one in halves) == pytest.approx(whole.seconds)


def test_sizes_in_words() -> None:
    sizes = (840, 9_960, 12_300, 3_600_000, 3_600_000_000)
    assert [*map(bytes_in_words, sizes)] == ["840 bytes", "10.0 kB", "12 kB", "3.6 MB", "3.6 GB"]
