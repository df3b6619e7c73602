"""What was understood of a document, for `tui-reader inspect`: as JSON for programs, as a page for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tui_reader.cli.command_output import doubt_lines, person_words, turns_words
from tui_reader.document.columnar import ColumnarTurns, counted_turns
from tui_reader.document.language_tags import language_name
from tui_reader.document.model import Document, Mark, Part, Passage, Turn
from tui_reader.formats.doubts import doubts
from tui_reader.formats.left_out import left_out
from tui_reader.terminal.output import in_one_line

_SHORT = 72
"""Characters of a text that the page for people shows at most."""
_MANY = 8
"""Left-out texts of one reason that are listed one by one; more are counted."""


def anchors(document: Document) -> dict[str, dict[str, Any]]:
    """Where the text refers to each note, by the note's mark: in a turn, the title, or a heading or block of a part.

    `block` is the index of a block in its part, None for the part's heading. The title is a part named "title".
    """
    found: dict[str, dict[str, Any]] = {}

    def add(marks: Iterable[Mark], shift: int = 0, **place: object) -> None:
        for mark in marks:
            found.setdefault(mark.note, {**place, "offset": shift + mark.offset, "inferred": mark.inferred})

    if document.title:
        add(document.title.marks, part="title", block=None)
    for part in document.parts:
        if part.heading:
            add(part.heading.marks, part=part.id, block=None)
        for number, block in enumerate(part.body):
            add(block.marks, part=part.id, block=number)
        for turn in _marked_turns(part):
            shift = 0
            for passage in turn.passages:
                add(passage.marks, shift, turn=turn.number)
                shift += len(passage.text) + 1
    return found


def _marked_turns(part: Part) -> Iterable[Turn]:
    """The turns in which there may be marks of notes, in order."""
    turns = part.turns
    return map(turns.__getitem__, turns.marked) if isinstance(turns, ColumnarTurns) else turns


def to_json(document: Document, script: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """The JSON object of `tui-reader inspect --json`; `script` is what is read aloud by default, as (voice, text).

    The lists of turns and of what is read aloud are made while they are printed, item by item.
    """
    where = anchors(document)
    return {
        "title": document.title.text if document.title else None,
        "collection": document.collection.text if document.collection else None,
        "date": {"text": document.date.passage.text, "iso": document.date.iso} if document.date else None,
        "format": document.format,
        "producer": _producer(document),
        "language": {
            "tag": document.language,
            "from": document.language_evidence.source,
            "certainty": document.language_evidence.certainty,
        },
        "times": _times(document),
        "media": list(document.media),
        "speakers": [
            {
                "id": person.id,
                "name": person.name,
                "role": person.role,
                "aliases": list(person.labels),
                "evidence": list(person.evidence),
            }
            for person in document.people
        ],
        "turns": (
            {
                "number": turn.number,
                "speaker": turn.speaker,
                "label": turn.label.text,
                "text": turn.text,
                "notes": [mark.note for passage in turn.passages for mark in passage.marks],
            }
            for part in document.parts
            for turn in part.turns
        ),
        "notes": [{"mark": note.mark, "text": note.text, "anchor": where.get(note.mark)} for note in document.notes],
        "parts": [
            {
                "id": part.id,
                "heading": part.heading.text if part.heading else None,
                "author": part.author,
                "blocks": [{"kind": str(block.kind), "text": block.text} for block in part.body],
            }
            for part in document.parts
            if part.heading or part.body
        ],
        "source": document.source.text if document.source else None,
        "residue": [rest.text for rest in document.residue if not rest.inline],
        "script": ({"voice": voice, "text": text} for voice, text in script),
        "left_out": [stretch._asdict() for stretch in left_out(document)],
        "lost": document.lost._asdict() if document.lost else None,
        "doubts": [doubt.to_json() for doubt in doubts(document)],
        "suggestions": [{"labels": list(hint.labels), "because": hint.because} for hint in document.suggestions],
        "warnings": list(document.warnings),
    }


def _times(document: Document) -> str | None:
    """What the file says the times of: "words" or "cues"; None where it says none."""
    if not document.times:
        return None
    return "words" if any(time.is_word for time in document.times) else "cues"


def _producer(document: Document) -> dict[str, str | None] | None:
    """What wrote the file: the name for --as, words for people, and what else it may be."""
    one = document.producer
    return {"name": one.name, "title": one.told, "second": one.second} if one else None


def _read_as(document: Document) -> str:
    """What the file was taken for, and what else it may be."""
    one = document.producer
    if one is None:
        return document.format
    return one.told + (f" (or else {one.second})" if one.second else "")


def page(document: Document, recording: str = "") -> str:
    """Plain lines for people: who speaks and why, the parts, the notes and what refers to them, what is left out.

    `recording` tells of its recording.
    """
    return "\n".join(_lines(document, recording)) + "\n"


def _lines(document: Document, recording: str) -> Iterator[str]:
    yield document.heading
    if document.collection:
        yield f"  in {document.collection.text}"
    if document.date:
        iso = f" ({document.date.iso})" if document.date.iso else ""
        yield f"  {document.date.passage.text}{iso}"
    turns = len(document.turns)
    yield f"  {_count(turns, 'turn')} by {_count(len(document.people), 'speaker')}, read as {_read_as(document)}"
    yield f"  {_language(document)}"
    if times := _times(document):
        yield f"  Times of {times}. {recording or 'No recording was found.'}"
    if not turns:
        yield "  No speakers were found: the narrator reads everything."
    yield from _people(document)
    yield from _parts(document)
    yield from _notes(document)
    if document.source:
        yield ""
        yield f"Source: {document.source.text}"
    yield from _list("Left over", (f"{rest.text} ({rest.why})" for rest in document.residue if not rest.inline))
    inline = Counter((rest.text, rest.why) for rest in document.residue if rest.inline)
    yield from _list("Left out of lines", _left_out(inline))
    yield from _list(
        "Possibly the same speaker", (f"{' and '.join(hint.labels)}: {hint.because}" for hint in document.suggestions)
    )
    yield from _list("In doubt, the worst first", doubt_lines(document))
    yield from _list("Warnings", map(in_one_line, document.warnings))
    yield ""
    yield "--as NAME reads the file as another format; --as list prints the names."
    yield "--why LINE tells why a line of the file does or does not hold a speaker's label."


def _language(document: Document) -> str:
    """The language, and how it is known: "Language: French (fr), declared by the file"."""
    source, certainty = document.language_evidence
    known = {
        "declared": "declared by the file",
        "guessed": f"guessed from its words, {certainty:.0%} sure",
        "chosen": "chosen by you",
    }.get(source, "assumed: too little tells it; --language chooses another")
    return f"Language: {language_name(document.language)} ({document.language}), {known}"


def _left_out(inline: Counter[tuple[str, str]]) -> Iterator[str]:
    """Each left-out text and how often it comes; one line for a reason with many, such as the times of captions."""
    by_why: dict[str, list[tuple[str, int]]] = {}
    for (text, why), times in inline.items():
        by_why.setdefault(why, []).append((text, times))
    for why, prints in by_why.items():
        if len(prints) > _MANY:
            first = " ".join(prints[0][0].split())[:_SHORT]
            yield f"{sum(times for _, times in prints):,} times: {why}; the first: {first}"
        else:
            yield from (f"{' '.join(text.split())} ({why}), {_count(times, 'time')}" for text, times in prints)


def _people(document: Document) -> Iterator[str]:
    counted = counted_turns(document)
    for person in document.people:
        yield ""
        yield person_words(person)
        yield f"  {turns_words(person, counted)}"
        for sentence in person.evidence:
            yield f"  - {sentence}"


def _parts(document: Document) -> Iterator[str]:
    yield ""
    yield "Parts"
    for part in document.parts:
        heading = f": {_short(part.heading)}" if part.heading else ""
        author = f", by {part.author}" if part.author else ""
        asked = ", read only when asked for" if part.on_demand else ""
        blocks = Counter(str(block.kind) for block in part.body)
        inside = [_count(len(part.turns), "turn")] if part.turns else []
        inside += [_count(number, kind) for kind, number in blocks.items()]
        yield f"  {part.id}{heading} ({', '.join(inside) or 'heading alone'}{author}{asked})"


def _notes(document: Document) -> Iterator[str]:
    where = anchors(document)
    if document.notes:
        yield ""
        yield "Notes"
    for note in document.notes:
        text = _short(note.passage) if note.passage else "(not in this file)"
        yield f"  {note.mark}  {text}  [{_place(where.get(note.mark))}]"


def _place(anchor: dict[str, Any] | None) -> str:
    if anchor is None:
        return "nothing refers to it"
    if "turn" in anchor:
        where = f"turn {anchor['turn']}, character {anchor['offset']}"
    elif anchor["part"] == "title":
        where = "the title"
    else:
        block = anchor["block"]
        where = f"{anchor['part']}, " + ("heading" if block is None else f"paragraph {block + 1}")
    return where + (", worked out: nothing printed points to it" if anchor["inferred"] else "")


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
            yield title
        yield f"  {line}"


def _short(passage: Passage) -> str:
    return passage.text if len(passage.text) <= _SHORT else passage.text[: _SHORT - 1].rstrip() + "…"


def _count(number: int, thing: str) -> str:
    plural = {"speech": "speeches"}.get(thing, thing + "s")
    return f"{number:,} {thing if number == 1 else plural}"
