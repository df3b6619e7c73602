"""Documents from text that a test gives: written to a file, read, and with each character accounted for."""

from __future__ import annotations

from pathlib import Path

from tui_reader.document.accounting import gaps
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.narration.ledger import ledger
from tui_reader.narration.narration import Narration


def write_file(folder: Path, text: str, name: str) -> Path:
    """The path of a new file with this text, in UTF-8."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read_text(folder: Path, text: str, name: str) -> Document:
    """The document of a new file with this text; no character of it is lost."""
    document = read(write_file(folder, text, name))
    assert gaps(document) == ()
    return document


def read_whole(path: Path) -> Document:
    """The document of a file; no character of it is lost, and what is not spoken has its reason."""
    document = read(path)
    assert gaps(document) == ()
    assert ledger(document, Narration(document)).lost == 0
    return document


def turns_by_speaker(document: Document) -> list[tuple[str, str]]:
    """Who speaks, and the words, a turn each."""
    return [(turn.speaker, turn.text) for turn in document.turns]


def turns_by_label(document: Document) -> list[tuple[str, str]]:
    """The label as printed, and the words, a turn each."""
    return [(turn.label.text, turn.text) for turn in document.turns]


def complete(document: Document) -> Document:
    """The document with all that is made when it is asked for, so that two can be compared."""
    parts = tuple(part._replace(turns=tuple(part.turns)) for part in document.parts)
    return document._replace(
        text=document.text,
        parts=parts,
        notes=tuple(document.notes),
        residue=tuple(document.residue),
        times=tuple(document.times),
    )
