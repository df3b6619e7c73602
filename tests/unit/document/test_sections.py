"""The act and scene that a page is in, by the headings of its part and those before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.document.model import Document, Kind, Part, Passage
from tui_reader.document.sections import LONGEST
from tui_reader.formats import read

PLAY = """THE GARDEN

ACT I

SCENE 1. A garden.

ANNE. Good morning. Then we walk.

BEN. We do.

SCENE 2. The house.

BEN. Here we are at home again.

ANNE. So we are.

ACT II

SCENE 1. The street.

ANNE. Farewell, my friend.

BEN. Farewell.
"""


def sections(path: Path, text: str) -> list[str]:
    """The section of each part of a text."""
    path.write_text(text, encoding="utf-8")
    document = read(path)
    return [document.section_of(part) for part in document.parts]


def test_a_scene_is_named_with_the_act_it_is_in(tmp_path: Path) -> None:
    assert sections(tmp_path / "play.txt", PLAY) == [
        "ACT I, SCENE 1. A garden", "ACT I, SCENE 2. The house", "ACT II, SCENE 1. The street",
    ]  # fmt: skip


def test_acts_of_other_languages_are_acts(tmp_path: Path) -> None:
    german = PLAY.replace("ACT II", "ZWEITER AKT").replace("ACT I", "ERSTER AKT").replace("SCENE", "SZENE")
    assert sections(tmp_path / "play.txt", german)[1:] == [
        "ERSTER AKT, SZENE 2. The house", "ZWEITER AKT, SZENE 1. The street",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["A: Yes.\n\nB: No.\n\nA: Yes.\n", "# Talk\n\nA: Yes.\n\nB: No.\n\nA: Yes.\n"])
def test_without_headings_but_the_title_there_is_no_section(tmp_path: Path, text: str) -> None:
    assert {*sections(tmp_path / "talk.md", text)} == {""}


def test_a_long_heading_is_cut_between_words() -> None:
    part = Part("way", Passage(Kind.HEADING, "one " * 60, ()), None)
    named = Document("talk", "", "", "", parts=(part,)).section_of(part)
    assert named.endswith("one ...") and len(named) < LONGEST + 5
