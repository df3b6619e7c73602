"""What the options of `tui-reader people` say about single turns, as decisions: --split-turn, --join-turn, --turn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui_reader.cleaning import one_line
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position, Turn
from tui_reader.document.turn_corrections import first_place, split_place
from tui_reader.errors import UsageError

_FORMS = {
    Verb.SPLIT_TURN: (r"(\d{1,9})@(\d{1,9})(?:=(.+))?", "12@140, or 12@140=GWB"),
    Verb.JOIN_TURN: (r"(\d{1,9})()()", "13"),
    Verb.GIVE_TURN: (r"(\d{1,9})()=(.+)", "12=GWB"),
}


def turn_decisions(document: Document, typed: Mapping[Verb, Sequence[str]]) -> list[Decision]:
    """The decisions that options say, by the Verb that is the option's name; turns have their numbers in `document`.

    Raises UsageError for words that are no such option, and where the document has no such turn or place.
    """
    found = []
    for verb, (form, example) in _FORMS.items():
        for words in typed.get(verb, ()):
            said = re.fullmatch(form, words, re.ASCII)
            number, offset, name = said.groups() if said else ("", "", "")
            name = one_line(name or "")
            if not number or ("=" in words and not name):
                raise UsageError(f"--{verb} {words!r}: write it as --{verb} {example}.")
            turn = _turn(document, int(number))
            place = first_place(turn)
            if verb is Verb.SPLIT_TURN:
                place = _split(document, turn, int(offset))
            if verb is Verb.JOIN_TURN and any(part.turns and part.turns[0] == turn for part in document.parts):
                raise UsageError(f"--join-turn {words}: there is no turn before it in its part.")
            found.append(Decision(verb, str(place), name))
    return found


def _turn(document: Document, number: int) -> Turn:
    if not 0 < number <= len(document.turns):
        raise UsageError(f"{document.name} has no turn {number}; it has {len(document.turns)}.")
    return document.turns[number - 1]


def _split(document: Document, turn: Turn, offset: int) -> int:
    """The place in the text of the character at index `offset` of a turn's text."""
    page = next(page for page in document.pages if page.turn and page.turn.number == turn.number)
    place = split_place(document, Position(page.index, min(offset, len(page.text))))
    if place is None:
        raise UsageError(
            f"Turn {turn.number} cannot be split at character {offset}: a word must be before it and one after it."
        )
    return place
