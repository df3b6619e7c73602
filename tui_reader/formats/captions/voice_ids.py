"""Speakers of whom a file has only a key, a UUID or a hash: they are numbered, as nobody would say the key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tui_reader.formats.captions.scanner import NOBODY, CaptionCue

_ID = re.compile(r"[\da-fA-F]{8}-[\da-fA-F-]{27}(?:@\S*)?|[\da-f]{16,}|(?=\S*\d)\S{41,}|\d{5,}")
"""A speaker's key that no person would say: a UUID, a hash, a long number."""
_UNKNOWN = frozenset((
    "unknown", "unknown speaker", "speaker unknown", "unidentified", "unnamed speaker", "uu", "u_ukn", "spk_unk",
    "spk_unknown", "none", "null", "undefined", "n/a", "?",
))  # fmt: skip
"""Names of nobody, in small letters."""


def is_nobody(label: str) -> bool:
    """Whether a label says that it is not known who speaks."""
    return label.casefold() in _UNKNOWN


def names_of_ids(speakers: Iterable[str | None]) -> Mapping[str, str]:
    """ "Speaker 1" and so on by the keys among the speakers, in their order."""
    keys = dict.fromkeys(one for one in speakers if one and _ID.fullmatch(one))
    return {key: f"Speaker {number}" for number, key in enumerate(keys, 1)}


def numbered(cues: Sequence[CaptionCue]) -> list[CaptionCue]:
    """The cues with numbers for the voices of whom only a key is known, and nobody for unknown ones."""
    voices = dict.fromkeys(piece.speaker for cue in cues for piece in cue.pieces if piece.speaker)
    names = {**names_of_ids(voices), **{voice: NOBODY for voice in voices if is_nobody(voice)}}
    if not names:
        return list(cues)
    return [
        cue._replace(
            pieces=tuple(
                piece._replace(speaker=names[piece.speaker], printed=names[piece.speaker] or piece.printed)
                if piece.speaker in names
                else piece
                for piece in cue.pieces
            )
        )
        for cue in cues
    ]
