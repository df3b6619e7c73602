"""The plain face on a play, in another language, and with names told whole once: what each key says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.plain_answers import answers
from tui_reader.settings import settings_path
from tui_reader.startup.reading_options import ReadingOptions

PLAY = """THE GARDEN

ACT I

SCENE 1. A garden.

Enter ANNE and BEN.

ANNE. Good morning. [She sits.] Then we walk.

BEN. We do.

SCENE 2. The house.

BEN. Here we are at home again.

ANNE. So we are, my friend.
"""
GERMAN = """ANNE: Guten Morgen, ich habe dich lange nicht gesehen. Wie geht es dir und den Kindern?

BEN: Es geht uns gut, aber wir haben in diesem Jahr nicht viel Zeit für den Garten gehabt.

ANNE: Dann gehen wir heute zusammen in den Wald und sprechen über die alten Zeiten.
"""


def told(path: Path, keys: Sequence[str]) -> list[str]:
    """What is told on opening and for each key, in one line."""
    return [" ".join(one.split()) for one in answers(path, keys, ReadingOptions(sound=False))]


@pytest.fixture
def play(tmp_path: Path) -> Path:
    """A play of one act and two scenes."""
    (tmp_path / "play.txt").write_text(PLAY)
    return tmp_path / "play.txt"


def test_a_play_is_told_with_its_headings_and_directions(play: Path) -> None:
    assert told(play, ["n", "n", "n", "n"]) == [
        "THE GARDEN. 4 turns, 2 speakers. h for help. Heading: ACT I Heading: SCENE 1. A garden. (Enter ANNE and BEN.)",
        "ANNE: Good morning. [She sits.] Then we walk.", "BEN: We do.", "Heading: SCENE 2. The house.",
        "BEN: Here we are at home again.",
    ]  # fmt: skip


def test_where_names_act_and_scene(play: Path) -> None:
    assert told(play, ["n", "w"])[2].startswith("Turn 1 of 4, ANNE. ACT I, SCENE 1. A garden. 28 percent")
    assert told(play, ["4", "g", "w"])[3].startswith("Turn 4 of 4, ANNE. ACT I, SCENE 2. The house. ")


def test_another_scene_is_named_once_when_it_is_entered_without_its_heading(play: Path) -> None:
    jump = "ACT I, SCENE 2. The house. ANNE: So we are, my friend."
    assert told(play, ["n", "4", "g", "r", "p", "N"])[3:] == [
        jump, jump.removeprefix("ACT I, SCENE 2. The house. "), "BEN: Here we are at home again.",
        "No further turn of BEN.",
    ]  # fmt: skip
    back = told(play, ["2", "g", "n", "p"])
    assert back[-2:] == ["Heading: SCENE 2. The house.", "ACT I, SCENE 1. A garden. BEN: We do."]
    assert told(play, [])[0].endswith("Back at turn 2 of 4. ACT I, SCENE 1. A garden. BEN: We do.")


def test_the_language_is_told_on_opening_unless_it_is_english(tmp_path: Path) -> None:
    path = tmp_path / "gespräch.txt"
    path.write_text(GERMAN, encoding="utf-8")
    assert "3 turns, 2 speakers. In German. h for help." in told(path, ["n"])[0]
    assert "Back at turn 2 of 3. In German. BEN: Es geht" in told(path, [])[0]


@pytest.mark.parametrize(
    ("names", "first", "then"),
    [
        ("both", "Ball: I think", "Ball: Yes."),
        ("name", "George W. Ball: I think", "George W. Ball: Yes."),
        ("label", "GWB: I think", "GWB: Yes."),
        ("first", "George W. Ball, Under Secretary of State: I think", "Ball: Yes."),
    ],
)
def test_speakers_are_named_as_is_set(names: str, first: str, then: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(f'names = "{names}"\n')
    _, said, later, again = told(MEMORANDUM, ["n", "N", "P"])
    assert (said[: len(first)], again[: len(first)]) == (first, first)
    assert later[: len(then)] == then
