"""Markdown: labels in emphasis, front matter, what is no label, marks that nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.document.accounting import gaps
from tui_reader.document.model import Document, Kind
from tui_reader.formats import read
from tui_reader.script.script import Script


def text_of(folder: Path, text: str) -> Document:
    path = folder / "talk.md"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert gaps(document) == ()
    return document


def test_bold_names_and_quoted_names_are_labels_and_fields_are_none(tmp_path: Path) -> None:
    document = text_of(
        tmp_path,
        '---\ntitle: "A\\_Talk"\ndate: 2018-04-06\nlayout: x\n---\n\n# Minutes\n{: .no_toc}\n\n**Chair:** Ann\n\n'
        "### 1. First\n{: #a}\n\n**Ann Lee:** one  \n… two\n\n> *Bo Ray:* yes\n\n> ***Resolution #1: so***\n\n"
        "**Ann Lee:** three\n\n**Break:** \\[07:13\\]\n\n---\n\n### 2. Resolutions\n\n* one\n",
    )
    assert [(turn.label.text, turn.text.split("\n")[0]) for turn in document.turns] == [
        ("Ann Lee", "one … two"), ("Bo Ray", "yes"), ("Ann Lee", "three"),
    ]  # fmt: skip
    assert document.heading == "A Talk"
    assert document.date is not None and document.date.iso == "2018-04-06"
    assert document.turns[1].passages[-1].kind is Kind.ASIDE
    assert [part.on_demand for part in document.parts if part.turns] == [False]
    assert document.parts[-1].on_demand


def test_a_time_in_brackets_is_printed_and_not_said(tmp_path: Path) -> None:
    document = text_of(tmp_path, "**Ann:** \\[01:46\\] Hello.\n\n**Bo:** Hi. \\[laughs\\]\n\n**Ann:** So.\n")
    assert document.turns[0].text == "\\[01:46\\] Hello."
    assert [one.kind for one in document.turns[1].passages] == [Kind.SPEECH, Kind.ASIDE]
    assert "01:46" not in " ".join(utterance.wording for utterance in Script(document))


def test_a_note_hangs_on_its_mark(tmp_path: Path) -> None:
    document = text_of(tmp_path, "**Ann:** Hello.[^1]\n\n**Bo:** Hi.\n\n**Ann:** So.\n\n[^1]: A note.\n")
    assert [(note.mark, note.text) for note in document.notes] == [("1", "A note.")]
    assert document.turns[0].passages[0].marks[0].note == "1"


def test_a_briefing_with_plain_labels_has_the_title_of_its_front_matter(tmp_path: Path) -> None:
    document = text_of(
        tmp_path,
        "---\ntags: a\ntitle: Press Gaggle\n---\n\nMS. LEE:\u00a0 Good day.\n\nQ\u00a0 \u00a0 \u00a0 Why?\n\n"
        "MS. LEE:\u00a0 So.\n\n\u00a0Q\u00a0 \u00a0 \u00a0 And?\n\nMS. LEE:\u00a0 Yes.\n\nQ\u00a0 \u00a0 \u00a0 Oh?\n",
    )
    assert [turn.label.text for turn in document.turns] == ["MS. LEE", "Q", "MS. LEE", "Q", "MS. LEE", "Q"]
    assert document.heading == "Press Gaggle"
    assert "tags: a" in {rest.text for rest in document.residue}


@pytest.mark.parametrize("text", ["---\n" * 5000 + "words", "**a" * 50_000, "> " * 50_000 + "x", "[^" * 50_000 + "x"])
def test_hostile_markdown_is_text(tmp_path: Path, text: str) -> None:
    assert text_of(tmp_path, text).turns == ()
