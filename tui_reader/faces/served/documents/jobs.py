"""What the web server asks of the processes that open documents and speak."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tui_reader.named_tuple import NamedTuple
from tui_reader.startup.reading_options import ReadingOptions

Answer = dict[str, Any]
"""What a job gives: values for JSON, and of sound its bytes."""


class Source(NamedTuple):
    """What is served."""

    path: Path
    """The document that was named to `serve`."""
    options: ReadingOptions


class Job(NamedTuple):
    """One of them; `worker` has a function for each `task`."""

    task: str
    source: Source
    document: str = ""
    """Which document: "" for the served one, "#ID" for one of its file, else the key of one in the library."""
    version: str = ""
    """The version that the page shows, as `Opened.version`; empty for the newest."""
    at: str = ""
    """The id of a sentence."""
    command: str = ""
    """What is to be done there."""
    words: str = ""
    """What was typed."""
    number: int = 0
    """A chunk of text, a character of the sentence, or a volume."""

    @property
    def subject(self) -> tuple[Path, str]:
        """Jobs of the same document have the same."""
        return self.source.path, self.document
