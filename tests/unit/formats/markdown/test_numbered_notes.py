"""Notes that are numbered by hand in Markdown: marks in brackets, and the list that ends the text."""

from __future__ import annotations

import pytest

from tui_reader.formats import parse
from tui_reader.formats.markdown.numbered_notes import with_own_notes

TALK = (
    "# A talk\n\n**ANNE:** Good morning [1], Ben.\n\n**BEN:** Is it?[2] We go.\n\n**ANNE:** We do.\n\n**BEN:** Yes.\n\n"
)


@pytest.mark.parametrize(
    "notes",
    [
        "[1] Held in Rome.\n[2] At nine.\n",
        "## Notes\n\n[1] Held in Rome.\n\n[2] At nine.\n",
        "Notes:\n\n- [1] Held in Rome.\n- [2] At nine.\n",
        "---\n\n[1]: Held in Rome.\n[2]: At nine.\n",
        "## Endnotes\n\n1. Held in Rome.\n2. At nine.\n",
        "\\[1\\] Held\n  in Rome.\n\n\\[2\\] At nine.\n",
    ],
)
def test_a_list_below_has_the_notes_of_the_marks_above(notes: str) -> None:
    document = parse((TALK + notes).encode(), "talk.md")
    assert [(note.mark, " ".join((note.text or "").split())) for note in document.notes] == [
        ("1", "Held in Rome."),
        ("2", "At nine."),
    ]
    marks = [[mark.note for mark in turn.passages[0].marks] for turn in document.turns]
    assert marks == [["1"], ["2"], [], []] and document.turns[-1].text == "Yes."


@pytest.mark.parametrize(
    "notes",
    [
        "[1]: https://example.org\n[2]: https://example.com\n",
        '[1]: https://example.org "Example page"\n[2]: <https://example.com> (Other page)\n',
        "[1]: one.html 'Example page'\n[2]: two.html 'Other page'\n",
        "1. Held in Rome.\n2. At nine.\n",
        "[1] Held in Rome.\n[3] At nine.\n",
        "[1] Held in Rome.\n[2] At nine.\n[3] No mark.\n",
        "[1] Held in Rome.\n[2] At nine.\n\nAnd words behind it.\n",
        "**ANNE:** So [1] it is.\n",
    ],
)
def test_addresses_items_and_other_brackets_are_no_notes(notes: str) -> None:
    assert with_own_notes(TALK + notes) == TALK + notes


def test_brackets_behind_links_and_numbers_without_a_note_stay() -> None:
    text = "# A talk\n\n**ANNE:** See [this][1], volume[7] and the mill[1], Ben.\n\n"
    assert with_own_notes(f"{text}[1] Held in Rome.\n").startswith(text.replace("mill[1]", "mill[^1]"))


def test_numbers_of_the_text_that_have_no_note_are_said() -> None:
    document = parse(f"{TALK}**ANNE:** See volume[7] there.\n\n[1] Held in Rome.\n[2] At nine.\n".encode(), "talk.md")
    assert document.turns[-1].text == "See volume[7] there."


@pytest.mark.parametrize("label", ["{}:", "**{}:**"])
def test_a_mark_of_the_title_is_a_mark_whatever_the_labels_are_printed_like(label: str) -> None:
    anne, ben = label.format("ANNE"), label.format("BEN")
    text = (
        f"# A Talk of Two[^1]\n\n{anne} We met[^2] at noon.\n\n{ben} Yes.\n\n{anne} No.\n\n{ben} Why?\n\n"
        "[^1]: Of a day.\n[^2]: In town.\n"
    )
    document = parse(text.encode(), "talk.md")
    assert document.title and document.title.text == "A Talk of Two"
    assert [(mark.note, mark.offset) for mark in document.title.marks] == [("1", 13)]
    assert document.turns[0].text == "We met at noon."


def test_figures_in_brackets_without_a_note_stay_in_the_title() -> None:
    text = "# A Talk of Two [1962]\n\nANNE: We met.\n\nBEN: Yes.\n\nANNE: No.\n\nBEN: Why?\n"
    document = parse(text.encode(), "talk.md")
    assert document.title and document.title.text == "A Talk of Two [1962]"
