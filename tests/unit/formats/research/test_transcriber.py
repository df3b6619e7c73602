"""Transcriber files: names by id, two speakers in a turn, turns of nobody, times."""

from __future__ import annotations

import pytest

from tui_reader.errors import DocumentError
from tui_reader.formats import parse

TRS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Trans SYSTEM "trans-14.dtd">
<Trans scribe="x" audio_filename="mill" version="1" version_date="310302" xml:lang="fr">
<Speakers><Speaker id="spk1" name="Ada Ferris" type="female"/><Speaker id="spk2" name="Carl Holm"/></Speakers>
<Episode><Section type="report" startTime="0" endTime="14">
{}
</Section></Episode></Trans>
"""
TURNS = """<Turn startTime="0" endTime="4" speaker="spk1"><Sync time="0"/>Bonsoir.<Event desc="rire"/>
<Sync time="2"/>Bienvenue.</Turn>
<Turn startTime="4" endTime="8" speaker="spk1 spk2"><Sync time="4.5"/><Who nb="1"/>
Et le moulin ?<Who nb="2"/>Oui, le moulin.</Turn>
<Turn startTime="8" endTime="12"><Sync time="8"/>[musique]</Turn>
<Turn startTime="12" endTime="14" speaker="spk2"><Sync time="12"/>Il est vieux.</Turn>"""


def test_two_speakers_of_one_turn_have_their_own_words() -> None:
    document = parse(TRS.format(TURNS).encode(), "mill.trs")
    assert [(turn.label.text, turn.text) for turn in document.turns] == [
        ("Ada Ferris", "Bonsoir. Bienvenue."),
        ("Ada Ferris", "Et le moulin ?"),
        ("Carl Holm", "Oui, le moulin."),
        ("Carl Holm", "Il est vieux."),
    ]
    assert document.parts[-1].turns[0].text == "Il est vieux."  # what nobody says stands between
    assert document.language == "fr" and document.lost is None
    assert [person.stated.sex for person in document.people] == ["female", ""]
    assert [time.start for time in document.times] == [0.0, 2.0, 4.5, 8.0, 12.0]


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(DocumentError, match="no turns with words"):
        parse(TRS.format('<Turn startTime="0" endTime="1" speaker="spk1"/>').encode(), "mill.trs")
