"""Transcripts of recognisers in lines that have no clock times: Speechmatics, whisper.cpp, Audacity."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import NARRATOR
from tui_reader.errors import DocumentError
from tui_reader.formats import parse


def test_a_line_for_the_speaker_stands_above_the_words_and_uu_is_nobody() -> None:
    document = parse(b"SPEAKER: S1\nHow so?\nTell me.\n\nSPEAKER: S2\nThus.\nSPEAKER: UU\nHm.\n", "talk.txt")
    assert turns_by_label(document) == [("S1", "How so? Tell me."), ("S2", "Thus.")]
    assert document.pages[-1].text == "Hm." and document.pages[-1].turn is None
    assert document.lost is None


@pytest.mark.parametrize(
    "label", ["[Speaker:{}]\n", "[Speaker {}]\n", "[Speaker:{}] ", "(speaker {}) ", "[Speaker {}]: "]
)
def test_numbered_speakers_in_brackets_stand_before_or_above_the_words(label: str) -> None:
    text = "\n\n".join(label.format(who) + words for who, words in [(0, "How so?"), (1, "Thus."), (0, "Ah.")])
    document = parse(text.encode(), "talk.txt")
    assert turns_by_label(document) == [("Speaker 0", "How so?"), ("Speaker 1", "Thus."), ("Speaker 0", "Ah.")]
    assert document.lost is None


def test_labels_of_a_sound_editor_have_seconds_and_may_have_speakers() -> None:
    document = parse(b"0.5\t2.0\tHow so?\n2.1\t3.0\tThus.\n", "labels.txt")
    assert document.turns == () and document.pages[-1].text == "How so? Thus."
    assert [(time.start, time.end) for time in document.times] == [(0.5, 2), (2.1, 3)]
    document = parse(b"0.5\t2.0\t[ANNA]: How so?\n2.1\t3.0\t[BEN]: Thus.\n", "labels.txt")
    assert turns_by_label(document) == [("ANNA", "How so?"), ("BEN", "Thus.")]


@pytest.mark.parametrize(
    "rows",
    [
        "{n}\t{n}7\t{name}\tGood morning, how are you {n}?\n",
        "{n}\t199{n}\tThe book of number {n}\n",
    ],
)
def test_numbers_of_other_things_are_no_labels(rows: str) -> None:
    text = "".join(rows.format(n=n, name=("ANNE", "BEN")[n % 2]) for n in range(1, 9))
    document = parse(text.encode(), "rows.tsv")
    assert document.producer and document.producer.name != "labels-track"
    assert len(document.turns) == (8 if "{name}" in rows else 0)
    with pytest.raises(DocumentError, match="without a column of speakers"):
        parse(b"9.1\t3.1\tThe book of the first\n9.2\t3.2\tThe book of the second\n", "rows.tsv")


def test_numbers_without_speakers_are_no_transcript_of_these() -> None:
    document = parse(b"0.5 2.0 speaker\n2.1 3.0 spoke\n", "list.txt")
    assert document.producer and document.producer.name == "transcript"
    with pytest.raises(DocumentError, match="no line has its form"):
        parse(b"How so?\n", "talk.txt", producer="speechmatics-text")


@pytest.mark.parametrize("label", ["(speaker {})", "[Speaker {}]\n", "[SPEAKER_0{}]:", "(SPEAKER {}):"])
def test_captions_of_recognisers_have_speakers_in_brackets(label: str) -> None:
    cues = [(0, "How so?"), (1, "Thus."), (0, "Ah.")]
    text = "".join(
        f"{at + 1}\n00:00:0{at},000 --> 00:00:0{at},900\n{label.format(who)} {words}\n\n"
        for at, (who, words) in enumerate(cues)
    )
    document = parse(text.encode(), "talk.srt")
    assert [turn.text for turn in document.turns] == ["How so?", "Thus.", "Ah."]
    assert len(document.people) == 2 and NARRATOR not in [turn.speaker for turn in document.turns]


def test_names_in_brackets_before_a_colon_are_without_the_brackets() -> None:
    document = parse(b"[SPEAKER_00]: How so?\n[SPEAKER_01]: Thus.\n[SPEAKER_00]: Ah.\n", "talk.txt")
    assert turns_by_label(document) == [("SPEAKER_00", "How so?"), ("SPEAKER_01", "Thus."), ("SPEAKER_00", "Ah.")]


@pytest.mark.parametrize("line", ["00:00:0{n}.500\t00:00:0{n}.900\t{words}", "0:00:0{n},500\t0:00:0{n},900\t{words}"])
def test_begin_and_end_in_clock_times_are_no_people(line: str) -> None:
    text = "\n".join(line.format(n=n, words=words) for n, words in enumerate(("How so?", "Thus.", "Ah.")))
    document = parse(text.encode(), "lines.txt")
    assert document.turns == () and document.pages[-1].text == "How so? Thus. Ah." and document.lost is None
    assert [(time.start, time.end) for time in document.times] == [(0.5, 0.9), (1.5, 1.9), (2.5, 2.9)]


@pytest.mark.parametrize(
    "line", ['f{0},00:00:0{0}.000,00:00:0{0}.900,"{1}"', 'f{0} {0}.0 {0}.9 "{1}"', '{0}.000 {0}.900 f{0} "{1}"']
)
def test_pieces_of_text_with_names_of_their_own_have_begin_and_end_beside_quoted_words(line: str) -> None:
    words = ["How so?", "Thus, I say.", "Ah."]
    text = "".join(line.format(number, one) + "\n" for number, one in enumerate(words, 1))
    document = parse(text.encode(), "talk.out")
    assert document.turns == () and " ".join(document.pages[-1].text.split()) == " ".join(words)
    assert [time.start for time in document.times] == [1, 2, 3] and document.lost is None


def test_quoted_words_behind_names_that_come_again_are_no_pieces_of_a_text() -> None:
    document = parse(b'Ann 1.0 1.9 "How so?"\nBen 2.0 2.9 "Thus."\nAnn 3.0 3.9 "Ah."\n', "talk.out")
    assert document.format != "speaker-lines"


def test_start_and_stop_are_no_words() -> None:
    line = "start={0}.0s stop={0}.9s speaker_SPEAKER_0{1} {2}\n"
    text = line.format(1, 0, "How so?") + line.format(2, 1, "Thus.") + line.format(3, 0, "Ah.")
    document = parse(text.encode(), "talk.txt")
    assert turns_by_label(document) == [("SPEAKER_00", "How so?"), ("SPEAKER_01", "Thus."), ("SPEAKER_00", "Ah.")]
    assert [time.start for time in document.times] == [1, 2, 3] and document.lost is None
