"""The chapters of a rendering as JSON after Podcasting 2.0, as podcast apps show them.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
"""

from __future__ import annotations

import json
from typing import BinaryIO

from tui_reader.export.rendering import Rendering


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises OSError."""
    chapters = [
        {
            "startTime": round(rendering.seconds(chapter.start), 3),
            "endTime": round(rendering.seconds(chapter.end), 3),
            "title": chapter.title,
        }
        for chapter in rendering.chapters
    ]
    whole = {"version": "1.2.0", "title": rendering.document.heading, "chapters": chapters}
    file.write(json.dumps(whole, ensure_ascii=False, indent=1).encode())
