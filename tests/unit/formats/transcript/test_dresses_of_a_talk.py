"""An invented talk has the same turns however it is printed: wrapped or not, with and without empty lines."""

from __future__ import annotations

import random
import textwrap

import pytest

from tui_reader.formats.transcript import parse

FIRST = (
    "Anna",
    "Ben",
    "Carla",
    "David",
    "Edith",
    "Frank",
    "Greta",
    "Henry",
    "Ivan",
    "Julia",
    "Karl",
    "Jean-Luc",
    "Émile",
    "Žofie",
)
LAST = (
    "Berg",
    "Roth",
    "Sand",
    "Holm",
    "Ferris",
    "Roe",
    "Vance",
    "Dorn",
    "Ashe",
    "O'Neil",
    "Moreau",
    "Novák",
    "Petrov",
    "Weiss",
)
SENTENCES = (
    "The boats came in late last night.",
    "Is there anything left for us to do?",
    "Yes.",
    "No, not at all!",
    "He told me: the mill is closed.",
    "There were three of them: a cook, a carter and a boy.",
    "We took the long road, the one over the hill, and it rained all day, so that nobody said a word about the price.",
)

Turns = list[tuple[str, str]]


def talk(draw: random.Random) -> list[tuple[str, list[str]]]:
    """Who speaks, and in which paragraphs; each third person or so speaks once."""
    style = draw.choice(["{0}", "{0} {1}", "Mr. {1}", "{2}", "{3} {2}"])
    number = draw.choice([2, 3, 4, 8, 14])
    people = zip(draw.sample(FIRST, number), draw.sample(LAST, number), strict=True)
    names = [style.format(first, last, last.upper(), first.upper()) for first, last in people]
    often, once = names[: max(2, 2 * number // 3)], names[max(2, 2 * number // 3) :]
    speakers: list[str] = []
    for _ in range(draw.choice([6, 12, 30])):
        speakers.append(draw.choice([name for name in often if name not in speakers[-1:]]))
    for name in once:
        speakers.insert(draw.randrange(1, len(speakers)), name)
    return [
        (name, [" ".join(draw.choices(SENTENCES, k=draw.randint(1, 4)))] * draw.choice([1, 1, 1, 2]))
        for name in speakers
    ]


def printed(turns: list[tuple[str, list[str]]], width: int | None, empty: bool, title: bool) -> str:
    """The talk as plain text, its lines of at most `width` characters."""
    blocks = []
    for name, said in turns:
        paragraphs = said if empty else [" ".join(said)]
        for index, words in enumerate(paragraphs):
            line = words if index else f"{name}: {words}"
            blocks.append("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) if width else line)
    return ("Talk on the Quay\n\n" if title else "") + ("\n\n" if empty else "\n").join(blocks) + "\n"


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize("width", [40, 60, 72, None])
def test_a_talk_has_the_same_turns_in_each_print(width: int | None, empty: bool) -> None:
    for seed in range(12):
        draw = random.Random(seed)
        turns = talk(draw)
        document = parse(printed(turns, width, empty, draw.random() < 0.5), "talk.txt", "0" * 64)
        read = [
            (turn.label.text, " ".join(one.text for one in turn.passages))
            for part in document.parts
            for turn in part.turns
        ]
        assert read == [(name, " ".join(said)) for name, said in turns], f"seed {seed}"


def test_chinese_wrapped_without_blanks_has_its_turns() -> None:
    words = "這個港口已經有很長的歷史了，昨天晚上又有很多船回來，可是沒有人知道價錢。" * 3
    lines = [line for name in ("陳議員：", "黃議員︰") * 3 for line in (*textwrap.wrap(name + words, 30), "")]
    document = parse("\n".join(lines), "talk.txt", "0" * 64)
    assert [(turn.label.text, len(turn.passages)) for turn in document.turns] == [("陳議員", 1), ("黃議員", 1)] * 3


def test_chinese_sentences_of_a_line_each_are_not_wrapped() -> None:
    document = parse("陳議員　昨天晚上又有很多船回來了。\n黃議員　沒有人知道價錢是多少。\n" * 4, "talk.txt", "0" * 64)
    assert len(document.turns) == 8
