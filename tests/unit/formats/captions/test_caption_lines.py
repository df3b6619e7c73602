"""Captions in lines of their own make: SBV, SubViewer, MicroDVD, MPL2, LRC; and what VTT and SRT are found to hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError


def _read(folder: Path, text: str, name: str) -> Document:
    document = read_text(folder, text, name)
    assert document.lost is None and document.warnings == ()
    return document


def test_sbv_has_names_behind_arrows_and_breaks(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "0:00:00.599,0:00:04.160\n>> ANNA: My name is Anna[br]and this is Ben\n\n0:00:04.160,0:00:06.770\n"
        ">> BEN: and we plant.\n\n0:00:06.770,0:00:10.880\n>> ANNA: Carrots!\n",
        "talk.sbv",
    )
    assert (document.format, document.title) == ("sbv", None)
    said = [("ANNA", "My name is Anna and this is Ben"), ("BEN", "and we plant."), ("ANNA", "Carrots!")]
    assert turns_by_label(document) == said
    assert document.times[1].start == 4.16


def test_names_in_brackets_on_lines_of_their_own_are_labels_also_within_a_cue(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "0:00:08.000,0:00:12.000\n(Anna Berg)\nI want to start\n\n0:00:12.000,0:00:16.000\n(Anna Berg)\nhere. You?\n"
        "-\n \n(Ben Roth)\nYes.\n",
        "meeting.sbv",
    )
    assert turns_by_label(document) == [("Anna Berg", "I want to start here. You?"), ("Ben Roth", "Yes.")]


def test_subviewer_has_a_header_with_a_title(tmp_path: Path) -> None:
    text = "[INFORMATION]\n[TITLE]Garden\n[END INFORMATION]\n[SUBTITLE]\n00:00:01.00,00:00:02.50\nWhat[br]now?\n"
    document = _read(tmp_path, text, "talk.sub")
    assert (document.heading, document.parts[0].body[0].text) == ("Garden", "What now?")


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("{1}{1}25\n{50}{75}{y:i}What|now?\n{100}{150}/Carrots.\n", "microdvd", 2),
        ("[20][35]What|now?\n[40][60]/Carrots.\n", "mpl2", 2),
    ],
)
def test_captions_by_frames_and_tenths_of_seconds(tmp_path: Path, text: str, kind: str, start: float) -> None:
    document = _read(tmp_path, text, "talk.sub")
    assert document.format == kind
    assert document.parts[0].body[0].text == "What now? Carrots."
    assert document.times[0].start == start


def test_lyrics_are_read_by_time_without_tags(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "[ti:Garden]\n[ar:Anna]\n[length: 3:20]\n[00:01.00]What shall we plant\n[00:03.50]F: Carrots\n"
        "[00:05.00][00:09.00]And beans\n[00:07.00]<00:07.00>Fine <00:07.50>then\n",
        "song.lrc",
    )
    assert (document.format, document.heading) == ("lrc", "Garden")
    assert document.parts[0].body[0].text == "What shall we plant Carrots And beans Fine then And beans"
    assert [time.start for time in document.times if time.is_word] == [7, 7.5]


def test_lyrics_of_a_duet_have_marks_behind_several_times(tmp_path: Path) -> None:
    document = _read(tmp_path, "[ti:Ho]\n[00:01.0][00:09.00]F: Go\n[00:03.00]M: Stay\n[00:05]D: Rest\n", "talk.lrc")
    assert [page.text for page in document.pages] == ["Go Stay Rest Go"]


def test_times_before_what_people_say_are_no_lyrics(tmp_path: Path) -> None:
    text = "[00:01] Anna: What now?\n[00:03] Ben: Carrots.\n[00:05] Anna: Fine.\n"
    assert turns_by_label(_read(tmp_path, text, "talk.txt")) == [
        ("Anna", "What now?"),
        ("Ben", "Carrots."),
        ("Anna", "Fine."),
    ]


def test_an_identifier_of_a_cue_may_name_the_speaker(tmp_path: Path) -> None:
    names = ["Anna Berg", "Ben Roth", "Anna Berg"]
    cues = [f'{n} "{name}" (12345{n})\n00:0{n}.000 --> 00:0{n}.900\nWords {n}.\n' for n, name in enumerate(names)]
    document = _read(tmp_path, "WEBVTT\n\n" + "\n".join(cues), "meeting.vtt")
    assert [turn.speaker for turn in document.turns] == names


def test_voices_that_are_keys_are_numbered(tmp_path: Path) -> None:
    keys = [f"1a2b3c4d-0000-4000-8000-00000000000{n}@72f988bf-86f1-41af-91ab-2d7cd011db4{n}" for n in (1, 2, 1)]
    cues = [f"0:0:{n}.0 --> 0:0:{n}.9\n<v {key}>Words {n}.</v>\n" for n, key in enumerate(keys)]
    document = _read(tmp_path, "WEBVTT\n\n" + "\n".join(cues), "meeting.vtt")
    assert [turn.speaker for turn in document.turns] == ["Speaker 1", "Speaker 2", "Speaker 1"]


def test_a_dash_before_a_voice_is_no_word(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n- <v Ann>Hello.</v>\n- <v Bob>Good day.</v>\n"
    document = _read(tmp_path, text, "talk.vtt")
    assert turns_by_label(document) == [("Ann", "Hello."), ("Bob", "Good day.")]
    assert len(document.parts) == 1 and not document.parts[0].body


def test_handles_in_square_brackets_are_names_and_sounds_are_not(tmp_path: Path) -> None:
    lines = ["[Petra Lund] One?", "[mole77] Two.", "[rainTree (Otto)] Three.", "[mole77] Four.", "[sighs] Five."]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n" for n, line in enumerate(lines)]
    said = [
        ("Petra Lund", "One?"),
        ("mole77", "Two."),
        ("rainTree (Otto)", "Three."),
        ("mole77", "Four. [sighs] Five."),
    ]
    assert turns_by_label(_read(tmp_path, "\n".join(cues), "talk.srt")) == said


def test_words_may_stand_in_the_line_of_times(tmp_path: Path) -> None:
    text = "00:00:01,000 --> 00:00:03,000 X1:40 X2:600\nOne.\n00:00:03,000 --> 00:00:05,000 said: Two.\n"
    assert "One. said: Two." in _read(tmp_path, text, "talk.srt").parts[0].body[0].text


def test_signs_of_a_song_are_not_said(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "1\n00:00:01,000 --> 00:00:02,000\n♪ la la ♪\n\n2\n00:00:03,000 --> 00:00:04,000\nYes. ♪\n",
        "song.srt",
    )
    assert [passage.text for passage in document.parts[0].body] == ["la la", "Yes."]


def test_spruce_subtitles_have_bars_settings_and_comments(tmp_path: Path) -> None:
    text = "//By hand\n$FontName = Arial\n00:00:02:15 , 00:00:03:00 , ^IWhat|now?\n00:00:04:00 , 00:00:05:00 , Fine.\n"
    document = _read(tmp_path, text, "talk.stl")
    assert document.format == "stl"
    assert document.parts[0].body[0].text == "What now? Fine."
    assert document.times[0].start == 2.5


def test_codes_of_a_television_signal_are_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="codes of a television signal"):
        _read(tmp_path, "Scenarist_SCC V1.0\n\n00:00:01;00\t9420 9420 94ad 94ad\n", "talk.scc")


def test_few_names_among_many_dashes_are_no_speakers(tmp_path: Path) -> None:
    lines = [
        "[Don] So?",
        "- No. - Yes.",
        "- Why? - Well. - [Sam] Me.",
        "- Here. - There.",
        "[Don] What?",
        "- Oh. - Yes. - No.",
    ]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n" for n, line in enumerate(lines)]
    document = read_text(tmp_path, "\n".join(cues), "talk.srt")
    assert document.turns == ()
    assert any("few names" in warning for warning in document.warnings)


def test_words_with_a_name_printed_again_are_whole(tmp_path: Path) -> None:
    cues = [f"00:0{n}.000 --> 00:0{n}.900\n<v Ann>{words}\n" for n, words in enumerate(["so it", "begins."])]
    assert "itAnn" not in _read(tmp_path, "WEBVTT\n\n" + "\n".join(cues), "talk.vtt").text


def test_companies_and_bars_may_stand_in_names(tmp_path: Path) -> None:
    lines = ["Ann (she/her): How so?", "Ben | Acme Inc.: Thus.", "Ann (she/her): Ah.", "Ben | Acme Inc.: Yes."]
    text = "WEBVTT\n\n" + "\n".join(f"0:0{at}.000 --> 0:0{at}.900\n{one}\n" for at, one in enumerate(lines))
    assert turns_by_label(read_text(tmp_path, text.replace("0:0", "00:0"), "talk.vtt")) == [
        ("Ann (she/her)", "How so?"),
        ("Ben | Acme Inc.", "Thus."),
        ("Ann (she/her)", "Ah."),
        ("Ben | Acme Inc.", "Yes."),
    ]


@pytest.mark.parametrize("arrow", ["->", "–>", "=>", "→"])
def test_a_time_line_may_have_another_arrow(tmp_path: Path, arrow: str) -> None:
    text = (
        f"1\n00:00:01,000 --> 00:00:01,900\nANN: How so?\n\n2\n00:00:02,000 {arrow} 00:00:02,900\nBEN: Thus -> so.\n\n"
    )
    document = read_text(tmp_path, text + "3\n00:00:03,000 --> 00:00:03,900\nANN: Ah.\n", "talk.srt")
    assert turns_by_label(document) == [("ANN", "How so?"), ("BEN", "Thus -> so."), ("ANN", "Ah.")]
    assert [time.start for time in document.times] == [1, 2, 3]
