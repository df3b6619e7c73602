"""The chapters of a recording in JSON, by Podcasting 2.0.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
"""

from __future__ import annotations

import json
from typing import BinaryIO

from tui_reader.export.rendering import Rendering


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises OSError."""
    chapters = [
        {
            "startTime": round(recording.seconds(chapter.start), 3),
            "endTime": round(recording.seconds(chapter.end), 3),
            "title": chapter.title,
        }
        for chapter in recording.chapters
    ]
    whole = {"version": "1.2.0", "title": recording.document.heading, "chapters": chapters}
    file.write(json.dumps(whole, ensure_ascii=False, indent=1).encode())
