"""Notes in the plain face: each mark is told where it stands, and `f` tells one note after the other."""

from __future__ import annotations

from pathlib import Path

from tests.faces.test_plain_kinds import told

AGAIN = "I have read this in the report of the year"


def text(turns: int, marked: bool = True, heading: str = "") -> str:
    """Turns with two notes each, and the notes as a list at the end."""
    said, notes = [], []
    for turn in range(1, turns + 1):
        marks = [f"({number})" if marked else "" for number in (2 * turn - 1, 2 * turn)]
        said.append(f"{'ANNE' if turn % 2 else 'BEN'}: {AGAIN}{marks[0]} and again{marks[1]}.")
        notes += [f"({n}) Report of commission {7 * n}." for n in (2 * turn - 1, 2 * turn)]
    return "\n\n".join([*said, *([heading] if heading else []), *notes]) + "\n"


def test_a_list_of_forty_footnotes_is_forty_notes_each_told_by_its_own_key(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(text(20))
    answers = told(path, [key for _ in range(20) for key in "ffn"])
    assert "20 turns, 2 speakers, 40 notes." in answers[0]
    assert [answer for answer in answers[1:] if answer.startswith("Note")] == [
        f"Note {n}: Report of commission {7 * n}. {2 - n % 2} of 2." for n in range(1, 41)
    ]
    assert answers[3].endswith(f"{AGAIN} (note 3) and again (note 4).")


def test_after_the_last_note_comes_the_first_and_another_page_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(text(4))
    answers = told(path, ["f", "w", "f", "f", "n", "p", "f"])
    assert [answer[:6] for answer in answers[1:]] == [
        "Note 1",
        "Turn 1",
        "Note 2",
        "Note 1",
        "BEN: I",
        "ANNE: ",
        "Note 1",
    ]


def test_notes_without_a_mark_are_told_on_the_last_page(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(text(20, marked=False, heading="NOTES").replace("(", "").replace(") Report", ". Report"))
    answers = told(path, ["f", "2", "0", "g", "f", "f"])
    assert "40 notes" in answers[0] and answers[1] == "No notes here."
    assert [answer[:8] for answer in answers[-2:]] == ["Note 1: ", "Note 2: "] and answers[-1].endswith(" 2 of 40.")


def test_marks_in_headings_directions_and_memos_are_told_and_reached(tmp_path: Path) -> None:
    path = tmp_path / "talk.html"
    path.write_text(
        "<html><body><h1>A Talk</h1><h2>Act I<sup><a href='#n1'>1</a></sup><sup><a href='#n2'>2</a></sup></h2>"
        "<p><b>ANNE:</b> Good morning.</p><p>(She sits<sup><a href='#n3'>3</a></sup>.)</p>"
        "<p><b>BEN:</b> Yes.</p><p><b>ANNE:</b> Then we walk.</p><p><b>BEN:</b> We do.</p><hr>"
        + "".join(f"<p id='n{n}'>{n}. This is note {n}.</p>" for n in (1, 2, 3))
        + "</body></html>"
    )
    answers = told(path, ["f", "f", "n", "f"])
    assert answers[0].startswith("A Talk. 4 turns, 2 speakers, 3 notes.")
    assert answers[0].endswith("Heading: Act I (note 1) (note 2)")
    assert answers[1].startswith("Note 1: ") and answers[2].startswith("Note 2: ")
    assert "(She sits (note 3).)" in answers[3] and answers[4].startswith("Note 3: ")


def test_notes_of_the_title_and_the_date_come_with_the_first_page(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    above = "Memorandum of a Talk (1)\n\nMay 4, 1962. (2)\n\n"
    path.write_text(
        above + text(2).replace("(1)", "(3)").replace("(2)", "(4)") + "\n(1) The first.\n\n(2) The second.\n"
    )
    answers = told(path, ["f", "f"])
    assert answers[0].startswith("Memorandum of a Talk (note 1).")
    assert answers[1].startswith("Note 1: The first. 1 of ") and answers[2].startswith("Note 2: The second. 2 of ")
