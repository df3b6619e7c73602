"""STM, CTM and RTTM: only words are said, and a file without words is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_whole, turns_by_label, write_file
from tui_reader.errors import DocumentError

STM = """;; a comment
m1 1 Anna 0.00 2.10 <o,f0,female> what shall we plant
m1 1 inter_segment_gap 2.10 2.20 <o,,>
m1 1 Ben 2.20 3.40 <o,f0,male> carrots (%hesitation) and {beans / peas}
m1 1 Ben 3.50 3.60 <o,f0,male> IGNORE_TIME_SEGMENT_IN_SCORING
m1 1 Anna 3.60 4.00 fi(ne)
"""


def test_segments_are_said_without_their_marks(tmp_path: Path) -> None:
    document = read_whole(write_file(tmp_path, STM, "talk.stm"))
    assert turns_by_label(document) == [
        ("Anna", "what shall we plant"),
        ("Ben", "carrots and beans"),
        ("Anna", "fine"),
    ]
    assert [person.stated.sex for person in document.people] == ["female", "male"]
    assert document.lost is None
    assert document.producer is not None
    assert document.producer.name == "stm"


def test_single_words_are_read_by_the_narrator_up_to_a_pause(tmp_path: Path) -> None:
    lines = ";; words\nm1 1 0.00 0.30 what 0.98\nm1 1 0.30 0.20 now\nm1 1 9.00 0.20 <eps>\nm1 1 9.50 0.20 yes 0.9\n"
    document = read_whole(write_file(tmp_path, lines, "talk.ctm"))
    assert document.turns == ()
    assert [passage.text for part in document.parts for passage in part.body] == ["what now", "yes"]
    assert [time.start for time in document.times if time.is_word] == [0.0, 0.3, 9.5]


def test_rttm_has_turns_only_where_it_has_words(tmp_path: Path) -> None:
    segments = "SPEAKER m1 1 0.00 2.10 <NA> <NA> Anna <NA> <NA>\nSPEAKER m1 1 2.20 1.20 <NA> <NA> Ben <NA> <NA>\n"
    with pytest.raises(DocumentError, match="holds no words"):
        read_whole(write_file(tmp_path, segments, "talk.rttm"))
    words = "LEXEME m1 1 0.00 0.30 what lex Anna 0.5\nLEXEME m1 1 0.30 0.20 now lex Anna 0.5\n"
    about = "SPKR-INFO m1 1 <NA> <NA> <NA> adult_female Anna <NA> <NA>\n"
    document = read_whole(write_file(tmp_path, about + segments + words, "talk.rttm"))
    assert turns_by_label(document) == [("Anna", "what now")]
    assert document.people[0].stated.sex == "female"


def test_columns_of_other_texts_are_no_time_marks(tmp_path: Path) -> None:
    document = read_whole(write_file(tmp_path, "ANNA: Room 1 is 2.5 by 3.1 metres.\n\nBEN: So it is.\n", "talk.txt"))
    assert turns_by_label(document) == [("ANNA", "Room 1 is 2.5 by 3.1 metres."), ("BEN", "So it is.")]
