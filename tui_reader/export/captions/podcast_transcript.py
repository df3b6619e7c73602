"""The transcript of a podcast in JSON, by Podcasting 2.0: a segment a word where the engine tells when it is heard.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, BinaryIO

from tui_reader.export.captions.cue_splitting import Caption, captions
from tui_reader.export.rendering import Rendering


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises OSError."""
    told = _by_word if recording.word_times else _by_caption
    segments = [segment for caption in captions(recording) for segment in told(caption)]
    file.write(json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1).encode())


def _by_word(caption: Caption) -> Iterator[dict[str, Any]]:
    for (start, word), (end, _) in pairwise((*caption.words, (caption.end, ""))):
        yield _segment(caption, start, end, word)


def _by_caption(caption: Caption) -> Iterator[dict[str, Any]]:
    yield _segment(caption, caption.start, caption.end, " ".join(caption.lines))


def _segment(caption: Caption, start: float, end: float, body: str) -> dict[str, Any]:
    return {"speaker": caption.speaker, "startTime": round(start, 3), "endTime": round(end, 3), "body": body}
