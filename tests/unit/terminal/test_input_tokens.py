"""What a terminal sends is divided rightly wherever it is cut: keys, pasted text, and reports that nobody typed."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from tui_reader.terminal.input_tokens import ESCAPE_WAIT, LONGEST_PASTE, InputTokens, Token, is_pasted
from tui_reader.terminal.key_sequences import key_names, names_of

REPORTS = (
    "\x1b[<35;10;5M", "\x1b[<0;10;5m", "\x1b[M !!", "\x1b[32;10;5M", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b]52;c;aGVsbG8=\x07", "\x1bP>|XTerm(379)\x1b\\", "\x1bP1$r0m\x1b\\", "\x1b[?62;1;4c", "\x1b[>0;276;0c",
    "\x1b[10;5R", "\x1b[?2026;2$y", "\x1b[I", "\x1b[O", "\x1b[8;24;80t", "\x1b_Gi=31;OK\x1b\\", "\x1b[?1u",
)  # fmt: skip
"""Of the mouse, of the window's focus, and answers of terminals."""
KEYS = {"n": "n", "é": "é", "\x1b[C": "right", "\x1bOB": "down", "\x1b[6~": "pagedown", "\x1b[110u": "n"}


def tokens(*pieces: str) -> list[Token]:
    reader = InputTokens()
    return [*(token for piece in pieces for token in reader.feed(piece)), *reader.end()]


def named(found: Sequence[Token]) -> list[str]:
    return [name for token in found for name in names_of(token)]


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_is_no_key_wherever_it_is_cut(report: str) -> None:
    for cut in range(len(report) + 1):
        assert named(tokens("n" + report[:cut], report[cut:] + "p")) == ["n", "p"]


@pytest.mark.parametrize("report", REPORTS)
def test_the_rest_of_a_report_is_no_key_where_its_escape_came_too_early(report: str) -> None:
    reader = InputTokens()
    assert [*reader.feed("\x1b")] == [] and reader.wait == ESCAPE_WAIT
    assert named([*reader.end()]) == ["escape"]
    assert named([*reader.feed(report[1:])]) == []


def test_any_mixture_cut_anywhere() -> None:
    chance = random.Random(1)
    for _ in range(500):
        parts = chance.choices([*REPORTS, *KEYS, "\x1b[200~q\rq\x1b[201~"], k=8)
        sent, pieces = "".join(parts), []
        while sent:
            size = chance.randrange(1, 9)
            pieces.append(sent[:size])
            sent = sent[size:]
        found = tokens(*pieces)
        assert named(found) == [KEYS[part] for part in parts if part in KEYS]
        assert [token.text for token in found if token.kind == "paste"] == ["q\rq"] * parts.count(
            "\x1b[200~q\rq\x1b[201~"
        )


def test_the_escape_key_and_keys_behind_it() -> None:
    assert named(tokens("\x1b")) == ["escape"]
    assert named(tokens("\x1bq")) == ["escape", "q"]
    assert named(tokens("\x1b\x1b[A")) == ["escape", "up"]
    assert named(tokens("\x1b[99~n")) == ["unknown", "n"]
    assert named(tokens("\x1b]n")) == ["escape", "right_square_bracket", "n"]
    reader = InputTokens()
    assert named([*reader.feed("\x1b"), *reader.end(), *reader.feed("["), *reader.feed("n")]) == [
        "escape", "left_square_bracket", "n",
    ]  # fmt: skip


def test_what_is_pasted_is_one_token_with_any_characters_in_it() -> None:
    assert tokens("\x1b[200~one\r\x1b[A two", " \x1b[20", "1~n") == [
        Token("paste", "one\r\x1b[A two "),
        Token("text", "n"),
    ]
    assert len(tokens("\x1b[200~" + "x" * 2 * LONGEST_PASTE + "\x1b[201~")[0].text) == LONGEST_PASTE
    assert tokens("\x1b[200~without an end") == [Token("paste", "without an end")]


def test_a_sequence_or_an_answer_without_an_end_is_given_up() -> None:
    assert named(tokens("\x1b[" + "1;" * 5000, "n")) != []
    assert named(tokens("\x1b]52;c;", "a" * 5000)) == []


def test_keys_that_move_have_their_names() -> None:
    assert [*key_names("\x1b[H\x1b[1~\x1bOF\x1b[4~\x1b[5~\x1b[6~\t")] == [
        "home", "home", "end", "end", "pageup", "pagedown", "tab",
    ]  # fmt: skip


@pytest.mark.parametrize("sent", ["quit this now", "He said:\rnow then", "Ja, wir wissen es\rund so weiter\r"])
def test_words_that_come_at_once_were_pasted(sent: str) -> None:
    assert is_pasted(sent)


@pytest.mark.parametrize(
    "sent", ["n" * 60, "12g", "nnb'q", "/of the people\r", "g50%\r", "", "\x1b[A on and on", "w w w "]
)
def test_keys_that_come_at_once_were_not(sent: str) -> None:
    assert not is_pasted(sent)
