"""Ren'Py: who says what, and that no command is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.model import Kind
from tui_reader.errors import DocumentError

SCRIPT = r"""define i = Character("Ida", color="#fff")
define o = Character(_('{b}Otto{/b}'))
define n = Character(None)
$ k = 3

init python:
    def f(x):
        return "Nothing is said here."

screen menu():
    text "Nor here"

label start:
    scene bg quay
    play music "waves.ogg"
    # i "Not said."
    "It is night."
    i happy "Is \"anybody\" {i}there{/i}?{w=.5}" with vpunch
    o "Only the gulls."
    extend " And I."
    n "They wait."
    "The Boy" "A ship!"
    menu:
        "Go in" if k > 2:
            i @ sad "Come."
            jump end

label end:
    o "So."
    return
"""


def test_people_speak_by_their_names_and_commands_are_silent(tmp_path: Path) -> None:
    document = read_text(tmp_path, SCRIPT, "script.rpy")
    assert document.format == "renpy"
    spoken = [
        (turn.label.text, [one.text for one in turn.passages if one.kind is Kind.SPEECH]) for turn in document.turns
    ]
    assert [(label, " ".join(words)) for label, words in spoken] == [
        ("Ida", 'Is "anybody" there?'), ("Otto", "Only the gulls. And I."), ("The Boy", "A ship!"), ("Ida", "Come."),
        ("Otto", "So."),
    ]  # fmt: skip
    assert [one.text for one in document.parts[0].body] == ["It is night."]
    asides = [one.text for turn in document.turns for one in turn.passages if one.kind is Kind.ASIDE]
    assert asides == ["They wait.", "Go in"]
    assert document.lost is None
    assert read_text(tmp_path, SCRIPT, "script.txt").format == "renpy"


def test_a_script_without_words_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="nobody says anything"):
        read_text(tmp_path, 'screen menu():\n    text "Start"\n', "screens.rpy")


_LONG = '''define a = Character("Anna")
init python:
    note("""

    Nobody says this.
    """)
    "Nor this."
label start:
    a "I have walked a long way,
       and I am tired."
    a """
    First, "thanks".

    Second, where is the tea?
    """
    "It is night."
'''


def test_a_string_may_go_over_several_lines(tmp_path: Path) -> None:
    document = read_text(tmp_path, _LONG, "long.rpy")
    assert [turn.text for turn in document.turns] == [
        "I have walked a long way, and I am tired.", 'First, "thanks".', "Second, where is the tea?\nIt is night.",
    ]  # fmt: skip


def test_a_string_without_an_end_takes_no_other_lines(tmp_path: Path) -> None:
    document = read_text(tmp_path, 'label start:\n    "It is night.\n    hide a\n    "So it is."\n', "night.rpy")
    assert [passage.text for part in document.parts for passage in part.body] == ["So it is."]
