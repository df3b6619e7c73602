"""Markdown read into a Document: `**Name:** text`, `> *Name:* text`, headings, rules and front matter.

Where emphasis does not say who speaks, the text is given to the transcript. Characters of Markdown inside speech stay
as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.document.dates import iso
from tui_reader.document.model import Date, Document, Kind, Part, Passage, Span
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats import progress
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import rest_of_page, slug
from tui_reader.formats.html.records import read, with_rest
from tui_reader.formats.labels import marked_names
from tui_reader.formats.markdown.emphasised_names import MarkdownLabel, candidates, find
from tui_reader.formats.markdown.inline import runs
from tui_reader.formats.markdown.yaml_front_matter import YamlFrontMatter, divide

FORMAT = "markdown"
_HEADING = re.compile(r"(?P<sign>#{1,6})[ \t]+(?P<words>.*?)[ \t#]*$")
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:[^{}\n]{0,200}\}[ \t]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^(?P<mark>[\w-]{1,40})\]:[ \t]*")
_FIELD = re.compile(r"(?:>[ \t]?)?\*\*[^*\n]{1,64}(?::\*\*|\*\*:)")
_RESOLUTION = re.compile(r">[ \t]?\*\*\*[^*\n]+\*\*\*")


class _Line(NamedTuple):
    label: MarkdownLabel | None
    words: str


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a text; `entries` are people of the file beside it, `warnings` what was found before."""
    front, body = divide(text)
    paragraphs = _paragraphs(body)
    progress.reached(0.3)
    found = [find(words) for words in paragraphs]
    progress.reached(0.5)
    without_headings = sum(not words.startswith("#") for words in paragraphs)
    kept, level = marked_names.emphasis(candidates(paragraphs, found), without_headings)
    emphasised = {one.name for one in found if one and one.level is None}
    plain = False  # whether the transcript's own conventions say who speaks
    if not kept or level is not None:
        document = read(body, name, key, entries, warnings, FORMAT)
        signed = sum(turn.label.text in emphasised for turn in document.turns)
        plain = 2 * signed < len(document.turns) or not (signed or kept)
    if plain:
        return _titled(with_rest(document, front.lines, "front matter"), front)
    unlisted = any(one and one.name in kept and not one.listed for one in found)
    lines = [
        _Line(one if one and one.name in kept and one.level == level and not (one.listed and unlisted) else None, words)
        for one, words in zip(found, paragraphs, strict=True)
    ]
    builder = Builder(name, key, FORMAT, entries, warnings)
    for line in front.lines:
        builder.residue(line, "front matter")
    if front.title:
        builder.title = builder.passage(Kind.HEADING, front.title)
    if front.date:
        builder.date = Date(builder.passage(Kind.DATELINE, front.date), iso(front.date) or front.date[:10])
    _fill(builder, lines, level)
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
            own = _HEADING.match(bare) or rest_of_page(bare, anywhere=True)
            if (own or find(bare)) and lines:
                found.append("\n".join(lines))
                lines = []
            lines.append(bare)
            if own:
                found.append("\n".join(lines))
                lines = []
        if lines:
            found.append("\n".join(lines))
    return found


def _fill(builder: Builder, paragraphs: Sequence[_Line], below: int | None) -> None:
    """Give the paragraphs to the builder; headings `below` the level of those that are labels belong to the turns."""
    turns = [index for index, line in enumerate(paragraphs) if line.label]
    first, last = (turns[0], turns[-1]) if turns else (0, len(paragraphs))
    headings = [index for index, line in enumerate(paragraphs) if not line.label and _HEADING.match(line.words)]
    opens = max((index for index in headings if index < first), default=first)
    in_turn = False
    for index, line in enumerate(paragraphs):
        words = line.words
        heading = _HEADING.match(words)
        ended = index > last and any(last < at <= index for at in headings)
        outside = index < opens or ended
        note = _NOTE.match(words)
        if note:
            builder.note(note["mark"], words[note.end() :], printed=note[0].strip())
            continue
        why = rest_of_page(words, anywhere=True)
        if why or not _ATTRIBUTES.sub("", words).strip():
            builder.residue(words, why or "a mark for the page")
        elif line.label:
            label = words[: line.label.end].strip()
            builder.turn(line.label.name, label)
            in_turn = True
            _speak(builder, words[line.label.end :])
        elif heading and in_turn and len(heading["sign"]) > (below or 6):
            builder.add(Kind.SPEECH, [Rest(heading["sign"], "sign of a heading"), " ", *_run(heading["words"])])
        elif heading:
            run = _run(heading["words"])
            bare = "".join(one for one in run if isinstance(one, str)).strip()
            if builder.title is None and index < first and heading["sign"] == "#":
                builder.title = builder.passage(Kind.HEADING, run)
            else:
                builder.part(slug(bare), run, on_demand=outside)
            in_turn = False
        elif outside or not in_turn:
            if outside and index == 0:
                builder.part("front", on_demand=True)
            builder.add(Kind.ITEM if re.match(r"[*+-] ", words) else Kind.PARAGRAPH, _run(words))
        elif _FIELD.match(words) or _RESOLUTION.match(words):
            builder.add(Kind.ASIDE, _run(words))
        else:
            _speak(builder, words)


def _speak(builder: Builder, words: str) -> None:
    for run, aside in runs(_run(words)):
        builder.add(Kind.ASIDE if aside else Kind.SPEECH, run)


def _run(words: str) -> list[str | Ref | Rest]:
    """The words with a page's attributes, `{: #id}`, set apart."""
    made: list[str | Ref | Rest] = []
    at = 0
    for found in _ATTRIBUTES.finditer(words):
        made += [words[at : found.start()], Rest(found[0].strip(), "a mark for the page")]
        at = found.end()
    return [*made, words[at:]]


def _titled(document: Document, front: YamlFrontMatter) -> Document:
    """The document with the date and the title of its front matter, printed behind its text."""
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
    """The document with the words behind its text, and their passage."""
    start = len(document.text) + 2
    passage = Passage(kind, words, (Span(start, start + len(words)),))
    return document._replace(text=f"{document.text}\n\n{words}"), passage
