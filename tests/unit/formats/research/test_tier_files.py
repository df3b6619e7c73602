"""ELAN, TextGrid and EXMARaLDA: their tiers are read by time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.documents import read_whole, turns_by_label, write_file
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

SLOTS = (
    '<TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="t2"/>'
    '<TIME_SLOT TIME_SLOT_ID="t3" TIME_VALUE="4000"/>'
)


def elan(*tiers: str) -> str:
    """A file with three time slots."""
    return f"<ANNOTATION_DOCUMENT><TIME_ORDER>{SLOTS}</TIME_ORDER>{''.join(tiers)}</ANNOTATION_DOCUMENT>"


def annotation(id: str, first: str, last: str, words: str) -> str:
    slots = f'TIME_SLOT_REF1="{first}" TIME_SLOT_REF2="{last}"'
    inner = f"<ANNOTATION_VALUE>{words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>"
    return f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="{id}" {slots}>{inner}</ANNOTATION>'


def test_elan_is_read_by_time_also_without_times_of_some_slots(tmp_path: Path) -> None:
    anna = f'<TIER TIER_ID="A" PARTICIPANT="Anna">{annotation("a1", "t2", "t3", "Carrots.")}</TIER>'
    ben = f'<TIER TIER_ID="B" PARTICIPANT="Ben">{annotation("a2", "t1", "t2", "What &amp; when?")}</TIER>'
    document = read_whole(write_file(tmp_path, elan(anna, ben), "talk.eaf"))
    assert turns_by_label(document) == [("Ben", "What & when?"), ("Anna", "Carrots.")]
    assert [time.start for time in document.times] == [0.0, 2.0]
    assert document.lost is None


def test_a_tier_beside_the_speech_is_kept_and_told(tmp_path: Path) -> None:
    value = "<ANNOTATION_VALUE>Möhren.</ANNOTATION_VALUE>"
    reference = f'<REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1">{value}</REF_ANNOTATION>'
    tier = f'<TIER TIER_ID="A">{annotation("a1", "t1", "t3", "Carrots.")}</TIER>'
    german = f'<TIER TIER_ID="A_de" PARENT_REF="A"><ANNOTATION>{reference}</ANNOTATION></TIER>'
    document = read_whole(write_file(tmp_path, elan(german, tier), "talk.eaf"))
    assert turns_by_label(document) == [("A", "Carrots.")]
    assert [rest.text for rest in document.residue] == ["Möhren."]
    assert document.warnings == ("talk.eaf: 1 tier is about the speech and not read: A_de",)


SHORT = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n4\n<exists>\n2\n'
BEN = '"IntervalTier"\n"Ben"\n0\n4\n2\n0\n2\n""\n2\n4\n"Carrots."\n'
ANNA = '"IntervalTier"\n"Anna"\n0\n4\n1\n0\n2\n"What ""now""?"\n'


def test_a_textgrid_in_short_form_is_read_and_one_that_is_cut_off_as_far_as_it_goes(tmp_path: Path) -> None:
    document = read_whole(write_file(tmp_path, SHORT + BEN + ANNA, "talk.TextGrid"))
    assert turns_by_label(document) == [("Anna", 'What "now"?'), ("Ben", "Carrots.")]
    cut = read_whole(write_file(tmp_path, SHORT + BEN + ANNA[:20], "cut.TextGrid"))
    assert turns_by_label(cut) == [("Ben", "Carrots.")]
    assert any("cut off" in warning for warning in cut.warnings)


def test_points_and_sounds_are_no_speech(tmp_path: Path) -> None:
    points = '"TextTier"\n"Ben"\n0\n4\n1\n2\n"high"\n"IntervalTier"\n"phones"\n0\n4\n1\n0\n2\n"AA1"\n'
    with pytest.raises(DocumentError, match="no intervals with words"):
        read_whole(write_file(tmp_path, SHORT + points, "tones.TextGrid"))


def test_exmaralda_reads_verbal_tiers(tmp_path: Path) -> None:
    line = '<common-timeline><tli id="T0" time="0"/><tli id="T1"/><tli id="T2" time="2.5"/></common-timeline>'
    table = '<speakertable><speaker id="S0"><abbreviation>ANN</abbreviation><sex value="f"/></speaker></speakertable>'
    events = '<event start="T0" end="T1">Well, </event><event start="T1" end="T2">yes.</event>'
    said = f'<tier id="x" speaker="S0" category="v" type="t">{events}</tier>'
    shown = '<tier id="y" speaker="S0" category="nn" type="d"><event start="T0" end="T2">nods</event></tier>'
    text = (
        f"<basic-transcription><head>{table}</head><basic-body>{line}{shown}{said}</basic-body></basic-transcription>"
    )
    document = read_whole(write_file(tmp_path, text, "talk.exb"))
    assert turns_by_label(document) == [("ANN", "Well, yes.")]
    assert document.people[0].stated.sex == "female"
    assert [rest.text for rest in document.residue] == ["nods"]


def test_a_textgrid_in_json_may_be_a_list_of_tiers_and_have_points() -> None:
    tiers = [
        {"class": "IntervalTier", "name": "Anna", "entries": [[0, 1, "How so then?"], [2, 3, "I see it."]]},
        {"class": "IntervalTier", "name": "Ben", "entries": [["1.0", "1.9", "Thus it is."], [2], "odd"]},
        {"class": "TextTier", "name": "bell", "entries": [[1.5, "ring the bell"]]},
    ]
    document = parse(json.dumps({"xmin": 0, "xmax": 3, "tiers": tiers}).encode(), "talk.json")
    assert turns_by_label(document) == [("Anna", "How so then?"), ("Ben", "Thus it is."), ("Anna", "I see it.")]
    assert [time.start for time in document.times] == [0, 1, 2]
    with pytest.raises(DocumentError, match="no intervals with words"):
        parse(b'{"tiers": {"words": {"type": "interval", "entries": []}}}', "talk.json")
