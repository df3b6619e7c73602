"""Names printed in the text of cues, "Name: words", ">> NAME: words", "[Name] words", where the format has no voices.

What counts is the whole file: a name that comes again, or one in the shape of those. Knows cues and English words that
are never names; not how turns are made.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from tui_reader.document.people.label_parts import same
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.labels.words import FIELDS, PARTICLES, SPEECH_VERBS

_COLON = re.compile(r"[ \t]*+(?:>>+[ \t]*|[-–—][ \t]*)?([^\W_][^:：\n]{0,59})[:：](?=\s|$)")
_SQUARE = re.compile(r"[ \t]*+(?:>>+[ \t]*|[-–—][ \t]*)?\[([^\W\d_][^\]\[\n]{0,39})\]:?[ \t]+(?=\S)")
_ROUND = re.compile(r"[ \t]*+(?:>>+[ \t]*|[-–—][ \t]*)?\(([^\W\d_][^()\n]{0,39})\):?[ \t]*(?=\S|$)")
_CHANGE = re.compile(r"[ \t]*+>>+[ \t]*")
_ABBREVIATED = re.compile(r"\b(?:(?i:Mr|Mrs|Ms|Mx|Dr|Prof|St|Jr|Sr|Sen|Rep|Gov|Gen|Col|Capt|Lt)|[A-Z])\.")
_ENDED = re.compile(r"[.?!…。！？♪)\]\"”’-]\s*$")
_SOUND_WORDS = """
    music applause laughter laughs laughing chuckles chuckling sighs inaudible unintelligible crosstalk silence
    noise cheering cheers coughs coughing gasps screams sobs crying whispers whispering beep bleep phone ringing
    foreign speaking singing blank_audio playing knocking sound sounds continues"""
_SOUNDS = frozenset(_SOUND_WORDS.split())
_MOST = 0.5
"""Share of cues with a label above which each cue is labelled and any short label counts."""


class _Line(NamedTuple):
    cue: int
    label: str
    printed: str
    rest: int
    """Where the words begin in the line."""
    first: bool
    """Whether it is the first line of its cue."""
    after_end: bool
    """Whether a sentence ended before it."""


def named(cues: list[CaptionCue]) -> list[CaptionCue]:
    """The cues with the names in their text made speakers; as they are where the format itself names them."""
    if any(piece.speaker for cue in cues for piece in cue.pieces):
        return cues
    count = sum(1 for cue in cues if cue.pieces)
    for pattern in (_COLON, _SQUARE, _ROUND):
        kept = _kept(_candidates(cues, pattern), count, pattern)
        if kept:
            return [_split(cue, pattern, kept) for cue in cues]
    return [_split(cue, None, frozenset()) for cue in cues]


def _candidates(cues: list[CaptionCue], pattern: re.Pattern[str]) -> list[_Line]:
    found: list[_Line] = []
    ended = True
    for number, cue in enumerate(cues):
        for piece in cue.pieces:
            first = True
            for line in piece.text.split("\n"):
                if not line.strip():
                    continue
                match = pattern.match(line)
                label = " ".join(match[1].split()) if match else ""
                if match and _possible(label):
                    found.append(_Line(number, label, match[0].strip(), match.end(), first, ended))
                ended, first = bool(_ENDED.search(line)), False
    return found


def _possible(label: str) -> bool:
    words = same(label).split()
    if not words or len(words) > 6 or words[-1] in SPEECH_VERBS or not any(char.isalpha() for char in label):
        return False
    if words[0] in FIELDS or "//" in label or label.lower().startswith(("http", "www")):
        return False
    return not re.search(r"[.?!,;…\"“”]", _ABBREVIATED.sub("", label))


def _shaped(label: str) -> bool:
    """Whether it is printed as names are: each word with a capital, but for particles."""
    words = re.sub(r"\([^()]*\)", "", label).split()
    return 0 < len(words) <= 4 and all(not word[0].islower() or word in PARTICLES for word in words)


def _kept(lines: list[_Line], cues: int, pattern: re.Pattern[str]) -> frozenset[str]:
    """The labels, folded, that count as names."""
    if pattern is not _COLON:
        lines = [line for line in lines if not _SOUNDS & set(same(line.label).split()) and _shaped(line.label)]
    labelled = len({line.cue for line in lines if line.first})
    most = labelled >= _MOST * cues
    if pattern is _ROUND and not most:
        return frozenset()  # what is heard, as captions for the deaf print it
    if most:
        often = Counter(same(line.label) for line in lines if line.first)
        names = {same(line.label) for line in lines if line.first and _shaped(line.label)}
        return frozenset(names | {label for label, count in often.items() if count > 1})
    shaped = [line for line in lines if _shaped(line.label)]
    uses = Counter(same(line.label) for line in shaped if line.after_end)
    kept = {label for label, count in uses.items() if count > 1}
    # Of a name that is used once, its shape and the others say that it is one; so do two names in a few cues.
    once = {same(line.label) for line in shaped if line.after_end}
    if kept or (len(once) > 1 and len(shaped) * 4 >= cues):
        kept |= once
    return frozenset(kept)


def _split(cue: CaptionCue, pattern: re.Pattern[str] | None, kept: frozenset[str]) -> CaptionCue:
    """The cue with a piece for each label in it, and for each unnamed change of speaker (">>", two dashes)."""
    heads: list[CuePiece] = []  # speaker and print of each piece
    words: list[list[str]] = []  # and its lines
    for piece in cue.pieces:
        lines = [line for line in piece.text.split("\n") if line.strip()]
        dashes = sum(line.lstrip().startswith(("-", "–", "—")) for line in lines) > 1
        for line in lines:
            match = pattern.match(line) if pattern else None
            label = " ".join(match[1].split()) if match else ""
            change = _CHANGE.match(line)
            if match and same(label) in kept and _possible(label):
                heads.append(CuePiece("", label, match[0].strip()))
                words.append([line[match.end() :]])
            elif change:
                heads.append(CuePiece("", None, change[0].strip()))
                words.append([line[change.end() :]])
            elif not heads or (dashes and line.lstrip().startswith(("-", "–", "—"))):
                heads.append(CuePiece(""))
                words.append([line])
            else:
                words[-1].append(line)
    joined = zip(heads, map("\n".join, words), strict=True)
    return cue._replace(pieces=tuple([CuePiece(text, head.speaker, head.printed) for head, text in joined]))
