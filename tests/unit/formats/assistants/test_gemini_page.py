"""Gemini's activity as a web page."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.errors import DocumentError
from tui_reader.formats import parse


def _cell(title: str, answer: str, header: str = "Gemini Apps") -> str:
    return (
        f'<div class="outer-cell mdl-cell"><div class="header-cell mdl-cell"><p class="title">{header}<br></p></div>'
        f'<div class="content-cell body">{title}<br>Attached 1 file.<br>Mar 5, 2024, 10:01:00 AM UTC<br>{answer}</div>'
        f'<div class="content-cell caption"><b>Products:</b><br>{header}</div></div>'
    )


def test_cells_are_told_oldest_first_as_questions_and_answers() -> None:
    cells = (
        _cell("Prompted And now?", "<p>Wait.</p><p>And &lt;see&gt;.</p>"),
        _cell("Prompted How high?", "<p>Too high.</p>"),
    )
    page = f"<html><body>{_cell('Searched for water', '', 'Search')}{''.join(cells)}</body></html>"
    document = parse(page.encode(), "MyActivity.html")
    assert document.producer and document.producer.name == "gemini-page"
    assert [(name, " ".join(words.split())) for name, words in turns_by_label(document)] == [
        ("User", "How high?"), ("Assistant", "Too high."), ("User", "And now?"), ("Assistant", "Wait. And <see>."),
    ]  # fmt: skip
    assert document.lost is None


def test_a_question_with_a_start_in_another_language_is_said_and_not_left_out() -> None:
    page = f"<html><body>{_cell('Prompt eingegeben: Wie hoch?', '<p>Zu hoch.</p>')}</body></html>"
    document = parse(page.encode(), "MyActivity.html")
    assert turns_by_label(document) == [("User", "Prompt eingegeben: Wie hoch?"), ("Assistant", "Zu hoch.")]
    assert not any("Prompt eingegeben" in one.text for one in document.residue)
    assert document.lost is None


def test_activity_of_other_programs_is_no_talk() -> None:
    page = f"<html><body>{_cell('Searched for water', '', 'Search')}</body></html>"
    document = parse(page.encode(), "MyActivity.html")
    assert document.producer and document.producer.name == "html"
    with pytest.raises(DocumentError, match="nothing is said"):
        parse(page.encode(), "MyActivity.html", producer="gemini-page")
