"""Names printed in the text of cues, "Name: words", ">> NAME: words", "[Name] words", where the format has no voices.

Which of them are names is decided by `labels.cue_labels`, over the whole file. Knows cues; not how turns are made.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tui_reader.document.people.label_parts import same
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.cue_labels import choose_cue_sign
from tui_reader.formats.labels.shapes import cue_shape

_COLON = re.compile(r"[^\S\n]*+(?:>>+[^\S\n]*|[-–—][^\S\n]*)?([^\W_][^:：\n]{0,59})[:：](?=\s|$)")
_SQUARE = re.compile(
    r"[^\S\n]*+(?:>>+[^\S\n]*|[-–—][^\S\n]*)?\[([^\W\d_][^\]\[\n]{0,39})\](?::?[^\S\n]+(?=\S)|(?<=\d\]):?$)"
)
_ROUND = re.compile(r"[^\S\n]*+(?:>>+[^\S\n]*|[-–—][^\S\n]*)?\(([^\W\d_][^()\n]{0,39})\):?[^\S\n]*(?=\S|$)")
_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_DASHES = ("-", "–", "—")
_DASH = re.compile(r"(?<=[.?!…\"”)-]) [-–—] (?=[A-Z(\[])")
"""Between two sentences of a line, a change of speaker."""
_UNNAMED = 4
"""Changes of speaker without a name for each with one, above which the names are asides."""
_CHANGE = re.compile(r"[^\S\n]*+>>+[^\S\n]*")
_ENDS = frozenset('.?!…。！？♪)]"”’-')
_SIGNS = {"colon": _COLON, "square": _SQUARE, "round": _ROUND}
_MARKS = {"colon": ":：", "square": "[", "round": "("}
"""Characters of which a name's sign has one."""


def named(cues: list[CaptionCue], warn: Callable[[str], None] = lambda _: None) -> list[CaptionCue]:
    """The cues with the names in their text made speakers; as they are where the format itself names them.

    `warn` is given what is doubtful, in words.
    """
    if any(piece.speaker for cue in cues for piece in cue.pieces):
        return cues
    count = sum(1 for cue in cues if cue.pieces)
    by_sign = ((sign, _candidates(cues, pattern, _MARKS[sign])) for sign, pattern in _SIGNS.items())
    sign, kept = choose_cue_sign(by_sign, count)
    if kept and _mostly_unnamed(cues, _SIGNS[sign], kept):
        warn("most changes of speaker name nobody, so that the few names are not taken for speakers")
        return [_split(cue, None, frozenset()) for cue in cues]
    return [_split(cue, _SIGNS.get(sign), kept) for cue in cues]


def _label(found: re.Match[str]) -> str:
    """The name that was found before its sign, in single blanks."""
    return _in_single_blanks(found[1])


@lru_cache(1 << 12)
def _in_single_blanks(name: str) -> str:
    return " ".join(name.split())


def _candidates(cues: list[CaptionCue], pattern: re.Pattern[str], marks: str) -> list[MarkedCandidate]:
    """What might be names at the starts of the lines of cues, in order; `marks` as in `_MARKS`."""
    found: list[MarkedCandidate] = []
    ended = True
    mark, other = marks[0], marks[-1]
    for number, cue in enumerate(cues):
        for piece in cue.pieces:
            if mark not in piece.text and other not in piece.text:
                ended = last[-1] in _ENDS if (last := piece.text.rstrip()) else ended
                continue
            first = True
            for line in piece.text.strip("\n").split("\n"):
                if not line or line.isspace():
                    continue
                match = pattern.match(line)
                if match and cue_shape(label := _label(match)).possible:
                    made = (label, number, line[match.end() :], "cue", None, False, False, False, first, ended, "")
                    found.append(_new(MarkedCandidate, made))
                ended, first = line.rstrip()[-1] in _ENDS, False
    return found


def _mostly_unnamed(cues: list[CaptionCue], pattern: re.Pattern[str], kept: frozenset[str]) -> bool:
    """Whether most changes of speaker have no name, so that the few names do not say who speaks up to the next."""
    lines = [line for cue in cues for piece in cue.pieces for line in piece.text.split("\n")]
    changes = [line for line in lines if line.lstrip().startswith(_DASHES)]
    unnamed = sum(len(_DASH.findall(line)) for line in lines if " - " in line or " – " in line or " — " in line)
    if not changes and not unnamed:
        return False
    is_named = [line for line in lines if (match := pattern.match(line)) and same(_label(match)) in kept]
    unnamed += len(changes) - sum(line.lstrip().startswith(_DASHES) for line in is_named)
    return unnamed > _UNNAMED * len(is_named)


def _split(cue: CaptionCue, pattern: re.Pattern[str] | None, kept: frozenset[str]) -> CaptionCue:
    """The cue with a piece for each label in it, and for each unnamed change of speaker (">>", two dashes)."""
    if len(cue.pieces) == 1 and "\n" not in (line := cue.pieces[0].text.strip("\n")) and line.strip():
        head, said = _head(line, pattern, kept)
        if head is None:
            return cue
        pieces = (_new(CuePiece, (said, head.speaker, head.printed, ())),)
        return _new(CaptionCue, (cue.printed, cue.start, cue.end, pieces, cue.why))
    heads: list[CuePiece] = []  # speaker and print of each piece
    words: list[list[str]] = []  # and its lines
    for piece in cue.pieces:
        lines = [line for line in piece.text.split("\n") if line and not line.isspace()]
        dashes = len(lines) > 1 and sum(line.lstrip().startswith(_DASHES) for line in lines) > 1
        for line in lines:
            head, said = _head(line, pattern, kept)
            if not head and (not heads or (dashes and line.lstrip().startswith(_DASHES))):
                head = CuePiece("")
            if head:
                heads.append(head)
                words.append([said])
            else:
                words[-1].append(said)
    if len(heads) == 1 and len(cue.pieces) == 1 and not heads[0].printed:
        return cue  # as it is, with the times of its words
    joined = zip(heads, map("\n".join, words), strict=True)
    return cue._replace(pieces=tuple([CuePiece(text, head.speaker, head.printed) for head, text in joined]))


def _head(line: str, pattern: re.Pattern[str] | None, kept: frozenset[str]) -> tuple[CuePiece | None, str]:
    """The label or the sign of another speaker that begins a line, None without one; and the words behind it."""
    match = pattern.match(line) if pattern else None
    if match and same(label := _label(match)) in kept and cue_shape(label).possible:
        return CuePiece("", label, match[0].strip()), line[match.end() :]
    if ">>" in line and (change := _CHANGE.match(line)):
        return CuePiece("", None, change[0].strip()), line[change.end() :]
    return None, line
