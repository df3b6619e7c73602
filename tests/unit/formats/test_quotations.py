"""Paragraphs that the markup says are quoted, in each format that has such: who quotes them says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Document, Kind

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>{}</div></body></text></TEI>'
SPEECH, QUOTATION = Kind.SPEECH, Kind.QUOTATION
SAID = [(SPEECH, "He wrote:"), (QUOTATION, "We shall walk."), (QUOTATION, "And swim."), (SPEECH, "So we did.")]


def kinds(document: Document, turn: int = 0) -> list[tuple[Kind, str]]:
    return [(passage.kind, passage.text) for passage in document.turns[turn].passages]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "talk.html",
            "<p><b>ANN:</b> He wrote:</p><blockquote><p>We shall walk.</p><p>And swim.</p></blockquote>"
            "<p>So we did.</p><p><b>BO:</b> Did you?</p><p><b>ANN:</b> Yes.</p><p><b>BO:</b> Why?</p>",
        ),
        (
            "talk.md",
            "**ANN:** He wrote:\n\n> We shall walk.\n>\n> And swim.\n\nSo we did.\n\n**BO:** Did you?\n\n"
            "**ANN:** Yes.\n",
        ),
        (
            "labels.xml",
            TEI.format(
                "<p>ANN: He wrote:</p><quote><p>We shall walk.</p><p>And swim.</p></quote><p>So we did.</p>"
                "<p>BO: Did you?</p><p>ANN: Yes.</p><p>BO: Why?</p>"
            ),
        ),
        (
            "play.xml",
            TEI.format(
                "<sp><speaker>ANN</speaker><p>He wrote:</p><quote><p>We shall walk.</p></quote>"
                '<p><quote>And swim.</quote></p><p>So we did.</p></sp><sp><speaker>BO</speaker><p>Did you?</p></sp>'
            ),
        ),
    ],
)  # fmt: skip
def test_a_paragraph_that_the_markup_quotes_is_a_quotation(tmp_path: Path, name: str, text: str) -> None:
    document = read_text(tmp_path, text, name)
    assert kinds(document) == SAID
    assert kinds(document, 1) == [(SPEECH, "Did you?")]


def test_a_quotation_in_a_paragraph_divides_it_only_where_it_is_a_block(tmp_path: Path) -> None:
    paragraphs = (
        '<p>ANN: He wrote: <quote rend="blockquote">We shall walk.</quote> So we did.</p>'
        "<p>BO: Did he say <quote>walk</quote>?</p><p>ANN: Yes.</p><p>BO: Why?</p>"
    )
    document = read_text(tmp_path, TEI.format(paragraphs), "talk.xml")
    assert kinds(document) == [(SPEECH, "He wrote:"), (QUOTATION, "We shall walk."), (SPEECH, "So we did.")]
    assert kinds(document, 1) == [(SPEECH, "Did he say walk?")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "talk.html",
            "<blockquote><p><b>ANN:</b> One.</p><p>Two.</p><p><b>BO:</b> Three.</p><p><b>ANN:</b> Four.</p>"
            "</blockquote><blockquote><p>Five.</p></blockquote>",
        ),
        ("talk.md", "> **ANN:** One.\n>\n> Two.\n>\n> **BO:** Three.\n>\n> **ANN:** Four.\n>\n> Five.\n"),
        (
            "talk.xml",
            TEI.format(
                "<quote><p>ANN: One.</p><p>Two.</p><p>BO: Three.</p><p>ANN: Four.</p><p>Five.</p></quote>"
            ),
        ),
        (
            "play.xml",
            TEI.format(
                "<quote><sp><speaker>ANN</speaker><p>One.</p><p>Two.</p></sp><sp><speaker>BO</speaker><p>Three.</p>"
                "</sp><sp><speaker>ANN</speaker><p>Four.</p><p>Five.</p></sp></quote>"
            ),
        ),
    ],
)  # fmt: skip
def test_a_talk_that_is_quoted_whole_has_no_quotations(tmp_path: Path, name: str, text: str) -> None:
    document = read_text(tmp_path, text, name)
    assert turns_by_label(document) == [("ANN", "One.\nTwo."), ("BO", "Three."), ("ANN", "Four.\nFive.")]
    assert {passage.kind for turn in document.turns for passage in turn.passages} == {SPEECH}


def test_words_that_a_page_quotes_in_a_line_have_the_marks_that_browsers_print(tmp_path: Path) -> None:
    document = read_text(
        tmp_path,
        "<p><b>ANN:</b> Did he say <q>walk <i>home</i></q>?</p><p><b>BO:</b> <q>Walk,</q> he said.</p>"
        "<p><b>ANN:</b> So.</p>",
        "talk.html",
    )
    assert turns_by_label(document) == [
        ("ANN", "Did he say “walk home”?"), ("BO", "“Walk,” he said."), ("ANN", "So."),
    ]  # fmt: skip
    assert document.lost is None
