"""TEI read into a Document: volumes of the FRUS series and single documents of them, plays, transcribed speech.

A file with several documents is a collection; one of them is read by its id, at the cost of reading the file once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui_reader.document.collection import Collection, CollectionEntry, CollectionError
from tui_reader.document.model import Date, Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import in_heading
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress
from tui_reader.formats.builder import Builder, Ref, Rest, Run, Time
from tui_reader.formats.headings import number_before
from tui_reader.formats.tei import drama, header, labelled_paragraphs
from tui_reader.formats.tei.authors import with_author
from tui_reader.formats.tei.glosses import glosses
from tui_reader.formats.tei.participants import entries as entries_of
from tui_reader.formats.tei.participants import participants, trusted
from tui_reader.formats.tei.persons import Listed, named, with_initials, words
from tui_reader.formats.tei.references import with_references
from tui_reader.formats.tei.tei_blocks import BlockCollector, TeiBlock, is_turn, note_numbers, xml_id
from tui_reader.formats.tei.timeline import Timeline, in_sequence
from tui_reader.formats.tei.whole_file import WholeFile
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

_NUMBER = re.compile(r"\[?\d{1,4}[a-z]?\.\]? (?=\S)")


def parse(
    text: str,
    name: str,
    key: str,
    entries: Sequence[PersonEntry] = (),
    warnings: Sequence[str] = (),
    id: str | None = None,
    words_only: bool = False,
) -> Document:
    """The document, or that of the given id. Raises CollectionError for several, DocumentError for none.

    Where `words_only` are wanted, what is listed of several are their ids.
    """
    file = WholeFile(parse_xml(text, name), words_only)
    parsing_progress.reached(0.08)
    units = file.units

    def read(id: str) -> Document:
        if id not in units:
            first = ", ".join([*units][:5])
            more = ", …" if len(units) > 5 else ""
            raise DocumentError(f"{name}: holds no document {id!r}; its ids are {first}{more}")
        return _document(file, units[id], name, key, entries, warnings)

    if id is not None:
        return read(id)
    if len(units) > 1:
        raise CollectionError(_ids(file, name) if words_only else _contents(file, name), read)
    return read(next(iter(units)))


def _ids(file: WholeFile, name: str) -> Collection:
    return Collection(name, file.title or name, tuple(CollectionEntry(id, "", 0) for id in file.units), file.warnings)


def _contents(file: WholeFile, name: str) -> Collection:
    found = []
    for id, unit in file.units.items():
        title = _title(unit, file.root)
        turns = _acted(unit)
        if not turns:
            collector = BlockCollector()
            collector.read(unit)
            turns = len(labelled_paragraphs.label(collector.blocks, title, file.listed).at)
        found.append(CollectionEntry(id, title, turns, _dated(unit)))
    return Collection(name, file.title or name, tuple(found), file.warnings)


def _dated(unit: Element) -> str | None:
    """When a document was said or written, by its dateline or else its head."""
    places = ("{*}dateline", "{*}head")
    dates = (date for place in places for around in unit.iter(place) for date in around.iter("{*}date"))
    return next((found for date in dates if (found := header.iso(str(date.get("when") or "")))), None)


def _acted(unit: Element) -> int:
    """How many turns the markup itself gives to a speaker."""
    known: dict[Element, bool] = {}
    spoken = unit.iter("{*}sp", "{*}u", "{*}said", "{*}q")
    return sum(1 for one in spoken if local(one) in ("sp", "u") or is_turn(one, known))


def _title(unit: Element, root: Element) -> str:
    head = next((child for child in unit if local(child) == "head"), None)
    if head is not None and unit is not root:
        return words(head).strip()
    return header.title(unit) or xml_id(unit)


def _document(
    file: WholeFile, unit: Element, name: str, key: str, entries: Sequence[PersonEntry], warnings: Sequence[str]
) -> Document:
    """The Document of one unit of the file."""
    transcribed = next(unit.iter("{*}u"), None) is not None
    timeline = Timeline(file.root) if transcribed else None
    collector = BlockCollector(note_numbers(unit), transcribed, timeline)
    collector.read(unit)
    parsing_progress.reached(0.45)
    blocks = collector.blocks
    acted = any(block.speech is not None for block in blocks)
    head = None if unit is file.root else _own_head(blocks, unit)
    if head is not None:
        blocks.remove(head)
    found = labelled_paragraphs.Labelled((), {})
    dated = None if acted else _dateline(blocks)
    people: Mapping[str, Listed] = {}
    own: list[PersonEntry] = []
    if not acted:
        people = trusted(blocks, file.listed)
        title = head.text if head else file.title
        found = labelled_paragraphs.label([block for block in blocks if block is not dated], title, people)
        given = {label for entry in entries for label in entry.labels}
        own = [one for one in entries_of(found.blocks, found.at, title, people) if not given & set(one.labels)]
    builder = Builder(name, key, "tei", [*own, *entries], [*warnings, *file.warnings])
    builder.language = header.language(file.root, unit)
    _titles(builder, head, file.title)
    if acted:
        people = file.persons
        if transcribed and builder.date is None:
            _date_of_recording(builder, unit if unit.find("{*}teiHeader") is not None else file.root)
        drama.fill(builder, blocks, people)
        for id, is_what in file.sexes_and_ages.items():
            if id in builder.people:
                builder.people[id] = builder.people[id]._replace(stated=is_what)
    else:
        _fill_labelled(builder, found, dated, head, people)
    _notes(builder, collector)
    document = builder.document()._replace(
        glosses=() if file.words_only else glosses(unit, file.terms, lambda: file.listed)
    )
    if document.times:
        document = document._replace(times=in_sequence(document.times))
    if head is not None and not document.turns:
        document = with_author(document, head, people)
    return with_references(document, unit, file, people)


def _own_head(blocks: Sequence[TeiBlock], unit: Element) -> TeiBlock | None:
    """The heading of a unit itself, and not of a division in it."""
    return next((block for block in blocks if block.tag == "head" and block.owner.getparent() is unit), None)


def _titles(builder: Builder, head: TeiBlock | None, above: str) -> None:
    """Set the title: the unit's heading, with the file's title `above` it, or that of the file."""
    if head is not None and above:
        builder.collection = builder.passage(Kind.HEADING, above)
    if head is not None:
        _head(builder, head)
    elif above:
        builder.title = builder.passage(Kind.HEADING, above)


def _date_of_recording(builder: Builder, described: Element) -> None:
    """Set the date on which the header of transcribed speech says that it was recorded."""
    printed, when = header.spoken_on(described)
    builder.date = Date(builder.passage(Kind.DATELINE, printed), when) if printed else None


def _fill_labelled(
    builder: Builder,
    found: labelled_paragraphs.Labelled,
    dated: TeiBlock | None,
    head: TeiBlock | None,
    people: Mapping[str, Listed],
) -> None:
    """Give the builder paragraphs that begin with who speaks, and the people whom the document names.

    The dateline, `dated`, is the document's date, or a paragraph before the others where the heading has one.
    """
    if dated is not None and builder.date is None:
        builder.date = Date(builder.passage(Kind.DATELINE, dated.run()), header.iso(dated.dates[0].id))
    elif dated is not None:
        found = labelled_paragraphs.Labelled(
            (dated, *found.blocks), {index + 1: one for index, one in found.at.items()}
        )
    if head is not None:
        builder.named += in_heading(head.text)
        builder.named += [named(people[one.id]) for one in head.people if one.id in people]
    builder.named += participants(found.blocks, people)
    builder.named += with_initials({one.text for one in found.at.values()}, people.values(), builder.named)
    labelled_paragraphs.fill(builder, found, people)


def _dateline(blocks: Sequence[TeiBlock]) -> TeiBlock | None:
    return next((block for block in blocks if block.tag == "dateline" and block.dates), None)


def _head(builder: Builder, head: TeiBlock) -> None:
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
            refs = [ref for ref in head.run() if isinstance(ref, Ref)]
            words_of_title: Run = [*before, head.text[start:cut], *refs, Rest(",", "the sign before the date")]
            builder.title = builder.passage(Kind.HEADING, words_of_title)
            builder.date = Date(builder.passage(Kind.DATELINE, head.text[cut + 1 :]), header.iso(last.id))
            return
    run = head.run(start) if start else head.run()
    builder.title = builder.passage(Kind.HEADING, [*before, *run])


def _notes(builder: Builder, collector: BlockCollector) -> None:
    for mark, blocks in collector.notes:
        run: list[str | Ref | Rest | Time] = []
        for block in blocks:
            run += [" ", *block.run()] if run else block.run()
        builder.note(mark, run or None)
