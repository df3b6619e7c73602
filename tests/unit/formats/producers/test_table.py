"""The table of producers: what a file is recognised as, what else it may be, and a person's own choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.errors import UsageError
from tui_reader.formats import parse
from tui_reader.formats.producers.table import FAMILIES, producer_named, producers_of

_SRT = "1\n00:00:01,000 --> 00:00:02,000\nAnn: Yes.\n\n2\n00:00:03,000 --> 00:00:04,000\nBen: No.\n"


def test_every_producer_has_its_own_name_and_title() -> None:
    every = [producer for family in FAMILIES for producer in producers_of(family)]
    assert len({one.name for one in every}) == len({one.title for one in every}) == len(every)
    assert all(one.name == one.name.casefold() and " " not in one.name for one in every)
    assert "list" not in {one.name for one in every}


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (_SRT, "a.txt", ("srt", None)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n", "a", ("vtt", None)),
        ("Ann: Yes.\n\nBen: No.\n", "a.txt", ("transcript", None)),
        ("# Talk\n\n**Ann:** Yes.\n\n**Ben:** No.\n", "a.md", ("markdown", None)),
        ("<TEI><text><body><p>Yes.</p></body></text></TEI>", "a", ("tei", "Other XML")),
        ("<html><body><p>Yes.</p></body></html>", "a", ("html", "Other XML")),
        ("<PLAY><SPEECH><SPEAKER>A</SPEAKER><LINE>Yes.</LINE></SPEECH></PLAY>", "a", ("play-xml", "Other XML")),
    ],
)
def test_a_file_is_told_by_what_stands_in_it(text: str, name: str, wanted: tuple[str, str | None]) -> None:
    found = parse(text.encode(), name).producer
    assert found and (found.name, found.second) == wanted


def test_a_person_overrules_what_a_file_looks_like() -> None:
    document = parse(_SRT.encode(), "a.srt", producer="transcript")
    assert document.format == "transcript" and "-->" in document.pages[0].text
    assert document.producer and document.producer.told == "Plain transcript, chosen by --as"


def test_an_unknown_name_is_refused_with_the_remedy() -> None:
    with pytest.raises(UsageError, match="--as list prints the names"):
        producer_named("word")


def test_the_list_of_names_needs_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["inspect", "--as", "list"])
    assert "  srt                     SRT" in capsys.readouterr().out.splitlines()


def test_inspect_says_what_a_file_was_read_as(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talk"
    path.write_text(_SRT, encoding="utf-8")
    main(["inspect", str(path), "--no-library"])
    assert "by 2 speakers, read as SRT\n" in capsys.readouterr().out
