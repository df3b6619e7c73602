"""Transcriber (TRS): turns of one speaker, or of several at once, whose words are told apart by number.

The format: trans-14.dtd of Transcriber 1.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.sex_and_age import stated
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, DeclaredPerson, Time
from tui_reader.formats.recognisers.values import seconds
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml
from tui_reader.named_tuple import NamedTuple


class _Voice(NamedTuple):
    """What one speaker says in a turn."""

    number: int
    """Which of the turn's speakers, from 1."""
    run: list[str | Time]


def read(file: SourceFile) -> Document:
    """The Document of a TRS file. Raises DocumentError where no turn holds words."""
    xml = parse_xml(file.text, file.name)
    builder = Builder(file.name, file.key, "xml", file.entries, [*file.warnings, *xml.warnings])
    builder.language = str(xml.root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    names: dict[str, str] = {}
    for speaker in xml.root.iter("Speaker"):
        id, kind = str(speaker.get("id")), str(speaker.get("type") or "")
        names[id] = name = " ".join(str(speaker.get("name") or "").split())
        if name:
            evidence = (f'The file names "{name}".',)
            builder.people[id] = DeclaredPerson(name, evidence=evidence, stated=stated(kind, kind))
    for turn in xml.root.iter("Turn"):
        _tell(builder, turn, names)
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: this Transcriber file holds no turns with words")
    return document


def _tell(builder: Builder, turn: Element, names: Mapping[str, str]) -> None:
    """Give the builder the turn of each of its speakers; one without a speaker is the narrator's."""
    speakers = str(turn.get("speaker") or "").split()
    for voice in _voices(turn):
        speaker = speakers[voice.number - 1] if voice.number <= len(speakers) else None
        if speaker is None:
            builder.end_turn()
        else:
            label = names.get(speaker) or speaker
            builder.turn(label, label, speaker)
        builder.add(Kind.SPEECH if speaker else Kind.PARAGRAPH, voice.run)


def _voices(turn: Element) -> Iterator[_Voice]:
    """What is said in a turn, in order; noises and comments stand in attributes and are not said."""
    voice = _Voice(1, [turn.text or ""])
    for child in turn:
        if local(child) == "Who":
            number = str(child.get("nb"))
            if has_words := _has_words(voice):
                yield voice
            times = [] if has_words else voice.run  # the time of the turn stands before its first speaker
            voice = _Voice(max(1, int(number[:3])) if number.isdecimal() else 1, times)
        elif local(child) == "Sync" and (start := seconds(child.get("time"))) is not None:
            voice.run.append(Time(start, None))
        voice.run.append(f" {child.tail or ''}")
    if _has_words(voice):
        yield voice


def _has_words(voice: _Voice) -> bool:
    return any(isinstance(piece, str) and piece.strip() for piece in voice.run)
