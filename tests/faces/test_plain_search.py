"""A search that takes long in plain text mode: keys are answered meanwhile, and Escape stops it."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.plain_answers import answers
from tests.support.plain_program import READER, Plain
from tui_reader.faces.plain.plain_search import PlainSearch
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.reading_options import ReadingOptions

CASTRO = "\n6 turns with Castro. First, turn 6, Stevenson: "
TYPED = ("slash", *"Castro", "enter")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two pages that are searched, keys are looked at."""
    monkeypatch.setattr("tui_reader.document.search.document_search.CHUNK", 1)
    monkeypatch.setattr("tui_reader.faces.plain.plain_search.AT_ONCE", 0.0)


def told(*keys: str, ahead: bool = False) -> list[str]:
    """What is written for each of the keys."""
    return answers(MEMORANDUM, keys, ReadingOptions(library=NO_LIBRARY), ahead=ahead)[1:]


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("words", ["Castro", "/castr[oa]/"])
def test_without_a_key_it_goes_on_to_its_end(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.faces.plain.plain_search.PATIENCE", 0.0)
    keys = ["slash" if sign == "/" else sign for sign in words]
    said = told("slash", *keys, "enter")[-1].replace(words, "Castro")
    assert said.replace("\n", " ").startswith(" Searching; Escape stops." + CASTRO.replace("\n", " "))


@pytest.mark.usefixtures("slow")
def test_escape_stops_it_and_the_reader_stays_where_it_was() -> None:
    assert told(*TYPED, "escape", "w", ahead=True)[-2:] == ["\nSearch stopped.", told("w")[-1]]


@pytest.mark.usefixtures("slow")
def test_another_command_stops_it_and_is_done_and_only_then() -> None:
    stopped, *_ = told(*TYPED, "n", ahead=True)[-1:]
    assert stopped.startswith("\nSearch stopped.\nBall: ")
    assert told(*TYPED, "full_stop", "tilde", ahead=True)[-2:] == [
        "\nStill searching.",
        "\nUnknown key tilde. h for help.",
    ]


def test_typed_lines_wait_until_it_is_over() -> None:
    words = f"printf '//castr[oa]/\\nw\\n' | exec {' '.join(READER)} {MEMORANDUM} --keys line"
    with Plain(command=["sh", "-c", words]) as program:
        assert program.wait() == 0
        assert b"Turn 6 of 23" in program.output.partition(b"6 turns with")[2]


@pytest.mark.parametrize(("key", "words"), [("Escape", "Searching; Escape stops."), ("", "Searching.")])
def test_no_key_is_named_where_lines_are_typed(key: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.faces.plain.plain_search.PATIENCE", -1.0)
    writing = Mock()
    PlainSearch(Mock(**{"search.busy": True}), writing, key).start("Castro")
    writing.say.assert_called_once_with(words)
