"""Choosing a document of a file of many in plain lines: by number, id, date or words, ten at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.document.collection import Collection, CollectionEntry, CollectionError, path_of
from tui_reader.startup.document_choice import choose_document

VOLUME = Path("volume.xml")


def error_of(documents: int) -> CollectionError:
    """A file of so many letters, a day each."""
    entries = tuple(
        CollectionEntry(
            id=f"d{number}",
            title=f"{number}. Letter {'to Castro' if number == 7 else number}",
            turns=1,
            date=f"1962-10-{number:02}",
        )
        for number in range(1, documents + 1)
    )
    return CollectionError(Collection("volume.xml", "Letters", entries), lambda id: None)  # type: ignore[arg-type, return-value]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path | None]:
    """Chooses of 23 documents by lines that are typed."""

    def choose(*lines: str) -> Path | None:
        typed = iter(lines)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr("builtins.input", lambda _: next(typed))
        return choose_document(VOLUME, error_of(23))

    return choose


@pytest.mark.parametrize(
    ("lines", "id"),
    [("3", "d3"), ("d12", "d12"), ("castro", "d7"), ("1962-10-20", "d20"), ("Castor|23", "d23"), ("letter|q", None)],
)
def test_a_number_an_id_a_date_or_words_choose(typing: Callable[..., Path | None], lines: str, id: str | None) -> None:
    assert typing(*lines.split("|")) == (path_of(VOLUME, id) if id else None)


def test_ten_are_listed_and_an_empty_line_gives_more(
    typing: Callable[..., Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing("", "", "q")
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Letters" and "23 documents" in told[1]
    listed = [line.split()[0] for line in told[3:]]
    assert listed == [*map(str, range(1, 11)), "13", *map(str, range(11, 21)), "3", "21", "22", "23"]


def test_words_that_several_have_list_them(
    typing: Callable[..., Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing("10-0", "q")
    told = capsys.readouterr().out.splitlines()
    assert told[14] == "9 with 10-0:" and len(told[15:]) == 9
