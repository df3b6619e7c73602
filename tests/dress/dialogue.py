"""An invented dialogue, drawn by chance: who says what, with headings and remarks between. Knows no print."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from tests.dress.naming import labels
from tests.dress.wording import WORDINGS, Wording


class Said(NamedTuple):
    """A turn."""

    speaker: str
    paragraphs: tuple[str, ...]
    direction: str = ""
    """How it is said, printed in brackets beside the name; empty where nothing is."""


class Between(NamedTuple):
    """What is said by nobody between two turns."""

    words: str
    heading: bool
    """Whether it is a heading; else a remark in brackets."""


class Dialogue(NamedTuple):
    """What is printed, and what must be read back."""

    language: str
    title: str
    pieces: tuple[Said | Between, ...]

    @property
    def turns(self) -> list[Said]:
        """Those of the pieces that somebody says."""
        return [piece for piece in self.pieces if isinstance(piece, Said)]

    @property
    def people(self) -> list[str]:
        """The labels in the order of their first turns."""
        return list(dict.fromkeys(turn.speaker for turn in self.turns))


class Wish(NamedTuple):
    """What a print allows of a dialogue."""

    language: str
    style: str
    """Of the names: one of `naming.STYLES`."""
    directions: bool
    once: bool
    """Whether some may speak only once."""
    quoting: bool = True
    paragraphs: bool = True
    """Whether a turn may have several."""


def dialogue(wish: Wish, chance: Random) -> Dialogue:
    """A dialogue of 2 to 30 people and 6 to 60 turns."""
    wording = WORDINGS[wish.language]
    people = labels(wish.language, wish.style, chance.choice((2, 2, 2, 3, 3, 4, 4, 6, 10, 30)), chance)
    speakers = _order(people, wish.once, chance)
    quoting = chance.sample(wording.quoting, len(wording.quoting)) if wish.quoting else []
    told = wish.directions and chance.random() < 0.5
    turns = [
        Said(
            name,
            _paragraphs(wording, wish, quoting, chance),
            chance.choice(wording.directions) if told and chance.random() < 0.2 else "",
        )
        for name in speakers
    ]
    return Dialogue(wish.language, chance.choice(wording.titles), tuple(_with_between(turns, wording, chance)))


def _order(people: Sequence[str], once: bool, chance: Random) -> list[str]:
    """Who speaks, nobody twice in a row: most of them several times, with `once` some a single time."""
    often = people[: max(2, len(people) * 2 // 3)] if once else people
    order: list[str] = []
    for _ in range(chance.choice((2, 3, 3, 5) if once else (3, 4))):
        round = chance.sample(often, len(often))
        if order and round[0] == order[-1]:
            round.reverse()
        order += round
    for name in people[len(often) :]:
        order.insert(chance.randrange(1, len(order)), name)
    return order


def _paragraphs(wording: Wording, wish: Wish, quoting: list[str], chance: Random) -> tuple[str, ...]:
    number = chance.choice((1, 1, 1, 1, 2, 3)) if wish.paragraphs else 1
    return tuple(_paragraph(wording, quoting, index, chance) for index in range(number))


def _paragraph(wording: Wording, quoting: list[str], index: int, chance: Random) -> str:
    """A word, a few sentences, or a dozen, with each of those that are `quoting` once; a turn may be a word."""
    if not index and chance.random() < 0.2:
        return chance.choice(wording.short)
    said = chance.choices(wording.sentences, k=chance.choice((1, 1, 1, 2, 2, 2, 3, 3, 4, 12)))
    if quoting and chance.random() < 0.3:
        said[chance.randrange(len(said))] = quoting.pop()
    return wording.blank.join(said)


def _with_between(turns: Sequence[Said], wording: Wording, chance: Random) -> list[Said | Between]:
    """The turns with headings before some of them, the first one too, or with remarks between some of them."""
    kind = chance.choice(("", "", "headings", "remarks"))
    pieces: list[Said | Between] = []
    if kind == "headings":
        row = chance.choice(wording.headings)
        step = max(3, -(-len(turns) // len(row)))
        for index, turn in enumerate(turns):
            if index % step == 0:
                pieces.append(Between(row[index // step], True))
            pieces.append(turn)
        return pieces
    for turn in turns:
        pieces.append(turn)
        if kind == "remarks" and turn is not turns[-1] and chance.random() < 0.1:
            pieces.append(Between(_sentence(chance.choice(wording.directions)), False))
    return pieces


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + ("。" if words[-1] > "\u3000" else ".")
