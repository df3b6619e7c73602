"""Fountain: who speaks, what the narrator says, what is read on demand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.model import NARRATOR, Document, Kind
from tui_reader.narration.narration import Narration

_PLAY = """Title:
    _**A Walk**_
Author: Somebody
Contact:
    1 High Street

EXT. GARDEN - DAY #1#

It rains. [[more rain?]]

ANN
(softly)
Is it you?
{blank}
Again?

BEN (O.S.)
It *is* me.

/* cut
this */

BEN (CONT'D)
Truly.

ANN ^
Oh.

CUT TO:

.A ROOM

> THE END <

NOBODY

@McCoy
Wait!
~La la
""".replace("{blank}", "  ")


def _read(folder: Path, text: str, name: str = "walk.fountain") -> Document:
    return read_text(folder, text, name)


def test_names_over_speeches_are_turns(tmp_path: Path) -> None:
    turns = _read(tmp_path, _PLAY).turns
    assert [turn.speaker for turn in turns] == ["ANN", "BEN", "BEN", "ANN", "McCoy"]
    assert turns[0].text == "(softly)\nIs it you? Again?"
    assert [passage.kind for passage in turns[0].passages] == [Kind.ASIDE, Kind.SPEECH]
    assert [passage.kind for passage in turns[4].passages] == [Kind.SPEECH, Kind.VERSE]


def test_what_stands_behind_a_name_is_not_the_name(tmp_path: Path) -> None:
    ben = _read(tmp_path, _PLAY).person("BEN")
    assert ben and ben.labels == ("BEN",)
    assert "BEN (O.S.), BEN (CONT'D)" in ben.evidence[0]


def test_a_title_page_is_read_on_demand_and_the_title_by_the_narrator(tmp_path: Path) -> None:
    document = _read(tmp_path, _PLAY)
    assert document.heading == "A Walk"
    said = " ".join(utterance.wording for utterance in Narration(document))
    assert "High Street" not in said and said.startswith("A Walk")
    assert any("High Street" in passage.text for passage in document.parts[0].body)


def test_what_is_not_speech_is_the_narrators(tmp_path: Path) -> None:
    document = _read(tmp_path, _PLAY)
    voices: dict[str, str] = {}
    for utterance in Narration(document):
        voices.setdefault(utterance.wording.strip(), utterance.voice)
    for words in ("GARDEN - DAY", "It rains.", "softly", "CUT TO:", "A ROOM", "THE END", "NOBODY"):
        assert [voice for said, voice in voices.items() if words in said] == [NARRATOR], words


def test_notes_of_writers_and_signs_are_not_spoken(tmp_path: Path) -> None:
    document = _read(tmp_path, _PLAY)
    said = " ".join(utterance.wording for utterance in Narration(document))
    assert "more rain" not in said and "cut" not in said.replace("CUT", "") and "#1#" not in said
    assert {"[[more rain?]]", "/* cut\nthis */"} <= {rest.text for rest in document.residue}


@pytest.mark.parametrize("cue", ["Ann (O.S.)", "AND ^ (DUAL)", "3RD MAN", "42"])
def test_what_is_no_name_is_action(tmp_path: Path, cue: str) -> None:
    document = _read(tmp_path, f"EXT. YARD\n\n{cue}\nNot said.\n\nBEN\nSaid.\n")
    assert [turn.speaker for turn in document.turns] == ["BEN"]


def test_a_screenplay_is_known_by_what_it_holds(tmp_path: Path) -> None:
    text = "INT. HOUSE - DAY\n\nANN\nHi.\n\nBEN\nHo.\n\nANN\nSo.\n"
    assert _read(tmp_path, text, "talk.txt").format == "fountain"


@pytest.mark.parametrize("end", range(1, len(_PLAY), 23))
def test_a_file_that_was_cut_off_loses_nothing(tmp_path: Path, end: int) -> None:
    _read(tmp_path, _PLAY[:end])


@pytest.mark.parametrize(
    "bait", ["/* " * 60_000, "[[" * 90_000, "A" * 200_000, "*_" * 90_000, "(a" * 90_000, "#\n" * 9000]
)
def test_hostile_text_loses_nothing(tmp_path: Path, bait: str) -> None:
    _read(tmp_path, f"INT. HOUSE\n\nANN\n{bait}\n")
    _read(tmp_path, f"Title: {bait}\n\n{bait}\n\n{bait}\nAnn\n")


def test_parts_of_one_name_are_numbered(tmp_path: Path) -> None:
    document = _read(tmp_path, "INT. HOUSE\n\nRain.\n\n" * 3)
    assert [part.id for part in document.parts] == ["scene", "scene-2", "scene-3"]


def test_a_screenplay_in_any_capitals_is_known_and_long_lines_cost_nothing(tmp_path: Path) -> None:
    scene = "INT. CUISINE - NUIT\n\nÉLODIE\nBonsoir, Nils.\n\nNILS (V.O.)\nBonsoir.\n\n"
    assert read_text(tmp_path, scene, "scene.txt").format == "fountain"
    assert read_text(tmp_path, scene + "A" + " " * 100_000 + "b\nwords\n", "scene.txt").format == "fountain"
