"""A link is a note's mark however its print is nested: raised, in italics, in a class of marks."""

from __future__ import annotations

import pytest

from tui_reader.formats import parse


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a href="#n1">1</a></sup>',
        '<sup><i><a href="#n1">1</a></i></sup>',
        '<i><a href="#n1"><sup>1</sup></a></i>',
        '<a href="#n1"><i><sup>1</sup></i></a>',
        '<a href="#n1"><i>[1]</i></a>',
        '<span class="footnote-ref"><a href="#n1"><i>1</i></a></span>',
        '<a href="#n1" class="noteref"><em>1</em></a>',
    ],
)
def test_a_mark_is_found_in_any_print(mark: str) -> None:
    page = (
        f"<p><b>ANNE:</b> Good morning{mark}, Ben.</p><p><b>BEN:</b> Is it?</p><p><b>ANNE:</b> We go.</p>"
        '<p><b>BEN:</b> Yes.</p><h2>Notes</h2><ol><li id="n1">Held in Rome.</li></ol>'
    )
    document = parse(f"<html><body>{page}</body></html>".encode(), "talk.html")
    assert [(note.mark, note.text) for note in document.notes] == [("1", "Held in Rome.")]
    assert document.turns[0].text == "Good morning, Ben."


def test_a_number_that_leads_elsewhere_is_a_word() -> None:
    page = '<p><b>ANNE:</b> See <a href="#c4">4</a>.</p><p><b>BEN:</b> I do.</p><p id="c4"><b>ANNE:</b> Four.</p>'
    document = parse(f"<html><body>{page}</body></html>".encode(), "talk.html")
    assert document.turns[0].text == "See 4."


NOTES = '<ol><li id="n1">Of a day.</li><li id="n2">In town.</li></ol>'


@pytest.mark.parametrize("blank", ["", " "])
def test_brackets_outside_a_link_belong_to_its_mark(blank: str) -> None:
    page = (
        f'<p><b>ANNE:</b> We met{blank}[<a href="#n1">1</a>], Ben.</p><p><b>BEN:</b> Is it?</p>'
        f'<p><b>ANNE:</b> We go [<a href="#n2">2</a>].</p><p><b>BEN:</b> Yes.</p>{NOTES}'
    )
    document = parse(f"<html><body>{page}</body></html>".encode(), "talk.html")
    assert [(note.mark, note.text) for note in document.notes] == [("1", "Of a day."), ("2", "In town.")]
    assert [turn.text for turn in document.turns] == ["We met, Ben.", "Is it?", "We go.", "Yes."]
    assert [mark.offset for mark in document.turns[0].passages[0].marks] == [len("We met")]


def test_a_bracket_that_begins_a_note_is_that_of_its_own_mark() -> None:
    notes = '<p id="n1">[<a href="#r1">1</a>] Of a day.</p><p id="n2">[<a href="#r2">2</a>] In town.</p>'
    page = (
        '<p>ANNE: We met[<a href="#n1">1</a>], Ben.</p><p>BEN: Is it?</p>'
        f'<p>ANNE: We go[<a href="#n2">2</a>].</p><p>BEN: Yes.</p><h2>Notes</h2>{notes}'
    )
    document = parse(f"<html><body>{page}</body></html>".encode(), "talk.html")
    assert [(note.mark, note.text) for note in document.notes] == [("1", "Of a day."), ("2", "In town.")]


@pytest.mark.parametrize("head", ["", "<title>A Talk of Two</title>", "<title>A TALK OF TWO</title>"])
def test_a_mark_of_the_heading_that_is_the_title_is_a_mark_of_the_title(head: str) -> None:
    page = (
        '<h1>A Talk of Two<sup><a href="#n1">1</a></sup></h1><p><b>ANNE:</b> We met<sup><a href="#n2">2</a></sup>.</p>'
        f"<p><b>BEN:</b> Is it?</p><p><b>ANNE:</b> We go.</p>{NOTES}"
    )
    document = parse(f"<html><head>{head}</head><body>{page}</body></html>".encode(), "talk.html")
    assert document.title and document.title.text == "A Talk of Two"
    assert [(mark.note, mark.offset) for mark in document.title.marks] == [("1", 13)]
    assert [(note.mark, note.text) for note in document.notes] == [("1", "Of a day."), ("2", "In town.")]
