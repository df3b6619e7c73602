"""Stretches of the source made into passages: white space folded, each character's place kept.

Knows spans and passages, and nothing of formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_reader.document.model import Kind, Mark, Passage, Span
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_ODD_BLANKS = lazy_re(r"\s{2,}|[^\S ]")
"""White space that is not one plain blank."""


_new = tuple.__new__
"""The quick way to 100,000 named tuples."""


class PrintedMark(NamedTuple):
    """A mark as it stands in the source."""

    note: str
    span: Span


def trim(text: str, start: int, end: int) -> Span:
    """The stretch without white space at its ends."""
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip()))


def occurrences(sign: str, text: str) -> Iterator[int]:
    """Where the sign stands in the text: for one that is rare, much quicker than an expression."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def passage(
    kind: Kind,
    text: str,
    start: int,
    end: int,
    marks: Sequence[PrintedMark] = (),
    left_out: Sequence[Span] = (),
    before: int = 0,
) -> Passage:
    """The passage that `text[start:end]` prints, without its `marks` and what is `left_out`, both in order.

    White space is folded to single blanks; of verse the line feeds stay. Where `text` is a piece of the document's,
    `before` characters of that stand before it: the passage's own spans count from there.
    """
    if left_out and not marks:
        start, left_out = _without_leading(text, start, left_out)
    if not marks and not left_out:
        stretch = text[start:end]
        bare = stretch.strip()
        if not _has_odd_blanks(bare):
            start += before
            if bare and bare[0] != stretch[0]:
                start += len(stretch) - len(stretch.lstrip())
            return _new(Passage, (kind, bare, (_new(Span, (start, start + len(bare))),) if bare else (), ()))
    cuts = sorted([*((mark.span, mark.note) for mark in marks), *((span, None) for span in left_out)])
    folding = _Folding(text, lines=kind is Kind.VERSE)
    placed: list[Mark] = []
    for (cut_start, cut_end), note in [*cuts, (Span(end, end), None)]:
        folding.add(start, cut_start)
        if note is not None:
            placed.append(Mark(note, folding.length_so_far, Span(before + cut_start, before + cut_end)))
        start = cut_end
    folding.end()
    spans = [Span(before + one.start, before + one.end) for one in folding.spans] if before else folding.spans
    return Passage(kind, "".join(folding.words), tuple(spans), tuple(placed))


def _without_leading(text: str, start: int, left_out: Sequence[Span]) -> tuple[int, Sequence[Span]]:
    """The start after what is left out before the first word, such as the time of a caption; the further ones."""
    leading = 0
    while leading < len(left_out) and not text[start : left_out[leading].start].strip():
        start = left_out[leading].end
        leading += 1
    return start, left_out[leading:]


class _Folding:
    """Words of a text put together with single blanks between them; `spans` are the places that they come from."""

    __slots__ = ("_blank", "_length", "_lines", "_text", "spans", "words")

    def __init__(self, text: str, lines: bool) -> None:
        """With `lines`, line feeds stay."""
        self.words: list[str] = []
        self.spans: list[Span] = []
        self._text, self._lines = text, lines
        self._length, self._blank = 0, True

    @property
    def length_so_far(self) -> int:
        """Characters up to here, without a blank at the end."""
        return self._length - self._blank if self._length else 0

    def add(self, start: int, end: int) -> None:
        """Add a stretch of the text."""
        text, words, spans, blank = self._text, self.words, self.spans, self._blank
        for piece in _pieces(text, start, end, self._lines):
            first, last = piece
            word = text[first:last]
            if blank and word[0].isspace():
                word, first = word[1:], first + 1
                if not word:
                    continue
            if word[0].isspace():
                word = ("\n" if self._lines and word[0] == "\n" else " ") + word[1:]
            words.append(word)
            if spans and spans[-1].end == first:
                spans[-1] = _new(Span, (spans[-1].start, last))
            else:
                spans.append(_new(Span, (first, last)))
            self._length += len(word)
            blank = word[-1].isspace()
        self._blank = blank

    def end(self) -> None:
        """Take away a blank at the end."""
        if self.words and self._blank:
            self.words[-1] = self.words[-1][:-1]
            self.spans[-1] = Span(self.spans[-1].start, self.spans[-1].end - 1)
            if self.spans[-1].start == self.spans[-1].end:
                self.spans.pop()


def as_printed(kind: Kind, text: str, start: int, end: int) -> Passage:
    """As `passage`, for a stretch without white space at its ends, line feeds, tabs, and two blanks in a row."""
    stretch = text[start:end]
    if stretch and (stretch.isascii() or stretch.isprintable()):
        return _new(Passage, (kind, stretch, (_new(Span, (start, end)),), ()))
    return passage(kind, text, start, end)


def _has_odd_blanks(stretch: str) -> bool:
    """Whether folding changes the stretch between its ends; most are plain, and this says so quickly."""
    if "\n" in stretch or "  " in stretch or "\t" in stretch:
        return True
    if stretch.isascii() or stretch.isprintable():  # no white space but the blank is printable
        return False
    return bool(_ODD_BLANKS.search(stretch))


def _pieces(text: str, start: int, end: int, lines: bool) -> list[tuple[int, int]]:
    """`start` to `end` without the white space that folding drops: of each run of it, only one stays.

    That is the first, or the first line feed where `lines` are kept.
    """
    if start < end and not _has_odd_blanks(text[start:end]):
        return [(start, end)]
    pieces: list[tuple[int, int]] = []
    for odd in _ODD_BLANKS.finditer(text, start, end):
        if odd.start() > start:
            pieces.append((start, odd.start()))
        kept = text.find("\n", odd.start(), odd.end()) if lines else -1
        kept = odd.start() if kept < 0 else kept
        pieces.append((kept, kept + 1))
        start = odd.end()
    if start < end:
        pieces.append((start, end))
    return pieces
