"""Captions of a reading: cut for reading, timed by what is heard, read back by webvtt-py."""

from __future__ import annotations

from pathlib import Path

import pytest
import webvtt

from tui_reader.errors import UsageError
from tui_reader.export import Order, export
from tui_reader.export.captions.cut import WIDTH, captions
from tui_reader.export.recital import open_recital
from tui_reader.export.recording import Recording, record
from tui_reader.opening import Options

TONE = Options(engine="tone", speed=4.0)
LONG = (
    "When the ships came back from the island in the middle of the night, nobody who had waited for them "
    "on the long pier could say how many there were, for the lamps had gone out."
)
TALK = (
    f"A Talk\n\nANNE: Good morning.\n\nBEN: {LONG}\n\n"
    f"ANNE: Is <b>3</b> & 4 --> 7? \\N{{\\an8}}\n\nBEN: {'x' * 60} yes.\n"
)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A dialogue with a long sentence, what looks like markup, and a word longer than a line."""
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    return path


def made(talk: Path) -> Recording:
    """Its recording with tones."""
    return record(open_recital(talk, TONE, Order(Path("unused.vtt"))))


def test_captions_have_all_words_in_two_lines_that_are_short(talk: Path) -> None:
    recording = made(talk)
    found = list(captions(recording))
    heard = " ".join(timed.utterance.wording for timed in recording.timeline.entries)
    assert " ".join(line for caption in found for line in caption.lines).split() == heard.split()
    assert all(1 <= len(caption.lines) <= 2 for caption in found)
    assert all(len(line) <= WIDTH or " " not in line for caption in found for line in caption.lines)


def test_a_long_sentence_is_cut_at_the_ends_of_phrases(talk: Path) -> None:
    lines = [caption.lines for caption in captions(made(talk)) if caption.speaker == "BEN"]
    assert lines[0][-1].endswith("of the night,") and len(lines) >= 3


def test_a_part_of_a_sentence_begins_when_its_first_word_is_heard(talk: Path) -> None:
    recording = made(talk)
    timed = next(entry for entry in recording.timeline.entries if entry.utterance.wording == LONG)
    found = [caption for caption in captions(recording) if caption.speaker == "BEN"]
    second = found[1].lines[0].split()[0]
    at = LONG.index(f" {second} ", len(" ".join(found[0].lines))) + 1
    word = next(word for word in timed.words if word.start <= at < word.end)
    assert found[1].start == recording.seconds(timed.start + word.frame) == found[0].end


def test_times_never_go_back_and_lie_in_the_sentence(talk: Path) -> None:
    recording = made(talk)
    at = 0.0
    for caption in captions(recording):
        assert at <= caption.start < caption.end <= recording.seconds(recording.timeline.frames)
        at = caption.end


def test_webvtt_is_read_back_with_speakers_and_text_as_data(talk: Path, tmp_path: Path) -> None:
    export(talk, Order(tmp_path / "talk.vtt"), TONE)
    expected = list(captions(made(talk)))
    found = webvtt.read(str(tmp_path / "talk.vtt")).captions
    assert [caption.voice for caption in found] == [caption.speaker for caption in expected]
    for one, other in zip(found, expected, strict=True):
        plain = one.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert plain.split("\n") == list(other.lines)
        assert abs(one.start_in_seconds - other.start) < 1.001 and abs(one.end_in_seconds - other.end) < 1.001


def test_captions_without_sound_are_wrong_use(talk: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--text-only is for \.epub and \.html"):
        export(talk, Order(tmp_path / "talk.vtt", text_only=True), TONE)
    assert not (tmp_path / "talk.vtt").exists()
