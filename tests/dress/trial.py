"""One dress: drawn by chance, printed, read, and compared with what was said."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.dress.conventions import CONVENTIONS, Convention
from tests.dress.dialogue import Dialogue, Said, Wish, dialogue
from tests.dress.layout import Layout, text
from tests.dress.markup import MARKUPS
from tests.dress.naming import ENGLISH_STYLES
from tests.fuzz.marked import packed
from tui_reader.document.model import Kind, Turn
from tui_reader.formats import parse


class Dressed(NamedTuple):
    """A file, and what was said in it."""

    kind: str
    """How it is printed, in words: a failure is counted under it."""
    name: str
    data: bytes
    said: Dialogue


def dressed(chance: Random) -> Dressed:
    """A dialogue in a dress."""
    return _plain(chance) if chance.random() < 0.6 else _marked(chance)


def _plain(chance: Random) -> Dressed:
    convention = chance.choice(CONVENTIONS)
    layout = _layout(convention, chance)
    language = "en" if "en" in convention.languages and chance.random() < 0.6 else chance.choice(convention.languages)
    english = language == "en"
    if layout.front in ("introduction", "participants", "title page") and not english:
        layout = layout._replace(front="title")
    style = chance.choice(
        convention.styles if english else [one for one in convention.styles if one not in ENGLISH_STYLES]
    )
    if style == "office":  # the longest names: they take more than a line
        layout = layout._replace(width=None, first="", further="", pages="")
    wish = Wish(language, style, convention.directions, convention.once, convention.quoting)
    said = dialogue(wish, Random(chance.getrandbits(32)))
    if layout.pages == "numbered":
        said = said._replace(pieces=tuple(said.turns))
    kind = f"{convention.name}: {layout_words(layout)}, {language}, {style}"
    return Dressed(kind, "talk.txt", text(said, convention, layout).encode(), said)


_FRONTS = ("", "title", "title", "cast", "title page", "participants", "introduction")


def _layout(convention: Convention, chance: Random) -> Layout:
    width = chance.choice((None, 40, 60, 72)) if convention.wrapped else None
    empty = convention.empty or chance.random() < 0.6
    first, further = chance.choice((("", ""), ("", ""), ("  ", ""), ("", "    "))) if width else ("", "")
    pages = chance.choice(("", "", "feet", "heads", "numbered")) if width else ""
    if pages == "numbered" and (
        convention.languages != CONVENTIONS[0].languages or convention.alone or not convention.name.startswith("colon")
    ):
        pages = "feet"
    if convention.alone and not empty:
        pages = ""
    return Layout(width, empty, first, further, chance.choice(("", "title") if pages == "numbered" else _FRONTS), pages)


def layout_words(layout: Layout) -> str:
    """A layout for people."""
    wrapped = f"wrapped at {layout.width}" if layout.width else "not wrapped"
    empty = "empty lines" if layout.empty else "no empty lines"
    indented = f"indented {len(layout.first)}/{len(layout.further)}" if layout.first or layout.further else ""
    return ", ".join(filter(None, (wrapped, empty, indented, layout.front, layout.pages)))


def _marked(chance: Random) -> Dressed:
    markup = chance.choice(MARKUPS)
    whole = () if "capitals" in markup.name else ("ja", "zh")
    language = "en" if chance.random() < 0.6 else chance.choice(("de", "fr", "es", "it", "ru", "pl", *whole))
    style = chance.choice([one for one in markup.styles if language == "en" or one not in ENGLISH_STYLES])
    said = dialogue(
        Wish(language, style, markup.directions, markup.once, paragraphs=markup.paragraphs),
        Random(chance.getrandbits(32)),
    )
    if not markup.divided:
        said = said._replace(pieces=tuple(piece for piece in said.pieces if isinstance(piece, Said)))
    printed = markup.text(said).encode()
    data = packed(printed) if markup.file.endswith(".epub") else printed
    return Dressed(f"{markup.name}: {language}, {style}", markup.file, data, said)


def difference(dress: Dressed) -> str:
    """What was read otherwise than it was said, in a line; empty where nothing is."""
    document = parse(dress.data, dress.name)
    for number, (turn, said) in enumerate(zip(document.turns, dress.said.turns, strict=False), 1):
        if _folded(turn.label.text) != _folded(said.speaker):
            return f"turn {number} is said by {turn.label.text!r}, not {said.speaker!r}"
        read = _spoken(turn, said.direction)
        if read != (words := _letters("".join(said.paragraphs))):
            same = next((at for at, pair in enumerate(zip(read, words, strict=False)) if pair[0] != pair[1]), 0)
            at = max(0, (same or min(len(read), len(words))) - 12)
            return f"turn {number} of {said.speaker!r} has {read[at : at + 50]!r}, not {words[at : at + 50]!r}"
    if len(document.turns) != len(dress.said.turns):
        return f"{len(document.turns)} turns, not {len(dress.said.turns)}"
    people = {turn.label.text: turn.speaker for turn in document.turns}
    if len(set(people.values())) != len({_folded(one) for one in people}):
        return f"other people than labels: {people}"
    return f"lost: {document.lost.first}" if document.lost else ""


def _folded(label: str) -> str:
    """The letters and figures of a label: formats print some without their stops."""
    return "".join(filter(str.isalnum, label.casefold()))


def _spoken(turn: Turn, direction: str) -> str:
    """What the person says: no remark, and no direction where it was not told from the words."""
    words = " ".join(one.text for one in turn.passages if one.kind is not Kind.ASIDE)
    return _letters(words.replace(f"({direction})", "", 1) if direction else words)


def _letters(words: str) -> str:
    """Letters and figures alone: what is printed of a dash or a quotation mark beside a name does not count."""
    return "".join(filter(str.isalnum, words))
