"""Captions that had times keep them in every form of captions, as others read them, unless new ones are asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pysubs2
import pytest
import webvtt

from tests.support.exports import exported
from tui_reader.cli.main import main
from tui_reader.errors import UsageError
from tui_reader.export.verification import verify
from tui_reader.formats import read

SAID = [
    (1.0, 3.5, "ANNE", "Good morning. How are you?"),
    (4.0, 6.25, "BEN", "I am well, and"),
    (6.25, 9.75, "BEN", "so are the others, sir."),
    (60.5, 61.0, "ANNE", "Yes."),
    (3723.004, 3725.0, "BEN", "No."),
]
"""Start and end in seconds, who, and what."""
CAPTIONS = ["vtt", "srt", "ass", "json"]


def clock(seconds: float, sign: str) -> str:
    """As WebVTT and SubRip write it."""
    whole = round(seconds * 1000)
    return f"{whole // 3600000:02}:{whole // 60000 % 60:02}:{whole // 1000 % 60:02}{sign}{whole % 1000:03}"


def written(folder: Path, form: str) -> Path:
    """A file of captions in which this is said."""
    path = folder / f"talk.{form}"
    if form == "vtt":
        cues = (f"{clock(a, '.')} --> {clock(b, '.')}\n<v {who}>{words}\n\n" for a, b, who, words in SAID)
        path.write_text("WEBVTT\n\n" + "".join(cues))
    elif form == "srt":
        lines = (f"{n}\n{clock(a, ',')} --> {clock(b, ',')}\n{w}: {s}\n\n" for n, (a, b, w, s) in enumerate(SAID, 1))
        path.write_text("".join(lines))
    elif form == "ass":
        file = pysubs2.SSAFile()
        for a, b, who, words in SAID:
            file.append(pysubs2.SSAEvent(start=round(a * 1000), end=round(b * 1000), name=who, text=words))
        file.save(str(path))
    else:
        segments = [{"startTime": a, "endTime": b, "speaker": who, "body": words} for a, b, who, words in SAID]
        path.write_text(json.dumps({"version": "1.0.0", "segments": segments}))
    return path


def read_back(path: Path) -> list[tuple[float, float, str, str]]:
    """Start, end, who and what, as other libraries read them."""
    if path.suffix == ".json":
        segments = json.loads(path.read_text())["segments"]
        return [(one["startTime"], one["endTime"], one["speaker"], one["body"]) for one in segments]
    if path.suffix == ".vtt":
        return [
            (seconds(one.start), seconds(one.end), one.voice or "", one.text.replace("\n", " "))
            for one in webvtt.read(str(path)).captions
        ]
    found = [
        (one.start / 1000, one.end / 1000, one.name, one.plaintext.replace("\n", " "))
        for one in pysubs2.load(str(path))
    ]
    if path.suffix != ".srt":
        return found
    named = [(start, end, words.partition(": ")) for start, end, _, words in found]
    return [(start, end, name, words) for start, end, (name, _, words) in named]


def seconds(words: str) -> float:
    """The seconds of "01:02:03.500"."""
    hours, minutes, rest = words.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


@pytest.mark.parametrize("form", CAPTIONS)
@pytest.mark.parametrize("source", CAPTIONS)
def test_captions_keep_the_times_that_they_had(tmp_path: Path, folder: Path, source: str, form: str) -> None:
    done = exported(written(tmp_path, source), folder / f"out.{form}")
    near = 0.006 if "ass" in (source, form) else 0.0001
    found = read_back(folder / f"out.{form}")
    assert [one[2:] for one in found] == [one[2:] for one in SAID]
    for one, other in zip(found, SAID, strict=True):
        assert one[0] == pytest.approx(other[0], abs=near) and one[1] == pytest.approx(other[1], abs=near)
    assert done.seconds is None and done.line.endswith(", with the document's own times.")


@pytest.mark.parametrize("form", CAPTIONS)
@pytest.mark.parametrize("source", ["vtt", "srt"])
def test_a_caption_of_any_length_stays_one(tmp_path: Path, folder: Path, source: str, form: str) -> None:
    long = "We came as far as the bridge, which nobody had mended since the last flood, and went back by another road."
    talk = written(tmp_path, source)
    talk.write_text(talk.read_text().replace(SAID[1][3], long))
    exported(talk, folder / f"out.{form}")
    assert read_back(folder / f"out.{form}")[1] == (4.0, 6.25, "BEN", long)


def test_chapters_begin_when_the_turns_begin(tmp_path: Path, folder: Path) -> None:
    exported(written(tmp_path, "srt"), folder / "out.chapters.json")
    chapters = json.loads((folder / "out.chapters.json").read_text())["chapters"]
    assert [(one["title"], one["startTime"]) for one in chapters] == [
        ("1. ANNE", 0.0), ("2. BEN", 4.0), ("3. ANNE", 60.5), ("4. BEN", 3723.004),
    ]  # fmt: skip


WORDS = [("Good", 1.0), ("day.", 1.4), ("So", 2.0), ("be", 2.5), ("it.", 3.1)]


@pytest.mark.parametrize("source", ["inside", "words", "segment"])
def test_words_keep_their_times_too(tmp_path: Path, folder: Path, source: str) -> None:
    timed = [{"word": word, "start": start, "end": start + 0.3} for word, start in WORDS]
    path = tmp_path / "talk.json"
    segments: list[dict[str, Any]] = [{"start": 1.0, "end": 4.0, "speaker": "ANNE", "text": "Good day. So be it."}]
    if source == "inside":
        path = tmp_path / "talk.vtt"
        words = " ".join(f"<{clock(start, '.')}>{word}" for word, start in WORDS[1:])
        path.write_text(f"WEBVTT\n\n00:01.000 --> 00:04.000\n<v ANNE>Good {words}\n")
    elif source == "words":
        path.write_text(json.dumps({"segments": [one | {"speaker": "ANNE"} for one in timed]}))
    else:
        path.write_text(json.dumps({"segments": [segments[0] | {"words": timed}]}))
    exported(path, folder / "out", formats=("json", "vtt"), word_times=True)
    found = json.loads((folder / "out.json").read_text())["segments"]
    assert [(one["body"], one["startTime"]) for one in found] == WORDS
    ends = [start for _, start in WORDS[1:]] + [4.0] if source == "inside" else [one["end"] for one in timed]
    assert [one["endTime"] for one in found] == pytest.approx(ends)
    assert "<00:00:02.500>be <00:00:03.100>it." in (folder / "out.vtt").read_text()


def test_new_times_are_made_for_sound_and_where_they_are_asked_for(tmp_path: Path, folder: Path) -> None:
    talk = written(tmp_path, "srt")
    done = exported(talk, folder / "new.vtt", times="new")
    assert done.seconds and read_back(folder / "new.vtt")[-1][0] < 60
    exported(talk, folder / "both", formats=("wav", "vtt"))
    assert read_back(folder / "both.vtt") == read_back(folder / "new.vtt")
    exported(talk, folder / "asked", formats=("wav", "vtt"), times="original")
    assert [one[0] for one in read_back(folder / "asked.vtt")] == [one[0] for one in SAID]


def test_turns_and_speakers_that_are_left_out_leave_the_times_of_the_others(tmp_path: Path, folder: Path) -> None:
    exported(written(tmp_path, "srt"), folder / "some.vtt", first=2, last=3)
    assert [one[0] for one in read_back(folder / "some.vtt")] == [4.0, 6.25, 60.5]
    words = ["export", str(tmp_path / "talk.srt"), "-o", str(folder / "anne.vtt"), "--only", "ANNE", "--no-library"]
    assert main(words) == 0
    assert [one[0] for one in read_back(folder / "anne.vtt")] == [1.0, 60.5]


def test_a_ledger_of_captions_with_their_own_times_is_checked(tmp_path: Path, folder: Path) -> None:
    exported(written(tmp_path, "srt"), folder / "out.vtt", ledger=True)
    assert all(finding.good for finding in verify(folder / "out.vtt", read(tmp_path / "talk.srt")))
    ledger = json.loads((folder / "out.ledger.json").read_text())
    assert ledger["engine"] is None and ledger["utterances"][3]["start"] == 60.5


@pytest.mark.parametrize("form", ["vtt", "chapters.json"])
def test_no_words_and_turns_in_the_wrong_order_are_one_line(tmp_path: Path, folder: Path, form: str) -> None:
    talk = written(tmp_path, "srt")
    with pytest.raises(UsageError, match="--until 2 is before --from 3"):
        exported(talk, folder / f"out.{form}", first=3, last=2)
    words = ["export", str(talk), "-o", str(folder / f"out.{form}"), "--only", "ANNE", "--from", "2", "--until", "2"]
    assert main([*words, "--no-library"]) == 1
    assert not list(folder.iterdir())


def test_times_that_there_are_not_are_wrong_use(talk: Path, folder: Path) -> None:
    with pytest.raises(UsageError, match=r"--times original: talk\.txt does not say when its words were said"):
        exported(talk, folder / "out.vtt", times="original")
    with pytest.raises(UsageError, match="--times is for captions, transcripts and chapters"):
        exported(talk, folder / "out.md", times="new")


def test_a_caption_in_which_two_speak_is_divided_and_odd_times_stay_in_order(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Yes, sir.</v>\n<v Ben>No, sir.</v>\n\n"
        "00:05.000 --> 00:05.000\n<v Ann>Why?\n\n00:06.000 --> 00:07.000\n<v Ben>So.\n"
    )
    exported(path, folder / "out.srt")
    found = read_back(folder / "out.srt")
    assert [(a, b) for a, b, *_ in found[:2]] == [(1.0, pytest.approx(2.1, abs=0.1)), (found[0][1], 3.0)]
    assert found[2] == (5.0, 6.0, "Ann", "Why?")
