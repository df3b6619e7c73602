"""Names of a page in a print that hardly any of its names has."""

from __future__ import annotations

from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.rare_prints import without

USUAL = "styled p span.smcap"


def left_out(*names: tuple[str, str], usual: int = 60) -> list[str]:
    """Those of the names and their prints that are left out before a talk of so many names in the usual print."""
    talk = [("Ann" if place % 2 else "Ben", USUAL) for place in range(usual)]
    every = [
        MarkedCandidate(name, place, "Words.", "print", style=style)
        for place, (name, style) in enumerate([*names, *talk])
    ]
    kept = {one.place for one in without(every)}
    return [one.text for one in every if one.place not in kept]


def test_titles_contents_and_notes_in_a_print_of_their_own_are_left_out() -> None:
    contents = [("The Decay", "alone  span.smcap"), ("Pen and Pencil", "alone  span.smcap")]
    title = [("A DIALOGUE", "styled p.center i."), ("Ann", "styled p.center i."), ("Library", "styled p.center i.")]
    assert left_out(*contents, *title) == ["The Decay", "Pen and Pencil", "A DIALOGUE", "Ann", "Library"]


def test_names_of_the_talk_in_another_print_and_new_names_in_the_usual_one_stay() -> None:
    assert left_out(("Ann", "alone p span.smcap"), ("Clerk", "styled div.verse span.smcap")) == []


def test_a_short_talk_has_names_in_any_print() -> None:
    assert left_out(("Clerk", "styled p.center i."), usual=20) == []
