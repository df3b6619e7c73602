"""Who spoke how much: turns, words, time by the file or estimated, interruptions, the longest turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.reading.talk_statistics import SpeakerStatistics, statistics_of


def by_id(document: Document) -> dict[str, SpeakerStatistics]:
    """The statistics of each speaker."""
    return {one.id: one for one in statistics_of(document).speakers}


def test_the_memorandum_is_counted_and_its_memo_is_nobodys() -> None:
    found = statistics_of(read(MEMORANDUM))
    assert [(one.name, one.turns, one.longest) for one in found.speakers] == [
        ("Adlai E. Stevenson", 12, 6), ("George W. Ball", 11, 13),
    ]  # fmt: skip
    assert not found.is_timed and sum(found.share(one) for one in found.speakers) == pytest.approx(1)
    assert found.words == 888


def test_words_are_counted_in_any_script_and_directions_are_not() -> None:
    document = Dialogue().turn("A", "It's well-known--isn't it? 3.5, yes.").turn("B", "はい。").document()
    found = by_id(document)
    assert found["A"].words == 6 and found["B"].words == 2


@pytest.mark.parametrize(
    ("before", "speaker", "interrupts"),
    [
        ("I was going to--", "B", 1), ("I was going to —", "B", 1), ('"I was--"', "B", 1), ("I was-- [laughs]", "B", 1),
        ("I trail off...", "B", 0), ("I was -- or am I -- done.", "B", 0), ("I go on--", "A", 0),
    ],
)  # fmt: skip
def test_who_speaks_after_a_turn_that_is_cut_off_interrupts(before: str, speaker: str, interrupts: int) -> None:
    found = by_id(Dialogue().turn("A", before).turn(speaker, "No.").turn("B", "Done.").document())
    assert sum(one.interruptions for one in found.values()) == interrupts
    assert found["B"].interruptions == interrupts


def test_a_direction_tells_of_an_interruption(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("ANN: I had hoped.\n\nBEN (interrupting): No.\n\nANN: Well.\n\nBEN: Yes.\n")
    found = by_id(read(path))
    assert {one.id: one.interruptions for one in found.values()} == {"ANN": 0, "BEN": 1}


def test_the_times_of_captions_are_the_speakers_and_one_of_two_speakers_is_divided(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\n00:00.000 --> 00:10.000\n<v Ann>Hello to all of you.\n\n"
        "00:10.000 --> 00:14.000\n<v Ben>Yes, good day.</v>\n<v Ann>Well, thank you.</v>\n\n"
        "00:20.000 --> 00:21.000\n<v Ben>Bye.\n"
    )
    document = read(path)
    found = statistics_of(document)
    seconds = {one.name: one.seconds for one in found.speakers}
    assert found.is_timed and sum(seconds.values()) == pytest.approx(15)
    assert 11.5 < seconds["Ann"] < 12.5 and 2.5 < seconds["Ben"] < 3.5


def test_a_document_without_turns_has_no_speakers() -> None:
    assert statistics_of(Dialogue().document()).speakers == ()
