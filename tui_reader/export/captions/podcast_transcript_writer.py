"""A podcast transcript as JSON after Podcasting 2.0: a segment for each word, or each cue without word times.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui_reader.export.captions.cue_splitting import Cue, CueWord, cues
from tui_reader.export.rendering import Rendering
from tui_reader.narration.sentences import has_words


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises OSError."""
    segments_of = _by_word if rendering.word_times else _by_cue
    segments = [segment for cue in cues(rendering) for segment in segments_of(cue)]
    file.write(json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1).encode())


def _by_word(cue: Cue) -> Iterator[dict[str, Any]]:
    words = _heard(cue)
    ends = [word.start for word in words[1:]] + [cue.end]
    for word, following in zip(words, ends, strict=False):
        yield _segment(cue, word.start, following if word.end is None else word.end, word.text)


def _heard(cue: Cue) -> list[CueWord]:
    """The words, each with the signs beside it, and words that are said as one together."""
    found: list[CueWord] = []
    for word in cue.words:
        before = found[-1] if found else None
        if before and (word.start == before.start or not (has_words(word.text) and has_words(before.text))):
            found[-1] = CueWord(before.start, word.end, f"{before.text} {word.text}")
        else:
            found.append(word)
    return found


def _by_cue(cue: Cue) -> Iterator[dict[str, Any]]:
    yield _segment(cue, cue.start, cue.end, " ".join(cue.lines))


def _segment(cue: Cue, start: float, end: float, body: str) -> dict[str, Any]:
    return {"speaker": cue.speaker, "startTime": round(start, 3), "endTime": round(end, 3), "body": body}
