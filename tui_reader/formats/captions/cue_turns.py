"""Cues told as turns: one run of cues of one speaker is one turn, its words in paragraphs.

Cues break sentences anywhere, so paragraphs are made of what is said: a pause, or many words, after a sentence's end.
Without any speaker it is one narrator's text. Knows cues, and not the format they were printed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_reader.document.model import Kind
from tui_reader.document.people.label_parts import same
from tui_reader.document.printed_pieces import LABEL_AGAIN
from tui_reader.document.writing_systems import unspaced
from tui_reader.formats.builder import Builder, Ref, Rest, Time
from tui_reader.formats.captions.scanner import NOBODY, CaptionCue, CuePiece
from tui_reader.named_tuple import NamedTuple

_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_PAUSE = 2.0
"""Seconds between cues after which, at a sentence's end, a paragraph begins."""
_LONG_PAUSE = 8.0
"""Seconds after which one begins anywhere."""
_FULL = 600
"""Characters after which the next sentence begins a paragraph."""
_OVERFULL = 2500
"""Characters after which the next cue does, for captions without stops."""
_ENDS = frozenset(".?!…。！？♪")
_CLOSING = "\"”’')]»"
"""Signs that end a sentence, and what may stand behind them."""
_REMARK = re.compile(r"[-–—\s]*(?:\([^()]{1,200}\)|\[[^\[\]]{1,200}\]|[♪♫#][^♪♫#]{0,400}[♪♫#]|[♪♫]+)\s*")


class Unnamed(NamedTuple):
    """What was told as the words of the speaker before."""

    cues: int
    """Cues that name nobody."""
    changes: int
    """Signs of another speaker who is not named: ">>", a second dash in one cue."""


class _ParagraphDraft:
    """The paragraph that is being put together, and whose turn it is."""

    def __init__(self, builder: Builder, apart: bool) -> None:
        self._builder, self._apart = builder, apart
        self._run: list[str | Ref | Rest | Time] = []
        self._length = 0
        self._ended = True
        self._last = ""  # the last character of it
        self._speaker: str | None = None
        self._quiet_since: float | None = None
        self.unnamed = 0
        """Cues that name nobody, told as the speaker's before."""
        self.changes = 0
        """Signs of another speaker who is not named."""

    def cue(self, cue: CaptionCue) -> None:
        """Tell one cue."""
        pause = 0.0
        if cue.start is not None and self._quiet_since is not None:
            pause = cue.start - self._quiet_since
        for number, piece in enumerate(cue.pieces):
            words = piece.text.strip()
            if not words and not piece.speaker:
                continue
            self._open(piece, pause if number == 0 else 0.0, number > 0)
            if number == 0:
                self._head(cue)
                self.unnamed += bool(self._speaker and piece.speaker is None)
            self._say(piece, words)
        if not cue.pieces:
            self._head(cue)
        if cue.end is not None:
            self._quiet_since = cue.end

    def _say(self, piece: CuePiece, words: str) -> None:
        """Add the `words` of a piece to the paragraph; a remark or a sound is a paragraph of its own."""
        if _REMARK.fullmatch(words):
            if self._length:
                self.close()
            self._run += _without_songs(words)
            self.close(Kind.ASIDE)
            self._ended = True
        elif words:
            if self._length and not (unspaced(self._last) and unspaced(words[0])):
                self._run.append("\n")
            if piece.times:
                self._run += _timed(piece)
            elif "♪" in words or "♫" in words:
                self._run += _without_songs(words)
            else:
                self._run.append(words)
            self._length += len(words)
            self._last = words[-1]
            self._ended = words.rstrip(_CLOSING)[-1:] in _ENDS

    def _head(self, cue: CaptionCue) -> None:
        if cue.printed:
            self._run += ("\n", _new(Rest, (cue.printed, cue.why)), "\n")
        if cue.start is not None:
            self._run.append(_new(Time, (cue.start, cue.end, False)))

    def _open(self, piece: CuePiece, pause: float, within: bool) -> None:
        """Begin a turn or a paragraph where this piece asks for one."""
        if piece.speaker == NOBODY and self._speaker:
            self.close()
            self._builder.end_turn()
            self._speaker = None
        if piece.speaker and not self._is_same(piece.speaker):
            self.close()
            self._builder.turn(piece.speaker, piece.printed, piece.speaker if self._apart else None)
            self._speaker = piece.speaker
            return
        wanted = within and not piece.speaker
        wanted |= pause > _LONG_PAUSE or (self._ended and pause > _PAUSE)
        wanted |= self._length > _OVERFULL or (self._ended and self._length > _FULL)
        if wanted or (piece.printed and not piece.speaker):
            self.close()
        if self._speaker and not piece.speaker and (piece.printed or within):
            self.changes += 1
        if piece.printed:
            why = LABEL_AGAIN if piece.speaker else "sign of another speaker"
            self._run += [" ", Rest(piece.printed, why), " "]

    def _is_same(self, speaker: str) -> bool:
        """Whether the turn that goes on is this speaker's."""
        last = self._speaker
        return last is not None and (speaker == last or same(speaker) == same(last))

    def close(self, kind: Kind | None = None) -> None:
        """End the paragraph."""
        if self._run:
            self._builder.add(kind or (Kind.SPEECH if self._speaker else Kind.PARAGRAPH), self._run)
        self._run, self._length = [], 0


def _without_songs(words: str) -> Iterator[str | Rest]:
    """The words, and the signs of a song as what is not said."""
    for run in re.split(r"^([♪♫]+)|([♪♫]+)$", words):
        if run:
            yield Rest(run, "sign of a song") if run[0] in "♪♫" else run


def _timed(piece: CuePiece) -> Iterator[str | Time]:
    """The words of a piece, with the time of each before it."""
    text = piece.text.rstrip()
    at = len(text) - len(text.lstrip())
    for time in piece.times:
        offset = max(at, time.offset)
        yield text[at:offset]
        yield Time(time.start, time.end, is_word=True)
        at = offset
    yield text[at:]


def tell(builder: Builder, cues: Sequence[CaptionCue], heading: str | None = None, apart: bool = False) -> Unnamed:
    """Give the builder the turns that the cues make, or one narrator's paragraphs where nobody is named.

    `heading` is printed above them; `apart`: the format tells its speakers apart, so that two names are two people.
    """
    speakers = any(piece.speaker for cue in cues for piece in cue.pieces)
    builder.part("exchange" if speakers else "captions", heading)
    telling = _ParagraphDraft(builder, apart)
    for cue in cues:
        telling.cue(cue)
    telling.close()
    return Unnamed(telling.unnamed, telling.changes)
