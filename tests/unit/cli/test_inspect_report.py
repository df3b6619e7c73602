"""What the reader says it understood: the JSON for programs and the page for people."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.support.corpus import MEMORANDUM
from tests.support.documents import read_text
from tui_reader.cli.inspect_report import page, to_json
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.formats.transcript import parse
from tui_reader.terminal.streamed_json import json_pieces


def printed(document: Document, script: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """The report as a program reads it."""
    found: dict[str, Any] = json.loads("".join(json_pieces(to_json(document, script))))
    return found


def test_the_json_has_every_key() -> None:
    found = printed(read(MEMORANDUM), [("narrator", "Title"), ("AES", "Hello.")])
    assert list(found) == [
        "title", "collection", "date", "format", "producer", "language", "times", "media", "speakers", "turns", "notes",
        "parts", "source", "residue", "script", "left_out", "lost", "doubts", "suggestions", "warnings",
    ]  # fmt: skip
    assert found["script"] == [{"voice": "narrator", "text": "Title"}, {"voice": "AES", "text": "Hello."}]
    assert found["date"] == {"text": "November 9, 1962, 4:15 p.m.", "iso": "1962-11-09T16:15"}
    assert list(found["speakers"][1]) == ["id", "name", "role", "aliases", "evidence"]
    assert found["speakers"][1]["aliases"] == ["GWB", "GB"]
    assert found["turns"][0]["notes"] == ["1"] and found["turns"][0]["label"] == "AES"
    assert found["residue"] == ["127 Wall Street, New Haven, CT 06511."]
    assert [one["words"] for one in found["left_out"] if one["why"] == "a postal address"] == [7]


def test_the_times_and_the_stated_recording_are_told(tmp_path: Path) -> None:
    timed = read_text(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello <00:01.500>there.\n", "talk.vtt")
    found = printed(timed._replace(media=("talk.wav",)))
    assert (found["times"], found["media"]) == ("words", ["talk.wav"])
    assert printed(read(MEMORANDUM))["times"] is None
    assert "  Times of words. No recording was found.\n" in page(timed)
    assert "  Times of words. The recording is talk.wav.\n" in page(timed, "The recording is talk.wav.")


def test_the_json_says_where_each_note_hangs() -> None:
    anchors = [note["anchor"] for note in printed(read(MEMORANDUM))["notes"]]
    turn_six = read(MEMORANDUM).turns[5]
    assert anchors == [
        {"turn": 1, "offset": 66, "inferred": False},
        {"turn": 4, "offset": 62, "inferred": False},
        {"turn": 6, "offset": turn_six.text.index("separately)") + len("separately)"), "inferred": False},
        {"part": "memo", "block": None, "offset": 99, "inferred": True},
        {"part": "memo", "block": 7, "offset": 18, "inferred": False},
    ]


def test_the_memo_is_the_only_part_beside_the_exchange() -> None:
    parts = printed(read(MEMORANDUM))["parts"]
    assert [(part["id"], part["author"], len(part["blocks"])) for part in parts] == [("memo", "AES", 8)]
    assert parts[0]["blocks"][2]["kind"] == "item" and parts[0]["blocks"][2]["text"].startswith("1. If")


def test_a_text_without_speakers_has_empty_lists() -> None:
    found = printed(parse("A plain day.\n\nNothing was said.", "day.txt", "0"))
    assert (found["speakers"], found["turns"], found["title"]) == ([], [], None)


def test_the_page_for_people_gives_reasons_and_places() -> None:
    said = page(read(MEMORANDUM))
    assert "GWB, George W. Ball, Under Secretary of State" in said
    assert "11 turns, labelled GWB (2) and GB (9)" in said
    assert "GB is GWB without its middle letter" in said
    assert "[memo, heading, worked out: nothing printed points to it]" in said
    assert "127 Wall Street, New Haven, CT 06511. (a postal address)" in said
    assert "Back (rest of a web link), 5 times" in said
    assert "--why LINE" in said.splitlines()[-1]


def test_the_page_for_people_offers_likely_merges_and_warnings() -> None:
    text = "MR. PARKER: One.\n\nMS. LEE: Two.\n\n" * 4 + "MA. PARKER: Three."
    said = page(parse(text, "talk.txt", "0", warnings=("talk.people.toml:3: not TOML",)))
    assert "MR. PARKER and MA. PARKER: one letter apart, MA. PARKER is used once" in said
    assert "talk.people.toml:3: not TOML" in said
