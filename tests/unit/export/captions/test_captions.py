"""Captions of a reading: cut for reading, timed by what is heard, read back by others and by the reader itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pysubs2
import pytest
import webvtt

from tui_reader.errors import UsageError
from tui_reader.export.captions.cue_splitting import WIDTH, cues
from tui_reader.export.export_document import export_document
from tui_reader.export.export_job import open_export_job
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import Rendering, render_job
from tui_reader.formats import read
from tui_reader.formats.captions.scanner import GUARD
from tui_reader.startup.reading_options import ReadingOptions

TONE = ReadingOptions(engine="tone", speed=4.0)
LONG = (
    "When the ships came back from the island in the middle of the night, nobody who had waited for them "
    "on the long pier could say how many there were, for the lamps had gone out."
)
TALK = (
    f"A Talk\n\nANNE: Good morning.\n\nBEN: {LONG}\n\n"
    f"ANNE: Is <b>3</b> & 4 --> 7? \\N{{\\an8}}\n\nBEN: {'x' * 60} yes.\n"
)


def made(talk: Path) -> Rendering:
    """Its rendering with tones."""
    return render_job(open_export_job(talk, TONE, ExportOptions(Path("unused.vtt"))))


def test_captions_have_all_words_in_two_lines_that_are_short(talk: Path) -> None:
    rendering = made(talk)
    found = list(cues(rendering))
    heard = " ".join(timed.utterance.shown for timed in rendering.timeline.entries)
    assert " ".join(line for cue in found for line in cue.lines).split() == heard.split()
    assert all(1 <= len(cue.lines) <= 2 for cue in found)
    assert all(len(line) <= WIDTH or " " not in line for cue in found for line in cue.lines)


def test_a_long_sentence_is_cut_at_the_ends_of_phrases(talk: Path) -> None:
    lines = [cue.lines for cue in cues(made(talk)) if cue.speaker == "BEN"]
    assert lines[0][-1].endswith("of the night,") and len(lines) >= 3


def test_a_part_of_a_sentence_begins_when_its_first_word_is_heard(talk: Path) -> None:
    rendering = made(talk)
    timed = next(entry for entry in rendering.timeline.entries if entry.utterance.wording == LONG)
    found = [cue for cue in cues(rendering) if cue.speaker == "BEN"]
    second = found[1].lines[0].split()[0]
    at = LONG.index(f" {second} ", len(" ".join(found[0].lines))) + 1
    word = next(word for word in timed.words if word.start <= at < word.end)
    assert found[1].start == rendering.seconds(timed.start + word.frame) == found[0].end


def test_times_never_go_back_and_lie_in_the_sentence(talk: Path) -> None:
    rendering = made(talk)
    at = 0.0
    for cue in cues(rendering):
        assert at <= cue.start < cue.end <= rendering.seconds(rendering.timeline.frames)
        at = cue.end


def test_webvtt_is_read_back_with_speakers_and_text_as_data(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "talk.vtt"), TONE)
    expected = list(cues(made(talk)))
    found = webvtt.read(str(tmp_path / "talk.vtt")).captions
    assert [cue.voice for cue in found] == [cue.speaker for cue in expected]
    for one, other in zip(found, expected, strict=True):
        plain = one.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert plain.split("\n") == list(other.lines)
        assert abs(one.start_in_seconds - other.start) < 1.001 and abs(one.end_in_seconds - other.end) < 1.001


def test_webvtt_has_no_times_within_lines_unless_wished_for(talk: Path, tmp_path: Path) -> None:
    """pysubs2 loses a line that holds two times."""
    export_document(talk, ExportOptions(tmp_path / "talk.vtt"), TONE)
    found = pysubs2.load(str(tmp_path / "talk.vtt"))
    first = [line for one in found for line in one.plaintext.split("\n")][:4]
    assert first == [line for cue in cues(made(talk)) for line in cue.lines][:4]
    assert "<00:" not in (tmp_path / "talk.vtt").read_text()


def test_word_times_without_webvtt_are_wrong_use(talk: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--word-times is for WebVTT captions \(\.vtt\)"):
        export_document(talk, ExportOptions(tmp_path / "talk.srt", word_times=True), TONE)


def test_captions_without_sound_are_wrong_use(talk: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--text-only is for \.epub and \.html"):
        export_document(talk, ExportOptions(tmp_path / "talk.vtt", text_only=True), TONE)
    assert not (tmp_path / "talk.vtt").exists()


def plain(text: str) -> str:
    """Text without what SubRip and ASS need in place of an escape."""
    return text.replace(GUARD, "").replace("｛", "{").replace("｝", "}")


def test_srt_has_the_name_before_each_caption_and_text_is_data(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "talk.srt"), TONE)
    expected = list(cues(made(talk), named=True))
    found = pysubs2.load(str(tmp_path / "talk.srt"), keep_unknown_html_tags=False)
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        lines = plain(one.plaintext).split("\n")
        assert lines == list(other.lines) and lines[0].startswith(f"{other.speaker}:")
        assert abs(one.start - 1000 * other.start) <= 0.5 and abs(one.end - 1000 * other.end) <= 0.5
        assert all(len(line) <= WIDTH or line.count(" ") <= 1 for line in lines)


def test_ass_has_a_style_for_each_speaker_and_text_is_data(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "talk.ass"), TONE)
    expected = list(cues(made(talk)))
    found = pysubs2.load(str(tmp_path / "talk.ass"))
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert plain(one.plaintext).split("\n") == list(other.lines)
        assert (one.name, one.style) == (other.speaker, other.speaker) and one.style in found.styles
        assert abs(one.start - 1000 * other.start) <= 5 and abs(one.end - 1000 * other.end) <= 5
    colours = {str(found.styles[name].primarycolor) for name in ("ANNE", "BEN", "Narrator")}
    assert len(colours) == 3


def test_words_have_their_times_in_webvtt_and_json(talk: Path, tmp_path: Path) -> None:
    rendering = made(talk)
    assert rendering.word_times
    export_document(talk, ExportOptions(tmp_path / "talk", ("vtt", "json"), word_times=True), TONE)
    segments = json.loads((tmp_path / "talk.json").read_text())["segments"]
    words = [(cue.speaker, word.start, word.text) for cue in cues(rendering) for word in cue.words]
    bodies = [(s["speaker"], word) for s in segments for word in s["body"].split()]
    assert bodies == [(speaker, word) for speaker, _, word in words]
    times = {round(start, 3) for _, start, _ in words}
    assert {s["startTime"] for s in segments} <= times and len(segments) > 0.9 * len(words)
    assert all(s["startTime"] <= s["endTime"] for s in segments)
    assert [s["startTime"] for s in segments] == sorted(s["startTime"] for s in segments)
    text = (tmp_path / "talk.vtt").read_text()
    timed = next(entry for entry in rendering.timeline.entries if entry.utterance.wording == "Good morning.")
    at = rendering.seconds(timed.start + timed.words[1].frame)
    assert f"<v ANNE>Good <00:00:{at:06.3f}>morning.</v>" in text


@pytest.mark.parametrize("name", ["talk.vtt", "talk.srt", "talk.ass", "talk.json"])
def test_the_reader_opens_its_own_captions_with_the_same_turns(talk: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    export_document(talk, ExportOptions(tmp_path / "out" / name), TONE)
    again, document = read(tmp_path / "out" / name), read(talk)
    turns = [turn for turn in again.turns if turn.speaker.casefold() != "narrator"]
    assert [turn.speaker for turn in turns] == [turn.speaker for turn in document.turns]
    assert [plain(turn.text).split() for turn in turns][:1] == [document.turns[0].text.split()]


def test_a_name_longer_than_a_line_stands_above_its_words(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    name = "Permanent-Representative-of-Somewhere-Far-Away"
    said = [f"<v {name}>{LONG}", "<v Ben>Yes.", f"<v {name}>No."]
    blocks = (f"\n00:0{at}.000 --> 00:0{at}.900\n{words}\n" for at, words in enumerate(said))
    path.write_text("WEBVTT\n" + "".join(blocks))
    found = [cue for cue in cues(made(path), named=True) if "Somewhere" in cue.speaker]
    assert found and all(cue.lines[0] == f"{cue.speaker}:" for cue in found)
    heard = " ".join(word.text for cue in found for word in cue.words)
    assert heard == f"{LONG} No."


def test_chapters_are_those_of_the_rendering(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "talk.chapters.json"), TONE)
    found = json.loads((tmp_path / "talk.chapters.json").read_text())
    rendering = made(talk)
    assert found["version"] == "1.2.0" and found["title"] == "A Talk"
    assert [(c["title"], c["startTime"]) for c in found["chapters"]] == [
        (chapter.title, round(rendering.seconds(chapter.start), 3)) for chapter in rendering.chapters
    ]


def test_what_is_printed_and_not_said_is_shown_in_the_silence_after_it(talk: Path) -> None:
    rendering = made(talk)
    title, silent, after, *_ = rendering.timeline.entries
    entries = (title, replace(silent, end=silent.start, words=()), after)
    timeline = replace(rendering.timeline, entries=entries)
    cue = list(cues(replace(rendering, timeline=timeline)))[1]
    assert (cue.start, cue.end) == (rendering.seconds(silent.start), rendering.seconds(after.start))
    assert cue.lines == ("Good morning.",)
