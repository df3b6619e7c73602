"""Which words of a sentence are a parenthesis."""

from __future__ import annotations

import pytest

from tui_reader.narration.parentheses import parentheses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I told him (and this is important) that we go.", ["(and this is important)"]),
        ("The OAS (of the American States) met (see page 5).", ["(of the American States)", "(see page 5)"]),
        ("He (the man (so they say) who left) came.", ["(the man (so they say) who left)"]),
        ("A and B—(or some of C)—come.", ["(or some of C)"]),
        ('He said "(maybe not)" twice.', ["(maybe not)"]),
        ("(He came.", ["(He came."]),
        ("He went away again.)", ["He went away again.)"]),
        ("Они (как говорят) ушли.", ["(как говорят)"]),
        ("The talks (UN) began.", ["(UN)"]),
    ],
)  # fmt: skip
def test_words_in_round_brackets_are_one(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in parentheses(text)] == found


@pytest.mark.parametrize(
    "text",
    ["", "No.", "The member(s) came.", "(1) First, (a) second.", "Well :) yes.", "f(x) is given.", "yes)", "1) He c.",
     "He came (and never", "a ( b ) c", "(--)", "[and so on] he said"],
)  # fmt: skip
def test_other_brackets_are_none(text: str) -> None:
    assert parentheses(text) == []
