"""What was found in a transcript put together as a Document: signatures, places worked out, people, authors."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.accounting import spans
from tui_reader.document.dates import iso
from tui_reader.document.model import Date, Document, Kind, Label, Mark, Part, Passage, Residue, Span, Turn
from tui_reader.document.people.identification import Identification, identify
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import PersonMention, in_heading, writer
from tui_reader.formats.labels.labelling import Labelling
from tui_reader.formats.labels.verdicts import NO_WORDS
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.formats.transcript.drafts import Draft
from tui_reader.formats.transcript.footnotes import Footnotes
from tui_reader.formats.transcript.front_matter import FrontMatter
from tui_reader.formats.transcript.segmenter import Segmenter
from tui_reader.formats.transcript.verse_lines import set_verse
from tui_reader.lazy_re import lazy_re

_SIGNATURE = lazy_re(r"(?:/s/ ?)?[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}(?:, (?:Jr|Sr|II|III)\.?)?")
_LONGEST_SIGNATURE = 60


def assemble(
    text: str,
    name: str,
    key: str,
    paragraphs: Sequence[Paragraph],
    labelling: Labelling,
    notes: Footnotes,
    front: FrontMatter,
    entries: Sequence[PersonEntry],
    warnings: Sequence[str],
    breaks: Sequence[Span] = (),
) -> Document:
    """The Document of what was found in `text`; `breaks` are the ends of lines within words."""
    segmenter = Segmenter(text, paragraphs, labelling, notes, front, breaks)
    segmenter.run()
    _drop_silent(segmenter)
    set_verse(text, segmenter.drafts)
    drafts = [draft for draft in segmenter.drafts if not draft.empty]
    for draft in drafts:
        if draft.letter:
            _sign(draft)
    title = segmenter.passage(Kind.HEADING, front.title, front.title_from) if front.title is not None else None
    title = _infer(notes, drafts, title)
    uses = [speech.found.text for draft in drafts for speech in draft.speeches]
    people = identify(uses, _named(title, drafts, front), entries)
    date = None
    if front.date is not None:
        words = segmenter.passage(Kind.DATELINE, front.date, front.date_from)
        date = Date(words, iso(f"{words.text} {front.time}"))
    collection = segmenter.passage(Kind.HEADING, front.collection) if front.collection is not None else None
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
        source=segmenter.source,
        residue=tuple(sorted(segmenter.residue, key=lambda rest: rest.span)),
        suggestions=people.suggestions,
        warnings=(*warnings, *people.warnings),
    )


def with_furniture(document: Document, furniture: Sequence[Residue]) -> Document:
    """The document with what its pages print in its residue, but for what other things of it hold."""
    held = sorted(spans(document))
    at, left = 0, []
    for rest in furniture:
        while at < len(held) and held[at].end <= rest.span.start:
            at += 1
        if at == len(held) or held[at].start >= rest.span.end:
            left.append(rest)
    residue = sorted((*document.residue, *left), key=lambda rest: rest.span)
    return document._replace(residue=tuple(residue))


def _drop_silent(segmenter: Segmenter) -> None:
    """Make residue of the labels that no words follow: a page needs words."""
    for draft in segmenter.drafts:
        silent = [speech.found for speech in draft.speeches if not speech.passages]
        if not silent:
            continue
        segmenter.residue += [Residue(found.text, found.span, NO_WORDS, inline=True) for found in silent]
        draft.speeches = [speech for speech in draft.speeches if speech.passages]


def _sign(draft: Draft) -> None:
    """Take the last paragraph of a letter for its signature, where it is a name."""
    last = draft.body[-1] if len(draft.body) > 1 else None
    if last is None or last.kind is not Kind.PARAGRAPH or len(last.text) > _LONGEST_SIGNATURE:
        return
    capital = all(word[0].isupper() or word == "/s/" for word in last.text.split())
    if capital and _SIGNATURE.fullmatch(last.text):
        draft.body[-1] = last._replace(kind=Kind.SIGNATURE)


def _may_have_note(draft: Draft, before: int, after: int | None) -> bool:
    """Whether it is a letter or paper between two paragraphs, by index, and its heading has no note yet."""
    at = draft.heading_at
    if not draft.letter or draft.heading is None or draft.heading.marks or at is None:
        return False
    return before < at and (after is None or at < after)


def _infer(notes: Footnotes, drafts: Sequence[Draft], title: Passage | None) -> Passage | None:
    """Hang a note without a mark on the heading of the one attachment between its neighbours, or on the title."""
    marked = notes.marked
    for note in notes.notes:
        number = int(note.mark) if note.mark.isdecimal() else 0
        if number in marked or not number:
            continue
        before = max((marked[n] for n in marked if n < number), default=-1)
        after = min((marked[n] for n in marked if n > number), default=None)
        fits = [draft for draft in drafts if _may_have_note(draft, before, after)]
        if len(fits) == 1 and fits[0].heading:
            fits[0].heading = _hung(fits[0].heading, note.mark)
        elif not fits and title and not title.marks and number == 1 and marked:
            title = _hung(title, note.mark)
    return title


def _hung(heading: Passage, note: str) -> Passage:
    return heading._replace(marks=(*heading.marks, Mark(note, len(heading.text), None)))


def _named(title: Passage | None, drafts: Sequence[Draft], front: FrontMatter) -> list[PersonMention]:
    """All people that the document itself names."""
    named = list(in_heading(title.text)) if title else []
    named += front.people
    for draft in drafts:
        if draft.letter and draft.heading:
            named += in_heading(draft.heading.text, "heading")
            named += [_signer(one) for one in draft.body if one.kind is Kind.SIGNATURE]
    return named


def _signer(signature: Passage) -> PersonMention:
    return PersonMention(signature.text.removeprefix("/s/").strip(), None, signature.text, "signature")


def _parts(drafts: Sequence[Draft], people: Identification) -> tuple[Part, ...]:
    parts, number = [], 0
    ids, new = people.ids, tuple.__new__  # the quick way to 100,000 named tuples
    for draft in drafts:
        turns: list[Turn] = []
        for speech in draft.speeches:
            number += 1
            words, span = speech.found[:2]
            label = new(Label, (words, span))
            turns.append(new(Turn, (number, ids[words], label, tuple(speech.passages))))
        author = _author(draft, people) if draft.letter else None
        parts.append(Part(draft.id, draft.heading, author, tuple(draft.body), tuple(turns), draft.on_demand))
    return tuple(parts)


def _author(draft: Draft, people: Identification) -> str | None:
    """Who wrote a letter: the first person of its heading, else who signed it."""
    heading = writer(draft.heading.text) if draft.heading else None
    signed = [_signer(one) for one in draft.body if one.kind is Kind.SIGNATURE]
    return people.author(heading) or people.author(signed[-1] if signed else None)
