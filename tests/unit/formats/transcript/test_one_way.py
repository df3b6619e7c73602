"""The short ways that long texts take through cleaning, folding and the builder give what the long ones give."""

from __future__ import annotations

import pytest

from tui_reader.cleaning import clean
from tui_reader.document.model import Kind, Mark, Span
from tui_reader.formats.builder import Builder, Ref, Rest, Run
from tui_reader.formats.captions.cue_names import named
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.labels.choice import choose
from tui_reader.formats.paragraphs import split
from tui_reader.formats.passages import PrintedMark, as_printed, passage


@pytest.mark.parametrize("odd", list("\x00\x0b\x1f\x7f\x85\u200b\u2028\u202e\u2066\ufeff\ud800"))
def test_what_is_cleaned_alone_is_cleaned_between_words_and_lines(odd: str) -> None:
    assert odd not in clean(odd)
    assert clean(f"one\n{odd}two") == f"one\n{clean(odd)}two"


def test_line_ends_of_each_kind_are_one() -> None:
    assert clean("a\r\nb\rc\r\r\nd\u2028e") == "a\nb\nc\n\nd\ne"


def test_what_is_left_out_before_the_words_moves_them_and_nothing_else() -> None:
    text = " 00:01  Yes.\tNo. "
    made = passage(Kind.SPEECH, text, 0, len(text), (), (Span(1, 6),))
    assert made == (Kind.SPEECH, "Yes. No.", (Span(8, 16),), ())


def test_what_is_left_out_beside_a_mark_stays_where_it_is() -> None:
    text = "00:01 Yes(1) no"
    made = passage(Kind.SPEECH, text, 0, len(text), (PrintedMark("1", Span(9, 12)),), (Span(0, 5),))
    assert made.text == "Yes no" and made.spans == (Span(6, 9), Span(12, 15))
    assert made.marks == (Mark("1", 3, Span(9, 12)),)


@pytest.mark.parametrize("words", ["plain words", "two  blanks", "a\u00a0blank that is not plain", "“Well,” she said"])
def test_a_passage_of_a_piece_counts_from_what_stands_before_it(words: str) -> None:
    alone = passage(Kind.SPEECH, words, 0, len(words))
    moved = passage(Kind.SPEECH, words, 0, len(words), before=100)
    assert moved.text == alone.text
    assert moved.spans == tuple(Span(100 + one.start, 100 + one.end) for one in alone.spans)


@pytest.mark.parametrize("words", ["plain words", "“Well,” she said", "a\u00a0blank not plain", "\u3000set in", ""])
def test_words_as_printed_are_the_same_passage(words: str) -> None:
    text = f"AES: {words}"
    assert as_printed(Kind.SPEECH, text, 5, len(text)) == passage(Kind.SPEECH, text, 5, len(text))


@pytest.mark.parametrize("kind", [Kind.SPEECH, Kind.VERSE])
def test_line_breaks_around_words_are_no_part_of_them(kind: Kind) -> None:
    assert passage(kind, " \nYes, we can. \n", 0, 16) == (kind, "Yes, we can.", (Span(2, 14),), ())


def test_blank_lines_are_counted_above_each_paragraph_and_the_first() -> None:
    assert split("A\n\nB\n \n\n C \n") == [(0, 1, 0, ()), (3, 4, 1, ()), (9, 10, 2, ())]
    assert [one.gap for one in split("\n\nA\n\n\nB")] == [2, 2]


def test_a_builders_spans_point_into_the_documents_text() -> None:
    builder = Builder("a.txt", "key", "test")
    builder.turn("AES", "AES:")
    run: Run = [Rest("\x1b[1m00:01 ", "a time"), "Yes", Ref("1", "(1)"), "  \x07and", Ref("2", ""), " no."]
    builder.add(Kind.SPEECH, run)
    builder.add(Kind.SPEECH, "   ")
    builder.residue("\x07 ", "nothing")
    document = builder.document()
    (turn,) = document.turns
    (made,) = turn.passages
    assert made.text == "Yes and no."
    assert "".join(document.text[span.start : span.end] for span in made.spans) == made.text
    assert [document.text[mark.span.start : mark.span.end] for mark in made.marks if mark.span] == ["(1)", ""]
    (rest,) = document.residue
    assert rest.text == "00:01" and document.text[rest.span.start : rest.span.end] == "00:01 "


def test_a_mark_without_words_is_kept_as_printed() -> None:
    builder = Builder("a.txt", "key", "test")
    builder.add(Kind.PARAGRAPH, [Ref("1", "(1)")])
    builder.add(Kind.PARAGRAPH, "Words.")
    (rest,) = builder.document().residue
    assert (rest.text, rest.span) == ("(1)", Span(0, 3))


def test_a_cue_of_many_lines_is_one_piece_for_each_name() -> None:
    words = ("MR. LORD: One.\ntwo\nthree.\nMS. WARD: Four.\nfive", "MS. WARD: Six.", "MR. LORD: Seven.")
    cues = [CaptionCue("", float(at), at + 1.0, (CuePiece(text),)) for at, text in enumerate(words)]
    said = [(piece.speaker, piece.text.strip()) for cue in named(cues) for piece in cue.pieces]
    assert said[:2] == [("MR. LORD", "One.\ntwo\nthree."), ("MS. WARD", "Four.\nfive")]
    assert said[2:] == [("MS. WARD", "Six."), ("MR. LORD", "Seven.")]


def test_questions_and_answers_win_over_a_few_names_with_colons() -> None:
    said = ["Q. And then?", "A. Nothing: no one came.", "THE COURT: Overruled."] * 6
    text = "\n\n".join([*said, "Q. Done?", "A. Done."])
    labelling = choose(text, split(text))
    assert {found.text for found in labelling.at.values()} == {"Q", "A", "THE COURT"}


@pytest.mark.parametrize("colon", [":", "："])
def test_the_first_colon_of_a_paragraph_ends_the_label(colon: str) -> None:
    text = "\n\n".join(f"{name}{colon} It is 4: five; and so： on." for name in ("Anna", "Bob") * 4)
    assert {found.text for found in choose(text, split(text)).at.values()} == {"Anna", "Bob"}
