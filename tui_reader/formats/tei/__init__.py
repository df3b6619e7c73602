"""TEI read into a Document: volumes of the FRUS series and single documents of them, plays, transcribed speech.

A file with several documents is a collection; one of them is read by its id, at the cost of reading the file once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.collection import Collection, CollectionError, Entry
from tui_reader.document.known import PersonEntry
from tui_reader.document.model import Date, Document, Kind
from tui_reader.document.names import in_heading
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, Ref, Rest, Run
from tui_reader.formats.tei import drama, labelled
from tui_reader.formats.tei.blocks import Block, Walk, note_numbers, xml_id
from tui_reader.formats.tei.persons import Listed, listed, named, persons, words
from tui_reader.formats.transcript.headings import number_before
from tui_reader.formats.xml_safe import Element, Xml, local, parse_xml

ROOTS = frozenset(("TEI", "TEI.2", "teiCorpus"))
_NUMBER = re.compile(r"\[?\d{1,4}[a-z]?\.\]? (?=\S)")
_ISO = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?")


def parse(
    text: str,
    name: str,
    key: str,
    entries: Sequence[PersonEntry] = (),
    warnings: Sequence[str] = (),
    id: str | None = None,
) -> Document:
    """The document, or that of the given id. Raises CollectionError for several, DocumentError for none."""
    xml = parse_xml(text, name)
    units = _units(xml.root)
    if id is not None:
        chosen = [unit for number, unit in enumerate(units, 1) if _id(unit, number) == id]
        if not chosen:
            ids = ", ".join(_id(unit, number) for number, unit in enumerate(units[:5], 1))
            raise DocumentError(f"{name}: holds no document {id!r}; its ids are {ids}{', …' if len(units) > 5 else ''}")
        unit = chosen[0]
    elif len(units) > 1:
        raise CollectionError(_contents(xml, units, name))
    else:
        unit = units[0]
    return _document(xml, unit, name, key, entries, warnings)


def _units(root: Element) -> list[Element]:
    """The documents of a file: FRUS's divisions, the texts of a corpus; else the whole."""
    found = [div for div in root.iter("{*}div") if div.get("type") == "document"]
    if found:
        return found
    if local(root) == "teiCorpus":
        return [child for child in root if local(child) in ROOTS] or [root]
    return [root]


def _id(unit: Element, number: int) -> str:
    return xml_id(unit) or str(number)


def _contents(xml: Xml, units: Sequence[Element], name: str) -> Collection:
    people = listed(xml.root)
    found = []
    for number, unit in enumerate(units, 1):
        title = _title(unit, xml.root)
        turns = sum(1 for _ in unit.iter("{*}sp", "{*}u"))
        if not turns:
            walk = Walk()
            walk.read(unit)
            turns = len(labelled.label(walk.blocks, title, people).at)
        found.append(Entry(_id(unit, number), title, turns))
    return Collection(name, _collection(xml.root) or name, tuple(found), xml.warnings)


def _title(unit: Element, root: Element) -> str:
    head = next((child for child in unit if local(child) == "head"), None)
    if head is not None and unit is not root:
        return words(head).strip()
    return _collection(unit) or xml_id(unit)


def _collection(root: Element) -> str:
    """The title that the header gives: a volume's, a play's."""
    header = next((child for child in root if local(child) == "teiHeader"), None)
    titles = list(header.iterfind("{*}fileDesc/{*}titleStmt/{*}title")) if header is not None else []
    whole = [title for title in titles if title.get("type") in ("complete", "main")] or titles
    return words(whole[0]).strip() if whole else ""


def _document(
    xml: Xml, unit: Element, name: str, key: str, entries: Sequence[PersonEntry], warnings: Sequence[str]
) -> Document:
    walk = Walk(note_numbers(unit))
    walk.read(unit)
    blocks = walk.blocks
    acted = any(block.speech is not None for block in blocks)
    head = next((block for block in blocks if block.tag == "head" and block.owner.getparent() is unit), None)
    if head is not None and unit is not xml.root:
        blocks.remove(head)
    else:
        head = None
    found = labelled.Labelled((), {})
    people: dict[str, Listed] = {}
    own: list[PersonEntry] = []
    if not acted:
        people = labelled.trusted(blocks, listed(xml.root))
        title = head.text if head else _collection(xml.root)
        dated = _dateline(blocks)
        rest = [block for block in blocks if block is not dated]
        found = labelled.label(rest, title, people)
        given = {label for entry in entries for label in entry.labels}
        own = [one for one in labelled.entries(found, title, people) if not given & set(one.labels)]
    builder = Builder(name, key, "tei", [*own, *entries], [*warnings, *xml.warnings])
    builder.language = str(xml.root.get("{http://www.w3.org/XML/1998/namespace}lang") or "en")[:20]
    above = _collection(xml.root)
    if head is not None and above:
        builder.collection = builder.passage(Kind.HEADING, above)
    if head is not None:
        _head(builder, head)
    elif above:
        builder.title = builder.passage(Kind.HEADING, above)
    if acted:
        drama.fill(builder, blocks, persons(xml.root))
    else:
        if dated is not None and builder.date is None:
            iso = _ISO.match(dated.dates[0].id)
            builder.date = Date(builder.passage(Kind.DATELINE, dated.run()), iso[0] if iso else None)
        elif dated is not None:
            found = labelled.Labelled((dated, *found.blocks), {index + 1: one for index, one in found.at.items()})
        if head is not None:
            builder.named += in_heading(head.text)
            builder.named += [named(people[one.id]) for one in head.people if one.id in people]
        builder.named += labelled.participants(found.blocks, people)
        labelled.fill(builder, found)
    _notes(builder, walk)
    return builder.document()


def _dateline(blocks: Sequence[Block]) -> Block | None:
    return next((block for block in blocks if block.tag == "dateline" and block.dates), None)


def _head(builder: Builder, head: Block) -> None:
    """The title without the series' number; a date at its end is the document's date."""
    number = _NUMBER.match(head.text)
    start = number.end() if number else number_before(head.text)
    before: list[str | Ref | Rest] = [Rest(head.text[:start], "number in the series")] if start else []
    end = len(head.text)
    last = head.dates[-1] if head.dates else None
    if last and last.end >= end - 2 and last.start > start + 10:
        comma = head.text.rfind(",", start, last.start)
        place = head.text.rfind(",", start, comma) if head.text[comma + 1 : last.start].strip() == "" else comma
        cut = place if place > start and last.start - place < 60 else comma
        if cut > start:
            refs = [ref for ref in head.run() if not isinstance(ref, str)]
            words_of_title: Run = [*before, head.text[start:cut], *refs, Rest(",", "the sign before the date")]
            builder.title = builder.passage(Kind.HEADING, words_of_title)
            iso = _ISO.match(last.id)
            builder.date = Date(builder.passage(Kind.DATELINE, head.text[cut + 1 :]), iso[0] if iso else None)
            return
    run = head.run(start) if start else head.run()
    builder.title = builder.passage(Kind.HEADING, [*before, *run])


def _notes(builder: Builder, walk: Walk) -> None:
    for mark, blocks in walk.notes:
        run: list[str | Ref | Rest] = []
        for block in blocks:
            run += [" ", *block.run()] if run else block.run()
        builder.note(mark, run or None)
