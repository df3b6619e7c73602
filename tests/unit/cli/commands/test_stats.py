"""`tui-reader stats`: a table in a pipe and with bars on a terminal, sentences, JSON, a picture whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tui_reader.cli.main import main
from tui_reader.cli.stats_table import table
from tui_reader.reading.talk_statistics import statistics_of
from tui_reader.terminal.wrapping import cell_width

SVG = "{http://www.w3.org/2000/svg}"


def test_a_pipe_has_the_table_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(MEMORANDUM)]) == 0
    told = capsys.readouterr()
    lines = [line.split() for line in told.out.splitlines()]
    assert lines[0] == ["speaker", "turns", "words", "minutes", "interrupts", "longest", "turn", "share"]
    assert lines[1] == ["Adlai", "E.", "Stevenson", "12", "527", "2:58", "0", "6", "(163)", "59%"]
    assert lines[-1][:2] == ["all", "23"] and len(lines) == 4 and "estimated" in told.err and told.out.isascii()


@pytest.mark.parametrize("width", [40, 60, 79, 99, 200])
def test_a_terminal_has_bars_where_there_is_room(width: int) -> None:
    made = Dialogue().turn("MR. ARCHIBALD FEATHERSTONEHAUGH", "One two three four.").turn("BEN", "Yes.")
    lines = list(table(statistics_of(made.document()), width))
    if width >= 79:
        assert all(cell_width(line) <= width for line in lines)
        assert lines[1].count("█") > lines[2].count("█") > 0
    assert not set("█▌") & set(lines[-1])


def test_accessible_has_a_sentence_for_each_speaker(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert main(["stats", str(MEMORANDUM)]) == 0
    line = (
        "Adlai E. Stevenson: 12 turns, 527 words (59 percent), 3 minutes, 0 interruptions, longest turn 6 (163 words)."
    )
    assert line in capsys.readouterr().out.splitlines()


def test_json_has_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(MEMORANDUM), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["turns"] == 23 and found["words"] == sum(one["words"] for one in found["speakers"])
    assert found["seconds_from"] == "estimate" and found["speakers"][0]["longest_turn"] == {"turn": 6, "words": 163}


def test_the_picture_has_a_title_and_all_figures_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "stats.svg"
    assert main(["stats", str(MEMORANDUM), "--svg", str(out)]) == 0
    assert capsys.readouterr().out == ""
    root = ElementTree.parse(out).getroot()
    named = (root.get("aria-labelledby") or "").split()
    texts = {element.get("id"): element.text or "" for element in root.iter()}
    assert root.get("role") == "img" and "Who spoke how much" in texts[named[0]]
    assert "Adlai E. Stevenson: 12 turns" in texts[named[1]] and "George W. Ball: 11 turns" in texts[named[1]]
    bars = [rect for rect in root.iter(f"{SVG}rect") if rect.get("rx")]
    assert [bar.get("class") for bar in bars] == ["who-0", "who-1"]


def test_words_of_the_document_are_never_markup_in_the_picture(talk: Path, tmp_path: Path) -> None:
    talk.write_text("<script>: One.\n\nBEN & CO: Two ]]> three.\n\n<script>: Four.\n\nBEN & CO: Five.\n")
    out = tmp_path / "stats.svg"
    assert main(["stats", str(talk), "--svg", str(out)]) == 0
    assert not list(ElementTree.parse(out).getroot().iter(f"{SVG}script"))


def test_a_picture_is_never_written_over_the_document_and_not_in_part(talk: Path, tmp_path: Path) -> None:
    words = talk.read_text()
    assert main(["stats", str(talk), "--svg", str(talk)]) == 2 and talk.read_text() == words
    assert main(["stats", str(talk), "--svg", str(tmp_path / "no" / "stats.svg")]) == 1
    assert main(["stats", str(talk), "--svg", str(tmp_path)]) == 1
    assert not [*tmp_path.glob("*.svg"), *tmp_path.glob(".*.part")]


def test_two_forms_at_once_are_wrong_use(talk: Path) -> None:
    assert main(["stats", str(talk), "--json", "--svg", "x.svg"]) == 2
