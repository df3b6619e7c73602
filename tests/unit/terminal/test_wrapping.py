"""Wrapping: rows are offsets, nothing but blanks and line feeds falls between them, and no row is too wide."""

from __future__ import annotations

import random
import unicodedata

import pytest

from tui_reader.terminal.wrapping import WrappedRow, cell_width, within, wrap

SPEECH = "I wonder if you would care to submit this afternoon at the meeting a suggestion which I could dictate."


def lines(text: str, width: int, first: int = 0, indent: int = 0) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, first, indent)]


def test_rows_break_at_the_last_blank_that_fits() -> None:
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_that_ends_with_the_row_stays_in_it() -> None:
    assert lines("one two three", 7) == ["one two", "three"]


def test_the_first_row_leaves_room_for_a_name() -> None:
    assert lines("one two three four", 13, first=6) == ["one two", "three four"]


def test_the_other_rows_leave_room_for_an_indent() -> None:
    assert lines("one two three four", 9, indent=4) == ["one two", "three", "four"]


def test_a_word_without_a_place_beside_the_name_goes_whole_to_the_next_row() -> None:
    assert lines("possibilities of", 16, first=8) == ["", "possibilities of"]


def test_a_name_as_wide_as_the_page_leaves_the_first_row_empty() -> None:
    assert lines("yes", 5, first=9) == ["", "yes"]


def test_a_dash_in_a_word_that_fits_a_row_does_not_break_it() -> None:
    assert lines("to liquidate--this is", 17) == ["to", "liquidate--this", "is"]


def test_a_word_longer_than_a_row_is_broken_behind_its_last_dash() -> None:
    assert lines("negotiation--possibilities", 15) == ["negotiation--", "possibilities"]


def test_a_word_longer_than_a_row_without_a_dash_is_broken_where_the_row_ends() -> None:
    assert lines("a " + "x" * 12, 5) == ["a", "xxxxx", "xxxxx", "xx"]


def test_a_line_feed_always_breaks() -> None:
    assert lines("Shall I compare thee\nto a day", 30) == ["Shall I compare thee", "to a day"]


def test_an_empty_line_is_an_empty_row() -> None:
    assert lines("a\n\nb\n", 10) == ["a", "", "b", ""]


def test_the_indent_of_a_verse_line_is_kept_where_it_has_room() -> None:
    assert lines("a\n    b", 10) == ["a", "    b"]


def test_the_indent_of_a_verse_line_gives_way_to_a_long_word() -> None:
    assert lines("a\n    bcdefg", 8) == ["a", "bcdefg"]


def test_an_empty_text_is_one_empty_row() -> None:
    assert wrap("", 10) == [WrappedRow(0, 0)]
    assert wrap("   ", 10) == [WrappedRow(0, 0)]


def test_a_combining_mark_never_begins_a_row() -> None:
    assert lines("e\u0301" * 5, 2) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]
    assert lines("aaaa \u0301bb", 4) == ["aaaa", " \u0301bb"]


def test_a_wide_character_takes_two_cells() -> None:
    assert lines("ああああ", 5) == ["ああ", "ああ"]


def test_japanese_does_not_wait_for_a_blank() -> None:
    assert lines("東京 とうきょうとうきょう", 10) == ["東京 とう", "きょうとう", "きょう"]


def test_korean_is_broken_at_its_blanks() -> None:
    assert lines("대한 민국만세", 8) == ["대한", "민국만세"]


def test_a_joined_emoji_stays_whole() -> None:
    family = "\U0001f469\u200d\U0001f467"
    assert lines(family * 3, 4) == [family * 2, family]


def test_a_no_break_blank_does_not_break() -> None:
    assert lines("at 4:15\u00a0p.m. today", 10) == ["at", "4:15\u00a0p.m.", "today"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Ball", 4),
        ("“Adlaï”—", 8),
        ("東京", 4),
        ("e\u0301", 1),
        ("\U0001f469\u200d\U0001f467", 2),
        ("☎\ufe0f", 2),
        ("ᄒ\u1161\u11ab", 2),
        ("a\u200eb", 2),
        ("a\u00adb", 3),
    ],
)
def test_cells_are_counted_as_a_terminal_paints_them(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_cells_agree_with_those_the_screen_is_painted_with() -> None:
    from rich.cells import get_character_cell_size

    # Younger than the Unicode database of Python 3.11, and so of another width there.
    younger = {"\u2630", "\u2637", "\u268a", "\u268f", "\u4dc0", "\u4dff"}
    differ = {
        character
        for character in map(chr, range(0x20, 0x20000))
        if unicodedata.category(character) not in ("Cn", "Cs", "Cc", "Zl", "Zp")
        and not any(low <= character <= high for low, high in zip(*[iter(sorted(younger))] * 2, strict=True))
        and not 0x1D300 <= ord(character) <= 0x1D376
        and cell_width(character) != get_character_cell_size(character)
    }
    assert not differ


ALPHABETS = {
    "ascii": "abcdefg-/ " + " " * 3 + "\n",
    "typographic": "aé“”—’… \u00a0\n ",
    "wide": "日本語かなab 。（한국 \n",
    "combining": "ae\u0301\u0323 \u200d\ufe0f☎\U0001f469\U0001f3fd日\n ",
}


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_random_texts_lose_nothing_and_fit(alphabet: str) -> None:
    dice = random.Random(alphabet)
    for _ in range(1500):
        text = "".join(dice.choices(ALPHABETS[alphabet], k=dice.randrange(80)))
        width, first, indent = dice.randrange(2, 25), dice.choice((0, 0, 3, 30)), dice.choice((0, 0, 4))
        rows = wrap(text, width, first, indent)
        told = (text, width, first, indent)
        before = 0
        for index, (start, end) in enumerate(rows):
            assert before <= start <= end, told
            between = text[before:start]
            assert not between.strip(" \n"), told
            assert "\n" not in text[start:end], told
            rest = max(1, width - indent)
            room = rest if index else width - first
            # Two cells: a row holds at least one character, save the first where the others have more room.
            assert cell_width(text[start:end]) <= max(room, 2 if room >= rest else 0), told
            if start and text[start - 1] != "\n" and start < end:
                assert cell_width(text[start]) > 0, told
            before = end
        assert not text[before:].strip(" \n"), told
        assert text.count("\n") < len(rows), told


@pytest.mark.parametrize("width", range(12, 80))
def test_no_word_is_cut_that_fits_a_row(width: int) -> None:
    words = [word for line in lines(SPEECH, width, first=9, indent=1) for word in line.split()]
    assert words == SPEECH.split()
    assert len(lines(SPEECH, width)) <= len(SPEECH) * 2 // width + 1


def test_a_megabyte_without_a_blank_is_wrapped_whole() -> None:
    rows = wrap("x" * 1_000_000, 72)
    assert len(rows) == 13_889
    assert rows[-1].end == 1_000_000


def test_the_start_that_fits_is_found_at_once_in_a_text_of_any_length() -> None:
    assert within("one two", 5) == "one t" and within("one", 5) == "one" and within("one", 0) == ""
    assert within("日本語", 5) == "日本" and within("e\u0301e\u0301e\u0301", 2) == "e\u0301e\u0301"
    assert within("日" * 10_000_000, 4) == "日日"
