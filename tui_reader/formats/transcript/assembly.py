"""The paragraphs of a transcript put together: parts with their turns, the people, what is left over.

Takes what the other modules found; decides where a turn goes on, where an attachment begins, and who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tui_reader.document.dates import iso
from tui_reader.document.known import PersonEntry
from tui_reader.document.model import (
    Date,
    Document,
    Kind,
    Label,
    Mark,
    Note,
    Part,
    Passage,
    Residue,
    Span,
    Turn,
)
from tui_reader.document.names import Named, in_heading
from tui_reader.document.people import Register, register
from tui_reader.formats.folding import PrintedMark, passage
from tui_reader.formats.transcript import headings
from tui_reader.formats.transcript.conventions import Found
from tui_reader.formats.transcript.front import Front, line_of
from tui_reader.formats.transcript.labels import Labelling
from tui_reader.formats.transcript.notes import Notes
from tui_reader.formats.transcript.paragraphs import Paragraph

_SOURCE = re.compile(r"sources?[ \t]*:[ \t]*(?=\S)", re.IGNORECASE)
_ITEM = re.compile(r"(?:\d{1,3}|[a-z])[.)][ \t]+\S|[•*-][ \t]+\S")
_SIGNATURE = re.compile(r"(?:/s/ ?)?[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}(?:, (?:Jr|Sr|II|III)\.?)?")
_REMARKS = (
    "laughter laughs laughing inaudible unclear applause crosstalk pause silence unintelligible coughs sighs chuckles "
    "music interruption indistinct cheers"
).split()
_REMARK = re.compile(r"\[([^\[\]\n]{2,400}(?:\n[^\[\]\n]{1,400}){0,8})\]|\((" + "|".join(_REMARKS) + r")\.?\)", re.IGNORECASE)


@dataclass(slots=True)
class _Speech:
    """A turn before it is known whose it is."""

    found: Found
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A part being put together."""

    id: str
    heading: Passage | None = None
    heading_at: int | None = None
    """Index of the heading's paragraph."""
    letter: bool = False
    body: list[Passage] = field(default_factory=list)
    speeches: list[_Speech] = field(default_factory=list)
    on_demand: bool = False

    @property
    def empty(self) -> bool:
        return not (self.heading or self.body or self.speeches)


class _Walk:
    """Goes through the paragraphs once and keeps what it made of them."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], labelling: Labelling, notes: Notes, front: Front) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.labels = labelling.at
        self.notes = notes
        self.front = front
        self.first = min(self.labels, default=len(paragraphs))
        self.last = max(self.labels, default=-1)
        self.drafts: list[_Draft] = []
        self.draft: _Draft | None = None
        self.residue: list[Residue] = list(notes.residue)
        self.source: Note | None = None
        self.begins, self.ends = self._printed_between()

    def passage(self, kind: Kind, index: int, start: int | None = None) -> Passage:
        paragraph = self.paragraphs[index]
        begin = paragraph.start if start is None else start
        return passage(kind, self.text, begin, paragraph.end, self.notes.marks.get(index, ()))

    def _line(self, index: int) -> str:
        """The paragraph on one line, without its marks."""
        marks = self.notes.marks.get(index)
        return self.passage(Kind.PARAGRAPH, index).text if marks else line_of(self.text, self.paragraphs[index])

    def leave(self, index: int, why: str, inline: bool = False) -> None:
        paragraph = self.paragraphs[index]
        self.residue.append(
            Residue(line_of(self.text, paragraph), Span(paragraph.start, paragraph.end), why, inline)
        )

    def begin(self, id: str, on_demand: bool = False) -> _Draft:
        taken = {draft.id for draft in self.drafts}
        unique, number = id, 1
        while unique in taken:
            number += 1
            unique = f"{id}-{number}"
        self.draft = _Draft(unique, on_demand=on_demand)
        self.drafts.append(self.draft)
        return self.draft

    def run(self) -> None:
        skipped = self.front.taken | self.notes.paragraphs
        scene = self._scene()
        if self.notes.heading is not None:
            self.leave(self.notes.heading, "heading of the notes")
        for span in self.front.fields:
            self.residue.append(Residue(self.text[span.start : span.end].strip(), span, "name of a field", inline=True))
        for index in range(len(self.paragraphs)):
            if index in skipped:
                continue
            found = self.labels.get(index)
            if found is not None:
                self._speech(index, found)
            else:
                self._other(index, scene)

    def _printed_between(self) -> tuple[int, int]:
        """The paragraphs between the printer's own lines: from, up to. Those with the turns, else the longest stretch."""
        lines = [i for i, one in enumerate(self.paragraphs) if self.text.startswith("***", one.start)]
        lines = [i for i in lines if headings.is_print_line(line_of(self.text, self.paragraphs[i]))]
        if self.labels:
            before = [i for i in lines if i < self.first]
            after = [i for i in lines if i > self.last]
            return (before[-1] + 1 if before else 0), (after[0] if after else len(self.paragraphs))
        bounds = [-1, *lines, len(self.paragraphs)]
        stretches = [(a + 1, b) for a, b in pairwise(bounds) if a + 1 < b]
        return max(
            stretches,
            key=lambda stretch: self.paragraphs[stretch[1] - 1].end - self.paragraphs[stretch[0]].start,
            default=(0, len(self.paragraphs)),
        )

    def _scene(self) -> int:
        """Where what belongs to the exchange begins, before its first turn: the last act or scene, or remarks in brackets."""
        start = self.first if self.labels else 0
        for index in range(self.first - 1, max(-1, self.first - 12), -1):
            line = line_of(self.text, self.paragraphs[index])
            if headings.is_structure(line):
                start = index
            elif start == index + 1 and headings.is_bracketed(line):
                start = index
        return start

    def _speech(self, index: int, found: Found) -> None:
        if self.draft is None or self.draft.letter or self.draft.on_demand:
            self.begin("exchange")
        speech = _Speech(found)
        assert self.draft is not None
        self.draft.speeches.append(speech)
        if found.direction:
            speech.passages.append(passage(Kind.ASIDE, self.text, *found.direction))
            sign = Span(found.direction.end, found.speech)
            if self.text[sign.start : sign.end].strip():
                why = "the sign behind a label"
                self.residue.append(Residue(self.text[sign.start : sign.end].strip(), sign, why, inline=True))
        self._speak(speech, index, found.speech)

    def _speak(self, speech: _Speech, index: int, start: int) -> None:
        """Add a paragraph to a turn, editors' remarks in brackets set apart from what is said."""
        end = self.paragraphs[index].end
        marks = self.notes.marks.get(index, ())
        at = start
        if self.text.find("[", start, end) >= 0 or self.text.find("(", start, end) >= 0:
            for remark in _REMARK.finditer(self.text, start, end):
                if not _is_remark(remark):
                    continue
                self._stretch(speech, Kind.SPEECH, at, remark.start(), marks)
                self._stretch(speech, Kind.ASIDE, remark.start(), remark.end(), marks)
                at = remark.end()
        self._stretch(speech, Kind.SPEECH, at, end, marks)

    def _stretch(self, speech: _Speech, kind: Kind, start: int, end: int, marks: Sequence[PrintedMark]) -> None:
        own = [mark for mark in marks if start <= mark.span.start < end] if marks else ()
        made = passage(kind, self.text, start, end, own)
        if made.text or made.marks:
            speech.passages.append(made)

    def _other(self, index: int, scene: int) -> None:
        line = self._line(index)
        outside = index > self.last or index < self.first
        if headings.is_time_stamp(line):
            self.leave(index, "a time stamp", inline=True)
            return
        why = headings.rest_of_page(line, anywhere=not outside)
        if why:
            self.leave(index, why)
            return
        if outside and self.source is None and (found := _SOURCE.match(self.text, *self.paragraphs[index][:2])):
            self.source = Note("Source", Span(*found.span()), self.passage(Kind.PARAGRAPH, index, found.end()))
            return
        if index < max(scene, self.begins) or index >= self.ends:
            self._around(index, line, "front" if index < self.ends else "back")
            return
        if self._heading(index, line):
            return
        self._continue(index, line)

    def _around(self, index: int, line: str, id: str) -> None:
        """Keep what stands around the text: lists, prefaces, what the printer adds."""
        if self.draft is None or not self.draft.on_demand:
            self.begin(id, on_demand=True)
        assert self.draft is not None
        kind = Kind.HEADING if headings.is_capitals(line) else Kind.PARAGRAPH
        self.draft.body.append(self.passage(kind, index))

    def _heading(self, index: int, line: str) -> bool:
        """Begin a part where the paragraph is a heading."""
        kind = headings.document_kind(line)
        gap = self.paragraphs[index].gap
        structure = headings.is_structure(line)
        if kind is None and not structure and not (gap >= 2 and headings.is_capitals(line)):
            return False
        if kind is not None and not gap:
            return False
        heading = self.passage(Kind.HEADING, index)
        open_ = self.draft
        alone = open_ is not None and open_.heading and not open_.speeches and not open_.body
        if open_ is not None and alone and not headings.is_division(line):
            open_.body.append(heading)
            return True
        if not self.labels and self.draft is None:
            return False
        draft = self.begin(kind or headings.slug(line))
        draft.heading, draft.heading_at, draft.letter = heading, index, kind is not None
        return True

    def _continue(self, index: int, line: str) -> None:
        """A paragraph without a label goes on with the turn, or with the part where no turn is open."""
        if self.draft is None or (self.draft.on_demand and index > self.first):
            self.begin("exchange" if self.labels else "text")
        elif self.draft.on_demand:
            self.begin("exchange")
        draft = self.draft
        assert draft is not None
        bracketed = headings.is_bracketed(line)
        if draft.speeches and not draft.letter:
            if bracketed:
                draft.speeches[-1].passages.append(self.passage(Kind.ASIDE, index))
            else:
                self._speak(draft.speeches[-1], index, self.paragraphs[index].start)
            return
        kind = Kind.ASIDE if bracketed else Kind.PARAGRAPH
        if draft.letter and _ITEM.match(self.text, self.paragraphs[index].start, self.paragraphs[index].end):
            kind = Kind.ITEM
        draft.body.append(self.passage(kind, index))


def _is_remark(found: re.Match[str]) -> bool:
    """Whether brackets hold an editor's remark and not words put in: `[Goes out.]`, `[laughs]`, but not `[ships]`."""
    if found[2]:
        return True
    inside = found[1].strip(" _.")
    if inside.casefold() in _REMARKS:
        return True
    return inside[:1].isupper() and (len(inside.split()) >= 3 or found[1].rstrip("_ ")[-1:] in ".!?")


def assemble(
    text: str,
    name: str,
    key: str,
    paragraphs: Sequence[Paragraph],
    labelling: Labelling,
    notes: Notes,
    front: Front,
    entries: Sequence[PersonEntry],
    warnings: Sequence[str],
) -> Document:
    """The Document of what was found in `text`."""
    walk = _Walk(text, paragraphs, labelling, notes, front)
    walk.run()
    drafts = [draft for draft in walk.drafts if not draft.empty]
    for draft in drafts:
        if draft.letter:
            _sign(draft)
    title = walk.passage(Kind.HEADING, front.title, front.title_from) if front.title is not None else None
    title = _infer(notes, drafts, title)
    uses = [speech.found.text for draft in drafts for speech in draft.speeches]
    people = register(uses, _named(title, drafts, front), entries)
    date = None
    if front.date is not None:
        words = walk.passage(Kind.DATELINE, front.date, front.date_from)
        date = Date(words, iso(words.text))
    collection = walk.passage(Kind.HEADING, front.collection) if front.collection is not None else None
    return Document(
        name=name,
        key=key,
        format="transcript",
        text=text,
        title=title,
        collection=collection,
        date=date,
        people=people.people,
        parts=_parts(drafts, people),
        notes=tuple(notes.notes),
        source=walk.source,
        residue=tuple(sorted(walk.residue, key=lambda rest: rest.span)),
        suggestions=people.suggestions,
        warnings=(*warnings, *people.warnings),
    )


def _sign(draft: _Draft) -> None:
    """Take the last paragraph of a letter for its signature, where it is a name."""
    if len(draft.body) > 1 and draft.body[-1].kind is Kind.PARAGRAPH:
        last = draft.body[-1]
        words = last.text.split()
        if len(last.text) <= 60 and _SIGNATURE.fullmatch(last.text) and all(word[0].isupper() or word == "/s/" for word in words):
            draft.body[-1] = replace(last, kind=Kind.SIGNATURE)


def _infer(notes: Notes, drafts: Sequence[_Draft], title: Passage | None) -> Passage | None:
    """Hang a note without a mark on the heading of the one attachment between its neighbours' marks, or on the title."""
    marked = notes.marked
    for note in notes.notes:
        number = int(note.mark)
        if number in marked:
            continue
        before = max((marked[n] for n in marked if n < number), default=-1)
        after = min((marked[n] for n in marked if n > number), default=1 << 60)
        fits = [
            draft
            for draft in drafts
            if draft.letter and draft.heading and draft.heading_at is not None and before < draft.heading_at < after
            and not draft.heading.marks
        ]
        if len(fits) == 1 and fits[0].heading:
            fits[0].heading = _hung(fits[0].heading, note.mark)
        elif not fits and title and not title.marks and number == 1 and marked:
            title = _hung(title, note.mark)
    return title


def _hung(heading: Passage, note: str) -> Passage:
    return replace(heading, marks=(*heading.marks, Mark(note, len(heading.text), None)))


def _named(title: Passage | None, drafts: Sequence[_Draft], front: Front) -> list[Named]:
    """All people that the document itself names."""
    named = list(in_heading(title.text)) if title else []
    named += front.people
    for draft in drafts:
        if draft.letter and draft.heading:
            named += in_heading(draft.heading.text, "heading")
            named += [
                Named(one.text.removeprefix("/s/").strip(), None, one.text, "signature")
                for one in draft.body
                if one.kind is Kind.SIGNATURE
            ]
    return named


def _parts(drafts: Sequence[_Draft], people: Register) -> tuple[Part, ...]:
    parts, number = [], 0
    for draft in drafts:
        turns = []
        for speech in draft.speeches:
            number += 1
            label = Label(speech.found.text, speech.found.span)
            turns.append(Turn(number, people.ids[speech.found.text], label, tuple(speech.passages)))
        author = None
        if draft.letter and draft.heading:
            author = people.author(in_heading(draft.heading.text, "heading")) or _signer(draft, people)
        parts.append(Part(draft.id, draft.heading, author, tuple(draft.body), tuple(turns), draft.on_demand))
    return tuple(parts)


def _signer(draft: _Draft, people: Register) -> str | None:
    """Who signed a letter whose heading does not say whose it is."""
    signed = [one for one in draft.body if one.kind is Kind.SIGNATURE]
    return people.author([Named(signed[-1].text, None, signed[-1].text, "signature")]) if signed else None
