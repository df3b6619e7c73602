"""Captions: who speaks, where paragraphs end, and that nothing printed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_speaker
from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import parse
from tui_reader.narration.narration import Narration


def _read(folder: Path, text: str, name: str = "talk.vtt") -> Document:
    return read_text(folder, text, name)


def test_cues_of_one_voice_are_one_turn(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Salt &amp; pepper\n\n00:02.000 --> 00:03.000\n<v Ann>are here.\n\n"
        "00:03.000 --> 00:04.000\n<v Ben>Good.\n",
    )
    assert document.format == "vtt"
    assert turns_by_speaker(document) == [("Ann", "Salt & pepper are here."), ("Ben", "Good.")]


def test_a_voice_has_classes_and_other_tags_are_markup(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n<v.first.loud Joe>Very <c.red>well</c>, <i>sir</i>.</v>\n",
    )
    assert turns_by_speaker(document) == [("Joe", "Very well, sir.")]


def test_several_voices_in_a_cue_are_severalturns_by_speaker(tmp_path: Path) -> None:
    document = _read(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Who?</v>\n<v Ben>Me.</v>\n")
    assert turns_by_speaker(document) == [("Ann", "Who?"), ("Ben", "Me.")]


def test_times_and_blocks_between_cues_are_not_spoken_and_not_lost(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "WEBVTT - made by hand\nLanguage: de\n\nSTYLE\n::cue {color: red}\n\nNOTE check this\n\nintro\n"
        "00:01.000 --> 00:02.000\n<v Ann>Ja.\n\nREGION\nid:low\n",
    )
    said = " ".join(utterance.spoken for utterance in Narration(document))
    assert said == "Ja."
    assert document.language == "de"
    assert {rest.why for rest in document.residue} >= {"comment", "style of the captions", "time of a cue"}
    assert "00:01.000 --> 00:02.000" in document.text


def test_names_before_a_colon_are_speakers(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nkim_7: hello: you\n\n2\n00:02.000 --> 00:03.000\nkim_7: there.\n\n"
        "3\n00:03.000 --> 00:04.000\nLee Park (Home): Note: 12:30 is fine.\n",
    )
    assert turns_by_speaker(document) == [("kim_7", "hello: you there."), ("Lee Park (Home)", "Note: 12:30 is fine.")]


def test_captions_that_roll_up_are_read_once(tmp_path: Path) -> None:
    lines = ["one two", "three four", "five six", "seven eight"]
    cues = [f"00:0{n}.000 --> 00:0{n + 1}.000\n{lines[n]}\n{lines[n + 1]}" for n in range(3)]
    document = _read(tmp_path, "WEBVTT\n\n" + "\n\n".join(cues) + "\n")
    assert document.pages[0].text == "one two three four five six seven eight"


def test_without_a_speaker_the_narrator_reads_paragraphs(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "1\n00:00:01,000 --> 00:00:02,000\nThe thing is: it\n\n2\n00:00:02,000 --> 00:00:03,000\nrained.\n\n"
        "3\n00:00:07,000 --> 00:00:08,000\nThen it <i>stopped</i>.\n",
        "rain.srt",
    )
    assert document.people == () and document.turns == ()
    assert document.pages[0].text == "The thing is: it rained.\nThen it stopped."


def test_a_name_only_where_the_speaker_changes(tmp_path: Path) -> None:
    lines = ["Ann: So it", "begins.", "Ben: It does.", "ANN: And", "here is", "Cleo: Hello.", "Ann: Bye."]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}" for n, line in enumerate(lines, 1)]
    document = _read(tmp_path, "\n\n".join(cues), "talk.srt")
    assert [turn.label.text for turn in document.turns] == ["Ann", "Ben", "ANN", "Cleo", "Ann"]
    assert len(document.people) == 3
    assert document.turns[0].text == "So it begins."


def test_names_in_square_brackets_are_speakers_and_sounds_are_not(tmp_path: Path) -> None:
    lines = ["[Ann] Yes.", "[Music]", "[Ben] No.", "[Ann] Why?", "[Laughter] Ha.", "[Ben] Well."]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}" for n, line in enumerate(lines, 1)]
    document = _read(tmp_path, "\n\n".join(cues), "talk.srt")
    assert [person.id for person in document.people] == ["Ann", "Ben"]
    assert [passage.kind for passage in document.turns[0].passages] == [Kind.SPEECH, Kind.ASIDE]
    assert "[Laughter] Ha." in document.turns[2].text


def test_the_first_broken_block_keeps_its_words(tmp_path: Path) -> None:
    document = _read(
        tmp_path, "1\n00:00:xx --> 00:00:02\nNot lost.\n\n2\n00:00:02,000 --> 00:00:03,000\nNor this.\n", "b.srt"
    )
    assert "Not lost. Nor this." in document.pages[0].text


def test_a_broken_block_between_others_keeps_its_words(tmp_path: Path) -> None:
    document = _read(
        tmp_path, "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\nTwo.\n\n3\n00:00:03,000 --> 00:00:0", "b.srt"
    )
    assert "One." in document.text and "Two." in document.text


_ASS = """[Script Info]
Title: A walk
[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial
[Events]
Format: Start, End, Actor, Text
Dialogue: 0:00:03.00,0:00:04.00,Ben,{\\i1}Fine{\\i0}, yes.
Dialogue: 0:00:01.00,0:00:02.00,Ann,How are\\Nyou, Ben?
Comment: 0:00:01.00,0:00:02.00,,check
Dialogue: 0:00:05.00,0:00:06.00,Ben,{\\p1}m 0 0 l 1 1{\\p0}
"""


def test_ass_takes_names_from_the_column_that_the_file_names(tmp_path: Path) -> None:
    document = _read(tmp_path, _ASS, "walk.ass")
    assert document.format == "ass"
    assert document.heading == "A walk"
    assert turns_by_speaker(document) == [("Ann", "How are you, Ben?"), ("Ben", "Fine, yes.")]


@pytest.mark.parametrize("end", range(10, 400, 37))
def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path, end: int) -> None:
    if "How" in _ASS[:end]:
        assert "How" in _read(tmp_path, _ASS[:end], "cut.ass").text
    vtt = "WEBVTT\n\n" + "00:01.000 --> 00:02.000\n<v Ann>Yes &amp; no\n\n" * 12
    assert "Yes" in _read(tmp_path, vtt[: 45 + end], "cut.vtt").text
    srt = "1\n00:00:01,000 --> 00:00:02,000\n<i>Yes</i>\n\n" * 12
    assert "Yes" in _read(tmp_path, srt[: 45 + end], "cut.srt").text


def test_captions_without_words_are_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="hold no words"):
        _read(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * 100_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<" * 300_000,
        "00:00:01,000 --> 00:00:02,000\n" + "{\\" * 200_000,
        "00:00:01,000 --> 00:00:02,000\n" + " " * 300_000 + ":",
        "00:00:01,000 --> 00:00:02,000\n" + "A " * 200_000 + ":",
        "[Script Info]\n[Events]\nDialogue: ,,,,,,,,,Yes" + "{\\p1}" * 20_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n(" + "(" * 300_000,
    ],
)
def test_hostile_captions_lose_nothing(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text, "bait.srt").text.strip()


_ROLLING = (
    "00:00:02.399 --> 00:00:04.789\n \nAll<00:00:02.480><c> right.</c><00:00:02.879><c> Um</c>\n\n"
    "00:00:04.789 --> 00:00:04.799\nAll right. Um\n \n\n"
    "00:00:04.799 --> 00:00:07.030\nAll right. Um\nguess<00:00:04.960><c> so.</c>\n\n"
    "00:00:07.030 --> 00:00:07.040\nguess so.\n \n"
)


@pytest.mark.parametrize("name", ["talk.vtt", "talk.srt"])
def test_lines_that_roll_up_are_said_once_the_first_below_a_blank_line_too(tmp_path: Path, name: str) -> None:
    text = "WEBVTT\n\n" + _ROLLING if name.endswith("vtt") else _ROLLING
    document = _read(tmp_path, text, name)
    assert [passage.text for passage in document.parts[0].body] == ["All right. Um guess so."]
    assert document.text.count("guess") == 2


def test_a_broken_number_and_the_rest_of_a_block_are_no_words_and_a_cut_off_file_is_told(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "1\n00:00:01,000 --> 00:00:02,000\nANN: One.\n\nx2\n00:00:03,000 --> 00:00:04,000\nBO: Two.\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\nANN: Three.\n\n4\n00:00:07,0",
        "talk.srt",
    )
    assert turns_by_speaker(document) == [("ANN", "One."), ("BO", "Two."), ("ANN", "Three.")]
    assert any("cut off" in warning for warning in document.warnings)


def test_signs_of_other_speakers_without_names_are_told(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "1\n00:00:01,000 --> 00:00:02,000\n>> ANN: One?\n\n2\n00:00:03,000 --> 00:00:04,000\n>> Yes.\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\n>> ANN: Three.\n",
        "talk.srt",
    )
    assert any("1 change of speaker names nobody" in warning for warning in document.warnings)


def test_names_in_round_brackets_are_labels_where_they_stand_in_most_cues(tmp_path: Path) -> None:
    cue = "00:00:0{}.000 --> 00:00:0{}.900\n{}\n\n"
    lines = ["(Ann Lee)\nOne of", "(Ann Lee)\nthem", "(Bo Ray)\nTwo?", "(laughs)", "(Ann Lee)\nThree."]
    text = "WEBVTT\n\n" + "".join(cue.format(n, n, line) for n, line in enumerate(lines))
    said = [("Ann Lee", "One of them"), ("Bo Ray", "Two?\n(laughs)"), ("Ann Lee", "Three.")]
    assert turns_by_speaker(_read(tmp_path, text)) == said
    heard = ["Well.", "(Door Opens) Who?", "Me.", "Come in.", "(Door Opens) Again?"]
    text = "WEBVTT\n\n" + "".join(cue.format(n, n, line) for n, line in enumerate(heard))
    assert _read(tmp_path, text).turns == ()


def test_numbered_styles_of_ass_are_speakers_and_a_line_on_two_layers_is_said_once(tmp_path: Path) -> None:
    line = "Dialogue: {},0:00:1{}.00,0:00:1{}.50,Speaker0{},,0,0,0,,{}\n"
    said = [(0, 1, 1, "One."), (1, 1, 1, "One."), (0, 2, 2, "Two.")]
    text = "[Script Info]\nTitle: T\n[Events]\n" + "".join(line.format(a, b, b, c, d) for a, b, c, d in said)
    assert turns_by_speaker(_read(tmp_path, text, "talk.ass")) == [("Speaker01", "One."), ("Speaker02", "Two.")]


def test_a_name_that_comes_again_within_a_speech_joins_no_words() -> None:
    cues = "\n".join(
        f"00:0{at}.000 --> 00:0{at + 1}.000\n<v Ann>{words}\n" for at, words in enumerate(("and so", "it is."))
    )
    document = parse(f"WEBVTT\n\n{cues}".encode(), "talk.vtt")
    assert [turn.text for turn in document.turns] == ["and so it is."] and document.lost is None


def test_how_words_are_read_is_not_said_again(tmp_path: Path) -> None:
    ruby = "<v Ann><ruby>漢字<rt>かんじ</rt></ruby>です。\n\n00:03.000 --> 00:04.000\n<v Ben><ruby>東<rt>とう</ruby>"
    document = read_text(tmp_path, f"WEBVTT\n\n00:01.000 --> 00:02.000\n{ruby}\n", "talk.vtt")
    assert turns_by_speaker(document) == [("Ann", "漢字です。"), ("Ben", "東")]
    assert document.lost is None


def test_a_name_that_only_stands_in_second_lines_speaks(tmp_path: Path) -> None:
    cues = "".join(
        f"{at}\n00:00:0{at},000 --> 00:00:0{at + 1},000\n-[Anna] How high?\n-[Ben] Too high.\n\n" for at in range(1, 4)
    )
    document = read_text(tmp_path, cues, "talk.srt")
    assert turns_by_speaker(document) == [("Anna", "How high?"), ("Ben", "Too high.")] * 3
