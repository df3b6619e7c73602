"""Lines of a machine are not read aloud as prose without a warning; verse, lists and dialogues have none."""

from __future__ import annotations

import pytest

from tui_reader.formats import parse

WORDS = ["the", "river", "is", "high", "today", "and", "we", "walk", "home", "along", "the", "old", "wall"]

MACHINE = {
    "decimals": (lambda n, word: f"{n}.25 {n}.75 {word} so it goes", "begin with times"),
    "a log": (lambda n, word: f"2020-01-{n + 10} 10:00:00 INFO {word} goes", "begin with times"),
    "braces": (lambda n, word: f"{{{word}: {n}}},", "divided by braces"),
    "calls": (lambda n, word: f"say_{n}({word});", "divided by braces"),
    "pairs": (lambda n, word: f"name_{n} = {word} goes", "with = between"),
    "fields": (lambda n, word: f"level=info number={n} text={word}", "with = between"),
    "keys": (lambda n, word: f"- start: {n}\n  speaker: S{n % 2}\n  text: so {word} goes", ": between"),
    "tags": (lambda n, word: f"<line n='{n}'>{word}</line>", "in tags"),
    "commands": (lambda n, word: f"\\say{{{word}}} {n}", "commands"),
    "quoted": (lambda n, word: f'msgid "{word} goes {n}"', "quoted values"),
    "a calendar": (lambda n, word: f"BEGIN:VEVENT\nSUMMARY:The {word} goes\nEND:VEVENT", ": between"),
    "lisp": (lambda n, word: f'(say "{word}" "so it goes {n}")', "in parentheses"),
    "handles": (lambda n, word: f"#{n} @{word} >> so it goes", "names behind @"),
    "numbers": (lambda n, word: f"{n} {n * 7} {word}", "mostly numbers"),
    "codes": (lambda n, word: f"{word}{n}" * 20, "without blanks"),
    "a table": (lambda n, word: f"a{n};{word};so it goes;", "columns between semicolons"),
    "tabs": (lambda n, word: f"a{n}\t{word}\tso it goes", "columns between tabs"),
}
PROSE = {
    "verse": lambda n, word: f"And {word}, and {word}, the long day through;",
    "verses with numbers": lambda n, word: f"3:{n} And {word} was the light of it, and it was good.",
    "a list": lambda n, word: f"{n}. {word.capitalize()}",
    "items": lambda n, word: f"- 20{n} {word}, which we saw, and more of it",
    "dialogue": lambda n, word: f"{'Ann' if n % 2 else 'Ben'}: The {word} of it is 1, 2, 3, is it not?",
    "directions": lambda n, word: f"[Enter {word}]",
    "sentences with semicolons": lambda n, word: f"It was {word}; it was {n}; it was not.",
    "a talk with Text": lambda n, word: f"{'Text' if n % 2 else 'SPEAKER'}: And {word} it was.",
    "emphasis": lambda n, word: f"*{word}* is what they said.",
    "dates": lambda n, word: f"In 19{n + 10} the {word} was built.",
}


def told(text: str) -> list[str]:
    return [line for line in parse(text.encode(), "talk.x").warnings if "not prose" in line]


@pytest.mark.parametrize(("line", "what"), MACHINE.values(), ids=MACHINE)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["in rows", "with empty lines"])
def test_lines_of_a_machine_are_told(line: object, what: str, between: str) -> None:
    assert callable(line)
    found = told("A talk\n\n" + between.join(line(n, word) for n, word in enumerate(WORDS)))
    assert len(found) == 1 and what in found[0]


@pytest.mark.parametrize("line", PROSE.values(), ids=PROSE)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["in rows", "with empty lines"])
def test_what_people_write_is_not(line: object, between: str) -> None:
    assert callable(line)
    assert told("A talk\n\n" + between.join(line(n, word) for n, word in enumerate(WORDS))) == []


def test_the_heads_of_a_mailbox_are_told() -> None:
    mail = "From ann@x.org Tue Mar  5 10:00:00 2024\nFrom: Ann <ann@x.org>\nSubject: Water\n\nHow high is it?\n\n"
    assert "heads of mail" in told(mail * 2)[0]
    assert told("From Ann Tuesday came a letter.\nBen: How so?\nAnn: Thus.\n") == []
