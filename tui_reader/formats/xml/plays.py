"""Plays marked up as PLAY, ACT, SCENE, SPEECH, SPEAKER, LINE: Jon Bosak's Shakespeare and what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_reader.cleaning import clean
from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import in_list
from tui_reader.formats.builder import Builder
from tui_reader.formats.headings import slug
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

ROOTS = frozenset(("PLAY",))
_DIVISIONS = frozenset(("ACT", "SCENE", "PROLOGUE", "EPILOGUE", "INDUCT", "SUBSCENE"))
_ASIDES = frozenset(("STAGEDIR", "SUBHEAD"))


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a play. Raises DocumentError for a file that cannot be read."""
    xml = parse_xml(text, name)
    builder = Builder(name, key, "play-xml", entries, [*warnings, *xml.warnings])
    for child in xml.root:
        tag = local(child)
        if tag == "TITLE" and builder.title is None:
            builder.title = builder.passage(Kind.HEADING, _text(child))
        elif tag in _DIVISIONS:
            _division(builder, child)
        elif tag == "SPEECH":
            _speech(builder, child)
        elif tag:
            _front(builder, child)
    # The markup gives each role one label: those that look alike, First and Second Citizen, are different people.
    return builder.document()._replace(suggestions=())


def _text(element: Element) -> str:
    return " ".join(clean("".join(element.itertext())).split())


def _front(builder: Builder, element: Element) -> None:
    """The cast and what else stands before the first act, on demand."""
    inner = [child for child in element.iter() if local(child) and not any(local(one) for one in child)]
    title = next((child for child in element if local(child) == "TITLE"), None)
    id = "cast" if local(element) == "PERSONAE" else "front"
    builder.part(id, _text(title) if title is not None else None, on_demand=True)
    for child in inner:
        if child is not title and _text(child):
            builder.add(Kind.ITEM if id == "cast" else Kind.PARAGRAPH, _text(child))
            if local(child) == "PERSONA":
                builder.named += in_list([_text(child)])


def _division(builder: Builder, division: Element) -> None:
    """An act or a scene, with what stands in it."""
    for child in division:
        tag = local(child)
        if tag == "TITLE":
            builder.part(slug(_text(child)), _text(child))
        elif tag in _DIVISIONS:
            _division(builder, child)
        elif tag == "SPEECH":
            _speech(builder, child)
        elif tag and _text(child):
            builder.add(Kind.ASIDE if tag in _ASIDES else Kind.PARAGRAPH, _text(child))


def _speech(builder: Builder, speech: Element) -> None:
    """A turn: its lines as one passage of verse, directions set apart."""
    label = " & ".join(filter(None, (_text(child) for child in speech if local(child) == "SPEAKER")))
    builder.turn(label or "Speaker", label)
    verse: list[str] = []
    for kind, words in _lines(speech):
        if kind is Kind.VERSE:
            verse.append(words)
            continue
        _say(builder, verse)
        verse = []
        builder.add(kind, words)
    _say(builder, verse)


def _say(builder: Builder, verse: Sequence[str]) -> None:
    if verse:
        builder.add(Kind.VERSE, "\n".join(verse))


def _lines(speech: Element) -> Iterator[tuple[Kind, str]]:
    """The lines of a speech and the directions between and in them, in order."""
    for child in speech:
        tag = local(child)
        if tag in _ASIDES:
            yield Kind.ASIDE, _text(child)
        elif tag and tag != "SPEAKER":
            words = child.text or ""
            for inner in child:
                if local(inner) in _ASIDES:
                    yield from _line(words)
                    yield Kind.ASIDE, _text(inner)
                    words = ""
                elif local(inner):
                    words += "".join(inner.itertext())
                words += inner.tail or ""
            yield from _line(words)


def _line(words: str) -> Iterator[tuple[Kind, str]]:
    folded = " ".join(clean(words).split())
    if folded:
        yield Kind.VERSE, folded
