"""What a producer is: a program or a format, how a file of it is recognised, and what reads it."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.document.model import Document
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple

CERTAIN = 90
"""Points for what no other format has: a root element, a first line, keys that belong together."""
LIKELY = 60
"""Points for what others have by chance: lines of one shape."""
POSSIBLE = 30
"""Points for what a general reader can make something of."""

ANYTHING = 1
"""Points for a reader that takes any text."""


class Evidence(NamedTuple):
    """Why a file may be a producer's."""

    points: int
    """From 1 to 100; the producer with the most reads the file."""
    seen: str = ""
    """What was found, for people: "speaker labels"; empty where the title says all."""


class Producer(NamedTuple):
    """A program that writes transcripts, or a format."""

    name: str
    """As it is typed after --as: small letters and hyphens."""
    title: str
    """For people: "AWS Transcribe"."""
    recognise: Callable[[SourceFile], Evidence | None]
    """Quick, and looks at the first lines or the keys alone."""
    read: Callable[[SourceFile], Document]
    """Raises DocumentError, which says what was looked for, where the file is not of this producer.

    Raises CollectionError for a file of many documents, unless `SourceFile.id` chooses one.
    """
    collects: bool = False
    """Whether a file of it may hold many documents."""


class Family(NamedTuple):
    """Producers that one module reads."""

    title: str
    """For people, above its producers in the list: "Captions"."""
    module: str
    """Defines PRODUCERS, a tuple of Producer; its name below `tui_reader.formats`."""
    gate: Callable[[SourceFile], bool]
    """Whether a file may be of this family: costs nothing, so that the module is imported only where it is needed."""
    packed: bool = False
    """Whether its files are no plain text: the gate looks at `SourceFile.data`, and the module decodes it."""
