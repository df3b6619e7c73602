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
