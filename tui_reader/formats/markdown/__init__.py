"""Markdown read into a Document: `**Name:** text`, `> *Name:* text`, headings, rules and front matter.

Where emphasis does not say who speaks, the text is given to the transcript. Characters of Markdown inside speech stay
as they were printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.document.dates import iso
from tui_reader.document.known import PersonEntry
from tui_reader.document.model import Date, Document, Kind, Passage, Span
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.html.records import read, with_rest
from tui_reader.formats.markdown.front import Front, divide
from tui_reader.formats.markdown.inline import runs
from tui_reader.formats.transcript.headings import rest_of_page, slug
from tui_reader.formats.transcript.labels import shape


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FORMAT = "markdown"
_LABEL = re.compile(
    r"(?:>[ \t]?)?(?:\*\*(?P<a>[^*\n]{1,64}?)[ \t]?[:：]\*\*|\*\*(?P<b>[^*\n]{1,64}?)\*\*[ \t]?[:：]"
    r"|__(?P<c>[^_\n]{1,64}?):__"
    r"|\*(?P<d>[^*\n]{1,64}?)[:：]\*|_(?P<e>[^_\n]{1,64}?):_)(?=\s|$)[ \t]*"
)
_HEADING = re.compile(r"(?P<sign>#{1,6})[ \t]+(?P<words>.*?)[ \t#]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:[^{}\n]{0,200}\}[ \t]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^(?P<mark>[\w-]{1,40})\]:[ \t]*")
_RESOLUTION = re.compile(r">[ \t]?\*\*\*[^*\n]+\*\*\*")
_FIELDS = _set("""break present regrets guests guest chair scribe scribes scribe(s) date attendees agenda""")


class _Line(NamedTuple):
    label: re.Match[str] | None
    words: str

    @property
    def name(self) -> str:
        found = self.label
        return next((one for one in found.groups() if one), "").strip() if found else ""


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a text; `entries` are people of the file beside it, `warnings` what was found before."""
    front, body = divide(text)
    paragraphs = [_Line(_LABEL.match(words), words) for words in _paragraphs(body)]
    uses = Counter(line.name for line in paragraphs if line.label)
    kept = {label for label in uses if _is_label(label, uses)}
    if sum(uses[label] for label in kept) < 2:
        document = read(body, name, key, entries, warnings, FORMAT)
        return _titled(with_rest(document, front.lines, "front matter"), front)
    builder = Builder(name, key, FORMAT, entries, warnings)
    for line in front.lines:
        builder.residue(line, "front matter")
    if front.title:
        builder.title = builder.passage(Kind.HEADING, front.title)
    if front.date:
        builder.date = Date(builder.passage(Kind.DATELINE, front.date), iso(front.date) or front.date[:10])
    _fill(builder, paragraphs, kept)
    return builder.document()


def _is_label(label: str, uses: Counter[str]) -> bool:
    looks = shape(label)
    if not looks.possible or not looks.named or label.casefold() in _FIELDS:
        return False
    if looks.field:
        return uses[label] >= 4
    return uses[label] >= 2 or len(label.split()) >= 2 or sum(uses.values()) - uses[label] >= 2


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
            if (own or _LABEL.match(bare)) and lines:
                found.append("\n".join(lines))
                lines = []
            lines.append(bare)
            if own:
                found.append("\n".join(lines))
                lines = []
        if lines:
            found.append("\n".join(lines))
    return found


def _fill(builder: Builder, paragraphs: Sequence[_Line], kept: set[str]) -> None:
    turns = [index for index, line in enumerate(paragraphs) if line.name in kept]
    first, last = turns[0], turns[-1]
    headings = [index for index, line in enumerate(paragraphs) if _HEADING.match(line.words)]
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
        elif heading:
            run = _run(heading["words"])
            bare = "".join(one for one in run if isinstance(one, str)).strip()
            if builder.title is None and index < first and heading["sign"] == "#":
                builder.title = builder.passage(Kind.HEADING, run)
            else:
                builder.part(slug(bare), run, on_demand=outside)
            in_turn = False
        elif line.label and line.name in kept:
            builder.turn(line.name, line.label[0].strip())
            in_turn = True
            _speak(builder, words[line.label.end() :])
        elif outside or not in_turn:
            if outside and index == 0:
                builder.part("front", on_demand=True)
            builder.add(Kind.ITEM if re.match(r"[*+-] ", words) else Kind.PARAGRAPH, _run(words))
        elif line.label or _RESOLUTION.match(words):
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


def _titled(document: Document, front: Front) -> Document:
    """The document with the title of its front matter, which stands in the residue as printed."""
    if not front.title:
        return document
    start = len(document.text) + 2
    span = Span(start, start + len(front.title))
    old = document.title
    title = Passage(Kind.HEADING, front.title, (span,))
    made = document._replace(text=f"{document.text}\n\n{front.title}", title=title)
    if old is None:
        return made
    first, *others = made.parts
    at = first._replace(body=(old._replace(kind=Kind.PARAGRAPH), *first.body))
    return made._replace(parts=(at, *others))
