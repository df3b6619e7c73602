"""Questions and answers by letters between names that a page's markup sets apart."""

from __future__ import annotations

from pathlib import Path

from tests.support.documents import read_text

ASKED = (
    "<p>Q. Where do you live?</p>\n<p>A. In the <i>eighth</i> ward.</p>\n<p>Q. Since when?</p>\n<p>A. Since May.</p>\n"
)
COURT = (
    "<h1>The trial</h1><p>The witness was sworn.</p>"
    + ASKED
    + "<p><i>The Court</i>: Go on, Mr. Hale.</p><p><i>Mr. Hale</i>: Thank you.</p>"
    + ASKED
    + "<p><i>Mr. Hale</i>: Nothing further.</p><p><i>The Court</i>: Step down.</p>"
)


def said(tmp_path: Path, body: str) -> list[tuple[str, str]]:
    document = read_text(tmp_path, f"<html><body>{body}</body></html>", "court.html")
    return [(turn.label.text, " ".join(one.text for one in turn.passages)) for turn in document.turns]


def test_questions_and_answers_between_names_in_italics_are_turns(tmp_path: Path) -> None:
    four = [
        ("Q", "Where do you live?"), ("A", "In the eighth ward."), ("Q", "Since when?"), ("A", "Since May."),
    ]  # fmt: skip
    assert said(tmp_path, COURT) == [
        *four, ("The Court", "Go on, Mr. Hale."), ("Mr. Hale", "Thank you."),
        *four, ("Mr. Hale", "Nothing further."), ("The Court", "Step down."),
    ]  # fmt: skip


def test_letters_of_a_list_between_names_are_words(tmp_path: Path) -> None:
    rules = "".join(f"<p>{letter}. This is a rule.</p>" for letter in "ABCDEFPQR")
    talk = "<p><i>Ann</i>: Read the rules.</p><p><i>Ben</i>: I did read them.</p>"
    assert [who for who, _ in said(tmp_path, talk * 2 + rules + talk)] == ["Ann", "Ben"] * 3
