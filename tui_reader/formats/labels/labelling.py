"""The labels of a document in plain print, and its paragraphs divided where one begins within them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from tui_reader.formats.labels import questions_in_line
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.clock_times import stamp_end
from tui_reader.formats.labels.conventions import COMPANION, CONVENTIONS, Convention
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.speeches_in_line import cut, within_lines
from tui_reader.formats.paragraphs import Paragraph

_SENTENCE_ENDS = frozenset(".?!…:;—-_\"'”’)]。！？」』）")
_FEW_LABELS = 200
_BY_NAME = {one.name: one for one in CONVENTIONS}
_COLON, _STOP, _WIDE = _BY_NAME["colon"], _BY_NAME["stop"], _BY_NAME["wide"]
"""The conventions whose labels may begin a line below another speech, without an empty line between."""
_ENCLOSED = {"emphasized": "_*", "bracketed": "[<"}
"""Those whose labels have signs on both sides, and these signs."""
_IN_BLOCK = {"stamped": "0123456789", "dash": "—–-", "unsigned": ("   ", "\t")}
"""Those that may with their signs, where no empty lines divide the speeches: elsewhere they often begin a line."""
_LINES_OF_BLOCK = 5
"""Lines for each block from which a text has no empty lines between its speeches."""


class Labelling:
    """The labels of a document: paragraph by paragraph."""

    def __init__(self, convention: Convention | None = None, at: dict[int, LabelCandidate] | None = None) -> None:
        self.convention = convention
        self.at = at or {}
        """By index of the paragraph, in order."""
        self.timed = False
        """Whether times stand before labels."""
        self.printers: Sequence[int] = ()
        """Paragraphs that begin or end what the printer of a file adds."""


def openings(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], set[int]]:
    """The paragraphs, divided before each line that begins as a labelled speech does; and the indices of the new ones.

    Such a line begins with a name, the line above ends a sentence. `rejoined` undoes it where the name is no label.
    """
    if not any(paragraph.breaks for paragraph in paragraphs):
        return list(paragraphs), set()
    divided: list[Paragraph] = []
    new: set[int] = set()
    lines = [len(paragraph.breaks) + 1 for paragraph in paragraphs]
    blocks = sum(paragraph.gap > 0 for paragraph in paragraphs)
    undivided = sum(lines) >= _LINES_OF_BLOCK * blocks or 2 * max(lines) > sum(lines)
    tried = [name for name, signs in (_ENCLOSED | _IN_BLOCK).items() if any(sign in text for sign in signs)]
    signed = [
        _COLON,
        *(_BY_NAME[name] for name in tried if name in _ENCLOSED or undivided or _below(text, paragraphs, name)),
    ]
    for paragraph in paragraphs:
        at = [
            line
            for line in paragraph.breaks
            if _opens(text, line, paragraph, signed) and not _is_in_bracket(text, paragraph, line)
        ]
        if not at:
            divided.append(paragraph)
            continue
        for start, end in pairwise([paragraph.start, *at, paragraph.end]):
            if start != paragraph.start:
                new.add(len(divided))
            stop = end if end == paragraph.end else start + len(text[start:end].rstrip())
            breaks = paragraph.breaks[bisect_right(paragraph.breaks, start) : bisect_left(paragraph.breaks, end)]
            divided.append(Paragraph(start, stop, 0 if start != paragraph.start else paragraph.gap, breaks))
    return divided, new


def _below(text: str, paragraphs: Sequence[Paragraph], name: str) -> bool:
    """Whether a name by this convention stands right below another paragraph, without an empty line between."""
    match = _BY_NAME[name].match
    return any(one.start and not one.gap and _is_name(match(text, one.start, one.end)) for one in paragraphs)


def rejoined(text: str, paragraphs: Sequence[Paragraph], new: Collection[int], labelling: Labelling) -> list[Paragraph]:
    """The paragraphs without the divisions that mean nothing, where no label stands: the `new` ones of `openings`, and
    lines that go on in the middle of a sentence. The labelling is brought up to date.
    """
    if len(labelling.at) == len(paragraphs):
        return list(paragraphs)
    joined: list[list[Paragraph]] = []
    places: list[int] = []
    for index, one in enumerate(paragraphs):
        if index not in labelling.at and (index in new or (joined and _goes_on(text, joined[-1][-1], one))):
            joined[-1].append(one)
        else:
            joined.append([one])
        places.append(len(joined) - 1)
    made = [pieces[0] if len(pieces) == 1 else _one(pieces) for pieces in joined]
    labelling.at = {places[index]: found for index, found in labelling.at.items()}
    labelling.printers = [places[index] for index in labelling.printers]
    return made


def _one(pieces: Sequence[Paragraph]) -> Paragraph:
    """The paragraph that several are pieces of."""
    breaks = [
        line for number, piece in enumerate(pieces) for line in (*((piece.start,) if number else ()), *piece.breaks)
    ]
    return Paragraph(pieces[0].start, pieces[-1].end, pieces[0].gap, tuple(breaks))


def _goes_on(text: str, above: Paragraph, below: Paragraph) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    last = text[above.end - 1]
    return not below.gap and text[below.start].islower() and (last.isalpha() or last == ",")


def _opens(text: str, line: int, paragraph: Paragraph, signed: Sequence[Convention]) -> bool:
    """Whether the line that begins there begins as a labelled speech does, after the end of a sentence.

    `signed` are conventions that are tried besides names before a wide blank or a stop.
    """
    above = text[_end_above(text, line)]
    if above not in _SENTENCE_ENDS:
        return False
    line = stamp_end(text, line, paragraph.end)
    if line == paragraph.end or text[line].islower():
        return False
    if any(_is_name(one.match(text, line, paragraph.end)) for one in signed) or _WIDE.match(text, line, paragraph.end):
        return True
    stop = _STOP.match(text, line, paragraph.end) if above not in ":;" else None
    return stop is not None and not stop.figure and shape(stop.text).strong


def _is_name(found: LabelCandidate | None) -> bool:
    looks = shape(found.text) if found else None
    return looks is not None and looks.named and not looks.field


def divide(text: str, paragraphs: Sequence[Paragraph], labelling: Labelling) -> list[Paragraph]:
    """The paragraphs, divided where a wrapped line begins with a kept label and the line above ends a sentence."""
    convention = labelling.convention
    kept = {found.text for found in labelling.at.values()}
    few = tuple(label.split(None, 1)[0] for label in kept) if len(kept) <= _FEW_LABELS else ()
    tried = [convention] if convention else []
    if few and "Q" in kept:
        tried = [COMPANION, *(one for one in CONVENTIONS if one is not COMPANION)]
    paragraphs = questions_in_line.divided(text, paragraphs)
    within = within_lines(text, convention, kept) if convention else None
    if within:
        kept |= {found[1] for found in within.finditer(text)}
        few = tuple(label.split(None, 1)[0] for label in kept)
        paragraphs = cut(text, paragraphs, within)
    divided: list[Paragraph] = []
    for paragraph in paragraphs:
        if not paragraph.breaks:
            divided.append(paragraph)
            continue
        start, above = paragraph.start, 0
        gap = paragraph.gap
        for number, line in enumerate(paragraph.breaks):
            end = _end_above(text, line)
            ended = text[_before_number(text, end) if within else end] in _SENTENCE_ENDS
            below_title = not divided and not number
            if convention is None or not (ended or below_title):
                continue
            if few and not text.startswith(few, line):
                continue
            found = next(filter(None, (one.match(text, line, paragraph.end) for one in tried)), None)
            if found and found.text in kept and not _is_in_bracket(text, paragraph, line):
                divided.append(Paragraph(start, end + 1, gap, paragraph.breaks[above:number]))
                start, above, gap = line, number + 1, 0
        divided.append(Paragraph(start, paragraph.end, gap, paragraph.breaks[above:]))
    return divided


def _is_in_bracket(text: str, paragraph: Paragraph, line: int) -> bool:
    """Whether a line begins within a remark in square brackets, which names people: `[Enter ANNA, BORIS behind.]`"""
    begin = text.rfind("[", paragraph.start, line)
    return begin >= 0 and text.find("]", begin, line) < 0 and text.find("]", line, paragraph.end) >= 0


def _end_above(text: str, line: int) -> int:
    """Where the last character of the line above stands."""
    end = text.rfind("\n", 0, line)
    while text[end].isspace():
        end -= 1
    return end


def _before_number(text: str, end: int) -> int:
    """Where the words end before the number of a verse that ends there."""
    while end > 0 and (text[end].isdecimal() or text[end].isspace()):
        end -= 1
    return end
