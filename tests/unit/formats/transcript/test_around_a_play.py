"""What stands around the speeches of a play is nobody's: title page, casts, notes, the end."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, Kind
from tui_reader.formats import parse

PLAY = "ANNA.\n\nGood day.\n\nBORIS.\n\nGood night.\n\n" * 3
SAID = [("ANNA", "Good day."), ("BORIS", "Good night.")] * 3


def said(document: Document) -> list[tuple[str, str]]:
    """Who says what, without what the narrator says between."""
    return [
        (turn.label.text, one.text) for turn in document.turns for one in turn.passages if one.kind is not Kind.ASIDE
    ]


@pytest.mark.parametrize(
    "above",
    [
        "THE MILL\n\nA PLAY\n\nBY\n\nLENA VANCE\n\nACT I\n\n",
        "THE MILL\n\nTHE PERSONS OF THE PLAY\n\nANNA\na miller\n\nBORIS\nher son\n\nTHE FIRST ACT\n\n",
        "THE MILL\n\nINTRODUCTION\n\nIt was written in haste.\n\nLENA VANCE\n\nACT I\n\n",
        "THE\n\nMILL\n\nMCMXIII\n\n_The Persons of the Play_\n\nANNA (_a miller_)\n\nTHE FIRST ACT\n\n",
        "ANNA\n\nA PLAY\n\nPRÉFACE\n\nIt was written in haste.\n\nACTE PREMIER\n\n",
    ],
)
def test_names_and_titles_above_the_first_act_do_not_speak(above: str) -> None:
    assert said(parse((above + PLAY).encode(), "play.txt")) == SAID


@pytest.mark.parametrize(
    "below",
    [
        "THE END\n\nPRINTED IN DORSET\n\nPublications of the press.",
        "APPENDIX\n\nThe mill was sold in that year.",
        "Rideau.\n\nImprimé à Dorset.",
        "ERRATA\n\nPage four.\n\nANNA.\n\nGood night.\n\nfor Good day.",
    ],
)
def test_notes_and_lists_behind_the_last_speech_are_nobodys(below: str) -> None:
    assert said(parse(f"ACT I\n\n{PLAY}{below}\n".encode(), "play.txt")) == SAID


SCENES = (
    "ZWEITER AUFTRITT\n\nAnna. Boris.\n\n\n",
    "ZWEITER AUFTRITT\n\nAnna und die Vorigen.\n\n\n",
    "ZWEITER AUFTRITT\n\nBoris. Die Vorigen.\n\n\n",
    "ZWEITER AUFTRITT\n\nAnna. Boris mit den Bildern, die er an einen Stuhl lehnt.\n\n\n",
)


@pytest.mark.parametrize("scene", SCENES)
def test_who_is_in_a_scene_is_not_said(scene: str) -> None:
    talk = ["Anna. Wer ist da?", "Boris. Ich bin es.", "Anna. Kommen Sie herein.", "Boris. Gern."]
    text = "\n\n".join(["ERSTER AUFTRITT", *talk * 2, scene + talk[0], *talk[1:]])
    document = parse(text.encode(), "play.txt")
    assert [f"{name}. {words}" for name, words in said(document)] == talk * 3


def test_the_heading_of_a_song_and_an_open_bracket_are_the_narrators() -> None:
    text = "_Rook._ Thirty.\n\n_Boy._ Come.\n\n_Rook._ Go.\n\nAIR II. The Miller, &c.\n\n[Exeunt.\n\n_All._ Away!"
    assert said(parse(text.encode(), "play.txt")) == [
        ("Rook", "Thirty."),
        ("Boy", "Come."),
        ("Rook", "Go."),
        ("All", "Away!"),
    ]


def test_prose_before_the_first_speech_is_read_and_what_is_told_behind_the_last_is_nobodys() -> None:
    before, after = (
        "Anna said first: “Nine boats are tied up here, and their crews want bread.”",
        "Anna went with Boris to the boats.",
    )
    talk = "Boris: We have flour.\n\nAnna: For a week?\n\nBoris: For a week.\n\nAnna: Good."
    document = parse(f"Talk on the Quay\n\n{before}\n\n{talk}\n\n{after}".encode(), "talk.txt")
    assert [one.text for part in document.parts if not part.on_demand for one in part.body] == [before, after]
    document = parse(f"Talk on the Quay\n\n{talk}\n\nI went with Boris to the boats.".encode(), "talk.txt")
    assert len(document.turns[-1].passages) == 2


def test_what_is_told_below_a_rule_behind_the_last_speech_is_nobodys() -> None:
    below = "* * *\n\nThe rest need not be shown.\n\nShe married him.\n"
    assert said(parse(f"{PLAY}{below}".encode(), "play.txt")) == SAID
    document = parse(f"{PLAY}ANNA.\n\nIt was so.\n\n* * *\n\nI was late.\n\n{PLAY}{below}".encode(), "play.txt")
    assert [one.text for one in document.turns[-1].passages][-1] == "She married him."
