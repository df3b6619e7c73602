"""Markdown read into a Document: `**Name:** text`, `> *Name:* text`, headings, rules and front matter.

Where emphasis does not say who speaks, the text is given to the transcript. Characters of Markdown inside speech stay
as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.dates import iso
from tui_reader.document.model import Date, Document, Kind, Part, Passage, Span
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats import parsing_progress
from tui_reader.formats.builder import Builder
from tui_reader.formats.headings import rest_of_page
from tui_reader.formats.labels import emphasis_labels
from tui_reader.formats.markdown.body import HEADING, Body, Line
from tui_reader.formats.markdown.emphasised_names import candidates, find
from tui_reader.formats.markdown.yaml_front_matter import YamlFrontMatter, divide
from tui_reader.formats.printed_records import read, with_rest
from tui_reader.formats.xml.character_references import resolved

FORMAT = "markdown"


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a text; `entries` are people of the file beside it, `warnings` what was found before."""
    front, body = divide(resolved(text, markup=False))
    paragraphs = _paragraphs(body)
    parsing_progress.reached(0.3)
    found = [find(words) for words in paragraphs]
    parsing_progress.reached(0.5)
    without_headings = sum(not words.startswith("#") for words in paragraphs)
    possible = candidates(paragraphs, found)
    chosen = emphasis_labels.choose_emphasis(possible, without_headings)
    if not chosen.names or chosen.level is not None:
        document = read(body, name, key, entries, warnings, FORMAT)
        if emphasis_labels.is_plain_print(chosen, possible, [turn.label.text for turn in document.turns]):
            return _titled(with_rest(document, front.lines, "front matter"), front)
    lines = [Line(one if at in chosen.places else None, paragraphs[at]) for at, one in enumerate(found)]
    builder = Builder(name, key, FORMAT, entries, warnings)
    for line in front.lines:
        builder.residue(line, "front matter")
    if front.title:
        builder.title = builder.passage(Kind.HEADING, front.title)
    if front.date:
        builder.date = Date(builder.passage(Kind.DATELINE, front.date), iso(front.date) or front.date[:10])
    Body(builder, lines, chosen.level).fill()
    return builder.document()


def _paragraphs(body: str) -> list[str]:
    """Paragraphs by blank lines; a heading, a rule and a labelled line begin their own."""
    found: list[str] = []
    for block in re.split(r"\n[ \t]*\n", body):
        lines: list[str] = []
        for line in block.split("\n"):
            bare = line.strip()
            if not bare:
                continue
            own = HEADING.match(bare) or rest_of_page(bare, anywhere=True)
            label = find(bare)
            if (own or (label and label.begins_paragraph)) and lines:
                found.append("\n".join(lines))
                lines = []
            lines.append(bare)
            if own:
                found.append("\n".join(lines))
                lines = []
        if lines:
            found.append("\n".join(lines))
    return found


def _titled(document: Document, front: YamlFrontMatter) -> Document:
    """The document with the date and the title of its front matter, printed after its text."""
    if front.date and document.date is None:
        document, printed = _printed(document, front.date, Kind.DATELINE)
        document = document._replace(date=Date(printed, iso(front.date) or front.date[:10]))
    elif front.date:
        document = with_rest(document, [front.date], "front matter")
    if front.title:
        old = document.title
        document, printed = _printed(document, front.title, Kind.HEADING)
        first, *others = document.parts or (Part("text", None, None),)
        body = (old._replace(kind=Kind.PARAGRAPH), *first.body) if old else first.body
        parts = (first._replace(body=body), *others) if old else document.parts
        document = document._replace(title=printed, parts=parts)
    return document


def _printed(document: Document, words: str, kind: Kind) -> tuple[Document, Passage]:
    """The document with the words after its text, and their passage."""
    start = len(document.text) + 2
    passage = Passage(kind, words, (Span(start, start + len(words)),))
    return document._replace(text=f"{document.text}\n\n{words}"), passage
