"""Where the utterances of a document are in its recording."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.recordings import read_vtt
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.narration.narration import Narration
from tui_reader.playback.recording.alignment import LONGEST, Alignment
from tui_reader.playback.recording.time_correction import TimeCorrection


def spans(document: Document, correction: TimeCorrection | None = None) -> list[tuple[str, float, float] | str]:
    """The printed words of each utterance with the seconds between which it is said, or alone."""
    alignment = Alignment(document, correction)
    found: list[tuple[str, float, float] | str] = []
    for said in Narration(document):
        span = alignment.span(said)
        found.append((said.printed, round(span.begin, 2), round(span.until, 2)) if span else said.printed)
    return found


def words(document: Document) -> list[tuple[str, float]]:
    alignment = Alignment(document)
    return [
        (said.printed[word.start : word.end], round(word.begin, 2))
        for said in Narration(document)
        if (span := alignment.span(said))
        for word in span.words
    ]


def test_a_sentence_in_a_caption_is_said_from_its_start_to_its_end(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2.5 <v Ann>Good morning.", "4 5 <v Ben>Yes.")
    assert spans(document) == [("Good morning.", 1, 2.5), ("Yes.", 4, 5)]


def test_two_sentences_in_a_caption_share_it_by_their_length(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 3 <v Ann>Good morning. Well, you said.")
    assert spans(document) == [("Good morning.", 1, 1.93), ("Well, you said.", 1.93, 3)]


def test_a_sentence_over_two_captions_is_said_from_the_first_to_the_second(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>I was there", "2.5 3 <v Ann>in May. Yes.")
    assert spans(document) == [("I was there in May.", 1, 2.81), ("Yes.", 2.81, 3)]


def test_the_times_of_words_are_taken(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 4 <v Ann>One. <00:00:02.000>Two <00:00:03.500>three.")
    assert words(document) == [("One.", 1), ("Two", 2), ("three.", 3.5)]
    assert spans(document) == [("One.", 1, 2), ("Two three.", 2, 4)]


def test_words_without_a_time_between_those_with_one_are_spread(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 4 <v Ann>One <00:00:02.000>two six <00:00:03.000>three.")
    assert words(document) == [("One", 1), ("two", 2), ("six", 2.5), ("three.", 3)]


def test_two_who_speak_in_one_caption_share_it(tmp_path: Path) -> None:
    document = read_vtt(
        tmp_path, "1 3 <v Ann>Yes, it is.</v>\n<v Ben>No, is it?</v>", "4 5 <v Ann>Well.</v>\n<v Ben>Yes.</v>"
    )
    assert len(document.turns) == 4
    assert spans(document)[:2] == [("Yes, it is.", 1, 2.04), ("No, is it?", 2.04, 3)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "talk.cha",
            "@Begin\n@Languages:\teng\n@Participants:\tMOT Mother, CHI Child\n"
            "*MOT:\tgood morning . \x151000_3000\x15\n*CHI:\tyes .\n*MOT:\twe go . \x156000_7000\x15\n@End\n",
        ),
        (
            "talk.json",
            '{"segments": [{"start": 1.0, "end": 3.0, "speaker": "A", "text": "good morning."}, '
            '{"start": null, "end": null, "speaker": "B", "text": "yes."}, '
            '{"start": 6.0, "end": 7.0, "speaker": "A", "text": "we go."}]}',
        ),
    ],
)
def test_a_turn_without_a_time_takes_nothing_of_the_turn_before(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert spans(read(path))[-3:] == [("good morning.", 1, 3), "yes.", ("we go.", 6, 7)]


def test_a_caption_that_ends_before_it_begins_lasts_until_the_next(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 0.5 <v Ann>Good morning.", "4 5 <v Ben>Yes.")
    assert spans(document)[0] == ("Good morning.", 1, 4)


def test_times_are_corrected(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2.5 <v Ann>Good morning.", "4 5 <v Ben>Yes.")
    assert spans(document, TimeCorrection(10, 2)) == [("Good morning.", 12, 15), ("Yes.", 18, 20)]


def test_an_utterance_does_not_last_for_hours(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 7200 <v Ann>Good morning.", "7201 7202 <v Ben>Yes.")
    assert spans(document)[0] == ("Good morning.", 1, 1 + LONGEST)


def test_a_document_without_times_has_no_spans(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("ANNE: Yes.\n\nBEN: No.\n\nANNE: Yes.\n\nBEN: No.\n")
    from tui_reader.formats import read

    assert [span for span in spans(read(path)) if not isinstance(span, str)] == []


@pytest.mark.parametrize(
    ("cues", "joined"),
    [
        (("1 2 <v Ann>One two.", "4 5 <v Ben>Yes."), [True]),
        (("1 2 <v Ann>One one. Two two.",), [True]),
        (("1 2 <v Ann>One <00:00:01.500>two.", "4 5 <v Ben>Yes <00:00:04.500>no."), [True]),
    ],
)
def test_what_follows_in_the_recording_is_known(tmp_path: Path, cues: tuple[str, ...], joined: list[bool]) -> None:
    document = read_vtt(tmp_path, *cues)
    alignment = Alignment(document)
    found = [alignment.span(said) for said in Narration(document)]
    assert [alignment.joins(one, other) for one, other in pairwise(found) if one and other] == joined


def test_what_does_not_follow_in_the_recording_is_known(tmp_path: Path) -> None:
    cues = ("1 2 <v Ann>One.", "4 5 <v Ben>Yes.", "6 7 <v Ann>Two.", "7 8 <v Ann>Three <00:00:07.500>four.")
    document = read_vtt(tmp_path, *cues)
    alignment = Alignment(document)
    first, _, third, fourth = (alignment.span(said) for said in Narration(document))
    assert first and third and fourth
    assert not alignment.joins(first, third)
    assert not alignment.joins(third, first)
    assert alignment.joins(third, fourth)


@pytest.mark.parametrize(
    ("cues", "joined"),
    [
        (("10 12 <v Ann>One.", "1 3 <v Ben>Yes.", "20 19 <v Ann>Two."), [False, False]),
        (("0 5 <v Ann>One.", "11.7 17 <v Ann>Two.", "5.7 11 <v Ben>Yes.", "17.5 20 <v Ben>No."), [False, False, False]),
        (("1 9 <v Ann>One one. Two two. Three.", "3 4 <v Ben>Yes.", "5 12 <v Ann>Four."), [True, True, True, True]),
        (("1 9 <v Ann>One <00:00:05.000>one <00:00:08.000>one.", "3 4 <v Ben>Yes.", "6 7 <v Cem>No."), [True, True]),
        (("1 2 <v Ann>I was there", "3 5 <v Ann>in May.", "3 4 <v Ben>Yes."), [True]),
    ],
)
def test_only_what_follows_in_time_joins_though_two_may_speak_at_once(
    tmp_path: Path, cues: tuple[str, ...], joined: list[bool]
) -> None:
    document = read_vtt(tmp_path, *cues)
    alignment = Alignment(document)
    found = [alignment.span(said) for said in Narration(document)]
    assert [alignment.joins(one, other) for one, other in pairwise(found) if one and other] == joined
