"""Transcripts of recordings in lines with times, as meeting tools print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_SAID = [("Anna Berg", 1, "What shall we plant?"), ("Ben Roth", 65, "Carrots."), ("Anna Berg", 70, "And beans, then.")]
_TURNS = [(name, words) for name, _, words in _SAID]


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _in(layout: str) -> str:
    return "".join(
        layout.format(name=name, time=_clock(at), end=_clock(at + 2), words=words) for name, at, words in _SAID
    )


def _read(folder: Path, text: str, name: str = "talk.txt") -> Document:
    return read_text(folder, text, name)


@pytest.mark.parametrize(
    "layout",
    [
        "{name}   {time}\n{words}\n\n",
        "{name}   {time}\n{words}\n",
        "{name} ({time}):\n{words}\n\n",
        "{name}: ({time})\n{words}\n\n",
        "{name}: {time}\n\n{words}\n\n",
        "[{name}] {time}\n{words}\n\n",
        "{name} | {time}\n{words}\n\n",
        "{name}   {time} {words}\n",
        "{name} [{time}] {words}\n",
        "{name} [{time} - {end}]: {words}\n",
        "{name} {time} - {end}\n{words}\n\n",
        "{name}\n{time}\n{words}\n\n",
        "{time}\n{name}: {words}\n\n",
        "{time} {name}\n{words}\n\n",
        "{time} - {name}\n{words}\n\n",
        "{time} {name}: {words}\n",
        "[{time}] {name}: {words}\n",
        "({time} - {end}) {name}: {words}\n",
        "{time}.000 --> {end}.000 [{name}] {words}\n",
        "{time}:00 - {end}:12\n{name}\n{words}\n\n",
        "{time}\n{name}\n{words}\n\n",
        "{name}\n\n{time}\n\n{words}\n\n",
        "[{time}.000] - {name}\n{words}\n\n",
    ],
)
def test_names_and_times_in_any_order_make_turns(tmp_path: Path, layout: str) -> None:
    document = _read(tmp_path, _in(layout))
    assert turns_by_label(document) == _TURNS
    assert [time.start for time in document.times] == [1, 65, 70]
    assert document.title is None and document.warnings == ()


def test_decimal_seconds_stand_in_brackets(tmp_path: Path) -> None:
    text = "SPEAKER_00 [0.0s - 2.1s]: One?\nSPEAKER_01 [2.2s - 3.4s]: Two.\nSPEAKER_00 [3.6s - 4.0s]: Three.\n"
    document = _read(tmp_path, text)
    assert turns_by_label(document) == [("SPEAKER_00", "One?"), ("SPEAKER_01", "Two."), ("SPEAKER_00", "Three.")]


@pytest.mark.parametrize(
    "layout", ["{time} {words}\n\n", "[{time}] {words}\n", "{time}\n{words}\n", "{time} - {end} {words}\n"]
)
def test_times_without_names_are_not_said(tmp_path: Path, layout: str) -> None:
    document = _read(tmp_path, _in(layout))
    assert document.turns == ()
    said = " ".join(passage.text for passage in document.parts[0].body)
    assert said == "What shall we plant? Carrots. And beans, then."


def test_what_the_tool_says_of_the_recording_is_not_said(tmp_path: Path) -> None:
    head = "Garden meeting-20240305_100200-Meeting Recording\nMarch 5, 2024, 9:02AM\n12m 30s\n\n"
    head += "Anna Berg started transcription\n\n"
    document = _read(tmp_path, head + _in("{name}   {time}\n{words}\n\n") + "Ben Roth stopped transcription\n")
    assert turns_by_label(document) == _TURNS
    assert document.heading == "Garden meeting-20240305_100200-Meeting Recording"
    about = {rest.text for rest in document.residue}
    assert {"12m 30s", "Anna Berg started transcription", "Ben Roth stopped transcription"} <= about


def test_fields_above_a_transcript_are_not_its_title(tmp_path: Path) -> None:
    head = "Tue, Mar 05, 2024 10:02AM • 62:30\n\nSUMMARY KEYWORDS\nbudget, plan\n\nSPEAKERS\nBen Roth, Anna Berg\n\n"
    credit = "Transcribed by https://transcripts.example\n"
    document = _read(tmp_path, "Budget\n" + head + _in("{name}  {time}\n{words}\n\n") + credit)
    assert document.heading == "Budget"
    assert turns_by_label(document) == _TURNS
    assert "budget, plan" in {rest.text for rest in document.residue}


def test_times_of_a_day_are_no_times_of_a_recording(tmp_path: Path) -> None:
    text = "[Anna Berg] 22:10:36\nOne?\n\n[Ben Roth] 22:10:40\nTwo.\n\n[Anna Berg] 22:11:00\nThree.\n"
    document = _read(tmp_path, text)
    assert turns_by_label(document) == [("Anna Berg", "One?"), ("Ben Roth", "Two."), ("Anna Berg", "Three.")]
    assert document.times == ()


@pytest.mark.parametrize(
    "text",
    [
        "09:00 Opening\n10:00 Plants\n11:30 Questions\n12:00 End\n",
        "[10:01] <anna> Hello.\n[10:02] <ben> Yes.\n[10:03] <anna> Fine.\n",
        "The bus leaves at 9:10.\n10:20 is the next.\nNobody came.\n11:30 is the last.\n",
        "Genesis 1:10\nIn the beginning.\n\nGenesis 1:12\nAnd the earth.\n\nGenesis 1:13\nAnd he said.\n",
        "Tea  3:10\nCake  2:50\nTea  1:20\nBread  4:00\n",
    ],
)
def test_timetables_chats_and_verses_are_no_recordings(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text).format != "timed-lines"


def test_surnames_before_a_comma_are_names_and_an_unknown_speaker_is_nobody(tmp_path: Path) -> None:
    said = [
        ("Berg, Anna", 1, "One?"),
        ("Unknown Speaker", 3, "Two."),
        ("Roth, Ben", 5, "Three."),
        ("Berg, Anna", 7, "Four."),
        ("Roth, Ben", 8, "Five."),
    ]
    names = [name for name, _, _ in said if "," in name]
    document = _read(tmp_path, "".join(f"{name}   0:0{at}\n{words}\n\n" for name, at, words in said))
    assert [turn.label.text for turn in document.turns] == names
    assert document.lost is None


def test_one_speaker_above_times_is_named_and_a_picture_is_not_said(tmp_path: Path) -> None:
    text = "".join(f"user avatar\nAnna Berg\n00:0{at}:00\nWords {at}.\n" for at in range(1, 5))
    assert turns_by_label(_read(tmp_path, text)) == [("Anna Berg", "Words 1. Words 2. Words 3. Words 4.")]


def test_long_speeches_have_few_times_at_the_beginning(tmp_path: Path) -> None:
    said = [("Anna", 0), ("Ben", 95), ("Anna", 201), ("Ben", 305)]
    text = "".join(f"{name}  {at // 60}:{at % 60:02}\n{'It went on and on. ' * 150}\n\n" for name, at in said)
    document = _read(tmp_path, text)
    assert [turn.label.text for turn in document.turns] == [name for name, _ in said]
    assert [time.start for time in document.times] == [at for _, at in said]


def test_seconds_of_one_figure_and_ranges_with_a_colon_are_times(tmp_path: Path) -> None:
    text = "[00:00:0.1 - 00:00:2.0] Anna: How?\n[00:00:2.1 - 00:00:9.5] Ben: So.\n[00:00:9.6 - 00:01:1.5] Anna: Well.\n"
    document = _read(tmp_path, text)
    assert turns_by_label(document) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Well.")]
    assert [(time.start, time.end) for time in document.times] == [(0.1, 2), (2.1, 9.5), (9.6, 61.5)]
    text = "Anna (0.1 : 2.0) - How?\nBen (2.1 : 9.5) - So.\nAnna (9.6 : 61.5) - Well.\n"
    assert turns_by_label(_read(tmp_path, text)) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Well.")]


@pytest.mark.parametrize("time", ["({})", "[{}]", "#{}-1#", "#{}#"])
def test_times_behind_words_are_when_they_end(tmp_path: Path, time: str) -> None:
    said = [("I", "How was it, all in all?", "00:00:02"), ("B", "Long.", "00:00:04"), ("I", "Ah.", "00:00:09")]
    text = "Interview 4\n\n" + "".join(f"{name}: {words} {time.format(at)}\n\n" for name, words, at in said)
    document = _read(tmp_path, text)
    assert turns_by_label(document) == [(name, words) for name, words, _ in said]
    assert [(time.start, time.end) for time in document.times] == [(0, 2), (2, 4), (4, 9)]
    assert document.title and document.title.text == "Interview 4"


def test_times_behind_words_need_no_names(tmp_path: Path) -> None:
    document = _read(tmp_path, "How was it? [00:02]\nLong, and wet. [00:04]\nAh. [00:09]\n")
    assert document.turns == () and document.pages[0].text == "How was it? Long, and wet. Ah."


@pytest.mark.parametrize(
    "times", ["(9:00) (9:30) (12:00) (14:30)", "(1:01) (1:02) (1:03) (1:04)", "[9:00] [9:30] [12:00]"]
)
def test_times_of_a_programme_and_verses_behind_words_are_none_of_a_recording(tmp_path: Path, times: str) -> None:
    document = _read(tmp_path, "".join(f"And there were words of welcome. {time}\n" for time in times.split()))
    assert document.format != "timed-lines"


def test_times_that_a_page_prints_three_times_are_one(tmp_path: Path) -> None:
    text = "".join(
        f"{name}\n0 minutes {at} seconds0:{at:02}\n{name} 0 minutes {at} seconds\n{words}\n"
        for name, words, at in [("Anna", "How?", 1), ("Ben", "So.", 5), ("Anna", "Well.", 8)]
    )
    document = _read(tmp_path, text)
    assert turns_by_label(document) == [("Anna", "How?"), ("Ben", "So."), ("Anna", "Well.")]
    assert [time.start for time in document.times] == [1, 5, 8]


def test_a_file_of_another_kind_is_told() -> None:
    with pytest.raises(DocumentError, match="no line has a time"):
        parse(b"{\\rtf1 Words}", "talk.rtf", producer="timed-lines")


@pytest.mark.parametrize("time", ["(0:0{})", "[0:0{}]", "0:0{}"])
def test_times_may_stand_alone_below_each_speech(time: str) -> None:
    said = [("Anna", "How high?"), ("Ben", "Too high."), ("Anna", "Then we wait."), ("Ben", "So be it.")]
    lines = [f"{name}: {words}\n{time.format(at)}\n" for at, (name, words) in enumerate(said, 1)]
    document = parse("\n".join(lines).encode(), "talk.txt")
    assert turns_by_label(document) == said and document.lost is None
    assert [one.end for one in document.times] == [1, 2, 3, 4]


def test_what_a_program_notes_beside_the_talk_is_not_said() -> None:
    note = "ACTION ITEM: Send the figures. - WATCH: https://example.org/share/a?timestamp=5"
    text = f"0:00 - Anna\n  How high?\n\n0:05 - Ben\n  Too high.\n\n{note}\n\n0:09 - Anna\n  Then we wait.\n"
    document = parse(text.encode(), "talk.txt")
    assert turns_by_label(document) == [("Anna", "How high?"), ("Ben", "Too high."), ("Anna", "Then we wait.")]
    assert note in {one.text for one in document.residue}


def test_half_of_the_names_may_be_used_once() -> None:
    said = [
        ("Ann Lee", "0:03", "How so?"),
        ("Speaker 2", "0:09", "Thus."),
        ("Carl Gray", "59:58", "Hm."),
        ("Ann Lee", "1:00:10", "Ah."),
    ]
    document = parse("\n\n".join(f"{name}  {time}\n{words}" for name, time, words in said).encode(), "talk.txt")
    assert document.format == "timed-lines" and [time.start for time in document.times] == [3, 9, 3598, 3610]
