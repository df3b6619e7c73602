"""Doubts about a document that was read: labels and lines that may have been taken for something else, worst first.

Each has the decision that corrects it. They are found in the document itself, whatever format it had, and only when
somebody asks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from tui_reader.document.columnar import printed_labels
from tui_reader.document.decision import Decision, Verb
from tui_reader.document.model import Document, Kind, Turn
from tui_reader.document.turn_corrections import ADDED, first_place
from tui_reader.formats.labels.conventions import CONVENTIONS
from tui_reader.formats.labels.shapes import shape
from tui_reader.named_tuple import NamedTuple

MOST = 50
"""Doubts that are listed."""
_SEARCHED = 20_000
"""Turns that are looked through."""
_MOST_LABELS = 200
"""Labels that are looked for within speech."""
_FEW = 2
"""Uses of a label that may be none."""
_ALIKE = 0.8
"""The share of turns from which on the others are unlike them."""
_LEAST_TURNS = 10
_BY_PRINT = frozenset(("transcript", "markdown"))
"""Formats in which the print of a name alone tells that it is one."""
_OWN_TEXT = frozenset(("transcript", "fountain"))
"""Formats whose document has the text of the file, line by line."""
_FIRST, _SHOWN = 6, 72
"""Words by which a place is known, and characters of it that are shown."""
_ENDS = re.compile(r"[.?!…。！？:;—–-][\"'”’»)\]]*$")
_COLON = next(one for one in CONVENTIONS if one.name == "colon")


class Doubt(NamedTuple):
    """A place whose reading is unsure."""

    taken_for: str
    """"speaker" or "speech"."""
    because: str
    turn: int
    """The number of the turn that it is in."""
    place: int
    """The index of its first character in `Document.text`."""
    correction: Decision
    """What corrects it, if it is wrong."""
    option: str
    """The same as an option of `tui-reader people`."""
    text: str
    """The first words at the place, as printed."""
    about: str = ""
    """What is confirmed if it is right: a label, or the first words."""
    line: int | None = None
    """The number of the line in the file, from 1; None where markup or data stand around the words."""

    @property
    def told(self) -> str:
        """For people, in one line."""
        where = f"Line {self.line}" if self.line else f"Turn {self.turn}"
        taken_for = "a speaker" if self.taken_for == "speaker" else "speech"
        return f'{where}, taken for {taken_for}: "{self.text}": {self.because}.'

    def to_json(self) -> dict[str, Any]:
        """As `inspect --json` has it."""
        return {
            "line": self.line, "text": self.text, "taken_for": self.taken_for, "because": self.because,
            "turn": self.turn, "option": self.option,
        }  # fmt: skip


def doubts(document: Document) -> list[Doubt]:
    """What may have been misunderstood, the worst first: at most MOST, without what is confirmed or corrected."""
    turns = list(islice(document.turns, _SEARCHED))
    uses = Counter(label for part in document.parts for label in printed_labels(part))
    right = {*document.confirmed, *(label for one in document.people if one.given for label in one.labels)}
    added = {label for one in document.people if ADDED in one.evidence for label in one.labels}
    corrected = {one.place for one in document.corrections}
    found: dict[str, Doubt] = {}
    for doubt in (
        *_labels_within_speech(turns, uses),
        *_unlike_labels(document, turns, uses),
        *_like_labels(document, turns, uses),
        *_divided_sentences(turns),
    ):
        words = doubt.text[: 4 * _SHOWN].split()
        about = doubt.about or " ".join(words[:_FIRST])
        if about in right or about in found or doubt.place in corrected:
            continue
        if about in added and doubt.taken_for == "speaker":
            continue
        line = document.text.count("\n", 0, doubt.place) + 1 if document.format in _OWN_TEXT else None
        shown = " ".join(words)
        shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
        found[about] = doubt._replace(about=about, text=shown, line=line)
        if len(found) == MOST:
            break
    return [*found.values()]


def _labels_within_speech(turns: Sequence[Turn], uses: Mapping[str, int]) -> Iterator[Doubt]:
    """Labels of speakers that stand, with their colon, after the end of a sentence within a speech."""
    labels = [label for label, number in uses.items() if number > 1 and len(label) > 1][:_MOST_LABELS]
    if not labels:
        return
    within = re.compile(rf"(?<=[.?!…\"”’)\]—-] )({'|'.join(map(re.escape, labels))})(?=:\s)")
    for turn in turns:
        for start, found in _searched(turn, within):
            place = _place(turn, start)
            yield Doubt(
                "speech", f"{found} is a speaker elsewhere", turn.number, place,
                Decision(Verb.SPLIT_TURN, str(place), found),
                f"--split-turn {turn.number}@{start}={_quoted(found)}",
                turn.text[start:],
            )  # fmt: skip


def _searched(turn: Turn, expression: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """What an expression finds in the speech of a turn: the index into the turn's text, and the words."""
    offset = 0
    for passage in turn.passages:
        if passage.kind is Kind.SPEECH:
            yield from ((offset + found.start(), found[0]) for found in expression.finditer(passage.text))
        offset += len(passage.text) + 1


def _unlike_labels(document: Document, turns: Sequence[Turn], uses: Mapping[str, int]) -> Iterator[Doubt]:
    """Labels that are used once or twice, where nearly all others are printed in another way."""
    if len(turns) < _LEAST_TURNS:
        return
    by_print = document.format in _BY_PRINT and _are_strong(uses)
    for turn in sorted(turns, key=lambda turn: -len(turn.text)):
        label = turn.label.text
        looks = shape(label)
        if uses[label] > _FEW or " & " in label:
            continue
        if not looks.possible or looks.field:
            why = looks.words
        elif looks.strong or not by_print:
            continue
        else:
            why = "printed unlike the other names"
        times = "once" if uses[label] == 1 else "twice"
        place = turn.label.span.start if turn.label.span.end > turn.label.span.start else first_place(turn)
        yield Doubt(
            "speaker", f"used {times}, {why}", turn.number, place, Decision(Verb.UNMARK, label),
            f"--unmark {_quoted(label)}", f"{label}: {turn.text}", label,
        )  # fmt: skip


def _like_labels(document: Document, turns: Sequence[Turn], uses: Mapping[str, int]) -> Iterator[Doubt]:
    """Paragraphs within a speech that begin with what is printed as a name, before a colon."""
    if document.format not in _BY_PRINT:
        return
    strong = _are_strong(uses)
    for turn in turns:
        offset = 0
        for number, passage in enumerate(turn.passages):
            text = passage.text
            found = _COLON.match(text, 0, len(text)) if number and ":" in text[:64] else None
            if found and passage.kind is Kind.SPEECH and _is_like_label(found.text, uses, strong):
                place = _place(turn, offset)
                known = "a speaker elsewhere" if found.text in uses else "printed as a name"
                yield Doubt(
                    "speech", f"{found.text} is {known}", turn.number, place,
                    Decision(Verb.SPLIT_TURN, str(place), found.text),
                    f"--split-turn {turn.number}@{offset}={_quoted(found.text)}", text, found.text,
                )  # fmt: skip
            offset += len(text) + 1


def _are_strong(uses: Mapping[str, int]) -> bool:
    """Whether nearly all turns have labels that are such by their shape alone."""
    return sum(number for label, number in uses.items() if shape(label).strong) >= _ALIKE * sum(uses.values())


def _is_like_label(words: str, uses: Mapping[str, int], strong: bool) -> bool:
    """Whether words are a speaker's label, or look like one beside labels that are `strong` by their shape, or not."""
    looks = shape(words)
    return words in uses or (looks.strong if strong else looks.named and not looks.field)


def _divided_sentences(turns: Sequence[Turn]) -> Iterator[Doubt]:
    """Turns that begin in small letters after one of somebody else without a stop at its end, which others have."""
    ended = [bool(_ENDS.search(turn.text)) for turn in turns]
    if sum(ended) < _ALIKE * len(turns):
        return
    for (before, has_end), (turn, _) in pairwise(zip(turns, ended, strict=True)):
        if not has_end and before.speaker != turn.speaker and turn.text[:1].islower() and before.text[-1:].isalpha():
            place = first_place(turn)
            yield Doubt(
                "speech", "a sentence of the turn before goes on", turn.number, place,
                Decision(Verb.JOIN_TURN, str(place)), f"--join-turn {turn.number}", turn.text,
            )  # fmt: skip


def _place(turn: Turn, offset: int) -> int:
    """The index into `Document.text` of a character of a turn's text."""
    for passage in turn.passages:
        if offset < len(passage.text):
            for start, end in passage.spans:
                if offset < end - start:
                    return start + offset
                offset -= end - start
        offset -= len(passage.text) + 1
    return -1


def _quoted(words: str) -> str:
    """Words as they are typed in a shell."""
    from shlex import quote

    return quote(words)
