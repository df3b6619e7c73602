"""Headings, directions, verse, lists and quotations are told apart by words that screen readers say."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, Kind, Label, Mark, Part, Passage, Span, Turn
from tui_reader.faces.plain import kind_words
from tui_reader.faces.plain.kind_words import told_passage, told_piece, told_text

NOWHERE = Span(0, 0)


def passage(kind: Kind, text: str, note: str = "") -> Passage:
    """A passage, with the mark of a note at its end where there is one."""
    return Passage(kind, text, (), (Mark(note, len(text), None),) if note else ())


def document(*turns: tuple[Passage, ...], body: tuple[Passage, ...] = ()) -> Document:
    """A document of one part with these passages in its body and these turns."""
    made = [Turn(number, "ANNE", Label("ANNE", NOWHERE), said) for number, said in enumerate(turns, 1)]
    return Document("talk", "", "", "", parts=(Part("all", None, None, body, tuple(made)),))


def told(*turns: tuple[Passage, ...], body: tuple[Passage, ...] = ()) -> list[str]:
    """What is told of each page."""
    made = document(*turns, body=body)
    return [told_text(made, page) for page in made.pages]


def test_directions_are_in_brackets_once_and_keep_their_notes() -> None:
    asides = [passage(Kind.ASIDE, text) for text in ("She sits.", "(laughs)", "[Exit.]")]
    assert told((*asides, passage(Kind.SPEECH, "Then we walk."))) == ["(She sits.)\n(laughs)\n[Exit.]\nThen we walk."]
    assert told((passage(Kind.ASIDE, "She sits", "2"),)) == ["(She sits (note 2))"]


def test_each_heading_signature_and_date_line_says_so() -> None:
    body = (
        passage(Kind.HEADING, "ACT I"), passage(Kind.HEADING, "Scene 1", "1"), passage(Kind.DATELINE, "Bonn, May 2."),
        passage(Kind.PARAGRAPH, "We met."), passage(Kind.SIGNATURE, "Anne"),
    )  # fmt: skip
    assert told(body=body) == [
        "Heading: ACT I\nHeading: Scene 1 (note 1)\nDate line: Bonn, May 2.\nWe met.\nSignature: Anne"
    ]


def test_list_items_say_so_unless_their_number_does() -> None:
    items = [passage(Kind.ITEM, text) for text in ("1. One.", "(b) Two.", "- three", "four")]
    assert told(tuple(items)) == ["1. One.\n(b) Two.\nItem: - three\nItem: four"]


def test_verse_and_prose_are_told_where_they_change() -> None:
    verse, prose = passage(Kind.VERSE, "If music be\nthe food of love,"), passage(Kind.SPEECH, "Well said.")
    aside = passage(Kind.ASIDE, "(Exit.)")
    assert told((verse,), (aside, verse), (verse, aside, verse, prose), (prose,), (prose, verse)) == [
        f"Verse: {verse.text}", f"(Exit.)\n{verse.text}", f"{verse.text}\n(Exit.)\n{verse.text}\nProse: {prose.text}",
        prose.text, f"{prose.text}\nVerse: {verse.text}",
    ]  # fmt: skip


def test_in_a_plain_text_a_single_line_behind_verse_may_be_verse() -> None:
    verse, line = passage(Kind.VERSE, "If music be\nthe food of love,"), passage(Kind.SPEECH, "Play on.")
    long = passage(Kind.SPEECH, "Well said, " * 7)
    made = document((verse,), (line,), (verse,), (long,))._replace(format="transcript")
    assert [told_text(made, page) for page in made.pages] == [
        f"Verse: {verse.text}", line.text, verse.text, f"Prose: {long.text}",
    ]  # fmt: skip


def test_each_paragraph_of_a_quotation_says_so() -> None:
    quoted = [passage(Kind.QUOTATION, text) for text in ("We shall walk.", "And swim.")]
    assert told((passage(Kind.SPEECH, "He wrote:"), *quoted, passage(Kind.SPEECH, "So we did."))) == [
        "He wrote:\nQuote: We shall walk.\nQuote: And swim.\nSo we did."
    ]


def test_a_table_is_named_before_its_first_row() -> None:
    assert told(tuple(passage(Kind.TABLE, row) for row in ("a, 1", "b, 2"))) == ["Table: a, 1\nb, 2"]


def test_a_paragraph_that_is_quoted_among_others_is_a_quotation() -> None:
    said, quoted = passage(Kind.SPEECH, "He wrote this:"), passage(Kind.SPEECH, "“We shall walk.”")
    assert told((said, quoted), (quoted,)) == ["He wrote this:\nQuote: “We shall walk.”", quoted.text]
    for text in ('"Yes," he said, "we do."', '"', '""'):
        assert told((said, passage(Kind.SPEECH, text))) == [f"{said.text}\n{text}"]


def test_a_sentence_or_paragraph_alone_is_told_as_in_its_page() -> None:
    made = document(
        (
            passage(Kind.HEADING, "The way. And home."),
            passage(Kind.ASIDE, "She sits. He goes."),
            passage(Kind.SPEECH, "So."),
        )
    )
    page = made.pages[0]
    pieces = {(0, 8): "Heading: The way.", (9, 18): "And home.", (19, 28): "(She sits.)", (29, 37): "(He goes.)",
              (38, 41): "So.", (19, 37): "(She sits. He goes.)"}  # fmt: skip
    assert {place: told_piece(made, page, *place) for place in pieces} == pieces
    assert told_passage(made, page, 0) == "Heading: The way. And home."
    assert told_passage(made, page, 5) is None


def test_a_page_of_many_paragraphs_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    is_quoted = kind_words._is_quoted

    def looking(text: str) -> bool:
        looked.append(text)
        return is_quoted(text)

    monkeypatch.setattr(kind_words, "_is_quoted", looking)
    quotations = [passage(Kind.PARAGRAPH, f"“Number {index}.”") for index in range(50)]
    (text,) = told(body=(passage(Kind.PARAGRAPH, "Prose."), *quotations))
    assert text.count("Quote: “Number") == 50 and len(looked) == 51
